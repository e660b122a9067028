"""Balances carried over are stated, voided and put back; none is deleted."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.visits import actions
from lienhiep.visits.choices import TallyKind
from lienhiep.visits.models import DailyTally
from tests.factories.visits import DailyTallyFactory, balance

pytestmark = pytest.mark.django_db

LAST_DAY = date(2021, 12, 31)


def last_entry(row):
    entry = entries_of(row)[0]
    return entry.log.action, entry.who, entry.reason


def total(on):
    return sum(DailyTally.objects.making_up_total(on).values_list("visits", flat=True))


def test_stating_a_balance_writes_who_stated_it(administrator):
    row = actions.state_opening_balance(
        day=LAST_DAY, visits=2_871_400, note="Bộ đếm cũ", by=administrator
    )

    assert (row.kind, row.visits) == (TallyKind.OPENING, 2_871_400)
    assert last_entry(row) == ("visits.state_opening_balance", administrator.full_name, "")


@pytest.mark.parametrize("days_ahead", [0, 1])
def test_a_balance_at_the_end_of_a_day_that_is_not_over_is_refused(administrator, days_ahead):
    with pytest.raises(ValidationError) as refusal:
        actions.state_opening_balance(
            day=today() + timedelta(days=days_ahead), visits=1, by=administrator
        )

    assert list(refusal.value.message_dict) == ["day"]


def test_a_number_below_nought_is_refused(administrator):
    with pytest.raises(ValidationError) as refusal:
        actions.state_opening_balance(day=LAST_DAY, visits=-1, by=administrator)

    assert list(refusal.value.message_dict) == ["visits"]


def test_a_second_balance_of_a_day_is_refused(administrator):
    balance(LAST_DAY)

    with pytest.raises(ValidationError, match="đã có dòng"):
        actions.state_opening_balance(day=LAST_DAY, visits=5, by=administrator)


def test_a_voided_balance_counts_no_longer_and_makes_room_for_another(administrator):
    wrong = balance(LAST_DAY, visits=1)

    actions.void_opening_balance(tally=wrong, reason="Đọc nhầm bộ đếm", by=administrator)
    actions.state_opening_balance(day=LAST_DAY, visits=7, by=administrator)

    assert total(date(2022, 1, 5)) == 7
    assert last_entry(wrong) == (
        "visits.void_opening_balance",
        administrator.full_name,
        "Đọc nhầm bộ đếm",
    )


def test_a_balance_put_back_counts_again(administrator):
    row = balance(LAST_DAY, visits=9)
    actions.void_opening_balance(tally=row, reason="Nhầm", by=administrator)

    actions.restore_opening_balance(tally=row, reason="Không nhầm", by=administrator)

    assert total(date(2022, 1, 5)) == 9


def test_a_balance_is_not_put_back_beside_the_one_that_took_its_place(administrator):
    row = balance(LAST_DAY, visits=9)
    actions.void_opening_balance(tally=row, reason="Nhầm", by=administrator)
    balance(LAST_DAY, visits=8)

    with pytest.raises(ValidationError, match="31/12/2021"):
        actions.restore_opening_balance(tally=row, reason="Không nhầm", by=administrator)

    assert total(date(2022, 1, 5)) == 8


@pytest.mark.parametrize("verb", [actions.void_opening_balance, actions.restore_opening_balance])
def test_what_the_program_counted_is_neither_voided_nor_put_back(administrator, verb):
    row = DailyTallyFactory()

    with pytest.raises(ValidationError):
        verb(tally=row, reason="Thử", by=administrator)


def test_voiding_needs_a_reason(administrator):
    with pytest.raises(ValidationError):
        actions.void_opening_balance(tally=balance(), reason=" ", by=administrator)


def test_loading_days_leaves_one_entry_and_rows_of_people(administrator):
    days = {date(2022, 1, 2): 30, date(2022, 1, 1): 20}

    made = actions.load_daily_tallies(visits=days, by=administrator)

    assert [(row.day.day, row.kind, row.visits) for row in made] == [
        (1, TallyKind.PERSON, 20),
        (2, TallyKind.PERSON, 30),
    ]
    assert last_entry(made[0])[0] == "visits.load_daily_tallies"
    assert entries_of(made[1]) == []


def test_loading_a_day_that_has_its_row_loads_nothing(administrator):
    DailyTallyFactory(day=date(2022, 1, 2))

    with pytest.raises(ValidationError, match="02/01/2022"):
        actions.load_daily_tallies(
            visits={date(2022, 1, 1): 20, date(2022, 1, 2): 30}, by=administrator
        )

    assert DailyTally.objects.count() == 1


def test_loading_days_to_come_is_refused(administrator):
    with pytest.raises(ValidationError):
        actions.load_daily_tallies(visits={today() + timedelta(days=1): 3}, by=administrator)
