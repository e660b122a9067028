"""Registering on the site, and withdrawing again."""

import pytest
from bs4 import BeautifulSoup

from lienhiep.accounts.choices import Role
from lienhiep.core.period import today
from lienhiep.core.reference import set_reference
from lienhiep.events import actions
from lienhiep.events.addresses import event_url, registration_url
from lienhiep.events.choices import Mode, Place, RegistrationChannel
from lienhiep.events.models import Registration
from lienhiep.events.reference_codes import REGISTRATION_DAYS
from tests.factories.accounts import user_with
from tests.factories.directory import PersonFactory
from tests.factories.events import (
    CourseFactory,
    RegistrationFactory,
    coming,
    held_conference,
    open_event,
)

pytestmark = pytest.mark.django_db

TYPED = {
    "name": "Nguyễn Tham Dự",
    "organisation_name": "Hội Làm vườn",
    "email": "du@lienhiep.example",
    "place": "online",
    "agreed": "on",
}


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_somebody_registers_and_finds_the_registration_by_its_secret_address(client):
    event = open_event()

    response = client.post(registration_url(event), TYPED, follow=True)
    row = Registration.objects.get()

    assert response.redirect_chain[-1][0] == f"/su-kien/dang-ky/{row.token}/"
    assert (row.name, row.place, row.channel) == (
        "Nguyễn Tham Dự",
        Place.ONLINE,
        RegistrationChannel.WEBSITE,
    )
    assert "Nguyễn Tham Dự" in page(response).select_one("dl.facts").get_text()


def test_the_sentence_agreed_to_is_kept_with_the_days_that_hold_today(client, officer):
    set_reference(
        code=REGISTRATION_DAYS, value=90, valid_from=today(), source="Quy chế", by=officer
    )
    event = open_event(CourseFactory)

    shown = page(client.get(registration_url(event))).get_text()
    client.post(registration_url(event), TYPED)

    kept = Registration.objects.get().agreed_to
    assert "sau sự kiện 90 ngày" in kept
    assert kept in shown


def test_the_tick_is_never_set_before(client):
    found = page(client.get(registration_url(open_event())))

    assert not found.select_one("input[name=agreed]").has_attr("checked")


@pytest.mark.parametrize(
    ("missing", "field"), [("name", "name"), ("agreed", "agreed"), ("email", "email")]
)
def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(client, missing, field):
    event = open_event()
    typed = {name: value for name, value in TYPED.items() if name != missing}

    response = client.post(registration_url(event), typed)

    assert list(response.context["form"].errors) == [field]
    assert "Hội Làm vườn" in response.content.decode()
    assert Registration.objects.count() == 0


def test_a_form_sent_twice_registers_once(client):
    event = open_event()
    mark = page(client.get(registration_url(event))).select_one("input[name=_once]")["value"]

    first = client.post(registration_url(event), {**TYPED, "_once": mark})
    second = client.post(registration_url(event), {**TYPED, "_once": mark})

    assert Registration.objects.count() == 1
    assert first.url == second.url


def test_a_program_that_fills_in_everything_registers_nobody_and_is_told_nothing(client):
    event = open_event()

    response = client.post(registration_url(event), {**TYPED, "website": "https://spam.example"})

    assert response.url == event_url(event)
    assert Registration.objects.count() == 0


def test_whoever_stands_on_the_list_is_told_so(client):
    event = open_event()
    client.post(registration_url(event), TYPED)

    response = client.post(registration_url(event), TYPED)

    assert response.context["form"].errors["email"] == ["Người này đã có trong danh sách đăng ký."]


def test_the_last_place_goes_once(client):
    event = open_event(capacity=1)
    client.post(registration_url(event), TYPED)

    response = client.post(
        registration_url(event), {**TYPED, "name": "Người sau", "email": "sau@lienhiep.example"}
    )

    assert "Đã hết 1 chỗ" in response.content.decode()
    assert "Đã hết chỗ." in client.get(event_url(event)).content.decode()
    assert Registration.objects.count() == 1


def test_where_there_is_no_choice_nobody_is_asked_how_they_take_part(client):
    event = open_event(mode=Mode.ONLINE, place="")

    found = page(client.get(registration_url(event)))

    assert found.select("input[name=place]") == []


@pytest.mark.parametrize("make", [coming, held_conference])
def test_what_is_not_open_leads_to_the_page_of_the_event(client, make):
    event = make()

    response = client.post(registration_url(event), TYPED)

    assert (response.status_code, response.url) == (302, event_url(event))
    assert Registration.objects.count() == 0


def test_who_is_signed_in_registers_as_the_person_of_the_directory(client):
    person = PersonFactory(full_name="Nguyễn Tham Dự")
    client.force_login(user_with(Role.EXPERT, person=person, full_name="Nguyễn Tham Dự"))
    event = open_event()

    client.post(registration_url(event), TYPED)

    assert Registration.objects.get().person == person


def test_a_colleague_registered_by_somebody_signed_in_is_another_person(client):
    client.force_login(user_with(Role.EXPERT, person=PersonFactory(full_name="Trần Khác")))

    client.post(registration_url(open_event()), TYPED)

    assert Registration.objects.get().person is None


def test_a_registration_page_is_kept_by_nobody_and_found_by_no_robot(client):
    response = client.get(registration_url(open_event()))

    assert "no-store" in response["Cache-Control"]
    assert page(response).select_one("meta[name=robots]")["content"] == "noindex"


def test_a_registration_is_withdrawn_at_its_address(client):
    registration = RegistrationFactory(conference=open_event())
    address = f"/su-kien/dang-ky/{registration.token}/"

    response = client.post(address, follow=True)

    assert not Registration.objects.get().is_standing
    assert page(response).select("form[method=post] button[type=submit]") == []


def test_nobody_withdraws_from_what_was_held(client):
    registration = RegistrationFactory(conference=held_conference())

    client.post(f"/su-kien/dang-ky/{registration.token}/")

    assert Registration.objects.get().is_standing


def test_the_online_room_is_shown_to_whoever_takes_part_there(client):
    event = open_event(online_address="https://hop.lienhiep.example/phong")
    online = RegistrationFactory(conference=event, place=Place.ONLINE)
    room = RegistrationFactory(conference=event, place=Place.ROOM)

    shown = [
        "hop.lienhiep.example" in client.get(f"/su-kien/dang-ky/{one.token}/").content.decode()
        for one in (online, room)
    ]

    assert shown == [True, False]


def test_a_wrong_address_and_an_emptied_registration_are_not_found(client):
    registration = RegistrationFactory()
    actions.forget_registration(registration=registration, by=None)

    assert client.get("/su-kien/dang-ky/khong-co/").status_code == 404
    assert client.get(f"/su-kien/dang-ky/{registration.token}/").status_code == 404
