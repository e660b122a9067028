"""Sensitive data: who sits in a Party cell, births and contacts, who a project helps."""

from datetime import date

import pytest
from django.apps import apps

from lienhiep.accounts.choices import Role
from tests.factories.accounts import UserFactory, user_with
from tests.factories.associations import BodyFactory, PartyCellFactory, SeatFactory
from tests.factories.directory import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db

NAME = "Lê Thị Cấpủy"


@pytest.fixture
def seat(db):
    union = OrganisationFactory(name="Liên hiệp Hội Thử", kind="own_union")
    SeatFactory(person=PersonFactory(full_name="Trần Mọi Người"), body=BodyFactory())
    return SeatFactory(
        person=PersonFactory(full_name=NAME), body=PartyCellFactory(organisation=union)
    )


def export(client, user, address="/quan-tri/associations/seat/?export=csv"):
    client.force_login(user)
    answer = client.get(address)
    return b"".join(answer.streaming_content).decode("utf-8-sig")


def test_a_leader_reads_who_sits_in_a_party_cell_and_takes_it_nowhere(client, seat):
    leader = user_with(Role.LEADER)
    client.force_login(leader)

    page = client.get(f"/quan-tri/associations/seat/inspect/{seat.pk}/").content.decode()
    taken_away = export(client, leader)

    assert NAME in page
    assert NAME not in taken_away
    assert "Trần Mọi Người" in taken_away


def test_other_staff_do_not_learn_of_the_seat(client, seat):
    for role in (Role.OFFICER, Role.EDITOR, Role.ADMINISTRATOR):
        client.force_login(user_with(role))
        answer = client.get(f"/quan-tri/associations/seat/inspect/{seat.pk}/")
        assert answer.status_code == 404


def test_the_public_site_does_not_show_it(client, seat):
    addresses = ["/", f"/tim-kiem/?q={NAME}", "/tim-kiem/?q=chi+bộ"]

    pages = [client.get(address).content.decode() for address in addresses]

    assert not seat.body.is_public
    assert all(f"{NAME}</" not in page for page in pages)
    assert f"/quan-tri/associations/seat/inspect/{seat.pk}/" not in "".join(pages)


def test_births_and_contacts_are_taken_away_by_those_who_need_them_only(client):
    PersonFactory(
        full_name="Lê Văn Có", birth_date=date(1980, 1, 2), phone="0912345678", address="Ngõ Kín"
    )
    address = "/quan-tri/directory/person/?export=csv"

    manager = export(client, user_with(Role.OFFICE_MANAGER), address)
    editor = export(client, user_with(Role.EDITOR), address)

    assert "Lê Văn Có" in editor
    assert "1980" not in editor
    assert "Ngõ Kín" not in editor
    assert "0912345678" not in editor
    assert "Lê Văn Có" in manager


def test_a_contact_officer_and_the_public_export_nobody(client):
    PersonFactory(full_name="Lê Văn Có")
    client.force_login(UserFactory())

    assert client.get("/quan-tri/directory/person/?export=csv").status_code in (302, 403, 404)


def test_a_funded_project_has_no_place_for_who_it_helps():
    """The project against HIV/AIDS reports counts: no field of it names a person."""
    for name in ("fundedproject", "projectreport"):
        model = apps.get_model("advisory", name)
        linked = {
            field.name
            for field in model._meta.get_fields()
            if field.is_relation and field.related_model._meta.label_lower == "directory.person"
        }
        assert linked == set()
