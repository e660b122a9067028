"""HTML becomes blocks: nothing in it can run, and all that was readable stays readable."""

import pytest

from lienhiep.news.bodies import Surroundings, blocks_of
from lienhiep.news.bodies.marks import safe_address


def made(source, **around):
    notes = []
    blocks = blocks_of(source, Surroundings(note=lambda why, _words: notes.append(why), **around))
    return blocks, notes


def test_paragraphs_headings_quotations_and_tables_become_blocks():
    blocks, notes = made(
        "<h2>Đầu đề</h2><div>Một <strong>hai</strong><br><br>ba</div>"
        "<blockquote><p>Lời nói</p></blockquote>"
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
    )

    assert blocks == [
        ("heading", "Đầu đề"),
        ("paragraph", "<p>Một <b>hai</b></p><p>ba</p>"),
        ("quotation", {"text": "Lời nói", "who": ""}),
        ("table", {"caption": "", "rows": "A\tB\n1\t2"}),
    ]
    assert notes == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>chữ</p><script>alert(1)</script>",
        '<p onclick="alert(1)">chữ</p>',
        '<p><a href="java&#x0A;script:alert(1)">chữ</a></p>',
        "<svg onload=alert(1)><p>x</p></svg><p>chữ</p>",
    ],
)
def test_what_could_run_is_taken_out_and_named(source):
    blocks, notes = made(source)

    assert blocks == [("paragraph", "<p>chữ</p>")]
    assert notes == ["active"]


def test_a_film_of_a_known_service_and_any_other_frame_become_links_and_are_named():
    blocks, notes = made(
        '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'
        '<iframe src="//x.example/y"></iframe>'
    )

    assert 'href="https://www.youtube.com/watch?v=abcdefghijk"' in blocks[0][1]
    assert 'href="https://x.example/y"' in blocks[0][1]
    assert notes == ["video", "frame"]


def test_a_picture_keeps_its_caption_and_a_missing_one_leaves_it_as_words():
    figure = '<figure><img src="/uploads/{}.jpg"><figcaption>Đại biểu</figcaption></figure>'
    there, _notes = made(figure.format("a"), picture=lambda _address, _about: 7)
    missing, _notes = made(figure.format("b"))

    assert there == [("picture", {"picture": 7, "caption": "Đại biểu", "credit": ""})]
    assert missing == [("paragraph", "<p><i>Đại biểu</i></p>")]


def test_broken_marks_and_deep_ones_lose_no_words():
    blocks, _notes = made("<div><b>một<p>hai<td>ba</b></div></div>bốn" + "<font>" * 900 + "năm")

    words = "".join(str(content) for _kind, content in blocks)
    assert all(word in words for word in ("một", "hai", "ba", "bốn", "năm"))


def test_a_text_escaped_as_a_whole_is_decoded_once():
    blocks, notes = made("&lt;p&gt;A &amp;amp; B&lt;/p&gt;")

    assert blocks == [("paragraph", "<p>A &amp; B</p>")]
    assert notes == ["escaped_body"]


def test_an_old_font_is_named_and_converted_only_where_that_is_asked():
    text = "<p>Liªn hiÖp c¸c héi khoa häc vµ kü thuËt tØnh</p>"

    assert made(text)[1] == ["legacy_font"]
    assert made(text, convert_fonts=True)[0] == [
        ("paragraph", "<p>Liên hiệp các hội khoa học và kỹ thuật tỉnh</p>")
    ]


@pytest.mark.parametrize(
    "address",
    ["javascript:x", "  JaVaScript:x", "data:text/html,x", "vbscript:x", "java\tscript:x"],
)
def test_no_address_can_run_anything(address):
    assert safe_address(address) is None
