"""Records of commendation for tests, and people who may do something with them."""

from datetime import date

import factory

from lienhiep.accounts.choices import Role
from lienhiep.directory.choices import OrganisationKind
from lienhiep.honours import actions, models
from lienhiep.honours.actions import Candidate
from lienhiep.honours.choices import AwardingLevel, FormKind, NominationState
from tests.factories.accounts import user_with
from tests.factories.directory import OrganisationFactory, PersonFactory

DECIDED = date(2023, 1, 5)


class UnionFactory(OrganisationFactory):
    """The Union itself, one row however often it is asked for."""

    class Meta:
        django_get_or_create = ("kind",)

    name = "Liên hiệp hội tỉnh thử"
    kind = OrganisationKind.OWN_UNION


class HonourFormFactory(factory.django.DjangoModelFactory):
    """A letter of commendation of the Union."""

    class Meta:
        model = models.HonourForm

    code = factory.Sequence(lambda n: f"form-{n}")
    name = factory.Sequence(lambda n: f"Giấy khen {n}")
    kind = FormKind.LETTER
    level = AwardingLevel.UNION


class MeritFormFactory(HonourFormFactory):
    """A certificate of merit of the national Union."""

    name = factory.Sequence(lambda n: f"Bằng khen {n}")
    kind = FormKind.MERIT
    level = AwardingLevel.CENTRAL_UNION


class HonourFactory(factory.django.DjangoModelFactory):
    """A letter of the Union to a person, decided and not handed over."""

    class Meta:
        model = models.Honour

    form = factory.SubFactory(HonourFormFactory)
    awarding_body = factory.SubFactory(UnionFactory)
    person = factory.SubFactory(PersonFactory)
    year_rewarded = 2022
    achievement = "Hoàn thành tốt nhiệm vụ"
    decision_symbol = "04/QĐ-LHH"
    decided_on = DECIDED


class ReceivedFactory(HonourFactory):
    """A certificate of merit that the national Union gave a person."""

    form = factory.SubFactory(MeritFormFactory)
    awarding_body = factory.SubFactory(OrganisationFactory, kind=OrganisationKind.CENTRAL_UNION)
    decision_symbol = "231/QĐ-LHHVN"


class NominationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Nomination

    proposer = factory.SubFactory(OrganisationFactory)
    form = factory.SubFactory(HonourFormFactory)
    awarding_body = factory.SubFactory(UnionFactory)
    year_rewarded = 2022
    submitted_on = date(2022, 12, 20)


class NomineeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Nominee

    nomination = factory.SubFactory(NominationFactory)
    person = factory.SubFactory(PersonFactory)


class EmulationResultFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.EmulationResult

    year = 2022
    cluster = factory.Sequence(lambda n: f"Cụm thi đua số {n}")
    organisation = factory.SubFactory(UnionFactory)
    awarding_body = factory.SubFactory(OrganisationFactory)
    rank = 1


def leader():
    """Make a leader, who decides and revokes."""
    return user_with(Role.LEADER)


def officer():
    """Make an officer, who prepares, records and hands over."""
    return user_with(Role.OFFICER)


def nominated(by, *subjects, **facts):
    """Nominate some, two persons unless said, for letters of the Union for 2022."""
    given = {
        "proposer": OrganisationFactory(),
        "form": HonourFormFactory(),
        "awarding_body": UnionFactory(),
        "year": 2022,
        "on": date(2022, 12, 20),
        "candidates": subjects
        or [Candidate(person=PersonFactory()), Candidate(person=PersonFactory())],
    }
    return actions.nominate(**{**given, **facts}, by=by)


def nomination_at(state, by):
    """Bring a nomination of two persons to a state, through the verbs that lead there."""
    nomination = nominated(by)
    day = date(2022, 12, 28)
    steps = {
        NominationState.SUBMITTED: lambda: None,
        NominationState.CONSIDERED: lambda: actions.record_votes(
            nomination=nomination,
            on=day,
            votes_of=9,
            votes=dict.fromkeys(nomination.nominees.all(), 9),
            by=by,
        ),
        NominationState.RETURNED: lambda: actions.return_nomination(
            nomination=nomination, on=day, reason="Thiếu báo cáo", by=by
        ),
        NominationState.DECIDED: lambda: actions.decide_nomination(
            nomination=nomination, on=DECIDED, symbol="04/QĐ-LHH", by=by
        ),
        NominationState.REFUSED: lambda: actions.refuse_nomination(
            nomination=nomination, on=day, reason="Chưa đủ thành tích", by=by
        ),
        NominationState.WITHDRAWN: lambda: actions.withdraw_nomination(
            nomination=nomination, reason="Nêu nhầm năm", by=by
        ),
    }
    steps[state]()
    return nomination
