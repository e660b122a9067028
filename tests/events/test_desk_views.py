"""The desk: what somebody has registered for."""

import pytest

from lienhiep.accounts.choices import Role
from lienhiep.core.desk import doors_for
from tests.factories.accounts import user_with
from tests.factories.directory import PersonFactory
from tests.factories.events import RegistrationFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/ban-lam-viec/su-kien/"


def test_nobody_signed_out_enters(client):
    response = client.get(ADDRESS)

    assert response.status_code == 302
    assert "/tai-khoan/" in response.url


def test_somebody_finds_their_own_registrations_and_nobody_elses(client):
    person = PersonFactory()
    own = RegistrationFactory(person=person, conference__title="Kinh tế biển")
    RegistrationFactory(conference__title="Của người khác")
    client.force_login(user_with(Role.EXPERT, person=person))

    text = client.get(ADDRESS).content.decode()

    assert f"/su-kien/dang-ky/{own.token}/" in text
    assert "Của người khác" not in text


def test_an_officer_finds_their_own_and_not_those_of_the_office(client):
    RegistrationFactory(conference__title="Của người khác")
    client.force_login(user_with(Role.OFFICER, person=PersonFactory()))

    assert "Của người khác" not in client.get(ADDRESS).content.decode()


def test_whoever_is_no_person_on_record_has_no_registrations_and_no_door(client):
    user = user_with(Role.EXPERT)
    client.force_login(user)

    assert "chưa đăng ký dự sự kiện nào" in client.get(ADDRESS).content.decode()
    assert ADDRESS not in [door.url for door in doors_for(user)]


def test_the_desk_leads_to_the_registrations():
    user = user_with(Role.EXPERT, person=PersonFactory())

    assert ADDRESS in [door.url for door in doors_for(user)]
