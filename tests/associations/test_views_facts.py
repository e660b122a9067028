"""What machines read of associations, and how readers find them by letter."""

import pytest

from lienhiep.associations.addresses import association_url
from lienhiep.associations.forms.finding import letter_of
from tests.factories.associations import MembershipFactory, SeatFactory, union_body
from tests.factories.directory import OrganisationFactory
from tests.reading import facts, names, neighbours, shown, way

pytestmark = pytest.mark.django_db

INDEX = "/hoi-thanh-vien/"


def member(name, **facts_of):
    return MembershipFactory(organisation=OrganisationFactory(name=name, **facts_of))


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Hội Đông y", "Đ"),
        ("Hội Ứng dụng", "U"),
        ("Trung tâm Môi trường", "T"),
        ("Hội", "H"),
        ("Hội 27/7", "#"),
    ],
)
def test_an_association_is_looked_for_under_the_letter_after_the_common_word(name, letter):
    assert letter_of(name) == letter


def test_the_list_is_narrowed_by_letter_and_keeps_the_rest_of_the_question(client):
    member("Hội Đông y")
    member("Hội Cơ khí")

    page = shown(client.get(INDEX, {"chu": "Đ", "linh_vuc": ""}))

    assert [link.get_text(strip=True) for link in page.select(".members a")] == ["Hội Đông y"]
    assert [link["href"] for link in page.select(".letters a")] == [
        "?chu=C&linh_vuc=",
        "?chu=%C4%90&linh_vuc=",
    ]
    assert shown(client.get(INDEX, {"chu": "?"})).select_one(".empty__title") is not None


def test_the_list_is_told_as_a_collection(client):
    member("Hội Đông y")

    assert names(facts(client.get(INDEX))["CollectionPage"]) == ["Hội Đông y"]


def test_an_association_is_told_as_an_organisation_of_the_union(client, settings):
    settings.SITE_URL = "https://lienhiep.example"
    one = member("Hội Đông y", phone="0238 000 001", email="dongy@example.org")

    response = client.get(association_url(one))

    told = facts(response)["Organization"]
    assert told["url"] == f"https://lienhiep.example{association_url(one)}"
    assert (told["telephone"], told["email"]) == ("0238 000 001", "dongy@example.org")
    assert told["memberOf"]["@type"] == "Organization"
    assert way(response) == ["Trang chủ", "Hội thành viên", "Hội Đông y"]


def test_an_association_leads_to_its_neighbours_in_the_alphabet(client):
    first, here, last = (member(name) for name in ("Hội Cơ khí", "Hội Dược học", "Hội Đông y"))

    assert neighbours(client.get(association_url(here))) == {
        "prev": association_url(first),
        "next": association_url(last),
    }


def test_the_structure_names_bodies_to_machines_and_nobody_in_them(client):
    seat = SeatFactory(body=union_body("standing", name="Ban Thường vụ"))

    response = client.get("/co-cau-to-chuc/")

    told = facts(response)["Organization"]
    assert [one["name"] for one in told["department"]] == ["Ban Thường vụ"]
    assert str(seat.person) not in str(told)
    [link] = shown(response).select(".contents-list a")
    assert shown(response).find(id=link["href"][1:]).get_text() == "Ban Thường vụ"
