"""The year in figures: its order, its comparisons, and what it costs."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser

from lienhiep.core.figures import all_figures
from lienhiep.core.period import InvalidPeriod, Period
from lienhiep.core.principals import ANYONE
from lienhiep.reports.asking import Asked
from lienhiep.reports.catalogue import chapters_of
from tests.asking import questions
from tests.factories.journal import published_issue
from tests.factories.reports import StatementFactory, TargetFactory, approved

pytestmark = pytest.mark.django_db


def item(code, asked, **options):
    for chapter in chapters_of(AnonymousUser(), asked, **options):
        for one in chapter.items:
            if one.now.figure.code == code:
                return one
    raise LookupError(code)


def test_sections_stand_in_the_order_of_their_letters_and_figures_in_that_of_their_codes(
    client, issues
):
    chapters = client.get("/so-lieu/", {"period": "2022"}).context["sections"]

    letters = [chapter.letter for chapter in chapters]
    assert letters == sorted(set(letters))
    assert [one.now.figure.code for chapter in chapters for one in chapter.items] == [
        figure.code for figure in all_figures() if ANYONE in figure.readers
    ]


@pytest.mark.parametrize(
    ("period", "data_date", "previous_day"),
    [
        ("2022", "2023-01-10", date(2022, 1, 10)),
        ("2022", "2022-05-15", date(2021, 5, 15)),
        ("2024-Q1", "2024-02-29", date(2023, 2, 28)),
        ("2020-01-01..2021-12-31", "2021-12-31", date(2019, 12, 31)),
    ],
)
def test_the_period_before_is_counted_as_far_as_this_one(period, data_date, previous_day):
    assert Asked.read(period, data_date).previous_day == previous_day


def test_part_of_a_year_is_compared_with_the_same_part(client):
    published_issue(number=1, year=2021, on=date(2021, 3, 1))
    published_issue(number=2, year=2021, on=date(2021, 11, 1))
    published_issue(number=1, on=date(2022, 3, 1))

    asked = Asked(Period.year(2022), date(2022, 5, 1))
    page = client.get("/so-lieu/", {"period": "2022", "data_date": "2022-05-01"}).content.decode()

    assert (item("E01", asked).before, item("E01", asked).change) == (1, 0)
    assert "Kỳ báo cáo chưa kết thúc: so với năm 2021 tính đến ngày 01/05/2021." in page


def test_what_cannot_be_compared_says_why(issues):
    year = Asked(Period.year(2022), date(2022, 12, 31))
    ahead = Asked(Period.year(2022), date(2021, 12, 31))

    assert item("E01", year).why_not_compared == "kỳ trước là 0"
    assert item("E01", ahead).why_not_compared == "kỳ này chưa có số"


def test_the_year_1900_has_none_before_it():
    with pytest.raises(InvalidPeriod):
        Asked.read("1900", "")


def test_the_first_figure_of_a_section_is_drawn_over_the_years_of_its_records():
    published_issue(number=1, year=2020, on=date(2020, 3, 1))
    published_issue(number=1, on=date(2022, 3, 1))
    asked = Asked(Period.year(2022), date(2022, 12, 31))

    drawn = {
        chapter.letter: chapter.drawn
        for chapter in chapters_of(AnonymousUser(), asked, with_charts=True)
    }

    assert (drawn["E"]["labels"], drawn["E"]["values"]) == (["2020", "2021", "2022"], [1, 0, 1])
    assert drawn["P"] is None


def test_a_term_is_not_drawn(issues):
    asked = Asked(Period.parse("2020-01-01..2025-06-30"), date(2025, 6, 30))

    chapters = chapters_of(AnonymousUser(), asked, with_charts=True)

    assert {chapter.drawn for chapter in chapters} == {None}


def test_bars_are_drawn_beside_the_numbers_and_hidden_from_those_who_hear_them(client, issues):
    approved(TargetFactory(code="E01", value=6).plan)

    soup = BeautifulSoup(client.get("/so-lieu/", {"period": "2022"}).content, "html.parser")

    row = next(row for row in soup.select("table.year tbody tr") if "E01" in row.get_text())
    assert row.svg["aria-hidden"] == "true"
    assert [(bar["class"], bar["width"]) for bar in row.svg.select("rect")] == [
        (["beside__now"], "50.00%"),
        (["beside__plan"], "100.00%"),
    ]
    assert [cell.get_text(" ", strip=True) for cell in row.select("td.number")][1] == "6 (50%)"


def test_a_stated_number_stands_under_its_figure(client, issues):
    StatementFactory(value=11, reason="Theo báo cáo giấy")

    page = client.get("/so-lieu/", {"period": "2022"}).content.decode()

    assert "Số khai báo: 11 (Theo báo cáo giấy)" in page


def test_the_page_asks_a_few_questions_for_each_figure_and_none_for_each_record(client, issues):
    few = questions(lambda: client.get("/so-lieu/", {"period": "2022"}))
    for number in range(4, 30):
        published_issue(number=number, on=date(2022, 5, 2), is_public=True)
    for code in ("E01", "E02", "E04"):
        StatementFactory(code=code)

    many = questions(lambda: client.get("/so-lieu/", {"period": "2022"}))

    assert few / len(all_figures()) < 9
    # The author of each stated number is looked up in its own history.
    assert many - few <= 3 * 2
