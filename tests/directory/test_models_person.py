"""Persons: how names are kept, sorted and found, and what cannot be."""

import unicodedata
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.directory.models import Person, PersonName
from tests.factories.directory import PersonFactory, PersonNameFactory

pytestmark = pytest.mark.django_db


def test_a_name_in_decomposed_letters_is_stored_composed():
    decomposed = unicodedata.normalize("NFD", "Nguyễn Thị Hường")

    person = PersonFactory(full_name=f"  {decomposed} ")

    assert Person.objects.get().full_name == "Nguyễn Thị Hường"
    assert person.full_name == "Nguyễn Thị Hường"


def test_titles_typed_into_the_name_are_moved_out():
    person = PersonFactory(full_name="PGS.TS. Nguyễn Quốc Hồng")

    assert (person.titles, person.full_name) == ("PGS.TS", "Nguyễn Quốc Hồng")
    assert str(person) == "PGS.TS Nguyễn Quốc Hồng"


def test_titles_are_not_doubled_by_saving_again():
    person = PersonFactory(full_name="TS Lê Văn An", titles="PGS. TS.")

    person.save()

    assert person.titles == "PGS.TS"


def test_forms_of_address_are_no_titles():
    person = PersonFactory(full_name="Đ/c Trần Văn Bình")

    assert (person.titles, person.full_name) == ("", "Trần Văn Bình")


def test_a_name_of_titles_only_is_refused_at_the_name():
    with pytest.raises(ValidationError) as refusal:
        Person(full_name="GS.TS").full_clean()

    assert list(refusal.value.message_dict) == ["full_name"]


def test_an_empty_name_is_refused_once():
    with pytest.raises(ValidationError) as refusal:
        Person(full_name="").full_clean()

    assert [len(messages) for messages in refusal.value.message_dict.values()] == [1]


def test_the_parts_of_a_name_are_first_and_last_word():
    person = Person(full_name="Nguyễn Quốc Hồng")

    assert (person.family_name, person.given_name) == ("Nguyễn", "Hồng")


def test_a_given_name_of_two_words_can_be_said():
    person = Person(full_name="Nguyễn Thị Minh Khai", given_override="Minh Khai")

    assert person.name_parts == ("Nguyễn", "Thị", "Minh Khai")


def test_a_given_name_that_is_not_in_the_name_is_refused_there():
    with pytest.raises(ValidationError) as refusal:
        Person(full_name="Nguyễn Văn An", given_override="Bình").full_clean()

    assert list(refusal.value.message_dict) == ["given_override"]


def test_persons_stand_in_the_order_of_given_names():
    names = ["Nguyễn Thị Đức", "Lê Văn Dung", "Trần Văn An", "Phạm Thị Đào", "Bùi Văn Dương"]
    for name in names:
        PersonFactory(full_name=name)

    ordered = [person.given_name for person in Person.objects.in_order()]

    assert ordered == ["An", "Dung", "Dương", "Đào", "Đức"]


def test_namesakes_are_found_whatever_their_marks():
    person = PersonFactory(full_name="Lê Thị Thuý")
    PersonFactory(full_name="Lê Thị Thu")

    assert list(Person.objects.named_like("LE THI THÚY")) == [person]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"birth_date": today() + timedelta(days=1)}, "birth_date"),
        ({"birth_date": date(1899, 12, 31)}, "birth_date"),
        ({"birth_year": today().year + 1}, "birth_year"),
        ({"birth_year": 1850}, "birth_year"),
        ({"birth_date": date(1970, 5, 1), "birth_year": 1971}, "birth_year"),
        ({"phone": "gọi sau"}, "phone"),
        ({"email": "khong-phai"}, "email"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(facts, field):
    with pytest.raises(ValidationError) as refusal:
        Person(full_name="Nguyễn Văn An", **facts).full_clean()

    assert list(refusal.value.message_dict) == [field]


def test_the_year_of_birth_follows_from_the_date():
    person = PersonFactory(birth_date=date(1970, 5, 1))

    assert person.birth_year == 1970


def test_an_end_before_its_beginning_is_refused_at_the_end():
    name = PersonName(
        person=PersonFactory(),
        name="Tên cũ",
        valid_from=date(2020, 1, 2),
        valid_to=date(2020, 1, 1),
    )

    with pytest.raises(ValidationError) as refusal:
        name.full_clean()

    assert list(refusal.value.message_dict) == ["valid_to"]


def test_former_names_that_overlap_are_refused():
    person = PersonFactory()
    PersonNameFactory(person=person, valid_to=date(2010, 1, 1))
    PersonNameFactory(person=person, valid_from=date(2010, 1, 1), valid_to=date(2015, 1, 1))

    with pytest.raises(ValidationError):
        person.clean_names()


def test_names_that_follow_each_other_are_allowed():
    person = PersonFactory()
    PersonNameFactory(person=person, valid_to=date(2009, 12, 31))
    PersonNameFactory(person=person, valid_from=date(2010, 1, 1), valid_to=date(2015, 1, 1))

    person.clean_names()


def test_another_name_stands_in_the_history_of_the_person():
    person = PersonFactory()

    PersonNameFactory(person=person, name="Bút danh Sông Lam")

    assert [child[0] for child in entries_of(person)[0].children] == [
        "Tên khác của cá nhân «Bút danh Sông Lam»"
    ]
