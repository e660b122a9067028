"""Records of contests for tests, and people who may do something with them."""

from datetime import UTC, date, datetime

import factory

from lienhiep.accounts.choices import ConsentGiver, ConsentPurpose, Role
from lienhiep.accounts.models import Consent
from lienhiep.contests import models
from lienhiep.contests.choices import ContestKind, ContestLevel, Rank
from lienhiep.contests.consent_texts import TEXT_VERSION
from tests.factories.accounts import user_with
from tests.factories.directory import OrganisationFactory, PersonFactory

OPENS, DEADLINE, DECIDED, RESULTS = (
    date(2022, 2, 1),
    date(2022, 6, 30),
    date(2022, 7, 20),
    date(2022, 7, 25),
)
BORN = date(2010, 5, 1)


class ContestFactory(factory.django.DjangoModelFactory):
    """A contest of the province for children."""

    class Meta:
        model = models.Contest

    name = factory.Sequence(lambda n: f"Cuộc thi số {n}")
    short_name = factory.LazyAttribute(lambda one: one.name)
    kind = ContestKind.YOUTH
    is_for_children = True


class EditionFactory(factory.django.DjangoModelFactory):
    """An edition of 2022 whose deadline is over and whose results are not out."""

    class Meta:
        model = models.Edition

    contest = factory.SubFactory(ContestFactory)
    year_label = "2022"
    opens_on = OPENS
    deadline = DEADLINE


class NationalEditionFactory(EditionFactory):
    """A national edition."""

    contest = factory.SubFactory(ContestFactory, level=ContestLevel.NATIONAL)
    ordinal = 18
    deadline = date(2022, 8, 31)


class ContestFieldFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ContestField

    edition = factory.SubFactory(EditionFactory)
    name = factory.Sequence(lambda n: f"Lĩnh vực {n}")
    position = factory.Sequence(int)


class PrizeLevelFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.PrizeLevel

    edition = factory.SubFactory(EditionFactory)
    rank = Rank.FIRST
    at_most = 3
    amount = 5_000_000


class CriterionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Criterion

    edition = factory.SubFactory(EditionFactory)
    name = factory.Sequence(lambda n: f"Tiêu chí {n}")
    max_points = 40
    position = factory.Sequence(int)


class EntryFactory(factory.django.DjangoModelFactory):
    """An entry received by post, whose papers nobody has checked."""

    class Meta:
        model = models.Entry

    edition = factory.SubFactory(EditionFactory)
    field = factory.SubFactory(ContestFieldFactory, edition=factory.SelfAttribute("..edition"))
    title = factory.Sequence(lambda n: f"Sản phẩm {n}")
    code = factory.Sequence(lambda n: f"22-{n:03}")
    received_on = date(2022, 5, 10)


class EntryAuthorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.EntryAuthor

    entry = factory.SubFactory(EntryFactory)
    person = factory.SubFactory(PersonFactory, birth_date=BORN)


class MentorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Mentor

    entry = factory.SubFactory(EntryFactory)
    person = factory.SubFactory(PersonFactory)


class PrizeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Prize

    entry = factory.SubFactory(EntryFactory, accepted_on=date(2022, 7, 1))
    edition = factory.SelfAttribute("entry.edition")
    level = factory.SubFactory(PrizeLevelFactory, edition=factory.SelfAttribute("..edition"))
    decided_on = DECIDED
    amount = 5_000_000


class NominationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Nomination

    entry = factory.SubFactory(EntryFactory, accepted_on=date(2022, 7, 1))
    edition = factory.SubFactory(NationalEditionFactory)
    sent_on = date(2022, 8, 15)


class JurorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Juror

    edition = factory.SubFactory(EditionFactory)
    person = factory.SubFactory(PersonFactory)
    appointed_on = date(2022, 6, 1)


class ScoreFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Score

    entry = factory.SubFactory(EntryFactory, accepted_on=date(2022, 7, 1))
    juror = factory.SubFactory(JurorFactory, edition=factory.SelfAttribute("..entry.edition"))
    assigned_on = date(2022, 7, 2)


def organiser():
    """Make a contest organiser."""
    return user_with(Role.CONTEST_ORGANISER)


def consent(person, purpose=ConsentPurpose.PUBLISH_NAME, given_by=ConsentGiver.BOTH, **facts):
    """Record that somebody agreed, as the office has it on paper."""
    return Consent.objects.create(
        person=person,
        purpose=purpose,
        text="Tôi đồng ý.",
        text_version=TEXT_VERSION,
        channel="paper",
        given_by=given_by,
        giver_name="" if given_by == ConsentGiver.SELF else "Mẹ của em",
        given_at=facts.pop("given_at", datetime(2022, 5, 10, tzinfo=UTC)),
        **facts,
    )


def entry_of(*authors, agreed=(ConsentPurpose.CONTEST_ENTRY,), **facts):
    """Make an entry with its authors, each of whom agreed to some purposes."""
    entry = EntryFactory(**facts)
    for position, person in enumerate(authors or [PersonFactory(birth_date=BORN)], start=1):
        EntryAuthorFactory(entry=entry, person=person, position=position)
        for purpose in agreed:
            consent(person, purpose)
    return models.Entry.objects.get(pk=entry.pk)


def published_prize(*authors, rank=Rank.FIRST, agreed=(), **facts):
    """Make an entry with a prize that stands on the site."""
    entry = entry_of(*authors, agreed=agreed, accepted_on=date(2022, 7, 1), **facts)
    level = models.PrizeLevel.objects.filter(edition=entry.edition, rank=rank).first()
    prize = PrizeFactory(
        entry=entry,
        level=level or PrizeLevelFactory(edition=entry.edition, rank=rank),
        published_on=RESULTS,
    )
    if entry.edition.results_published_on is None:
        entry.edition.results_published_on = RESULTS
        entry.edition.save()
    return prize


def school(name="Trường THCS Thử Nghiệm"):
    """Make a school."""
    return OrganisationFactory(name=name, kind="school")
