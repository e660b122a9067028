"""The main menu: one row at every width, and nothing lost."""

import pytest
from bs4 import BeautifulSoup

from lienhiep.portal.menus import NEVER, ROWS, MenuEntry, in_rows

pytestmark = pytest.mark.django_db

LONG = [MenuEntry(f"Hội thi sáng tạo kỹ thuật và cuộc thi {number}", "#") for number in range(14)]


def test_a_short_menu_stands_in_every_row_whole():
    entries = in_rows([MenuEntry("Tin tức", "#"), MenuEntry("Tập san", "#")])

    assert [entry.room for entry in entries] == [1, 1]


@pytest.mark.parametrize(("row", "width"), list(enumerate(ROWS, 1)))
def test_what_stands_in_a_row_has_room_there(row, width):
    shown = [entry for entry in in_rows(LONG) if entry.room <= row]

    assert 0 < sum(entry.width for entry in shown) < width


def test_entries_keep_their_order_and_the_last_of_many_stand_in_no_row():
    rooms = [entry.room for entry in in_rows(LONG)]

    assert rooms == sorted(rooms)
    assert rooms[-1] == NEVER


def test_each_entry_is_seen_once_at_every_width(client, home):
    menu = BeautifulSoup(client.get("/tim-kiem/").content, "html.parser").select_one(".menu")
    in_row = {a.get_text(): a.parent["class"] for a in menu.select(":scope > li > a")}
    folded = {a.get_text(): a.parent["class"] for a in menu.select("details a")}

    for label, (from_width,) in in_row.items():
        row = from_width.removeprefix("menu__from-")
        assert folded.get(label, ["menu__until-1"]) == [f"menu__until-{row}"]
    assert "Trang chủ" in in_row


def test_more_is_marked_where_it_holds_the_place_one_stands_in(client, home):
    def classes(address):
        shown = BeautifulSoup(client.get(address).content, "html.parser")
        return [one for one in shown.select_one(".menu-more")["class"] if "here" in one]

    assert classes("/tin-tuc/") == []
    assert classes("/so-lieu/")[0].startswith("menu-more--here-")
