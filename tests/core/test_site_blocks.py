"""What rooms show on the front page and at the foot of every page."""

import pytest

from lienhiep.core import site_blocks
from lienhiep.core.site_blocks import (
    SiteBlock,
    foot_block,
    foot_blocks,
    front_block,
    front_blocks,
)


@pytest.fixture(autouse=True)
def nothing_hung_up(monkeypatch):
    monkeypatch.setattr(site_blocks, "_places", {"front": {}, "foot": {}})


def empty_block(title):
    return SiteBlock("core/components/empty.html", {"title": title, "text": ""})


def titles(blocks):
    return [block.context["title"] for block in blocks]


def test_blocks_of_the_front_page_stand_in_their_order():
    front_block(order=20)(lambda: empty_block("Sau"))
    front_block(order=10)(lambda: empty_block("Trước"))

    assert titles(front_blocks()) == ["Trước", "Sau"]


def test_a_block_with_nothing_to_show_is_left_out():
    front_block(order=10)(lambda: None)

    assert front_blocks() == []


def test_what_stands_at_the_foot_is_not_on_the_front_page():
    foot_block(order=10)(lambda: empty_block("Chân trang"))

    assert (titles(foot_blocks()), front_blocks()) == (["Chân trang"], [])


def test_a_block_is_set_by_the_template_of_its_room_and_what_is_typed_stays_text():
    shown = empty_block("Tin <b>nóng</b>").render()

    assert "Tin &lt;b&gt;nóng&lt;/b&gt;" in shown
    assert hasattr(shown, "__html__")


def test_a_block_hung_up_twice_is_shown_once():
    def block():
        return empty_block("Một lần")

    front_block(order=10)(block)
    front_block(order=10)(block)

    assert titles(front_blocks()) == ["Một lần"]
