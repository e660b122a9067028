"""What contests keep about a person, and what an erasure or the time leaves."""

from datetime import date

import pytest

from lienhiep.contests import actions
from lienhiep.contests.models import EntryAuthor, RepresentativeContact
from lienhiep.contests.reference_codes import CONTACT_KEPT_DAYS
from lienhiep.core.history import entries_of
from lienhiep.core.personal import data_of, erase
from lienhiep.core.reference import set_reference
from tests.factories.contests import entry_of, published_prize
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db


def with_contact(entry):
    author = entry.authors.get()
    author.class_name = "8A"
    author.save()
    contact = RepresentativeContact(author=author, name="Mẹ Kín Đáo", phone="0912345678")
    contact.save()
    return author


def of_contests(person):
    return [one for one in data_of(person) if one.record._meta.app_label == "contests"]


def test_authorship_class_and_contact_are_what_is_kept():
    entry = entry_of(PersonFactory(full_name="Lê Thử Nghiệm"))
    author = with_contact(entry)

    assert [one.field for one in of_contests(author.person)] == [
        "person",
        "class_name",
        "name",
        "phone",
    ]
    assert all(one.purpose and one.retention for one in of_contests(author.person))


def test_an_erasure_leaves_neither_name_class_nor_contact(organiser):
    entry = published_prize(PersonFactory(full_name="Lê Bị Xóa")).entry
    author = with_contact(entry)

    erase(person=author.person, by=organiser, reason="Theo đơn của gia đình")

    kept = EntryAuthor.objects.get()
    written = str([one.log.data for one in entries_of(entry)])
    assert (kept.class_name, RepresentativeContact.objects.count()) == ("", 0)
    assert ("Bị Xóa" in str(kept), "Bị Xóa" in written, "Kín Đáo" in written) == (
        False,
        False,
        False,
    )


@pytest.mark.parametrize(("day", "left"), [(date(2022, 8, 23), 1), (date(2022, 8, 24), 0)])
def test_a_contact_goes_a_stated_time_after_the_results(day, left):
    set_reference(
        code=CONTACT_KEPT_DAYS, value=30, valid_from=date(2020, 1, 1), source="Thử", by=None
    )
    with_contact(published_prize().entry)

    gone = actions.forget_contacts(on=day)

    assert (gone, RepresentativeContact.objects.count()) == (1 - left, left)


def test_without_a_stated_time_no_contact_goes():
    with_contact(published_prize().entry)

    assert actions.forget_contacts(on=date(2099, 1, 1)) == 0
