"""The desk of an association: its own record, and the numbers that it states."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.associations.calendar import statement_year
from lienhiep.associations.choices import StatementChannel
from lienhiep.associations.models import MemberStatement, PersonsAdmitted
from lienhiep.core.desk import doors_for
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from tests.factories.associations import (
    MembershipFactory,
    MemberStatementFactory,
    contact_officer,
)
from tests.factories.directory import OrganisationFactory
from tests.factories.journal import staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values")]

DESK = "/ban-lam-viec/hoi/"


@pytest.fixture
def membership():
    return MembershipFactory(organisation=OrganisationFactory(name="Hội Làm vườn Nghệ An"))


@pytest.fixture
def user(membership):
    return contact_officer(membership)


@pytest.fixture
def desk(client, user):
    """A browser in which the contact officer is signed in."""
    client.force_login(user)
    return client


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def form_of(client, url):
    """Return what a browser would send of an empty form."""
    fields = page(client.get(url)).select("main form input, main form textarea")
    return {field["name"]: field.get("value", "") for field in fields}


def test_desk_is_closed_to_who_is_not_signed_in(client, membership):
    for url in (DESK, reverse("associations:state", args=[membership.organisation_id])):
        assert client.get(url).status_code == 302


def test_who_acts_for_no_association_is_told_so(client):
    client.force_login(staff(Role.CONTACT_OFFICER))

    assert "chưa đại diện" in page(client.get(DESK)).select_one(".empty").get_text()


def test_desk_shows_the_own_association_and_no_numbers_of_others(desk, membership):
    MemberStatementFactory(organisation=membership.organisation, members=28400)
    MemberStatementFactory(organisation=MembershipFactory().organisation, members=77777)

    text = page(desk.get(DESK)).get_text()

    assert "Hội Làm vườn Nghệ An" in text
    assert "28.400" in text
    assert "77.777" not in text


def test_association_of_others_does_not_exist_at_the_desk(desk):
    other = MembershipFactory()

    for name in ("state", "persons"):
        url = reverse(f"associations:{name}", args=[other.organisation_id])
        assert desk.get(url).status_code == 404
        assert desk.post(url, {"members": 5}).status_code == 404
    assert not MemberStatement.objects.exists()


def test_contact_officer_states_the_numbers_of_the_year_once(desk, user, membership):
    url = reverse("associations:state", args=[membership.organisation_id])
    sent = form_of(desk, url) | {"members": "1200", "women": "400", "doctors": "3"}

    desk.post(url, sent)
    again = desk.post(url, sent)

    statement = MemberStatement.objects.get()
    assert (statement.members, statement.women, statement.masters) == (1200, 400, None)
    assert (statement.given_by, statement.channel) == (user.person, StatementChannel.DESK)
    assert statement.on.year == statement_year(today())[0]
    assert again.status_code == 302
    assert entries_of(statement)[0].log.action == "associations.state_members"


def test_numbers_that_cannot_be_are_refused_at_their_field_and_kept(desk, membership):
    url = reverse("associations:state", args=[membership.organisation_id])
    sent = form_of(desk, url) | {"members": "10", "women": "11", "note": "Số liệu sơ bộ"}

    shown = page(desk.post(url, sent))

    assert not MemberStatement.objects.exists()
    assert shown.select_one("input[name=women]")["value"] == "11"
    assert "Số liệu sơ bộ" in shown.select_one("textarea[name=note]").get_text()
    assert "tổng số 10" in shown.select_one("form[method=post] .field__errors").get_text()


def test_contact_officer_records_persons_admitted(desk, membership):
    url = reverse("associations:persons", args=[membership.organisation_id])
    sent = form_of(desk, url) | {"since": "2022-01-01", "until": "2022-06-30", "number": "25"}

    desk.post(url, sent)

    admitted = PersonsAdmitted.objects.get()
    assert (admitted.since, admitted.until, admitted.number) == (
        date(2022, 1, 1),
        date(2022, 6, 30),
        25,
    )


def test_door_of_the_desk_is_open_to_who_acts_for_an_association(user):
    own = [door.url for door in doors_for(user)]
    stranger = [door.url for door in doors_for(staff(Role.CONTACT_OFFICER))]

    assert (DESK in own, DESK in stranger) == (True, False)
