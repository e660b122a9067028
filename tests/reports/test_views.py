"""Figures and signed reports on the site."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from lienhiep.core.figures import all_figures, registry
from lienhiep.core.period import today
from lienhiep.core.principals import ANYONE
from lienhiep.reports.actions import freeze_report, show_report, withdraw_report
from tests.asking import questions
from tests.factories.journal import ArticleFactory, published_issue
from tests.factories.reports import StatementFactory

pytestmark = pytest.mark.django_db


def page(response):
    return response.content.decode()


def test_the_catalogue_shows_every_figure_beside_the_year_before(client, issues):
    published_issue(number=5, year=2021, on=date(2021, 5, 1))

    response = client.get("/so-lieu/", {"period": "2022"})

    rows = [item for chapter in response.context["sections"] for item in chapter.items]
    first = next(item for item in rows if item.now.figure.code == "E01")
    assert [item.now.figure.code for item in rows] == [
        one.code for one in all_figures() if ANYONE in one.readers
    ]
    assert (first.now.value, first.before, first.change) == (3, 1, 200)


def test_the_catalogue_begins_with_the_last_year_in_which_something_was_counted(client):
    assert str(client.get("/so-lieu/").context["period"]) == str(today().year - 1)

    published_issue(year=today().year - 3, on=date(today().year - 3, 6, 1))

    assert str(client.get("/so-lieu/").context["period"]) == str(today().year - 3)


@pytest.mark.parametrize(
    "question",
    [
        {"period": "2022-H3"},
        {"period": "nam nay"},
        {"period": "0001"},
        {"period": "9999"},
        {"period": "2022-06-01..2022-01-01"},
        {"period": "2022", "data_date": "31/02/2022"},
        {"period": "2022\x00"},
    ],
)
@pytest.mark.parametrize("address", ["/so-lieu/", "/so-lieu/E01/"])
def test_what_is_no_period_or_day_is_not_found(client, issues, address, question):
    assert client.get(address, question).status_code in (200, 404)
    assert client.get(address, {"period": "x"}).status_code == 404


def test_a_figure_that_is_not_there_or_not_for_the_reader_is_not_found(client, issues, monkeypatch):
    figure = registry._by_code["E01"]
    closed = type(figure)(**{**figure.__dict__, "readers": frozenset({"role:leader"})})
    monkeypatch.setitem(registry._by_code, "E01", closed)

    assert client.get("/so-lieu/Z99/").status_code == 404
    assert client.get("/so-lieu/E01/", {"period": "2022"}).status_code == 404
    assert "E01" not in page(client.get("/so-lieu/", {"period": "2022"}))


def test_a_figure_says_what_it_counts_by_which_date_and_against_what(client, issues):
    StatementFactory(value=11, reason="Theo báo cáo giấy")

    response = client.get("/so-lieu/E01/", {"period": "2022", "data_date": "2023-01-10"})

    shown = BeautifulSoup(page(response), "html.parser").get_text(" ", strip=True)
    assert response.context["value"].value == 3
    assert f"Mốc tính {response.context['value'].figure.counting_date}" in shown
    assert "10/01/2023" in shown
    assert "11: Theo báo cáo giấy" in shown
    assert len(response.context["months"]["values"]) == 12


def test_months_that_have_not_begun_stay_open(client, issues):
    response = client.get("/so-lieu/E01/", {"period": "2022", "data_date": "2022-04-15"})

    assert response.context["months"]["values"] == [0, 0, 1, 0] + [None] * 8


@pytest.mark.parametrize("period", ["2022-06", "2020-01-01..2025-06-30", "1990-01-01..2049-12-31"])
def test_a_month_and_a_term_are_not_drawn_by_month(client, issues, period):
    response = client.get("/so-lieu/E01/", {"period": period})

    assert response.context["months"] is None


def test_records_that_are_not_public_are_counted_and_withheld(client, issues):
    published_issue(number=4, title="Số kín", is_public=False)
    for issue in issues:
        issue.is_public = True
        issue.save()

    response = client.get("/so-lieu/E01/", {"period": "2022"})

    assert (response.context["value"].records, response.context["withheld"]) == (3, 1)
    assert "Số kín" not in page(response)
    assert len(response.context["rows"]) == 2
    assert all(url for _name, url in response.context["rows"])


@pytest.mark.parametrize("address", ["/so-lieu/", "/so-lieu/E01/", "/so-lieu/E04/"])
def test_a_page_of_figures_asks_as_often_for_thirty_records_as_for_one(client, address):
    published_issue(number=1, on=date(2022, 4, 20), is_public=True)

    one = questions(lambda: client.get(address, {"period": "2022"}))
    for number in range(2, 11):
        published_issue(number=number, on=date(2022, number, 20), is_public=True)
    for number in range(20):
        ArticleFactory(received_on=date(2022, 5, 1 + number))

    assert questions(lambda: client.get(address, {"period": "2022"})) == one


# Reports


@pytest.fixture
def signed(report, issues, leader):
    return freeze_report(report=report, by=leader)


def addresses(report):
    return [
        reverse(name, args=[report.pk])
        for name in ("reports:report", "reports:report_pdf", "reports:report_word")
    ]


def test_a_draft_and_a_signed_report_are_for_the_office_until_shown(client, signed, report, leader):
    assert [client.get(url).status_code for url in addresses(signed)] == [404] * 3

    show_report(report=signed, by=leader)

    assert [client.get(url).status_code for url in addresses(signed)] == [200] * 3


def test_a_withdrawn_report_is_gone_from_the_site_and_stays_for_the_office(client, signed, leader):
    show_report(report=signed, by=leader)
    withdraw_report(report=signed, by=leader, reason="Sai số liệu")

    assert client.get(addresses(signed)[0]).status_code == 404
    client.force_login(leader)
    assert client.get(addresses(signed)[0]).status_code == 200


def test_an_officer_reads_a_draft_with_its_live_figures(client, report, issues, officer):
    client.force_login(officer)

    shown = BeautifulSoup(page(client.get(addresses(report)[0])), "html.parser")

    assert shown.select_one(".figure__value").get_text() == "3"


def test_a_file_bears_the_title_and_is_kept_nowhere(client, report, officer):
    client.force_login(officer)

    pdf, word = (client.get(url) for url in addresses(report)[1:])

    assert pdf["Content-Type"] == "application/pdf"
    assert pdf["Content-Disposition"] == 'inline; filename="bao-cao-nam-2022.pdf"'
    assert word["Content-Disposition"] == 'attachment; filename="bao-cao-nam-2022.docx"'
    assert {pdf["Cache-Control"], word["Cache-Control"]} == {"private, no-store"}
