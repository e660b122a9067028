"""The catalogue as a spreadsheet."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from lienhiep.core.figures import all_figures, registry
from lienhiep.core.principals import ANYONE
from tests.factories.journal import published_issue
from tests.factories.reports import StatementFactory, TargetFactory, approved

pytestmark = pytest.mark.django_db


def book(response):
    return openpyxl.load_workbook(BytesIO(response.content))


def rows(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def line(sheet, code):
    return next(row for row in rows(sheet) if row[0] == code)


def test_every_figure_stands_on_a_line_with_plan_and_change(client, issues):
    published_issue(number=5, year=2021, on=date(2021, 5, 1))
    approved(TargetFactory(code="E01", value=4).plan)

    response = client.get("/so-lieu/bang-tinh/", {"period": "2022"})

    sheet = book(response).worksheets[0]
    codes = [row[0] for row in rows(sheet)[4:] if row[0] and len(str(row[0])) > 1]
    assert response["Content-Disposition"] == 'attachment; filename="so-lieu-2022.xlsx"'
    assert codes == [one.code for one in all_figures() if ANYONE in one.readers]
    assert line(sheet, "E01")[3:8] == [3, 4, 75, 1, 200]


def test_what_cannot_be_compared_says_why(client, issues):
    sheet = book(client.get("/so-lieu/bang-tinh/", {"period": "2022"})).worksheets[0]

    assert line(sheet, "E01")[6:9] == [0, None, "kỳ trước là 0"]


def test_parts_stand_on_a_sheet_of_their_own(client, issues):
    sheet = book(client.get("/so-lieu/bang-tinh/", {"period": "2022"})).worksheets[1]

    assert [row[3:] for row in rows(sheet) if row[0] == "E03"] == [[1, 50], [1, 50]]


def test_words_are_words_whatever_they_begin_with(client, issues):
    StatementFactory(value=11, reason='=HYPERLINK("http://x")')

    sheet = book(client.get("/so-lieu/bang-tinh/", {"period": "2022"})).worksheets[0]

    cell = next(row for row in sheet.iter_rows() if row[0].value == "E01")[11]
    assert (cell.data_type, cell.value) == ("s", '11: =HYPERLINK("http://x")')


def test_a_figure_that_is_not_for_everyone_stands_in_no_public_spreadsheet(
    client, issues, leader, monkeypatch
):
    figure = registry._by_code["E01"]
    closed = type(figure)(**{**figure.__dict__, "readers": frozenset({"role:leader"})})
    monkeypatch.setitem(registry._by_code, "E01", closed)

    public = book(client.get("/so-lieu/bang-tinh/", {"period": "2022"}))
    client.force_login(leader)
    office = book(client.get("/quan-tri/figures/", {"period": "2022", "bang-tinh": "1"}))

    assert "E01" not in [row[0] for sheet in public.worksheets for row in rows(sheet)]
    assert line(office.worksheets[0], "E01")[3] == 3


@pytest.mark.parametrize("asked", [{"period": "x"}, {"period": "2022", "data_date": "31/02/2022"}])
def test_what_is_no_period_is_not_found(client, asked):
    assert client.get("/so-lieu/bang-tinh/", asked).status_code == 404


def test_a_mistake_in_the_office_is_a_message_and_no_file(client, leader):
    client.force_login(leader)

    response = client.get("/quan-tri/figures/", {"period": "quý 5", "bang-tinh": "1"})

    assert response["Content-Type"].startswith("text/html")
    assert response.context["mistake"]
