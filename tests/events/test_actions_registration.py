"""Registration: opened, filled, withdrawn, and forgotten in time."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.core.reference import set_reference
from lienhiep.events import actions, tasks
from lienhiep.events.choices import Mode, Place, RegistrationChannel
from lienhiep.events.models import Registration
from lienhiep.events.reference_codes import REGISTRATION_DAYS
from tests.factories.directory import PersonFactory
from tests.factories.events import (
    ConferenceFactory,
    CourseFactory,
    RegistrationFactory,
    coming,
    held_conference,
    open_event,
)

pytestmark = pytest.mark.django_db


def register(event, by=None, **facts):
    return actions.register_attendee(
        **{
            "event": event,
            "name": "Nguyễn Tham Dự",
            "channel": RegistrationChannel.WEBSITE,
            "agreed_to": "Tôi đồng ý",
            "by": by,
            **facts,
        }
    )


@pytest.mark.parametrize("factory_class", [ConferenceFactory, CourseFactory])
def test_anyone_registers_while_registration_is_open(factory_class):
    event = open_event(factory_class)

    registration = register(event, place=Place.ONLINE)

    assert (registration.event, registration.place) == (event, Place.ONLINE)
    assert event.places_taken() == 1


def test_where_there_is_no_choice_somebody_takes_part_as_the_event_is_held():
    event = open_event(mode=Mode.ONLINE, place="")

    assert register(event, place=Place.ROOM).place == Place.ONLINE


def test_nobody_registers_on_the_site_for_what_is_not_open():
    with pytest.raises(ValidationError):
        register(coming())

    assert Registration.objects.count() == 0


def test_nobody_registers_on_the_site_for_what_is_not_announced():
    with pytest.raises(ValidationError):
        register(open_event(is_public=False))


def test_nobody_is_kept_without_their_agreement():
    with pytest.raises(ValidationError) as refused:
        register(open_event(), agreed_to="")

    assert list(refused.value.message_dict) == ["agreed"]


def test_the_office_puts_somebody_on_the_list_before_registration_opens(officer):
    event = coming()

    register(event, by=officer, channel=RegistrationChannel.INVITATION, agreed_to="")

    assert event.places_taken() == 1


@pytest.mark.parametrize(
    ("first", "second", "field"),
    [
        (
            {"email": "du@lienhiep.example"},
            {"name": "Khác", "email": "DU@lienhiep.example"},
            "email",
        ),
        (
            {"organisation_name": "Hội A"},
            {"name": "nguyen tham du", "organisation_name": "hội a"},
            "name",
        ),
    ],
)
def test_somebody_stands_on_the_list_once(first, second, field):
    event = open_event()
    register(event, **first)

    with pytest.raises(ValidationError) as refused:
        register(event, **second)

    assert list(refused.value.message_dict) == [field]


def test_a_person_of_the_directory_stands_on_the_list_once(officer):
    event, person = open_event(), PersonFactory()
    register(event, person=person)

    with pytest.raises(ValidationError) as refused:
        register(event, person=person, name="Tên khác")

    assert list(refused.value.message_dict) == ["person"]


def test_namesakes_from_two_places_are_two_people():
    event = open_event()
    register(event, organisation_name="Hội A")

    register(event, organisation_name="Hội B")

    assert event.places_taken() == 2


def test_no_more_register_than_there_are_places_and_a_withdrawn_place_is_free_again():
    event = open_event(capacity=1)
    first = register(event)
    with pytest.raises(ValidationError):
        register(event, name="Người đến sau")

    actions.withdraw_registration(registration=first, by=None)
    register(event, name="Người đến sau")

    assert event.places_taken() == 1


def test_open_registration_refuses_fewer_places_than_are_taken(officer):
    event = open_event()
    register(event)
    register(event, name="Người thứ hai")

    with pytest.raises(ValidationError) as refused:
        actions.open_registration(
            event=event, opens_on=today(), closes_on=today(), capacity=1, by=officer
        )

    assert list(refused.value.message_dict) == ["capacity"]


@pytest.mark.parametrize(
    ("opens", "closes"), [(5, 4), (1, 11)], ids=["before it opens", "after the event began"]
)
def test_open_registration_refuses_days_that_cannot_be(officer, opens, closes):
    event = coming(days=10)

    with pytest.raises(ValidationError) as refused:
        actions.open_registration(
            event=event,
            opens_on=today() + timedelta(days=opens),
            closes_on=today() + timedelta(days=closes),
            by=officer,
        )

    assert list(refused.value.message_dict) == ["registration_closes_on"]


def test_close_registration_keeps_who_is_on_the_list(officer):
    event = open_event()
    register(event)

    actions.close_registration(event=event, by=officer)

    assert not event.is_open_for_registration()
    assert event.places_taken() == 1


def test_a_withdrawn_registration_stands_again_while_there_are_places(officer):
    event = open_event(capacity=1)
    registration = register(event)
    actions.withdraw_registration(registration=registration, by=None)

    actions.restore_registration(registration=registration, by=officer)

    assert Registration.objects.get().is_standing


def test_nobody_withdraws_from_what_was_held():
    registration = RegistrationFactory(conference=held_conference())

    with pytest.raises(ValidationError):
        actions.withdraw_registration(registration=registration, by=None)


def test_check_in_and_back(officer):
    registration = RegistrationFactory()

    actions.check_in(registration=registration, on=today(), by=officer)
    came = Registration.objects.get().checked_in_on
    actions.undo_check_in(registration=registration, by=officer)

    assert (came, Registration.objects.get().checked_in_on) == (today(), None)


def test_check_in_refuses_a_day_before_the_event(officer):
    registration = RegistrationFactory(conference=coming())

    with pytest.raises(ValidationError) as refused:
        actions.check_in(registration=registration, on=today(), by=officer)

    assert list(refused.value.message_dict) == ["on"]


def test_names_and_addresses_go_some_days_after_the_event_and_the_number_stays(officer):
    set_reference(
        code=REGISTRATION_DAYS, value=30, valid_from=today(), source="Quy chế", by=officer
    )
    old = RegistrationFactory(name="Lê Đã Dự", phone="0912345678")
    fresh = RegistrationFactory(conference=coming(days=-29))

    emptied = tasks.forget_registrations()

    old.refresh_from_db()
    fresh.refresh_from_db()
    assert emptied == 1
    assert (old.name, old.email, old.phone) == ("", "", "")
    assert fresh.name != ""
    assert Registration.objects.count() == 2


def test_nothing_goes_while_the_office_has_set_no_number_of_days():
    RegistrationFactory()

    assert tasks.forget_registrations() == 0


def test_an_emptied_registration_is_not_emptied_again(officer):
    set_reference(
        code=REGISTRATION_DAYS, value=30, valid_from=today(), source="Quy chế", by=officer
    )
    registration = RegistrationFactory()
    tasks.forget_registrations()

    assert tasks.forget_registrations() == 0
    assert entries_of(registration)[0].log.action == "events.forget_registration"
