"""What a report file says, before it is Word or PDF (decree 30/2020/NĐ-CP, appendix I)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.core.models import union_identity
from lienhiep.core.text import format_date_long
from lienhiep.reports.models import Report
from lienhiep.reports.rendering import Paragraph, Run, notes_of, paragraphs_of
from lienhiep.reports.showing import ReportFigures


@dataclass(frozen=True)
class Chapter:
    """A heading and what stands under it."""

    heading: str
    paragraphs: list[Paragraph]


@dataclass(frozen=True)
class Outline:
    """The boxes of an administrative document that a report fills."""

    superior: str
    body: str
    number: str
    place_and_date: str
    title: str
    chapters: list[Chapter]
    signer_position: str
    signer: str
    mark: str
    """A line across the top: a draft, a withdrawn report, or the demonstration."""


def outline_of(report: Report, user: Any) -> Outline:
    """Put a report into the boxes of a document, with the figures that this reader may see."""
    union = union_identity()
    figures = ReportFigures(report, user)
    sections = list(report.sections.all())
    day = timezone.localtime(report.frozen_at).date() if report.frozen_at else report.data_date
    place = union.place if union else ""
    return Outline(
        superior=union.superior.upper() if union else "",
        body=union.name.upper() if union else "",
        number=report.number or (f"     /BC-{union.symbol}" if union else ""),
        place_and_date=f"{place}, {format_date_long(day)}" if place else format_date_long(day),
        title=report.title,
        chapters=[
            *(Chapter(one.heading, paragraphs_of(one.text, figures)) for one in sections),
            *_notes([one.text for one in sections], figures),
        ],
        signer_position=report.signer_position.upper(),
        signer=report.signer,
        mark=_mark(report, bool(union and union.is_demonstration)),
    )


def _notes(texts: list[str], figures: ReportFigures) -> list[Chapter]:
    """Return a last chapter on the numbers that are stated beside those counted, if any are."""
    notes = [Paragraph("text", [Run(note)]) for note in notes_of(texts, figures)]
    return [Chapter(_("Notes on the figures"), notes)] if notes else []


def _mark(report: Report, is_demonstration: bool) -> str:
    words = []
    if report.state == "draft":
        words.append(_("Draft: the figures still move with the records."))
    elif report.state == "withdrawn":
        words.append(_("Withdrawn."))
    if is_demonstration:
        words.append(_("Demonstration: names and data are invented."))
    return " ".join(words)
