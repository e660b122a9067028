"""What is kept about a person can be taken out, and erased."""

from datetime import date

import pytest
from wagtail.models import ModelLogEntry

from lienhiep.core.personal import data_of, erase, export_of
from lienhiep.directory.actions import merge_persons
from lienhiep.directory.models import Person
from tests.factories.directory import AffiliationFactory, PersonFactory, PersonNameFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    person = PersonFactory(
        full_name="Đặng Thị Hường",
        titles="TS",
        sex="female",
        birth_date=date(1980, 2, 3),
        phone="0912345678",
        email="huong@example.vn",
        note="Gọi buổi sáng",
    )
    PersonNameFactory(person=person, name="Sông Lam", kind="pen")
    AffiliationFactory(person=person, position="Giảng viên")
    return person


def test_every_field_with_something_in_it_is_given_out(person):
    fields = {
        datum.field for datum in data_of(person) if datum.record._meta.app_label == "directory"
    }

    assert fields == {
        "full_name",
        "titles",
        "sex",
        "birth_date",
        "birth_year",
        "phone",
        "email",
        "note",
        "name",
        "organisation",
    }
    assert "0912345678" in [datum["value"] for datum in export_of(person)["data"]]


def test_no_private_field_of_a_person_is_forgotten():
    from lienhiep.directory.personal import EMPTY, PURPOSES

    left_out = {"id", "sort_key", "search_key", "merged_into"}
    fields = {field.name for field in Person._meta.concrete_fields} - left_out

    assert set(PURPOSES) == fields
    assert set(EMPTY) == fields - {"full_name"}


def test_erasing_leaves_a_pseudonym_and_nothing_else(person, clerk):
    erase(person=person, by=clerk, reason="Đơn ngày 01/02/2026")

    person.refresh_from_db()
    assert person.full_name == f"Người số {person.pk}"
    assert (person.titles, person.sex, person.phone, person.email, person.note) == ("",) * 5
    assert (person.birth_date, person.birth_year) == (None, None)
    assert person.names.count() == person.affiliations.count() == 0


def test_erasing_goes_through_the_history_and_merged_records(person, clerk):
    double = PersonFactory(full_name="Đặng Hường", phone="0987654321")
    merge_persons(winner=person, loser=double, by=clerk, reason="Cùng là chị Hường ở Vinh")

    erase(person=person, by=clerk, reason="Đơn ngày 01/02/2026")

    double.refresh_from_db()
    assert double.phone == ""
    kept = " ".join(
        f"{log.label} {log.data}" for log in ModelLogEntry.objects.exclude(user=None, label="")
    )
    for word in ("Đặng Thị Hường", "Đặng Hường", "0912345678", "0987654321", "Sông Lam"):
        assert word not in kept
