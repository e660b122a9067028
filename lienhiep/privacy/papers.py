"""The papers of the room: the record of processing, and the notice of a breach."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.core.papers import Paper, heading, lines, table, words
from lienhiep.core.text import format_date, format_number
from lienhiep.privacy.models import Breach
from lienhiep.privacy.register import cells_of, heads_of_register

WIDTHS = (1, 4, 5, 4, 5, 2, 5, 4, 4, 5, 2)
"""Shares of the columns on paper."""

SHEET_WIDTHS = (6, 28, 40, 28, 40, 12, 40, 34, 34, 40, 10)


def dossier_pdf(register: list[dict[str, Any]], on: date, number: str = "") -> bytes:
    """Set the record of processing on sheets that lie on their side."""
    rows = []
    for nth, line in enumerate(register, start=1):
        cells = cells_of(nth, line)
        rows.append([*cells[:-1], format_number(cells[-1])])
    return Paper(
        title=_("Record of the processing of personal data"),
        subtitle=_("As of %(day)s") % {"day": format_date(on)},
        number=number,
        on=on,
        wide=True,
        parts=[
            words(
                _(
                    "Computed from the registers of the system; the numbers are those of the "
                    "records kept on this day."
                )
            ),
            table(heads_of_register(), rows, WIDTHS),
        ],
        signers=[
            (_("Drawn up by"), _("(signature, full name)")),
            (_("For the standing board"), _("(signature, full name)")),
        ],
    ).pdf()


def dossier_workbook(register: list[dict[str, Any]], on: date, number: str = "") -> bytes:
    """Return the record of processing as a spreadsheet; words are never formulas."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    sheet = book.add_worksheet(_("Record of processing")[:31])
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    title = " ".join(filter(None, [_("Record of the processing of personal data"), number]))
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, _("As of %(day)s") % {"day": format_date(on)})
    for column, (width, name) in enumerate(zip(SHEET_WIDTHS, heads_of_register(), strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(3, column, name, head)
    for nth, line in enumerate(register, start=1):
        for column, value in enumerate(cells_of(nth, line)):
            if isinstance(value, int):
                sheet.write_number(3 + nth, column, value, cell)
            else:
                sheet.write_string(3 + nth, column, str(value), cell)
    sheet.freeze_panes(4, 2)
    book.close()
    return out.getvalue()


def breach_notice(breach: Breach) -> bytes:
    """Set the notice to the authority; what is not known yet has room to be written by hand."""
    people = _("Not known yet")
    if breach.people_count is not None:
        people = format_number(breach.people_count)
    told = moment(breach.people_told_at) if breach.people_told_at else _("Not yet")
    facts = [
        (_("Found at"), moment(breach.found_at)),
        (_("To be told by"), moment(breach.tell_by)),
        (_("When it happened"), breach.happened or _("Not known yet")),
        (_("Whose data"), breach.whose),
        (_("Number of people"), people),
        (_("Kinds of data"), breach.data_kinds),
        (_("Sensitive data"), _("Yes") if breach.is_sensitive else _("No")),
        (_("People told at"), told),
    ]
    parts = [
        words(
            _(
                "To: Department of Cyber Security and High-Tech Crime Prevention (A05), "
                "Ministry of Public Security"
            )
        ),
        table([_("Item"), _("Content")], facts, (2, 5)),
    ]
    for title, text in (
        (_("What happened"), breach.what),
        (_("Cause"), breach.cause),
        (_("Likely consequences"), breach.consequences),
        (_("Measures taken and planned"), breach.measures),
        (_("Why the notice was late"), breach.late_reason if breach.is_late else None),
    ):
        if text is None:
            continue
        parts.append(heading(title))
        parts.append(words(text) if text else lines(3))
    parts.append(heading(_("Who may be asked")))
    parts.append(lines(2))
    return Paper(
        title=_("Notice of a breach of the protection of personal data"),
        number=breach.authority_reference,
        parts=parts,
        on=timezone.localtime(breach.authority_told_at).date()
        if breach.authority_told_at
        else None,
        signers=[("", ""), (_("For the standing board"), _("(signature, full name, seal)"))],
    ).pdf()


def moment(at: datetime) -> str:
    """Return a moment as an office writes it."""
    return f"{timezone.localtime(at):%H:%M, %d/%m/%Y}"
