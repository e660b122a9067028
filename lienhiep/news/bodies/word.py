"""A Word file (.docx) as an article: headline, lead, and blocks, with the pictures in it.

Reporters write in Word. Styles that mean something are read (Title, headings, lists, bold,
tables, links); letters, colours and margins of the office's own are left behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

import mammoth
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.core.text import clean, cut
from lienhiep.news.bodies.building import LONGEST_CAPTION, Block, blocks_of
from lienhiep.news.bodies.surroundings import Surroundings

STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
u => !
"""
"""What Mammoth does not take so by itself; underlined words would look like links."""

LONGEST_TITLE = 255
LONGEST_LEAD = 600
GUESSED = re.compile(r"automatically generated|được tạo tự động", re.IGNORECASE)
"""What Word itself supposes to be in a picture is no description."""

BROKEN = (
    *(AttributeError, IndexError, KeyError, ValueError),  # a part that another one speaks of
    *(OSError, BadZipFile, ExpatError, RecursionError),
)

ONLY_STRESSED = re.compile(r"<p>(?:<(?:b|i)>)+[^<]*(?:</(?:b|i)>)+</p>")
ONLY_SLANTED = re.compile(r"<p>(?:<b>)?<i>[^<]*</i>(?:</b>)?</p>")
CREDIT = re.compile(r"\s*\(?((?:Ảnh|Nguồn ảnh)\s*:\s*[^()]+?)\)?\.?$")
"""How a caption ends that names who took the picture."""

FIRST_PARAGRAPH = re.compile(r"<p>.*?</p>", re.DOTALL)


@dataclass(frozen=True)
class WordPicture:
    """A picture inside a Word file."""

    content: bytes
    about: str
    """What its writer said that it shows; empty where nothing was said."""


@dataclass(frozen=True)
class WordArticle:
    """What a Word file brings. A block of the kind "picture" holds a place in `pictures`."""

    title: str
    lead: str
    blocks: list[Block]
    pictures: list[WordPicture] = field(default_factory=list)


def article_of_word(stream: BinaryIO) -> WordArticle:
    """Read a Word file; ValidationError where there is nothing to read in it.

    The first line is the headline; a paragraph after it that is bold or slanted as a whole
    is the lead (sapo). A slanted line under a picture is its caption.
    """
    pictures: list[WordPicture] = []

    def into_list(image: Any) -> dict[str, str]:
        about = clean(image.alt_text or "")
        with image.open() as content:
            pictures.append(WordPicture(content.read(), "" if GUESSED.search(about) else about))
        return {"src": f"word:{len(pictures) - 1}"}

    try:
        told = mammoth.convert_to_html(
            stream, style_map=STYLES, convert_image=mammoth.images.img_element(into_list)
        )
    except BROKEN as broken:
        raise ValidationError(
            _("The Word file cannot be read. Open it, save it anew as .docx, and send it again."),
            code="unreadable",
        ) from broken
    around = Surroundings(picture=_place, convert_fonts=True)
    blocks = blocks_of(told.value, around)
    title, blocks = _headline(blocks)
    lead, blocks = _lead(blocks)
    if not title and not blocks:
        raise ValidationError(_("There is no text in the Word file."), code="empty")
    return WordArticle(title, lead, _captioned(blocks, pictures), pictures)


def with_pictures(article: WordArticle, kept: Callable[[WordPicture, str], Any]) -> list[Block]:
    """Return the blocks with what `kept` makes of each picture and its caption; None drops it."""
    blocks: list[Block] = []
    for kind, value in article.blocks:
        if kind != "picture":
            blocks.append((kind, value))
            continue
        picture = kept(article.pictures[value["picture"]], value["caption"])
        if picture is not None:
            blocks.append((kind, value | {"picture": picture}))
    return blocks


def _place(source: str, _caption: str) -> int | None:
    """Return the place of a picture in the file; an address elsewhere is none of it."""
    found = re.fullmatch(r"word:(\d+)", source)
    return int(found[1]) if found else None


def _headline(blocks: list[Block]) -> tuple[str, list[Block]]:
    """Take the headline off: the first heading, or the first line if it is short enough."""
    if not blocks:
        return "", blocks
    kind, value = blocks[0]
    if kind == "heading" and len(value) <= LONGEST_TITLE:
        return clean(value), blocks[1:]
    if kind == "paragraph":
        first, rest = _first_of(value)
        words = _words(first)
        if words and len(words) <= LONGEST_TITLE and (rest or blocks[1:]):
            return words, [*([("paragraph", rest)] if rest else []), *blocks[1:]]
    return "", blocks


def _lead(blocks: list[Block]) -> tuple[str, list[Block]]:
    """Take the lead off: the first paragraph, where all of it is stressed."""
    if not blocks or blocks[0][0] != "paragraph":
        return "", blocks
    first, rest = _first_of(blocks[0][1])
    words = _words(first)
    if not ONLY_STRESSED.fullmatch(first) or len(words) > LONGEST_LEAD:
        return "", blocks
    return words, [*([("paragraph", rest)] if rest else []), *blocks[1:]]


def _captioned(blocks: list[Block], pictures: list[WordPicture]) -> list[Block]:
    """Hang on each picture the slanted line under it; what it shows is said there as well."""
    out: list[Block] = []
    for kind, value in blocks:
        under = out[-1] if out else None
        if kind == "paragraph" and under is not None and under[0] == "picture":
            first, rest = _first_of(value)
            words = _words(first)
            is_caption = ONLY_SLANTED.fullmatch(first) and len(words) <= LONGEST_CAPTION
            if is_caption and not under[1]["caption"]:
                credit = CREDIT.search(words)
                words = words[: credit.start()] if credit else words
                told = {"caption": words, "credit": credit[1][:150] if credit else ""}
                out[-1] = ("picture", under[1] | told)
                place = under[1]["picture"]
                if not pictures[place].about:
                    pictures[place] = replace(pictures[place], about=cut(words, 255)[0])
                value = rest
        if value:
            out.append((kind, value))
    return out


def _first_of(html: str) -> tuple[str, str]:
    found = FIRST_PARAGRAPH.match(html)
    return (found[0], html[found.end() :]) if found else ("", html)


def _words(html: str) -> str:
    return clean(BeautifulSoup(html.replace("<br/>", " "), "html.parser").get_text())
