"""The words of an article: title, lead, text, byline; what does not fit is kept in the text."""

from __future__ import annotations

import html
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from lienhiep.core.text import cut
from lienhiep.imports.nukeviet.carrying.context import Carrying, Row, value

LONGEST_TITLE, LONGEST_LEAD, LONGEST_BYLINE = 255, 600, 200


@dataclass
class Worded:
    """The words of an article as they fit their fields."""

    title: str
    lead: str
    body: str
    byline: str
    left_over: list[str] = field(default_factory=list)
    """What was too long for its field, whole, as HTML: it stands at the head of the text."""

    @property
    def lead_as_html(self) -> str:
        """The lead as paragraphs."""
        lines = [one for one in self.lead.split("\n") if one]
        return "".join(f"<p>{html.escape(one, quote=False)}</p>" for one in lines)

    @property
    def title_as_html(self) -> str:
        """The title as HTML."""
        return html.escape(self.title, quote=False)


def worded(carrying: Carrying, table: str, row: Row, detail: Row | None) -> Worded:
    """Return the words of an article; whatever was mended stands in the report."""
    old_id = str(row["id"])
    report, fonts = carrying.report, carrying.fonts
    body = _body(detail)
    title = carrying.line(row, "title")
    if fonts.last:
        report.note(
            table,
            old_id,
            "legacy_font",
            _("Its title is in the old font %(font)s.") % {"font": fonts.last.upper()},
        )
    lead = carrying.lines(row, "hometext")
    if not lead and detail is not None:
        lead = carrying.lines(detail, "description")
    left_over = []
    if not title:
        title = cut(lead.split("\n")[0], 120)[0] or str(
            _("Article %(number)s") % {"number": old_id}
        )
        report.mend(table, old_id, "no_title", _("It had no title."))
    if len(title) > LONGEST_TITLE:
        left_over.append(html.escape(title, quote=False))
        title = carrying.short(title, LONGEST_TITLE, table, old_id, _("Title"))
    if len(lead) > LONGEST_LEAD:
        left_over += [html.escape(one, quote=False) for one in lead.split("\n") if one]
        report.mend(
            table, old_id, "long_lead", _("Its lead was too long; it stands whole in the text.")
        )
        lead = cut(lead, LONGEST_LEAD)[0]
    byline = carrying.short(
        carrying.line(row, "author"), LONGEST_BYLINE, table, old_id, _("Byline")
    )
    return Worded(title, lead, body, byline, left_over)


def _body(detail: Row | None) -> str:
    if detail is None:
        return ""
    for name in ("bodyhtml", "bodytext"):
        text = value(detail, name)
        if text is not None and str(text).strip():
            return str(text)
    return ""
