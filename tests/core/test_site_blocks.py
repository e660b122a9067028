"""What rooms show on the front page and at the foot of every page."""

import pytest

from lienhiep.core import site_blocks
from lienhiep.core.site_blocks import (
    SiteBlock,
    foot_block,
    foot_blocks,
    front_block,
    front_block_choices,
    front_block_codes,
    front_block_named,
)


@pytest.fixture(autouse=True)
def nothing_hung_up(monkeypatch):
    monkeypatch.setattr(site_blocks, "_places", {"front": {}, "foot": {}})


def empty_block(title):
    return SiteBlock("core/components/empty.html", {"title": title, "text": ""})


def hang_up(code, *, order, **given):
    front_block(code, label=code.upper(), order=order, **given)(lambda: empty_block(code))


def test_blocks_of_the_front_page_stand_in_their_order():
    hang_up("b.after", order=20)
    hang_up("a.before", order=10)

    assert front_block_codes() == ["a.before", "b.after"]
    assert front_block_choices() == [("a.before", "A.BEFORE"), ("b.after", "B.AFTER")]


def test_a_block_that_waits_to_be_placed_is_offered_but_not_shown_of_itself():
    hang_up("a.asked", order=10, unasked=False)

    assert front_block_codes() == []
    assert [code for code, _label in front_block_choices()] == ["a.asked"]


def test_a_block_is_found_by_its_code_and_one_that_is_gone_shows_nothing():
    hang_up("a.block", order=10)

    assert front_block_named("a.block").context["title"] == "a.block"
    assert front_block_named("a.gone") is None


def test_what_stands_at_the_foot_is_not_on_the_front_page():
    foot_block(order=10)(lambda: empty_block("Chân trang"))
    foot_block(order=20)(_nothing)

    assert [block.context["title"] for block in foot_blocks()] == ["Chân trang"]
    assert front_block_codes() == []


def _nothing():
    return None


def test_a_block_is_set_by_the_template_of_its_room_and_what_is_typed_stays_text():
    shown = empty_block("Tin <b>nóng</b>").render()

    assert "Tin &lt;b&gt;nóng&lt;/b&gt;" in shown
    assert hasattr(shown, "__html__")


def test_a_block_hung_up_twice_is_offered_once():
    hang_up("a.block", order=10)
    hang_up("a.block", order=10)

    assert front_block_codes() == ["a.block"]
