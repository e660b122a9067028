"""A register goes on after its book on paper."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from lienhiep.core.models import NumberBook
from lienhiep.core.numbering import carry_over, missing_numbers, take_number

pytestmark = pytest.mark.django_db


@pytest.fixture
def book():
    with transaction.atomic():
        carry_over(book="office.thu", last=41, year=2026)
    return NumberBook.objects.get()


def take(**wanted):
    with transaction.atomic():
        return take_number(book="office.thu", by=None, year=2026, **wanted)


def test_the_next_number_follows_the_last_on_paper(book):
    assert (take(), take()) == (42, 43)


def test_numbers_given_on_paper_are_not_missing(book):
    take(wanted=45)

    assert missing_numbers(NumberBook.objects.get()) == [42, 43, 44]


def test_a_document_of_the_book_on_paper_still_takes_its_own_number(book):
    assert take(wanted=12) == 12
    assert take() == 42


def test_the_last_on_paper_is_corrected_until_the_program_gives_a_number(book):
    carry_over(book="office.thu", last=43, year=2026)
    assert take() == 44

    with pytest.raises(ValidationError):
        carry_over(book="office.thu", last=50, year=2026)
