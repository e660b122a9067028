"""What a page of the guide may say, and what becomes of it."""

import pytest

from lienhiep.guide.front_matter import BadPage, parted
from lienhiep.guide.markup import rendered


def read(text):
    return rendered(text, address=lambda goal: f"/to/{goal}", show=lambda one: f"[{one.name}]")


def test_html_in_a_page_is_shown_and_not_obeyed():
    page = read("<script>alert(1)</script> and <b>bold</b>")

    assert "<script" not in page.html
    assert "&lt;b&gt;" in page.html


def test_heading_has_a_place_made_of_its_words():
    page = read("## Giữ số\n\nText.")

    assert page.html.startswith('<h2 id="giu-so">Giữ số</h2>')
    assert [heading.anchor for heading in page.headings] == ["giu-so"]


def test_screens_belong_to_the_heading_above_and_are_not_shown():
    page = read("## Một\n{screens: a:index a:do_b}\n\nText.\n\n## Hai\n\n{screens: c}\n")

    assert [heading.screens for heading in page.headings] == [("a:index", "a:do_b"), ("c",)]
    assert "screens" not in page.html


def test_button_is_set_apart_and_noted():
    page = read("Bấm [[Phát hành]].")

    assert page.html == '<p>Bấm <b class="guide-button">Phát hành</b>.</p>\n'
    assert page.buttons == ("Phát hành",)


def test_way_through_the_menu_names_each_of_its_parts():
    page = read("Mở [[Tập san > Bài viết]].")

    assert page.buttons == ("Tập san", "Bài viết")
    assert page.html.count("guide-button") == 2


def test_brackets_in_code_stay_as_they_are():
    page = read("Ghi `[[E01]]`.")

    assert "<code>[[E01]]</code>" in page.html
    assert page.buttons == ()


def test_picture_in_a_paragraph_of_its_own_is_handed_to_be_shown():
    page = read('Text.\n\n![what is seen](name "Caption")\n')

    assert page.html == "<p>Text.</p>\n[name]\n"
    assert [(one.alt, one.caption) for one in page.pictures] == [("what is seen", "Caption")]


def test_links_are_given_their_addresses():
    page = read("[words](page#place)")

    assert 'href="/to/page#place"' in page.html
    assert page.links == ("page#place",)


def test_text_is_kept_under_its_heading_for_the_search():
    page = read("Opening.\n\n## Một\n\nFirst [[Lưu]].\n\n## Hai\n\nSecond.")

    assert page.opening == "Opening."
    assert [heading.body for heading in page.headings] == ["First  Lưu .", "Second."]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("No facts", "does not begin with its facts"),
        ("---\ntitle: One\n", "does not begin with its facts"),
        ("---\ntitel: One\n---\nText", "line 2 says nothing known"),
        ("---\norder: 1\n---\nText", "has no title"),
    ],
)
def test_page_without_its_facts_is_refused(text, why):
    with pytest.raises(BadPage, match=why):
        parted(text)
