"""What the data checks of contests find."""

from datetime import date

import pytest

from lienhiep.contests import data_checks
from tests.factories.contests import (
    EditionFactory,
    EntryFactory,
    PrizeFactory,
    entry_of,
    published_prize,
)
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db


def found(check):
    return [finding.record for finding in check()]


def test_an_edition_whose_results_name_no_decision_is_found():
    edition = published_prize().edition

    assert found(data_checks.results_with_decision) == [edition]


def test_a_prize_decided_before_the_deadline_is_found():
    early = PrizeFactory(decided_on=date(2022, 6, 30))
    PrizeFactory()

    assert found(data_checks.prize_after_deadline) == [early]


def test_an_entry_of_nobody_is_found():
    empty = EntryFactory()
    entry_of()

    assert found(data_checks.entry_has_authors) == [empty]


def test_a_school_that_is_only_written_is_found():
    written = entry_of(unit_text="Trường chưa có trong danh bạ")

    assert found(data_checks.entry_has_unit) == [written]


@pytest.mark.parametrize("born", [date(1999, 1, 1), None])
def test_an_admitted_author_outside_the_window_or_of_unknown_birth_is_found(born):
    edition = EditionFactory(born_from=date(2004, 8, 31), born_until=date(2016, 8, 31))
    entry = entry_of(PersonFactory(birth_date=born), edition=edition, accepted_on=date(2022, 7, 1))

    assert found(data_checks.authors_within_window) == [entry]


def test_no_child_is_found_named_without_consent():
    published_prize()

    assert found(data_checks.children_consented) == []
