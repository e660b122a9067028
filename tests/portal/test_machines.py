"""What search engines and feed readers get."""

from datetime import date
from xml.etree import ElementTree

import pytest
from django.conf import settings

from lienhiep.core.site_sections import site_sections
from lienhiep.portal.models import StandardPage
from tests.factories.journal import published_issue

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def issues(home, union):
    home.add_child(instance=StandardPage(title="Giới thiệu", slug="gioi-thieu", body="<p>x</p>"))
    return [
        published_issue(number=1, on=date(2022, 3, 1), title="A & B <c>", is_public=True),
        published_issue(number=2, on=date(2022, 4, 1), is_public=True),
        published_issue(number=3, on=date(2022, 5, 1), title="Số kín", is_public=False),
    ]


def test_the_sitemap_names_every_public_address_and_no_other(client, issues):
    response = client.get("/sitemap.xml")

    addresses = [one.text for one in ElementTree.fromstring(response.content).iter(f"{MAP}loc")]
    paths = [address.removeprefix(settings.SITE_URL) for address in addresses]
    assert response["Content-Type"] == "application/xml"
    first = ["/", *(section.url for section in site_sections())]
    first += ["/so-do-trang/", "/tiep-can/", "/gioi-thieu/"]
    assert paths[: len(first)] == first
    assert {"/tin-tuc/", "/tap-san/", "/so-lieu/"} < set(first)
    assert "/tap-san/2022/so-2/" in paths
    assert "/tap-san/2022/so-3/" not in paths
    assert not [path for path in paths if "#" in path], "a place on a page is no page of its own"
    assert [client.get(path).status_code for path in paths] == [200] * len(paths)


def test_a_sitemap_that_is_too_long_is_told_in_parts_and_nothing_is_lost(
    client, issues, monkeypatch
):
    def told(path):
        return [
            one.text.removeprefix(settings.SITE_URL)
            for one in ElementTree.fromstring(client.get(path).content).iter(f"{MAP}loc")
        ]

    whole = told("/sitemap.xml")
    monkeypatch.setattr("lienhiep.portal.views.machines.MOST_IN_SITEMAP", 1)

    parts = told("/sitemap.xml")

    assert parts[0] == "/sitemap-1.xml"
    assert len(parts) > 1
    assert sorted(path for part in parts for path in told(part)) == sorted(whole)
    assert client.get(f"/sitemap-{len(parts) + 1}.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404


def test_robots_are_led_to_the_sitemap_and_kept_from_the_office(client):
    text = client.get("/robots.txt").content.decode()

    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in text
    assert "Disallow: /quan-tri/" in text


def test_the_feed_names_the_newest_public_records(client, issues):
    response = client.get("/moi.xml")

    feed = ElementTree.fromstring(response.content)
    titles = [entry.find(f"{ATOM}title").text for entry in feed.iter(f"{ATOM}entry")]
    assert [one for one in titles if "/2022" in one] == ["Số 2/2022", "Số 1/2022: A & B <c>"]
    assert "Số kín" not in response.content.decode()
    assert feed.find(f"{ATOM}title").text == "Mới trên trang Liên hiệp các Hội Nghệ An"


def test_a_telephone_learns_the_name_and_the_marks_of_the_site(client, union):
    answer = client.get("/manifest.webmanifest")

    assert answer["Content-Type"] == "application/manifest+json"
    assert (answer.json()["short_name"], answer.json()["lang"]) == ("LHH", "vi")
    assert {icon.get("purpose", "any") for icon in answer.json()["icons"]} == {"any", "maskable"}
