"""What machines read of commendation, and what the pages show beside a name."""

from datetime import date

import pytest

from lienhiep.honours.addresses import decision_url, honour_url, roll_url
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.honours import HonourFactory, HonourFormFactory
from tests.factories.office import OfficialDocumentFactory
from tests.reading import facts, names, shown, way

pytestmark = pytest.mark.django_db


def to(name, **facts_of):
    return HonourFactory(person=PersonFactory(full_name=name), **facts_of)


def test_an_honour_is_told_of_whoever_received_it(client):
    honour = to("Lê Thị Mai")

    response = client.get(honour_url(honour))

    about = facts(response)["WebPage"]["about"]
    assert (about["@type"], about["name"]) == ("Person", "Lê Thị Mai")
    assert about["award"] == f"{honour.form}, {honour.years_label}"
    assert way(response)[:2] == ["Trang chủ", "Khen thưởng"]


def test_an_association_is_told_as_an_organisation(client):
    honour = HonourFactory(person=None, organisation=OrganisationFactory(name="Hội Đông y"))

    assert facts(client.get(honour_url(honour)))["WebPage"]["about"]["@type"] == "Organization"


def test_of_a_child_no_machine_reads_a_name(client):
    honour = to("Lê Thị Mai", is_pupil=True)

    for url in (honour_url(honour), roll_url(2022), "/khen-thuong/", decision_url(honour)):
        assert "Lê Thị Mai" not in client.get(url).content.decode()
    assert "about" not in facts(client.get(honour_url(honour)))["WebPage"]


def test_the_roll_is_told_as_a_collection_and_jumps_to_each_form(client):
    first, second = HonourFormFactory(position=1), HonourFormFactory(position=2)
    to("Lê Thị Mai", form=first)
    to("Trần Văn Hòa", form=second)

    response = client.get(roll_url(2022))

    page = shown(response)
    assert names(facts(response)["CollectionPage"]) == ["Lê Thị Mai", "Trần Văn Hòa"]
    assert all(page.find(id=link["href"][1:]) for link in page.select(".contents-list a"))


def test_the_way_of_an_honour_never_says_that_the_office_is_late(client):
    honour = to("Lê Thị Mai", decided_on=date(2022, 1, 7), conferred_on=None)

    page = shown(client.get(honour_url(honour)))

    assert page.select_one(".trail") is not None
    assert page.select(".trail__step--late, .trail__late") == []


@pytest.mark.parametrize("is_public", [True, False])
def test_a_decision_is_linked_only_where_readers_may_open_it(client, is_public):
    decision = OfficialDocumentFactory(is_public=is_public)
    honour = to("Lê Thị Mai", decision=decision, decision_symbol="")

    links = shown(client.get(honour_url(honour))).select(".sheet__side a[href^='/van-ban/']")

    assert len(links) == int(is_public)
