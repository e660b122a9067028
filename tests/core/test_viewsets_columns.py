"""Lists show days, numbers and states as an office reads them."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.test import RequestFactory
from wagtail.admin.ui.tables import DateColumn, Table

from lienhiep.core.viewsets import row_viewsets
from lienhiep.core.viewsets.columns import (
    day_column,
    moment_column,
    number_column,
    state_column,
)
from lienhiep.core.viewsets.withholding import WITHHELD
from tests.sample.models import Club


def cell(column, **values):
    """Return the cell of a list with one line."""
    table = Table([column], [SimpleNamespace(pk=1, **values)])
    page = BeautifulSoup(table.render_html({"request": RequestFactory().get("/")}), "html.parser")
    return page.select_one("tbody td")


def words(found):
    return " ".join(found.get_text(" ").split())


@pytest.mark.parametrize(("day", "shown"), [(date(2022, 5, 9), "09/05/2022"), (None, "")])
def test_a_day_is_written_as_an_office_does(day, shown):
    assert words(cell(day_column("on", "Day"), on=day)) == shown


def test_a_moment_is_that_of_vietnam():
    late = datetime(2022, 5, 9, 18, 30, tzinfo=UTC)

    assert words(cell(moment_column("at", "Moment"), at=late)) == "01:30 10/05/2022"


@pytest.mark.parametrize(("number", "shown"), [(1500, "1.500"), (0, "0"), (None, "")])
def test_a_number_stands_right_with_its_thousands_parted(number, shown):
    found = cell(number_column("copies", "Copies"), copies=number)

    assert (words(found), found["class"]) == (shown, ["number"])


def test_a_derived_state_has_its_sign_and_its_word():
    found = cell(state_column({"sport": "good"}), state=Club.Kind.SPORT)

    assert words(found) == "Sport"
    assert found.select_one("svg, use, [class*=state]") is not None


def test_a_stored_state_is_shown_by_its_word():
    column = state_column({"sport": "good"})

    found = cell(column, state="sport", get_state_display=lambda: "Thể thao")

    assert words(found) == "Thể thao"


def test_a_state_that_is_withheld_has_no_sign():
    column = state_column({"sport": "good"})
    column.get_value = lambda row: WITHHELD

    found = cell(column)

    assert (words(found), found.find()) == ("(chưa mở cho bạn)", None)


def test_no_list_says_how_long_ago_something_was():
    ago = [
        f"{viewset.name}: {column.name}"
        for viewset in row_viewsets()
        for column in getattr(viewset, "list_display", [])
        if isinstance(column, DateColumn)
    ]

    assert ago == []
