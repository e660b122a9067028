from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation
from freezegun import freeze_time
from hypothesis import given
from hypothesis import strategies as st

from lienhiep.core.period import InvalidPeriod, Period, PeriodKind, local_day, today

YEARS = st.integers(min_value=1902, max_value=2190)
DAYS = st.dates(min_value=date(1910, 1, 1), max_value=date(2190, 12, 31))
PERIODS = st.one_of(
    st.builds(Period.year, YEARS),
    st.builds(Period.half, YEARS, st.integers(1, 2)),
    st.builds(Period.nine_months, YEARS),
    st.builds(Period.quarter, YEARS, st.integers(1, 4)),
    st.builds(Period.month, YEARS, st.integers(1, 12)),
    st.builds(
        lambda start, days: Period.between(start, start + timedelta(days)),
        DAYS,
        st.integers(0, 900),
    ),
)


@pytest.mark.parametrize(
    ("code", "start", "end", "kind"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31), PeriodKind.YEAR),
        ("2022-H1", date(2022, 1, 1), date(2022, 6, 30), PeriodKind.HALF),
        ("2022-H2", date(2022, 7, 1), date(2022, 12, 31), PeriodKind.HALF),
        ("2022-9M", date(2022, 1, 1), date(2022, 9, 30), PeriodKind.NINE_MONTHS),
        ("2022-Q3", date(2022, 7, 1), date(2022, 9, 30), PeriodKind.QUARTER),
        ("2022-11", date(2022, 11, 1), date(2022, 11, 30), PeriodKind.MONTH),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), PeriodKind.MONTH),
        ("2022-03-01..2025-06-30", date(2022, 3, 1), date(2025, 6, 30), PeriodKind.BETWEEN),
    ],
)
def test_parse_reads_every_code_and_str_writes_it_again(code, start, end, kind):
    period = Period.parse(code)

    assert period == Period(start, end, kind)
    assert str(period) == code


def test_parse_forgives_small_letters_and_spaces():
    assert Period.parse(" 2022-q3 ") == Period.quarter(2022, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22",
        "2022-13",
        "2022-00",
        "2022-Q5",
        "2022-H3",
        "2022-6M",
        "0000",
        "9999",
        "11/2022",
        "2022-02-30..2022-03-01",
        "2022-12-31..2022-01-01",
        "2022-01-01..",
        "２０２２",
    ],
)
def test_parse_refuses_what_is_no_period(text):
    with pytest.raises(InvalidPeriod) as refused:
        Period.parse(text)

    assert str(refused.value)


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("2022", "Năm 2022"),
        ("2022-H1", "6 tháng đầu năm 2022"),
        ("2022-H2", "6 tháng cuối năm 2022"),
        ("2022-9M", "9 tháng đầu năm 2022"),
        ("2022-Q3", "Quý III năm 2022"),
        ("2022-11", "Tháng 11 năm 2022"),
        ("2022-03-01..2025-06-30", "Từ 01/03/2022 đến 30/06/2025"),
    ],
)
def test_label_names_the_period_in_vietnamese(code, label):
    with translation.override("vi"):
        assert Period.parse(code).label == label


def test_label_names_the_period_in_english():
    with translation.override("en"):
        assert Period.parse("2022-Q3").label == "Quarter III of 2022"


@pytest.mark.parametrize(
    ("code", "compared_with"),
    [
        ("2022", "2021"),
        ("2022-H1", "2021-H1"),
        ("2022-9M", "2021-9M"),
        ("2022-Q3", "2021-Q3"),
        ("2024-02", "2023-02"),
        ("2025-02", "2024-02"),
        ("2022-01-10..2022-02-20", "2021-01-10..2021-02-20"),
        ("2025-01-01..2025-02-28", "2024-01-01..2024-02-29"),
        ("2024-02-29..2024-03-01", "2023-02-28..2023-03-01"),
        ("2020-01-01..2024-12-31", "2015-01-01..2019-12-31"),
    ],
)
def test_previous_is_the_same_period_a_year_before(code, compared_with):
    assert str(Period.parse(code).previous()) == compared_with


@pytest.mark.parametrize(
    ("code", "before"),
    [
        ("2022", "2021"),
        ("2022-H1", "2021-H2"),
        ("2022-H2", "2022-H1"),
        ("2022-9M", "2021-04-01..2021-12-31"),
        ("2022-Q1", "2021-Q4"),
        ("2022-01", "2021-12"),
        ("2022-03-01..2022-04-30", "2022-01-01..2022-02-28"),
        ("2022-03-02..2022-03-04", "2022-02-27..2022-03-01"),
    ],
)
def test_preceding_is_the_period_just_before(code, before):
    assert str(Period.parse(code).preceding()) == before


def test_until_cuts_at_the_data_date():
    year = Period.year(2022)

    assert year.until(date(2021, 12, 31)) is None
    assert year.until(date(2022, 10, 5)) == Period.between(date(2022, 1, 1), date(2022, 10, 5))
    assert year.until(date(2022, 12, 31)) is year
    assert year.until(date(2023, 1, 10)) is year


def test_contains_counts_both_ends():
    quarter = Period.quarter(2022, 3)
    days = (date(2022, 6, 30), date(2022, 7, 1), date(2022, 9, 30), date(2022, 10, 1))

    assert [quarter.contains(day) for day in days] == [False, True, True, False]
    assert quarter.days == 92
    with pytest.raises(TypeError):
        quarter.contains(datetime(2022, 7, 1, tzinfo=UTC))


def test_datetimes_are_half_open_and_in_vietnam():
    first, after = Period.month(2022, 12).datetimes()

    assert first == datetime(2022, 11, 30, 17, tzinfo=UTC)
    assert after == datetime(2022, 12, 31, 17, tzinfo=UTC)


def test_today_and_local_day_are_days_in_vietnam():
    with freeze_time("2022-12-31 17:30:00"):
        assert today() == date(2023, 1, 1)

    assert local_day(datetime(2022, 12, 31, 16, 59, tzinfo=UTC)) == date(2022, 12, 31)
    with pytest.raises(ValueError):
        local_day(datetime(2022, 12, 31))  # noqa: DTZ001 - a naive moment is the case


@given(PERIODS)
def test_parse_reads_what_str_writes(period):
    assert Period.parse(str(period)) == period


@given(PERIODS)
def test_months_are_together_exactly_the_period(period):
    months = list(period.iter_months())

    assert months[0].start == period.start
    assert months[-1].end == period.end
    assert sum(month.days for month in months) == period.days


@given(PERIODS)
def test_preceding_ends_the_day_before_the_period_starts(period):
    assert period.preceding().end == period.start - timedelta(days=1)


@given(PERIODS, DAYS)
def test_datetimes_hold_the_moments_of_the_days_contained(period, day):
    first, after = period.datetimes()
    noon = datetime(day.year, day.month, day.day, 5, tzinfo=UTC)

    assert (first <= noon < after) == period.contains(day)
