"""A new name is borne from a day on; papers of before keep the old one."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.directory.actions import rename_organisation, rename_person
from tests.factories.directory import OrganisationFactory, PersonFactory, PersonNameFactory

pytestmark = pytest.mark.django_db


def test_an_organisation_keeps_its_old_name_for_the_time_before(clerk):
    office = OrganisationFactory(name="Hội Tin học", founded_on=date(1999, 1, 1))

    rename_organisation(
        organisation=office,
        name="Hội Tin học và Chuyển đổi số",
        on=date(2023, 3, 1),
        by=clerk,
        decision="12/QĐ-UBND",
    )

    assert office.name_on(date(2023, 2, 28)) == "Hội Tin học"
    assert office.name_on(date(2023, 3, 1)) == "Hội Tin học và Chuyển đổi số"
    assert entries_of(office)[0].log.action == "directory.rename_organisation"


def test_a_second_new_name_begins_where_the_first_ended(clerk):
    office = OrganisationFactory(name="Một")
    rename_organisation(organisation=office, name="Hai", on=date(2010, 1, 1), by=clerk)

    rename_organisation(organisation=office, name="Ba", on=date(2020, 1, 1), by=clerk)

    days = (date(2009, 12, 31), date(2019, 12, 31), date(2020, 1, 1))
    assert [office.name_on(day) for day in days] == ["Một", "Hai", "Ba"]
    office.clean_names()


@pytest.mark.parametrize(
    ("name", "on", "field"),
    [
        ("Một", date(2020, 1, 1), "name"),
        ("  ", date(2020, 1, 1), "name"),
        ("Hai", today() + timedelta(days=1), "on"),
        ("Hai", date(1990, 1, 1), "on"),
    ],
)
def test_a_new_name_that_cannot_be_is_refused_at_its_field(clerk, name, on, field):
    office = OrganisationFactory(name="Một", founded_on=date(1999, 1, 1))

    with pytest.raises(ValidationError) as refusal:
        rename_organisation(organisation=office, name=name, on=on, by=clerk)

    assert list(refusal.value.message_dict) == [field]


def test_a_person_keeps_the_former_name(clerk):
    person = PersonFactory(full_name="Nguyễn Thị Lan")

    rename_person(person=person, full_name="Nguyễn Thị Mai Lan", on=date(2020, 5, 1), by=clerk)

    person.refresh_from_db()
    kept = [(name.name, name.kind, name.valid_to) for name in person.names.all()]
    assert kept == [("Nguyễn Thị Lan", "former", date(2020, 4, 30))]
    assert person.full_name == "Nguyễn Thị Mai Lan"


@pytest.mark.parametrize(
    ("name", "on", "field"),
    [
        ("Nguyễn Thị Lan", date(2020, 5, 1), "full_name"),
        ("TS", date(2020, 5, 1), "full_name"),
        ("Nguyễn Thị Mai", today() + timedelta(days=1), "on"),
        ("Nguyễn Thị Mai", date(2009, 5, 1), "on"),
    ],
)
def test_a_new_name_of_a_person_that_cannot_be_is_refused_at_its_field(clerk, name, on, field):
    person = PersonFactory(full_name="Nguyễn Thị Lan")
    PersonNameFactory(person=person, valid_to=date(2010, 1, 1))

    with pytest.raises(ValidationError) as refusal:
        rename_person(person=person, full_name=name, on=on, by=clerk)

    assert list(refusal.value.message_dict) == [field]
    assert person.full_name == "Nguyễn Thị Lan"


def test_a_merged_record_is_not_renamed(clerk):
    kept = OrganisationFactory()
    merged = OrganisationFactory(merged_into=kept)

    with pytest.raises(ValidationError):
        rename_organisation(organisation=merged, name="Khác", on=date(2020, 1, 1), by=clerk)
