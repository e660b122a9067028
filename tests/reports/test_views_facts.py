"""What machines read of figures and reports, and where their pages lead."""

import pytest
from django.urls import reverse

from lienhiep.reports.actions import freeze_report, show_report
from tests.reading import facts, neighbours, shown, way

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = "https://lienhiep.example"


def test_the_year_is_told_as_a_data_set_that_can_be_taken_along(client, issues):
    response = client.get("/so-lieu/", {"period": "2022"})

    told = facts(response)["Dataset"]
    assert told["temporalCoverage"] == "2022-01-01/2022-12-31"
    assert told["url"] == "https://lienhiep.example/so-lieu/?period=2022"
    sheet = told["distribution"]["contentUrl"].removeprefix("https://lienhiep.example")
    assert client.get(sheet).status_code == 200
    assert way(response) == ["Trang chủ", "Qua con số"]


def test_each_part_of_the_catalogue_can_be_jumped_to(client, issues):
    page = shown(client.get("/so-lieu/", {"period": "2022"}))

    links = page.select(".contents-list a[href^='#']")
    assert links
    assert all(page.find(id=link["href"][1:]) for link in links)


def test_a_figure_is_told_with_its_value_and_leads_to_the_next(client, issues):
    response = client.get("/so-lieu/E01/", {"period": "2022"})

    told = facts(response)["Dataset"]
    assert told["variableMeasured"]["value"] == 3
    assert told["temporalCoverage"] == "2022-01-01/2022-12-31"
    assert set(neighbours(response)) == {"prev", "next"}
    assert all(client.get(url).status_code == 200 for url in neighbours(response).values())


def test_a_signed_report_is_told_once_it_is_shown_and_stands_beside_the_figures(
    client, report, issues, leader
):
    signed = freeze_report(report=report, by=leader)
    assert signed.title not in client.get("/so-lieu/").content.decode()

    show_report(report=signed, by=leader)

    response = client.get(signed.get_absolute_url())
    told = facts(response)["Report"]
    pdf = reverse("reports:report_pdf", args=[signed.pk])
    assert told["encoding"]["contentUrl"] == f"https://lienhiep.example{pdf}"
    assert shown(response).select_one(".stamp") is not None
    assert signed.title in client.get("/so-lieu/").content.decode()


def test_a_draft_is_no_page_for_search_engines(client, report, officer):
    client.force_login(officer)

    head = shown(client.get(reverse("reports:report", args=[report.pk]))).head

    assert head.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert head.find("script", type="application/ld+json") is None
