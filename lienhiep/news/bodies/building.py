"""Goes through the HTML of a text and builds our blocks of it."""

from __future__ import annotations

import html
import re
from typing import Any

import lxml.html
from django.utils.translation import gettext as _

from lienhiep.core.text import cut
from lienhiep.core.text.legacy import ODD_LETTER, LegacyEncoding, detect_legacy
from lienhiep.news.bodies import marks
from lienhiep.news.bodies.surroundings import Surroundings
from lienhiep.news.bodies.tables import is_layout, rows_of

Block = tuple[str, Any]

LONGEST_HEADING = 200
LONGEST_CAPTION = 300
JUDGED = 20_000
"""Letters by which it is judged whether a text is in an old font."""

DEEPEST = 150
"""Marks inside each other; what lies deeper comes as its words alone."""

ESCAPED_WHOLE = re.compile(r"&lt;\s*/?(?:p|br|div|span|strong|img|table)\b", re.IGNORECASE)
ANY_MARK = re.compile(r"<\s*/?[a-zA-Z]")


def parsed(source: str) -> Any:
    """Return the body of a document, whatever state its marks are in."""
    text = marks.HALVES.sub("", marks.CONTROL.sub("", source))
    parser = lxml.html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    data = b"<html><body>" + text.encode("utf-8") + b"</body></html>"
    document = lxml.html.document_fromstring(data, parser=parser)
    found = document.find("body")
    return document if found is None else found


def blocks_of(source: str, around: Surroundings) -> list[Block]:
    """Return a text of HTML as the blocks of an article."""
    if not source.strip():
        return []
    if ESCAPED_WHOLE.search(source) and not ANY_MARK.search(source):
        source = html.unescape(source)
        around.note_once("escaped_body", _("Its marks were escaped as a whole; undone."))
    elif not ANY_MARK.search(source):
        # A text without any mark: its lines are its paragraphs.
        source = "".join(f"<p>{line}</p>" for line in source.splitlines() if line.strip())
    return Builder(around).built(parsed(source))


class Builder:
    """Holds what was built so far: blocks, paragraphs of the block under way, and a line."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.blocks: list[Block] = []
        self.paragraphs: list[str] = []
        self.line: list[str] = []
        self.has_words = False
        self.breaks = 0
        self.open: list[str] = []
        self.later: list[Block] = []
        """Pictures met where none may stand, such as inside a list: they follow it."""
        self.leaning: LegacyEncoding | None = None

    def built(self, body: Any) -> list[Block]:
        """Return the blocks of a document."""
        words = body.text_content()[:JUDGED]
        whole = detect_legacy(words) if ODD_LETTER.search(words) else None
        if whole is not None:
            self.leaning = whole.encoding
            said = _("The text is in the old font %(font)s.") % {"font": whole.encoding.upper()}
            if self.around.convert_fonts:
                said = _("The text was in the old font %(font)s; converted.") % {
                    "font": whole.encoding.upper()
                }
            self.around.note_once("legacy_font", said)
        self.inside(body, "", 0)
        self.end_block()
        return self.blocks

    # Lines, paragraphs, blocks

    def end_line(self) -> None:
        """Make a paragraph of the line under way."""
        closing = "".join(f"</{_tag_of(mark)}>" for mark in reversed(self.open))
        text = re.sub(r"(?:<br/>\s*)+$", "", "".join(self.line).strip())
        if self.has_words:
            self.paragraphs.append(f"<p>{text}{closing}</p>")
        self.line = [f"<{mark}>" for mark in self.open]
        self.has_words = False
        self.breaks = 0

    def end_block(self) -> None:
        """Make a block of the paragraphs under way, and set behind it what had to wait."""
        self.end_line()
        if self.paragraphs:
            self.blocks.append(("paragraph", "".join(self.paragraphs)))
            self.paragraphs = []
        self.blocks += self.later
        self.later = []

    def block(self, kind: str, value: Any) -> None:
        """Add a block that is no paragraph."""
        self.end_block()
        self.blocks.append((kind, value))

    def words(self, text: str | None, face: str) -> None:
        """Add text to the line under way."""
        if not text:
            return
        if self.around.convert_fonts:
            text = marks.in_unicode(text, face, self.leaning)
        text = marks.squeezed(text)
        if not self.line or (text == " " and self.line[-1].endswith(("<br/>", " "))):
            text = text.lstrip()
        if text:
            self.breaks = 0
            self.has_words = self.has_words or bool(text.strip())
            self.line.append(html.escape(text, quote=False))

    # Going through the marks

    def inside(self, node: Any, face: str, depth: int) -> None:
        """Go through what a mark holds."""
        self.words(node.text, face)
        for child in node:
            if isinstance(child.tag, str):
                self.mark(child, face, depth + 1)
            self.words(child.tail, face)

    def mark(self, node: Any, face: str, depth: int) -> None:
        """Take one mark."""
        tag = node.tag.lower().rpartition(":")[2]
        self._notice(node, tag)
        if tag in marks.UNSEEN:
            return
        if depth > DEEPEST:
            self.around.note_once("deep", _("Marks lie too deep in each other; their words stay."))
            self.words(node.text_content(), face)
            return
        face = _face(node) or face
        if tag in marks.KEPT_INLINE:
            self._wrapped(marks.KEPT_INLINE[tag], node, face, depth)
        elif tag in marks.HEADINGS:
            self._heading(node, face, depth)
        elif tag == "a":
            self._link(node, face, depth)
        elif tag == "br":
            self._break()
        elif tag == "hr":
            self.end_line()
            if self.paragraphs:
                self.paragraphs.append("<hr/>")
        elif tag == "img":
            self._picture(node, "")
        elif tag == "figure":
            self._figure(node, face, depth)
        elif tag == "blockquote":
            self._quotation(node, face, depth)
        elif tag == "table":
            self._table(node, face, depth)
        elif tag in ("ul", "ol"):
            self._list(node, tag, face, depth)
        elif tag in marks.FRAMES:
            self._frame(node, face, depth)
        elif tag in marks.BLOCKS or tag == "li":
            self.end_line()
            self.inside(node, face, depth)
            self.end_line()
        else:
            self.inside(node, face, depth)

    def _notice(self, node: Any, tag: str) -> None:
        if tag in marks.ACTIVE or any(name.lower().startswith("on") for name in node.attrib):
            self.around.note_once("active", _("Scripts or what starts them were taken out."))
        elif tag in ("form", "input", "textarea", "select", "button"):
            self.around.note_once("form", _("A form was taken out; its words stay."))

    def _wrapped(self, mark: str, node: Any, face: str, depth: int, opening: str = "") -> None:
        opening = opening or mark
        if any(_tag_of(one) == _tag_of(opening) for one in self.open):
            self.inside(node, face, depth)
            return
        self.line.append(f"<{opening}>")
        self.open.append(opening)
        self.inside(node, face, depth)
        self.open.pop()
        if self.line and self.line[-1] == f"<{opening}>":
            self.line.pop()
        else:
            self.line.append(f"</{_tag_of(opening)}>")

    def _break(self) -> None:
        if not self.has_words:
            return
        self.breaks += 1
        if self.breaks > 1:
            self.end_line()
        else:
            self.line.append("<br/>")

    def _heading(self, node: Any, face: str, depth: int) -> None:
        text = marks.squeezed(self._text(node, face)).strip()
        pictures = list(node.iter("img"))
        self.end_line()
        if 0 < len(text) <= LONGEST_HEADING and not list(node.iter("a", "table", "iframe")):
            self.block("heading", text)
            for picture in pictures:
                self._picture(picture, "")
        else:
            self._wrapped("b", node, face, depth)
            self.end_line()

    def _text(self, node: Any, face: str) -> str:
        text = node.text_content()
        if self.around.convert_fonts:
            return marks.in_unicode(text, _face_within(node) or face, self.leaning)
        return text

    def _link(self, node: Any, face: str, depth: int) -> None:
        address = str(node.get("href") or "")
        safe = marks.safe_address(address)
        if address and safe is None:
            self.around.note_once("active", _("Scripts or what starts them were taken out."))
        if not safe or safe.startswith("#") or list(node.iter("img", "table", "iframe")):
            self.inside(node, face, depth)
            return
        document = self.around.document(safe)
        if document is not None:
            self._wrapped("a", node, face, depth, f'a linktype="document" id="{document}"')
            return
        target = html.escape(self.around.link(safe) or safe)
        self._wrapped("a", node, face, depth, f'a href="{target}"')

    def _picture(self, node: Any, caption: str) -> None:
        source = str(node.get("src") or node.get("data-src") or "").strip()
        alt = marks.squeezed(html.unescape(str(node.get("alt") or ""))).strip()
        if not caption and " " in alt:
            caption = alt
        if not source:
            return
        found = self.around.picture(source, caption or alt)
        short, _was_cut = cut(caption, LONGEST_CAPTION)
        if found is None:
            if caption:
                self.end_line()
                self.paragraphs.append(f"<p><i>{html.escape(caption, quote=False)}</i></p>")
            return
        value = {"picture": found, "caption": short, "credit": ""}
        if self.open:
            self.later.append(("picture", value))
        else:
            self.block("picture", value)

    def _figure(self, node: Any, face: str, depth: int) -> None:
        pictures = list(node.iter("img"))
        words = list(node.iter("figcaption"))
        if not pictures or list(node.iter("table")):
            self.end_line()
            self.inside(node, face, depth)
            self.end_line()
            return
        caption = marks.squeezed(" ".join(self._text(one, face) for one in words)).strip()
        for place, picture in enumerate(pictures, start=1):
            self._picture(picture, caption if place == len(pictures) else "")
        if len(caption) > LONGEST_CAPTION:
            self.paragraphs.append(f"<p>{html.escape(caption, quote=False)}</p>")

    def _quotation(self, node: Any, face: str, depth: int) -> None:
        if list(node.iter("a", "img", "table", "ul", "ol", "iframe", "blockquote"))[1:]:
            self.end_line()
            self.inside(node, face, depth)
            self.end_line()
            return
        inner = Builder(Surroundings(convert_fonts=self.around.convert_fonts))
        inner.leaning = self.leaning
        inner.inside(node, face, depth)
        inner.end_block()
        text = "\n".join(
            html.unescape(re.sub(r"<[^>]+>", "", line))
            for kind, value in inner.blocks
            for line in re.sub(
                r"<br/>|</p>", "\n", value if kind == "paragraph" else f"{value}"
            ).split("\n")
            if line.strip()
        ).strip()
        if text:
            self.block("quotation", {"text": text, "who": ""})

    def _table(self, node: Any, face: str, depth: int) -> None:
        if is_layout(node):
            self.end_line()
            self.inside(node, face, depth)
            self.end_line()
            return
        rows = rows_of(node, lambda cell: self._text(cell, face), self.around)
        caption = " ".join(self._text(one, face) for one in node.iter("caption"))
        short, _was_cut = cut(marks.squeezed(caption).strip(), LONGEST_CAPTION)
        if rows:
            self.block("table", {"caption": short, "rows": "\n".join(rows)})

    def _list(self, node: Any, tag: str, face: str, depth: int) -> None:
        self.end_line()
        listed = self._listed(node, tag, face, depth)
        if listed:
            self.paragraphs.append(listed)
        if self.later:
            self.end_block()

    def _listed(self, node: Any, tag: str, face: str, depth: int) -> str:
        """Return a list with the lists inside it; what cannot stand in one follows it."""
        items = []
        for child in node:
            if not isinstance(child.tag, str):
                continue
            if child.tag in ("ul", "ol"):
                items.append(self._listed(child, child.tag, face, depth + 1))
                continue
            inner = Builder(self.around)
            inner.leaning = self.leaning
            nested = []
            inner.words(child.text, _face(child) or face)
            for one in child:
                if isinstance(one.tag, str) and one.tag in ("ul", "ol") and depth < DEEPEST:
                    nested.append(self._listed(one, one.tag, face, depth + 1))
                elif isinstance(one.tag, str):
                    inner.mark(one, _face(child) or face, depth + 1)
                inner.words(one.tail, _face(child) or face)
            inner.end_block()
            words = []
            for kind, value in inner.blocks:
                if kind == "paragraph":
                    words += re.findall(r"<p>(.*?)</p>", value, re.DOTALL)
                elif kind == "heading":
                    words.append(f"<b>{html.escape(value, quote=False)}</b>")
                else:
                    self.later.append((kind, value))
            if words or nested:
                items.append(f"<li>{'<br/>'.join(words)}{''.join(nested)}</li>")
        return f"<{tag}>{''.join(items)}</{tag}>" if items else ""

    def _frame(self, node: Any, face: str, depth: int) -> None:
        sources = [node.get("src"), node.get("data"), node.get("data-src")]
        sources += [one.get("src") for one in node.iter("source", "embed")]
        sources += [
            one.get("value")
            for one in node.iter("param")
            if str(one.get("name")).lower() in ("movie", "src")
        ]
        address = next((safe for one in sources if one and (safe := marks.safe_address(one))), None)
        self.end_line()
        if address is None or address.startswith("#"):
            self.around.note_once("frame", _("A frame without an address was taken out."))
        elif film := marks.video_address(address):
            if self.around.has_video_block:
                self.block("video", {"url": film, "caption": ""})
            else:
                self._line_with_link(film, _("Video"))
                self.around.note("video", _("A film became a link: %(url)s") % {"url": film})
        elif (document := self.around.document(address)) is not None:
            self.block("attachment", {"file": document, "note": ""})
        else:
            target = self.around.link(address) or address
            self._line_with_link(target, target)
            self.around.note("frame", _("A frame became a link: %(url)s") % {"url": address})
        if node.tag in ("object", "video", "audio"):
            self.words(node.text, face)

    def _line_with_link(self, target: str, words: str) -> None:
        self.paragraphs.append(
            f'<p><a href="{html.escape(target)}">{html.escape(words, quote=False)}</a></p>'
        )


def _tag_of(opening: str) -> str:
    return opening.split(" ", 1)[0]


def _face(node: Any) -> str:
    """Return the font that a mark names."""
    face = str(node.get("face") or "")
    style = str(node.get("style") or "")
    found = re.search(r"font-family\s*:\s*([^;]+)", style, re.IGNORECASE)
    return face or (found[1].strip("\"' ") if found else "")


def _face_within(node: Any) -> str:
    for one in node.iter():
        if isinstance(one.tag, str) and (face := _face(one)):
            return face
    return ""
