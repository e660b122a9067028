"""The screens of the associations in the back office, as the people of the office use them."""

import csv
import io
import json
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.associations.models import (
    Admission,
    Appointment,
    Body,
    CadrePlan,
    Congress,
    Membership,
    MemberStatement,
    PersonsAdmitted,
    Position,
    Seat,
    Term,
)
from lienhiep.core.viewsets import admin_list_url, admin_row_url
from tests.asking import questions
from tests.factories.associations import (
    AdmissionFactory,
    AppointmentFactory,
    BodyFactory,
    CadrePlanFactory,
    CongressFactory,
    MembershipFactory,
    MemberStatementFactory,
    PersonsAdmittedFactory,
    PlannedCadreFactory,
    PositionFactory,
    SeatFactory,
    TermFactory,
)
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.journal import staff

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values")]

MAKE = {
    Admission: AdmissionFactory,
    Appointment: lambda: AppointmentFactory(seat=None),
    Body: BodyFactory,
    CadrePlan: lambda: PlannedCadreFactory().plan,
    Congress: CongressFactory,
    MemberStatement: lambda: MemberStatementFactory(given_by=PersonFactory()),
    Membership: lambda: MembershipFactory(supervisor=OrganisationFactory()),
    PersonsAdmitted: PersonsAdmittedFactory,
    Position: PositionFactory,
    Seat: lambda: SeatFactory(),
    Term: TermFactory,
}


@pytest.fixture
def office(client, manager):
    """A browser in which the office manager is signed in."""
    client.force_login(manager)
    return client


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def verb_url(row, name):
    return admin_row_url(row).replace("inspect", f"do/{name}")


@pytest.mark.parametrize("model", MAKE, ids=lambda model: model.__name__)
def test_list_page_form_and_export_of_each_kind_open(office, model):
    row = MAKE[model]()

    listed = page(office.get(admin_list_url(model)))
    office_page = page(office.get(admin_row_url(row)))
    form = office.get(admin_row_url(row).replace("inspect", "edit"))
    new = office.get(admin_list_url(model) + "new/")
    exported = office.get(admin_list_url(model), {"export": "csv"})
    rows = list(csv.reader(io.StringIO(exported.getvalue().decode("utf-8-sig"))))

    assert len(listed.select("tbody tr")) == 1
    assert office_page.select_one("h1, h2") is not None
    assert (form.status_code, new.status_code, len(rows)) == (200, 200, 2)


@pytest.mark.parametrize("model", MAKE, ids=lambda model: model.__name__)
def test_list_of_many_asks_no_more_than_a_list_of_one(office, model):
    MAKE[model]()
    one = questions(lambda: office.get(admin_list_url(model)))
    for _place in range(8):
        MAKE[model]()

    assert questions(lambda: office.get(admin_list_url(model))) == one


def test_stranger_opens_no_screen_of_cadres(client, officer):
    client.force_login(officer)
    plan = CadrePlanFactory()

    assert client.get(admin_row_url(plan)).status_code == 404
    assert not page_has(client.get(admin_list_url(CadrePlan)), plan.post)


def page_has(response, words):
    return response.status_code == 200 and words in response.content.decode()


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ({"name": "dong y"}, {"Hội Đông y"}),
        ({"kind": "subordinate_unit"}, {"Trung tâm Môi trường"}),
        ({"unstated": "2022"}, {"Hội Đông y"}),
        ({"unstated": "22"}, set()),
        ({"member_on": "2016-01-01"}, {"Hội Làm vườn", "Trung tâm Môi trường"}),
    ],
)
def test_members_are_filtered(office, question, shown):
    gardeners = MembershipFactory(organisation=OrganisationFactory(name="Hội Làm vườn"))
    MembershipFactory(organisation=OrganisationFactory(name="Hội Đông y"), since=date(2017, 1, 1))
    MembershipFactory(
        organisation=OrganisationFactory(name="Trung tâm Môi trường"), kind="subordinate_unit"
    )
    MemberStatementFactory(organisation=gardeners.organisation)

    rows = page(office.get(admin_list_url(Membership), question)).select("tbody tr")

    assert {name for row in rows for name in [row.select_one("a").get_text(strip=True)]} == shown


def test_calendar_shows_terms_overdue(office):
    late = TermFactory(due_on=date(2022, 1, 1), label="2017-2022")
    TermFactory(due_on=date(2199, 1, 1), label="2194-2199")

    rows = page(office.get(admin_list_url(Term), {"calendar": "overdue"})).select("tbody tr")

    assert [late.label in row.get_text() for row in rows] == [True]


def test_figure_opens_the_list_of_its_records(office):
    MembershipFactory()
    MembershipFactory(since=date(2023, 6, 1))

    opened = page(office.get(admin_list_url(Membership), {"figure": "B01", "period": "2022"}))

    assert len(opened.select("tbody tr")) == 1


def test_figure_of_cadres_does_not_exist_for_an_officer(client, officer):
    client.force_login(officer)
    AppointmentFactory()

    response = client.get(admin_list_url(Appointment), {"figure": "B09a", "period": "2022"})

    assert response.status_code in (403, 404)


def test_seat_that_is_filled_is_refused_on_the_form_and_nothing_typed_is_lost(office):
    held = SeatFactory(position=PositionFactory(most=1))
    sent = {
        "person": PersonFactory().pk,
        "body": held.body_id,
        "position": held.position_id,
        "since": "01/01/2022",
        "other_office": "Giám đốc Sở",
    }

    shown = page(office.post(admin_list_url(Seat) + "new/", sent))

    assert Seat.objects.count() == 1
    assert shown.select_one("[name=other_office]")["value"] == "Giám đốc Sở"
    assert str(held.person) in shown.select_one("form").get_text()


def test_congress_without_a_quorum_is_refused_on_the_form(office):
    congress = CongressFactory()
    sent = {
        "on": "10/06/2022",
        "mode": "in_person",
        "convened": "100",
        "present": "50",
        "term_label": "2022-2027",
        "term_years": "5",
    }

    shown = page(office.post(verb_url(congress, "hold_congress"), sent))
    office.post(verb_url(congress, "hold_congress"), sent | {"present": "51"})

    congress.refresh_from_db()
    assert "51" in shown.select_one("form").get_text()
    assert (congress.present, congress.new_term.label) == (51, "2022-2027")


def test_application_is_decided_from_its_page(office):
    admission = AdmissionFactory()
    sent = {"on": "10/03/2022", "decision": "12/QĐ-LHH", "decided_by": "Ban Thường vụ"}

    response = office.post(verb_url(admission, "admit_member"), sent)

    assert response["Location"] == admin_row_url(admission)
    assert Membership.objects.get().admission_decision == "12/QĐ-LHH ngày 10/03/2022"


def test_member_page_shows_leaders_terms_and_numbers(office):
    membership = MembershipFactory()
    body = BodyFactory(organisation=membership.organisation)
    seat = SeatFactory(body=body)
    TermFactory(body=body, label="2019-2024")
    MemberStatementFactory(organisation=membership.organisation, members=4321)

    text = page(office.get(admin_row_url(membership))).get_text()

    assert str(seat.person) in text
    assert "2019-2024" in text
    assert "4321" in text


def test_verbs_are_hidden_from_who_may_only_read(client):
    client.force_login(staff(Role.EDITOR))
    membership = MembershipFactory()

    shown = page(client.get(admin_row_url(membership)))

    assert shown.select(".lh-verbs a") == []
    assert client.post(verb_url(membership, "leave_union"), {}).status_code == 403


def test_menu_names_the_room(office):
    menu = page(office.get(reverse("wagtailadmin_home"))).find(id="wagtail-sidebar-props")

    assert "Hội thành viên" in json.dumps(json.loads(menu.string), ensure_ascii=False)
