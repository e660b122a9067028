"""What commendation counts, and by which of its three dates."""

from datetime import date

import pytest

from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period
from lienhiep.directory.choices import OrganisationKind
from lienhiep.honours.choices import AwardingLevel, FormKind
from tests.factories.directory import OrganisationFactory
from tests.factories.honours import (
    EmulationResultFactory,
    HonourFactory,
    HonourFormFactory,
    MeritFormFactory,
    ReceivedFactory,
    UnionFactory,
)

pytestmark = pytest.mark.django_db

DATA_DATE = date(2023, 6, 1)


def value_of(code, period="2022"):
    return evaluate(figure_named(code), Period.parse(period), DATA_DATE)


def to_collective(factory=HonourFactory, **facts):
    return factory(person=None, organisation=OrganisationFactory(), **facts)


def test_letters_count_by_the_year_rewarded_though_decided_and_handed_over_in_the_next():
    HonourFactory(decided_on=date(2023, 1, 5), conferred_on=date(2023, 1, 10))
    to_collective()
    HonourFactory(year_rewarded=2021, decided_on=date(2022, 1, 7))

    value = value_of("G01")

    assert [(part.key, part.value) for part in value.parts] == [("collective", 1), ("person", 1)]
    assert (value.value, value_of("G01a").value, value_of("G01b").value) == (2, 1, 1)


@pytest.mark.parametrize(
    ("period", "counted"),
    [
        ("2022", 1),
        ("2022-H2", 1),
        ("2022-Q4", 1),
        ("2022-12", 1),
        ("2022-03-01..2023-03-01", 1),
        ("2022-H1", 0),
        ("2022-9M", 0),
        ("2022-11", 0),
        ("2023", 0),
        ("2022-01-01..2022-12-30", 0),
    ],
)
def test_a_year_rewarded_lies_in_every_period_that_holds_its_last_day(period, counted):
    HonourFactory()

    assert value_of("G01", period).value == counted


def test_several_years_count_by_the_last():
    HonourFactory(first_year=2018, year_rewarded=2022)

    assert (value_of("G01", "2018").value, value_of("G01", "2022").value) == (0, 1)


def test_what_is_proposed_or_revoked_counts_nowhere():
    HonourFactory(decided_on=None)
    HonourFactory(revoked_on=date(2023, 2, 1), revocation_reason="Báo cáo sai")
    ReceivedFactory(revoked_on=date(2023, 2, 1), revocation_reason="Báo cáo sai")

    assert [value_of(f"G0{number}").value for number in range(1, 6)] == [0] * 5


def test_a_certificate_of_the_union_is_no_letter():
    HonourFactory(form=HonourFormFactory(kind=FormKind.CERTIFICATE))

    assert value_of("G01").value == 0


def test_merits_of_the_union_count_by_the_decision_whatever_the_year_rewarded():
    union = UnionFactory()
    of_union = {"person": None, "organisation": union}
    ReceivedFactory(**of_union, year_rewarded=2021, decided_on=date(2022, 5, 12))
    ReceivedFactory(**of_union, year_rewarded=2022, decided_on=date(2022, 12, 28))
    ReceivedFactory(**of_union, year_rewarded=2022, decided_on=date(2023, 1, 3))
    ReceivedFactory(decided_on=date(2022, 12, 28))
    to_collective(ReceivedFactory, decided_on=date(2022, 12, 28))

    value = value_of("G02")

    assert value.value == 2
    assert [(part.key, part.value) for part in value.parts] == [("central_union", 2)]


def test_honours_of_province_and_state_leave_medals_and_distinctions_to_their_own_figures():
    day = date(2022, 3, 10)
    for level, kind in (
        (AwardingLevel.PROVINCE, FormKind.REWARD),
        (AwardingLevel.STATE, FormKind.ORDER),
        (AwardingLevel.PROVINCE, FormKind.DISTINCTION),
        (AwardingLevel.MINISTRY, FormKind.MEDAL),
        (AwardingLevel.MINISTRY, FormKind.MERIT),
    ):
        ReceivedFactory(
            form=MeritFormFactory(level=level, kind=kind), decided_on=day, year_rewarded=2021
        )

    assert [value_of(code).value for code in ("G03", "G04", "G05")] == [2, 1, 1]


def test_intellectuals_honoured_are_persons_and_told_by_level():
    form = HonourFormFactory(kind=FormKind.DISTINCTION)
    HonourFactory(form=form, decided_on=date(2022, 5, 18))
    to_collective(form=form, decided_on=date(2022, 5, 18))
    ReceivedFactory(form=MeritFormFactory(kind=FormKind.DISTINCTION), decided_on=date(2022, 12, 9))

    parts = value_of("G04").parts

    assert [(part.key, part.value) for part in parts] == [("union", 1), ("central_union", 1)]


def test_emulation_results_are_those_of_the_union_itself():
    EmulationResultFactory(cluster="Cụm thi đua số 4")
    EmulationResultFactory(organisation=OrganisationFactory(kind=OrganisationKind.ASSOCIATION))
    EmulationResultFactory(year=2021)

    value = value_of("G06")

    assert (value.value, [part.label for part in value.parts]) == (1, ["Cụm thi đua số 4"])


def test_a_figure_does_not_count_what_was_decided_after_its_data_date():
    ReceivedFactory(
        person=None,
        organisation=UnionFactory(),
        decided_on=date(2022, 12, 28),
    )

    early = evaluate(figure_named("G02"), Period.year(2022), date(2022, 12, 1))

    assert early.value == 0
