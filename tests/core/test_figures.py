"""A figure is its records and how they are counted; the rest follows from these."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienhiep.core.figures import (
    Cause,
    Counted,
    Level,
    Ratio,
    Shares,
    Stated,
    Summed,
    all_figures,
    evaluate,
    evaluate_all,
    figure,
    figure_named,
    newest_counted_year,
    register_data_dates,
    register_plans,
    register_statements,
    sections_of,
    usual_data_date,
    value_of,
)
from lienhiep.core.figures import evaluating as evaluating_module
from lienhiep.core.figures import registry as registry_module
from lienhiep.core.figures.counting import largest_remainder, percent
from lienhiep.core.period import Period, today
from tests.sample.models import Club, HeadCount, Member, Town

YEAR = Period.year(2022)
END = date(2022, 12, 31)


@pytest.fixture(autouse=True)
def catalogue(monkeypatch):
    """Begin with an empty catalogue, and nothing stated, planned or reported."""
    monkeypatch.setattr(registry_module, "_by_code", {})
    monkeypatch.setattr(registry_module, "_by_name", {})
    for kept in ("_statements", "_plans", "_data_dates"):
        monkeypatch.setattr(evaluating_module, kept, [])


def hang(count, code="X01", name="sample.clubs", **facts):
    figure(
        code,
        name,
        label="Clubs",
        unit="clubs",
        section="Sample",
        counting_date="founded",
        **facts,
    )(count)
    return figure_named(code)


def founded_in(period):
    """Clubs founded in the period."""
    return Counted(queryset=Club.objects.filter(founded__range=(period.start, period.end)))


def club(name, founded=date(2022, 5, 1), **fields):
    return Club.objects.create(name=name, founded=founded, **fields)


def parts(counting):
    return [(part.label, part.value, part.share) for part in counting.parts()]


def contributions(counting):
    return [(row.pk, row.amount, row.group) for row in counting.contributions()]


# Shares


@pytest.mark.parametrize(
    ("amounts", "shares"),
    [
        ([72, 60, 48, 48, 12], [30, 25, 20, 20, 5]),
        ([1, 1, 1], [34, 33, 33]),
        ([0, 0], [0, 0]),
        ([], []),
        ([5], [100]),
        ([1, 999], [0, 100]),
        ([Decimal("0.5"), Decimal("0.5")], [50, 50]),
    ],
)
def test_shares_go_to_the_largest_remainder(amounts, shares):
    assert largest_remainder(amounts) == shares


@given(st.lists(st.integers(min_value=0, max_value=10_000), min_size=1, max_size=12))
def test_shares_always_add_up_to_a_hundred(amounts):
    shares = largest_remainder(amounts)

    assert sum(shares) == (100 if sum(amounts) else 0)
    for amount, share in zip(amounts, shares, strict=True):
        exact = 100 * amount / sum(amounts) if sum(amounts) else 0
        assert abs(share - exact) < 1


@pytest.mark.parametrize(
    ("part", "whole", "expected"), [(1, 8, 13), (1, 3, 33), (2, 3, 67), (3, 2, 150), (1, 0, None)]
)
def test_percent_rounds_halves_up(part, whole, expected):
    assert percent(part, whole) == expected


# Kinds of counting


@pytest.mark.django_db
def test_counted_is_as_many_as_there_are_records():
    one, two = club("A", kind="science"), club("B", kind="sport")
    counting = Counted(queryset=Club.objects.all(), by="kind")

    assert (counting.value(), counting.records()) == (2, 2)
    assert parts(counting) == [("Science", 1, None), ("Sport", 1, None)]
    assert contributions(counting) == [(one.pk, 1, "science"), (two.pk, 1, "sport")]


@pytest.mark.django_db
def test_summed_adds_a_field_up_and_nothing_known_is_zero():
    one, two = club("A", budget=Decimal("1.50")), club("B", budget=None)
    counting = Summed(queryset=Club.objects.all(), amount="budget", by="kind")

    assert counting.value() == Decimal("1.50")
    assert contributions(counting) == [(one.pk, Decimal("1.50"), "science"), (two.pk, 0, "science")]
    assert Summed(queryset=Club.objects.none(), amount="budget").value() == 0


@pytest.mark.django_db
def test_groups_by_a_related_record_bear_its_name_in_its_own_order():
    vinh, hue = Town.objects.create(name="Vinh"), Town.objects.create(name="Huế")
    club("A", town=hue)
    club("B", town=vinh)
    club("C", town=vinh)
    club("D")

    counting = Counted(queryset=Club.objects.order_by("-name"), by="town")

    assert parts(counting) == [("Vinh", 2, None), ("Huế", 1, None), ("—", 1, None)]


@pytest.mark.django_db
def test_groups_may_lie_across_a_relation():
    science, sport = club("A"), club("B", kind="sport")
    Member.objects.create(club=science, name="x")
    Member.objects.create(club=sport, name="y")
    Member.objects.create(club=sport, name="z")

    counting = Counted(queryset=Member.objects.all(), by="club__kind")

    assert parts(counting) == [("Science", 1, None), ("Sport", 2, None)]


@pytest.mark.django_db
def test_causes_are_the_records_through_which_each_counts(django_assert_num_queries):
    science, sport = club("A"), club("B", kind="sport")
    one = Member.objects.create(club=science, name="x")
    two = Member.objects.create(club=sport, name="y")
    counting = Counted(queryset=Member.objects.all(), caused_by=(Cause("club"),))

    with django_assert_num_queries(1):
        causes = counting.causes()

    assert causes == {one.pk: {"sample.club": [science.pk]}, two.pk: {"sample.club": [sport.pk]}}
    assert counting.cause_models() == [Club]


@pytest.mark.django_db
def test_of_several_causes_only_those_that_count_are_named():
    found = club("A")
    counts = Member.objects.create(club=found, name="x")
    Member.objects.create(club=found, name="y")

    counting = Counted(
        queryset=Club.objects.all(),
        caused_by=(Cause("members", among=Member.objects.filter(name="x")),),
    )

    assert counting.causes() == {found.pk: {"sample.member": [counts.pk]}}


@pytest.mark.django_db
def test_a_record_found_twice_counts_once():
    found = club("A")
    Member.objects.create(club=found, name="x")
    Member.objects.create(club=found, name="y")

    counting = Counted(queryset=Club.objects.filter(members__fee=0).distinct(), by="kind")

    assert (counting.value(), parts(counting)) == (1, [("Science", 1, None)])
    assert contributions(counting) == [(found.pk, 1, "science")]


@pytest.mark.django_db
def test_the_first_of_a_long_list_are_counted_as_such():
    for name in "ABC":
        club(name, budget=Decimal(1))

    counting = Summed(queryset=Club.objects.order_by("name")[:2], amount="budget", by="kind")

    assert (counting.value(), counting.records()) == (2, 2)
    assert len(contributions(counting)) == 2


@pytest.mark.django_db
def test_shares_by_number_or_by_weight():
    club("A", budget=Decimal(30))
    club("B", kind="sport", budget=Decimal(10))
    everything = Club.objects.all()

    assert parts(Shares(queryset=everything, by="kind")) == [("Science", 1, 50), ("Sport", 1, 50)]
    assert parts(Shares(queryset=everything, by="kind", amount="budget")) == [
        ("Science", 30, 75),
        ("Sport", 10, 25),
    ]


@pytest.mark.django_db
def test_ratio_shows_part_and_whole():
    club("A", is_public=True)
    club("B")
    club("C")
    whole = Counted(queryset=Club.objects.all())

    counting = Ratio(queryset=Club.objects.filter(is_public=True), whole=whole)

    assert (counting.value(), counting.records()) == (1, 1)
    assert parts(counting) == [("Trên tổng số", 3, None), ("Tỷ lệ", 1, 33)]


@pytest.mark.django_db
def test_level_adds_the_last_statement_of_each_up_to_the_day():
    one, two = club("A"), club("B")
    for each, day, members in [
        (one, date(2021, 12, 31), 40),
        (one, date(2022, 6, 30), 50),
        (one, date(2023, 1, 1), 99),
        (two, date(2022, 3, 1), 7),
    ]:
        HeadCount.objects.create(club=each, day=day, members=members)

    counting = Level(
        queryset=HeadCount.objects.all(), amount="members", on="day", day=END, who="club"
    )

    assert (counting.value(), counting.records()) == (57, 2)
    assert sorted(row.amount for row in counting.contributions()) == [7, 50]
    assert sorted(row.members for row in counting.rows()) == [7, 50]


@pytest.mark.django_db
def test_level_of_nothing_stated_is_not_known():
    counting = Level(queryset=HeadCount.objects.all(), amount="members", on="day", day=END)

    assert counting.value() is None


@pytest.mark.django_db
def test_level_of_one_who_states_is_the_newest():
    one = club("A")
    HeadCount.objects.create(club=one, day=date(2022, 6, 30), members=50)
    HeadCount.objects.create(club=one, day=date(2022, 6, 30), members=52)

    counting = Level(queryset=HeadCount.objects.all(), amount="members", on="day", day=END)

    assert (counting.value(), counting.records()) == (52, 1)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [Counted, Summed, Shares])
def test_contributions_add_up_to_value_and_groups(kind):
    for number in range(5):
        club(str(number), kind="sport" if number % 2 else "science", budget=Decimal(number))
    fields = {} if kind is Counted else {"amount": "budget"}
    counting = kind(queryset=Club.objects.all(), by="kind", **fields)

    rows = list(counting.contributions())

    assert sum(row.amount for row in rows) == counting.value()
    for group, amount in counting.amounts_by_group().items():
        assert sum(row.amount for row in rows if row.group == group) == amount


@pytest.mark.django_db
def test_contributions_cost_one_query(django_assert_num_queries):
    for number in range(3):
        club(str(number))

    with django_assert_num_queries(1):
        list(Counted(queryset=Club.objects.all(), by="kind").contributions())


# The catalogue


def test_a_code_or_a_name_stands_in_the_catalogue_once():
    hang(founded_in)

    with pytest.raises(ValueError, match="stands in the catalogue already"):
        hang(founded_in, "X01", "sample.others")
    with pytest.raises(ValueError, match="stands in the catalogue already"):
        hang(founded_in, "X02", "sample.clubs")


def test_a_figure_is_found_by_code_in_any_case_or_by_name():
    found = hang(founded_in)

    assert figure_named("x01") is figure_named("sample.clubs") is found
    assert figure_named("X99") is None
    assert all_figures() == [found]


def test_a_code_with_a_small_letter_is_found_in_any_case_too():
    found = hang(founded_in, "X01a", "sample.new_clubs")

    assert figure_named("X01A") is figure_named("x01a") is found


def test_the_meaning_of_a_figure_is_its_first_sentence():
    assert hang(founded_in).meaning == "Clubs founded in the period."


# Evaluating


@pytest.mark.django_db
def test_evaluate_counts_the_period():
    club("before", date(2021, 12, 31))
    club("first day", date(2022, 1, 1))
    club("last day", date(2022, 12, 31))
    club("after", date(2023, 1, 1))

    value = evaluate(hang(founded_in), YEAR, date(2026, 1, 1))

    assert (value.value, value.records, value.statement) == (2, 2, None)


@pytest.mark.django_db
def test_evaluate_counts_no_further_than_the_data_date():
    club("in June", date(2022, 6, 30))
    club("in July", date(2022, 7, 1))

    value = evaluate(hang(founded_in), YEAR, date(2022, 6, 30))

    assert (value.value, str(value.period), value.data_date) == (1, "2022", date(2022, 6, 30))


@pytest.mark.django_db
def test_evaluate_knows_nothing_of_a_period_that_has_not_begun():
    value = evaluate(hang(founded_in), YEAR, date(2021, 12, 31))

    assert (value.value, value.parts, value.records, value.of_plan) == (None, [], 0, None)


@pytest.mark.django_db
def test_evaluate_compares_with_the_plan_of_the_whole_period():
    for number in range(3):
        club(str(number))
    planned = hang(founded_in, plan=lambda period: Counted(queryset=Club.objects.all()[:2]))

    assert evaluate(planned, YEAR, END).of_plan == 150


@pytest.mark.django_db
def test_a_stated_number_stands_beside_the_counted_one():
    club("A")
    stated = Stated(9, "Theo biên bản", "Lê An", END)
    register_statements(lambda codes, period, on: dict.fromkeys(codes, stated))

    value = evaluate(hang(founded_in), YEAR, END)

    assert (value.value, value.statement.value, value.is_stated) == (1, 9, False)
    assert (value.as_json()["value"], value.as_json()["stated"]) == (1, False)


@pytest.mark.django_db
def test_a_value_is_printed_as_programs_read_it():
    club("A", kind="sport")
    shares = hang(lambda period: Shares(queryset=Club.objects.all(), by="kind"))

    printed = evaluate(shares, YEAR, END).as_json()

    assert printed["parts"] == [{"label": "Sport", "value": 1, "share": 100}]
    assert (printed["code"], printed["period"], printed["value"], printed["records"]) == (
        "X01",
        "2022",
        1,
        1,
    )
    assert printed["data_date"] == "2022-12-31"


@pytest.mark.django_db
def test_the_room_s_own_plan_comes_before_a_target_and_an_empty_one_gives_way():
    club("A")
    register_plans(lambda period: {"X01": 5, "X02": 5, "X03": 5})
    planned = hang(founded_in, plan=founded_in)
    empty = hang(founded_in, "X02", "sample.b", plan=lambda p: founded_in(Period.year(1999)))
    without = hang(founded_in, "X03", "sample.c")

    values = evaluate_all([planned, empty, without], YEAR, END)

    assert [(one.plan, one.of_plan) for one in values] == [(1, 100), (5, 20), (5, 20)]


@pytest.mark.django_db
def test_a_period_that_was_reported_stands_at_the_data_date_of_its_report():
    club("A", founded=date(2022, 3, 1))
    club("B", founded=date(2022, 9, 1))
    register_data_dates(lambda period: date(2022, 6, 30) if period == YEAR else None)
    clubs = hang(founded_in)

    assert (evaluate(clubs, YEAR).value, evaluate(clubs, YEAR).data_date) == (1, date(2022, 6, 30))
    assert evaluate(clubs, YEAR, END).value == 2
    assert usual_data_date(Period.year(2021)) == today()


@pytest.mark.django_db
def test_a_bare_value_is_that_of_the_whole_evaluation():
    club("A", founded=date(2022, 3, 1))
    clubs = hang(founded_in, stands_at_data_date=True)
    club("B", founded=date(2023, 1, 5))

    assert value_of(clubs, YEAR, date(2023, 1, 10)) == 2
    assert (
        value_of(clubs, YEAR, date(2023, 1, 10)) == evaluate(clubs, YEAR, date(2023, 1, 10)).value
    )
    assert value_of(clubs, YEAR, date(2021, 1, 10)) is None


def test_sections_follow_the_letters_of_the_codes():
    for code in ("E02", "Z01", "A01", "E01"):
        hang(founded_in, code, f"sample.{code}")

    sections = sections_of(registry_module.all_figures())

    assert [(one.letter, [figure.code for figure in one.figures]) for one in sections] == [
        ("A", ["A01"]),
        ("E", ["E01", "E02"]),
        ("Z", ["Z01"]),
    ]
    assert sections[-1].heading == "Sample"


@pytest.mark.django_db
def test_the_year_shown_first_is_the_newest_of_which_the_records_tell_something():
    last = today().year - 1
    club("A", founded=date(last - 2, 5, 1))
    hang(founded_in, "A01", "sample.a")
    hang(founded_in, "B01", "sample.b")
    hang(lambda period: Counted(queryset=Club.objects.all()), "C01", "sample.always")
    hang(lambda period: Counted(queryset=Club.objects.none()), "D01", "sample.never")
    hang(lambda period: Counted(queryset=Club.objects.none()), "E01", "sample.never_either")

    assert newest_counted_year() == Period.year(last - 2)


@pytest.mark.django_db
def test_where_nothing_counts_the_last_year_is_shown():
    hang(founded_in)

    assert newest_counted_year() == Period.year(today().year - 1)
