"""Numbers in registers: each once, none twice, whoever comes at the same moment."""

import threading

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from lienhiep.core.data_checks import all_checks
from lienhiep.core.models import NumberBook, NumberEntry, NumberState
from lienhiep.core.numbering import (
    bind_number,
    enter_numbers,
    forget_numbers,
    last_number,
    numbers_of,
    reserve,
    restore_number,
    take_late_number,
    take_number,
    void_number,
)
from tests.sample.models import Club

BOOK = {"book": "sample.outgoing", "year": 2026}


@pytest.fixture
def clerk(db):
    return get_user_model().objects.create(email="an@example.vn", full_name="Lê An")


def refused(call, **arguments):
    with pytest.raises(ValidationError) as refusal:
        call(**arguments)
    return sorted(refusal.value.message_dict)


# Giving


def test_take_number_counts_from_one(clerk):
    assert [take_number(**BOOK, by=clerk) for _ in range(3)] == [1, 2, 3]


def test_take_number_begins_again_each_year(clerk):
    take_number(**BOOK, by=clerk)

    assert take_number(book="sample.outgoing", year=2027, by=clerk) == 1


def test_take_number_runs_through_the_term_of_a_party_body(clerk):
    party = {"book": "sample.party.NQ", "term": "2025-2030"}
    take_number(**party, by=clerk)

    assert take_number(**party, by=clerk) == 2


def test_take_number_wants_a_year_or_a_term(clerk):
    with pytest.raises(ValueError, match="year or by the term"):
        take_number(book="sample.outgoing", by=clerk)


def test_take_number_says_who_took_it_and_for_what(clerk):
    club = Club.objects.create(name="Hội")

    take_number(**BOOK, by=clerk, for_record=club)

    entry = numbers_of("sample.outgoing", year=2026).get()
    assert (entry.given_by, entry.object_id, entry.state) == (clerk, club.pk, NumberState.TAKEN)


def test_bind_number_names_a_record_that_was_made_after_it(clerk):
    number = take_number(**BOOK, by=clerk, for_record=Club(name="Hội"))
    club = Club.objects.create(name="Hội")

    bind_number(**BOOK, number=number, record=club)

    assert numbers_of("sample.outgoing", year=2026).get().object_id == club.pk


def test_restore_number_lets_a_voided_number_stand_again(clerk):
    club = Club.objects.create(name="Hội")
    number = take_number(**BOOK, by=clerk, for_record=club)
    void_number(**BOOK, number=number, by=clerk, reason="Ghi nhầm")

    entry = restore_number(**BOOK, number=number, by=clerk, reason="Hủy nhầm")

    assert (entry.state, entry.voided_by, entry.object_id) == (NumberState.TAKEN, None, club.pk)


def test_restore_number_refuses_a_number_that_stands_or_was_given_to_nothing(clerk):
    number = take_number(**BOOK, by=clerk)

    assert refused(restore_number, **BOOK, number=number, by=clerk, reason="") == ["reason"]
    assert refused(restore_number, **BOOK, number=number, by=clerk, reason="Nhầm") == ["number"]


def test_enter_numbers_takes_over_a_register_at_once(clerk):
    clubs = {number: Club.objects.create(name=f"Hội {number}") for number in (1, 2, 4)}

    enter_numbers(**BOOK, records=clubs, by=clerk)

    entries = numbers_of("sample.outgoing", year=2026)
    assert [(one.number, one.object_id) for one in entries] == [
        (number, club.pk) for number, club in clubs.items()
    ]
    assert last_number("sample.outgoing", year=2026) == 4
    assert take_number(**BOOK, by=clerk) == 5


def test_enter_numbers_refuses_all_where_one_was_given(clerk):
    take_number(**BOOK, by=clerk)
    clubs = {number: Club.objects.create(name=f"Hội {number}") for number in (1, 2)}

    assert refused(enter_numbers, **BOOK, records=clubs, by=clerk) == ["number"]
    assert numbers_of("sample.outgoing", year=2026).count() == 1


@pytest.mark.django_db(transaction=True)
def test_take_number_refuses_outside_a_transaction():
    with pytest.raises(transaction.TransactionManagementError):
        take_number(**BOOK, by=None)


@pytest.mark.django_db(transaction=True)
def test_a_number_is_free_again_when_the_entry_is_undone():
    with transaction.atomic():
        take_number(**BOOK, by=None)
        transaction.set_rollback(True)

    with transaction.atomic():
        assert take_number(**BOOK, by=None) == 1


# A number that somebody wants


def test_a_wanted_number_is_given_and_the_next_follows_it(clerk):
    assert take_number(**BOOK, by=clerk, wanted=120) == 120
    assert take_number(**BOOK, by=clerk) == 121


def test_a_wanted_number_below_the_last_is_given_where_it_was_passed_over(clerk):
    take_number(**BOOK, by=clerk, wanted=10)

    assert take_number(**BOOK, by=clerk, wanted=4) == 4
    assert take_number(**BOOK, by=clerk) == 11


def test_a_number_that_is_taken_is_refused_at_its_field(clerk):
    take_number(**BOOK, by=clerk)

    with pytest.raises(ValidationError) as refusal:
        take_number(**BOOK, by=clerk, wanted=1)

    assert refusal.value.message_dict == {
        "number": ["Số 1 đã được cấp; số tiếp theo còn trống là 2."]
    }


@pytest.mark.parametrize("wanted", [0, -1, 1_000_000])
def test_a_number_out_of_range_is_refused(clerk, wanted):
    assert refused(take_number, **BOOK, by=clerk, wanted=wanted) == ["number"]


# Reserving


def test_reserve_keeps_a_block_that_nobody_else_is_given(clerk):
    take_number(**BOOK, by=clerk)

    assert reserve(**BOOK, count=3, by=clerk, reason="Kỳ họp") == range(2, 5)
    assert take_number(**BOOK, by=clerk) == 5


def test_a_reserved_number_is_given_to_who_wants_it_once(clerk):
    reserve(**BOOK, count=2, by=clerk, reason="Kỳ họp")

    assert take_number(**BOOK, by=clerk, wanted=2) == 2
    assert refused(take_number, **BOOK, by=clerk, wanted=2) == ["number"]


@pytest.mark.parametrize(
    ("count", "reason", "fields"),
    [(0, "x", ["count"]), (501, "x", ["count"]), (1, " ", ["reason"])],
)
def test_reserve_refuses_what_makes_no_sense(clerk, count, reason, fields):
    assert refused(reserve, **BOOK, count=count, by=clerk, reason=reason) == fields


# Voiding


def test_a_voided_number_stays_in_the_book_with_its_reason(clerk):
    take_number(**BOOK, by=clerk)

    void_number(**BOOK, number=1, by=clerk, reason="Ghi nhầm sổ")

    entry = numbers_of("sample.outgoing", year=2026).get()
    assert (entry.state, entry.reason) == (NumberState.VOIDED, "Ghi nhầm sổ")
    assert entry.voided_by == clerk


def test_a_voided_number_is_never_used_again(clerk):
    take_number(**BOOK, by=clerk)
    void_number(**BOOK, number=1, by=clerk, reason="Ghi nhầm sổ")

    assert take_number(**BOOK, by=clerk) == 2
    assert refused(take_number, **BOOK, by=clerk, wanted=1) == ["number"]


def test_void_number_wants_a_reason_and_a_number_that_was_given(clerk):
    take_number(**BOOK, by=clerk)

    assert refused(void_number, **BOOK, number=1, by=clerk, reason="") == ["reason"]
    assert refused(void_number, **BOOK, number=9, by=clerk, reason="x") == ["number"]
    void_number(**BOOK, number=1, by=clerk, reason="x")
    assert refused(void_number, **BOOK, number=1, by=clerk, reason="x") == ["number"]


# Late numbers


def test_a_late_number_takes_the_next_letter(clerk):
    take_number(**BOOK, by=clerk)
    late = {**BOOK, "after": 1, "by": clerk, "reason": "Nhập muộn"}

    assert [take_late_number(**late), take_late_number(**late)] == ["a", "b"]
    assert [str(entry) for entry in numbers_of("sample.outgoing", year=2026)] == [
        "01",
        "01a",
        "01b",
    ]


def test_a_late_number_stands_after_one_that_was_given(clerk):
    assert refused(take_late_number, **BOOK, after=1, by=clerk, reason="x") == ["number"]


# What was passed over


def test_check_data_names_the_numbers_that_were_passed_over(clerk):
    take_number(**BOOK, by=clerk, wanted=3)
    check = next(check for check in all_checks() if check.name == "core.numbers")

    assert [finding.message for finding in check.find()] == [
        "sample.outgoing 2026: số 1 bị bỏ qua.",
        "sample.outgoing 2026: số 2 bị bỏ qua.",
    ]


# Many at the same moment


def at_once(count, work):
    """Call a function in so many threads, all let go together; return what each made of it."""
    gate = threading.Barrier(count)
    results = []

    def run():
        try:
            gate.wait(timeout=20)
            results.append(work())
        except Exception as error:
            results.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


@pytest.mark.django_db(transaction=True)
def test_many_at_once_are_given_different_numbers_without_a_gap():
    def take_five():
        taken = []
        for _ in range(5):
            with transaction.atomic():
                taken.append(take_number(**BOOK, by=None))
        return taken

    results = at_once(8, take_five)

    assert sorted(number for taken in results for number in taken) == list(range(1, 41))
    assert NumberBook.objects.get().last == 40


@pytest.mark.django_db(transaction=True)
def test_one_wanted_number_goes_to_one_of_many():
    def take_seven():
        with transaction.atomic():
            return take_number(**BOOK, by=None, wanted=7)

    results = at_once(6, take_seven)

    assert [result for result in results if result == 7] == [7]
    assert sum(isinstance(result, ValidationError) for result in results) == 5
    assert NumberEntry.objects.count() == 1


# An import that is undone


def test_forget_numbers_leaves_the_book_as_it_was(clerk):
    with transaction.atomic():
        take_number(**BOOK, by=clerk)
        club = Club.objects.create(name="Câu lạc bộ")
        take_number(**BOOK, by=clerk, wanted=40, for_record=club)

        count = forget_numbers(club)
        following = take_number(**BOOK, by=clerk)

    assert (count, following) == (1, 2)


def test_forget_numbers_keeps_what_was_voided(clerk):
    with transaction.atomic():
        club = Club.objects.create(name="Câu lạc bộ")
        number = take_number(**BOOK, by=clerk, for_record=club)
        void_number(**BOOK, number=number, by=clerk, reason="Ghi nhầm")

        count = forget_numbers(club)

    assert (count, numbers_of(BOOK["book"], year=2026).count()) == (0, 1)
