"""From Markdown to a page of the guide, and what the text names on its way.

Beside plain Markdown (no HTML) a page may say

    {screens: journal_issue:* journal:desk}   under a heading: the screens that it explains
    [[Phát hành]]                             a button or a label, as it stands on the screen
    [[Tập san > Bài viết]]                    the way to it through the menu
    ![what is seen](name "Caption")           a picture of the guide, in a paragraph of its own
    [words](dang-nhap#quen-mat-khau)          a place in the guide
    > **Lưu ý.** …                            a note
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import format_html
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from lienhiep.core.text import slugify
from lienhiep.guide.front_matter import words

_SCREENS = re.compile(r"^\{screens:([^}]*)\}$")
_HEADING = re.compile(r"^#{2,3} (.+)$")
_BUTTON = re.compile(r"\[\[([^\[\]]+)\]\]")


@dataclass(frozen=True)
class Picture:
    """A picture as it stands on a page; without a size where the file is missing."""

    name: str
    alt: str
    caption: str


@dataclass(frozen=True)
class Heading:
    """A heading with its place on the page, and the plain text that stands under it."""

    anchor: str
    text: str
    level: int
    screens: tuple[str, ...]
    body: str


@dataclass(frozen=True)
class Rendered:
    """The text of a page as HTML, and everything that it names."""

    html: str
    opening: str
    headings: tuple[Heading, ...]
    buttons: tuple[str, ...]
    links: tuple[str, ...]
    pictures: tuple[Picture, ...]


@dataclass
class _Gathered:
    """What is noted while a page is read."""

    headings: list[dict[str, Any]] = field(default_factory=list)
    opening: list[str] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    def note_text(self, text: str) -> None:
        """Keep plain text for the search, under the heading where it stands."""
        (self.headings[-1]["body"] if self.headings else self.opening).append(text)


ShowPicture = Callable[[Picture], str]
Address = Callable[[str], str]


def rendered(body: str, *, address: Address, show: ShowPicture) -> Rendered:
    """Return a page's text as HTML.

    `address` turns the goal of a link into an address, `show` a picture into HTML.
    """
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.inline.ruler.before("link", "button", _button_rule)
    tokens = parser.parse(body)
    gathered = _Gathered()
    tokens = list(_read(tokens, gathered, address, show))
    html = RendererHTML(parser).render(tokens, parser.options, {})
    return Rendered(
        html=html,
        opening=" ".join(gathered.opening),
        headings=tuple(
            Heading(
                found["anchor"],
                found["text"],
                found["level"],
                tuple(found["screens"]),
                " ".join(found["body"]),
            )
            for found in gathered.headings
        ),
        buttons=tuple(gathered.buttons),
        links=tuple(gathered.links),
        pictures=tuple(gathered.pictures),
    )


def outlined(body: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the place of each heading with the screens under it, without setting the page.

    Every screen asks for its place, also in a process that never shows the guide.
    """
    anchor = ""
    screens: list[str] = []
    for line in body.splitlines():
        if found := _HEADING.match(line):
            if anchor:
                yield anchor, tuple(screens)
            anchor, screens = slugify(found[1]), []
        elif (found := _SCREENS.match(line.strip())) and anchor:
            screens.extend(words(found[1]))
    if anchor:
        yield anchor, tuple(screens)


def _button_rule(state: StateInline, silent: bool) -> bool:
    """Read `[[words on a button]]`."""
    found = _BUTTON.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("button", "", 0)
        token.content = found[1]
    state.pos = found.end()
    return True


def _read(
    tokens: list[Token], gathered: _Gathered, address: Address, show: ShowPicture
) -> Iterable[Token]:
    """Yield the tokens of the page as they are set, and note what they name."""
    place = 0
    while place < len(tokens):
        token = tokens[place]
        inside = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.type == "paragraph_open" and inside is not None:
            screens = _SCREENS.match(inside.content)
            if screens and gathered.headings:
                gathered.headings[-1]["screens"].extend(words(screens[1]))
                place += 3
                continue
            if _is_picture(inside):
                yield _html(show(_noted_picture(inside, gathered)))
                place += 3
                continue
        if token.type == "heading_open" and inside is not None:
            gathered.headings.append(_heading(token, inside))
        elif token.type == "heading_close":
            gathered.headings[-1]["body"].clear()  # its own words are not the text under it
        elif token.type == "blockquote_open":
            token.attrSet("class", "guide-note")
        elif token.type == "table_open":
            yield _html('<div class="guide-table">')
        if token.type == "inline":
            _read_inline(token, gathered, address)
        yield token
        if token.type == "table_close":
            yield _html("</div>")
        place += 1


def _heading(token: Token, inside: Token) -> dict[str, Any]:
    text = _plain(inside)
    anchor = slugify(text)
    token.attrSet("id", anchor)
    level = int(token.tag[1:])
    return {"anchor": anchor, "text": text, "level": level, "screens": [], "body": []}


def _read_inline(token: Token, gathered: _Gathered, address: Address) -> None:
    for child in token.children or ():
        if child.type == "button":
            parts = [part.strip() for part in child.content.split(">")]
            gathered.buttons.extend(parts)
            gathered.note_text(" ".join(parts))
            child.type = "html_inline"
            child.content = _button_html(parts)
        elif child.type == "link_open":
            goal = str(child.attrGet("href"))
            gathered.links.append(goal)
            child.attrSet("href", address(goal))
        elif child.type in ("text", "code_inline"):
            gathered.note_text(child.content)


def _button_html(parts: list[str]) -> str:
    arrow = ' <span class="guide-way" aria-hidden="true">›</span> '
    return arrow.join(format_html('<b class="guide-button">{}</b>', part) for part in parts)


def _is_picture(inside: Token) -> bool:
    children = inside.children or []
    return len(children) == 1 and children[0].type == "image"


def _noted_picture(inside: Token, gathered: _Gathered) -> Picture:
    image = (inside.children or [])[0]
    picture = Picture(str(image.attrGet("src")), image.content, str(image.attrGet("title") or ""))
    gathered.pictures.append(picture)
    gathered.note_text(picture.caption)
    return picture


def _plain(inside: Token) -> str:
    return "".join(
        child.content
        for child in inside.children or ()
        if child.type in ("text", "code_inline", "button")
    )


def _html(text: str) -> Token:
    return Token("html_block", "", 0, content=f"{text}\n")
