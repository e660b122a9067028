"""Whom the public may read of: what consents on record allow, on the day of asking."""

from datetime import UTC, date, datetime

import pytest

from lienhiep.accounts.actions import withdraw_consent
from lienhiep.accounts.choices import ConsentGiver, ConsentPurpose
from lienhiep.contests.models import Entry
from lienhiep.contests.naming import consenting, may_show_photo, public_byline
from tests.factories.contests import (
    EntryFactory,
    MentorFactory,
    consent,
    entry_of,
    school,
)
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db


def child(name="Lê Thử Nghiệm", born=date(2010, 5, 1)):
    return PersonFactory(full_name=name, birth_date=born)


def byline(entry):
    return public_byline(Entry.objects.with_names().get(pk=entry.pk))


def test_a_child_without_consent_is_a_contestant_without_a_school():
    entry = entry_of(child(), unit=school())

    shown = byline(entry)

    assert (shown.authors, shown.unit, shown.is_whole) == (("Thí sinh 1",), "", False)


def test_a_child_who_agreed_with_the_representative_is_named_with_the_school():
    entry = entry_of(child(), unit=school(), agreed=[ConsentPurpose.PUBLISH_NAME])

    shown = byline(entry)

    assert (shown.authors, shown.unit) == (("Lê Thử Nghiệm",), "Trường THCS Thử Nghiệm")


def test_of_two_friends_one_silent_neither_school_nor_the_silent_name_is_shown():
    willing, silent = child("Lê Đồng Ý"), child("Trần Im Lặng")
    entry = entry_of(willing, silent, unit=school())
    consent(willing)

    shown = byline(entry)

    assert (shown.authors, shown.unit) == (("Lê Đồng Ý", "Thí sinh 2"), "")


def test_a_consent_withdrawn_masks_the_name_at_once():
    person = child()
    entry = entry_of(person, unit=school())
    given = consent(person)
    withdraw_consent(consent=given, by=None)

    assert byline(entry).authors == ("Thí sinh 1",)


def test_a_consent_to_take_part_is_no_consent_to_be_named():
    entry = entry_of(child(), agreed=[ConsentPurpose.CONTEST_ENTRY])

    assert byline(entry).authors == ("Thí sinh 1",)


@pytest.mark.parametrize(
    ("born", "given_by", "counts"),
    [
        (date(2010, 5, 1), ConsentGiver.REPRESENTATIVE, False),
        (date(2010, 5, 1), ConsentGiver.SELF, False),
        (date(2010, 5, 1), ConsentGiver.BOTH, True),
        (date(2016, 5, 11), ConsentGiver.REPRESENTATIVE, True),
        (date(2005, 5, 1), ConsentGiver.SELF, True),
        (date(2005, 5, 1), ConsentGiver.REPRESENTATIVE, False),
        (None, ConsentGiver.SELF, False),
        (None, ConsentGiver.BOTH, True),
    ],
)
def test_who_consents_follows_from_the_age_on_that_day(law, born, given_by, counts):
    person = child(born=born)
    consent(person, given_by=given_by, given_at=datetime(2022, 5, 10, 9, tzinfo=UTC))

    found = consenting([person.pk], ConsentPurpose.PUBLISH_NAME, of_children=True)

    assert found == ({person.pk} if counts else set())


def test_without_the_ages_on_record_every_author_counts_as_a_child():
    person = child(born=date(1990, 1, 1))
    consent(person, given_by=ConsentGiver.SELF)

    assert consenting([person.pk], ConsentPurpose.PUBLISH_NAME, of_children=True) == set()


def test_where_no_children_take_part_each_consents_alone():
    person = child(born=date(1980, 1, 1))
    consent(person, given_by=ConsentGiver.SELF)

    found = consenting([person.pk], ConsentPurpose.PUBLISH_NAME, of_children=False)

    assert found == {person.pk}


def test_a_mentor_is_named_only_with_consent():
    entry = entry_of(child())
    willing = MentorFactory(entry=entry, person__full_name="Cô Đồng Ý").person
    MentorFactory(entry=entry, person__full_name="Thầy Im Lặng")
    consent(willing, given_by=ConsentGiver.SELF)

    assert byline(entry).mentors == ("Cô Đồng Ý",)


def test_a_photograph_is_shown_only_when_every_author_agreed_to_pictures():
    one, other = child("Lê Một"), child("Lê Hai")
    entry = entry_of(one, other)
    consent(one, ConsentPurpose.PUBLISH_IMAGE)

    before = may_show_photo(entry)
    consent(other, ConsentPurpose.PUBLISH_IMAGE)

    assert (before, may_show_photo(entry)) == (False, True)


def test_an_entry_of_nobody_shows_no_photograph():
    assert may_show_photo(EntryFactory()) is False
