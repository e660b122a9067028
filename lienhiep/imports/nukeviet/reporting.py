"""The report of a run: on the screen, as one object for programs, and as a spreadsheet."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from lienhiep.imports.models import SiteImport
from lienhiep.imports.nukeviet.report import BROUGHT, KNOWN, SKIPPED, THERE

OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
MOST_ROWS = 1_000_000
FIRST_LINES = 3


def as_object(run: SiteImport) -> dict[str, Any]:
    """Return a run as one object: what was there and came over, and every line."""
    return {
        "site": run.code,
        "source": run.source,
        "trial": run.is_trial,
        "state": run.state,
        "seconds": run.seconds,
        "counts": run.counts,
        "reasons": reasons_of(run),
        "lines": [
            {
                "kind": line.kind,
                "table": line.table,
                "id": line.old_id,
                "reason": line.reason,
                "words": line.words,
            }
            for line in run.lines.iterator(chunk_size=2000)
        ],
    }


def reasons_of(run: SiteImport) -> dict[str, dict[str, int]]:
    """Return how many lines there are, by what became of the row and by reason."""
    found: dict[str, dict[str, int]] = {}
    counted = Counter(run.lines.values_list("kind", "reason").iterator())
    for (kind, reason), count in sorted(counted.items(), key=lambda one: (one[0][0], -one[1])):
        found.setdefault(kind, {})[reason] = count
    return found


def in_words(run: SiteImport) -> list[str]:
    """Return the report as lines for a screen: counts, then reasons with a few examples."""
    heads = (_("Kind"), _("In the dump"), _("Brought over"), _("Here already"), _("Left out"))
    rows = [
        (kind, *(str(counts.get(what, 0)) for what in (THERE, BROUGHT, KNOWN, SKIPPED)))
        for kind, counts in run.counts.items()
    ]
    wide = [max(len(str(row[at])) for row in [heads, *rows]) for at in range(len(heads))]
    out = [
        "  ".join(str(cell).ljust(wide[at]) for at, cell in enumerate(row))
        for row in [heads, *rows]
    ]
    labels = dict(run.lines.model._meta.get_field("kind").flatchoices)
    for kind, reasons in reasons_of(run).items():
        out += ["", f"{labels.get(kind, kind)}:"]
        for reason, count in reasons.items():
            out.append(f"  {count} × {reason}")
            lines = run.lines.filter(kind=kind, reason=reason)[:FIRST_LINES]
            out += [f"      {line.table} {line.old_id}: {line.words[:160]}" for line in lines]
    return out


def write_spreadsheet(run: SiteImport, path: Path | Any) -> None:
    """Write the report as a spreadsheet: counts on one page, every line on the other."""
    labels = dict(run.lines.model._meta.get_field("kind").flatchoices)
    with xlsxwriter.Workbook(path, OPTIONS) as book:
        head = book.add_format({"bold": True, "bg_color": "#e8edf4", "border": 1})
        counts = book.add_worksheet(_("Counts"))
        heads = [_("Kind"), _("In the dump"), _("Brought over"), _("Here already"), _("Left out")]
        counts.set_column(0, 0, 32)
        counts.set_column(1, 4, 16)
        for place, words in enumerate(heads):
            counts.write_string(0, place, str(words), head)
        for at, (kind, said) in enumerate(run.counts.items(), start=1):
            counts.write_string(at, 0, kind)
            for place, what in enumerate((THERE, BROUGHT, KNOWN, SKIPPED), start=1):
                counts.write_number(at, place, said.get(what, 0))
        page = book.add_worksheet(_("Rows"))
        heads = [
            _("What became of it"),
            _("Table there"),
            _("Number there"),
            _("Reason"),
            _("In words"),
        ]
        for place, wide in enumerate((20, 28, 16, 20, 100)):
            page.set_column(place, place, wide)
        page.freeze_panes(1, 0)
        for place, words in enumerate(heads):
            page.write_string(0, place, str(words), head)
        for at, line in enumerate(run.lines.iterator(chunk_size=2000), start=1):
            if at >= MOST_ROWS:
                break
            cells = (str(labels.get(line.kind, line.kind)), line.table, line.old_id, line.reason)
            for place, words in enumerate((*cells, line.words)):
                page.write_string(at, place, words)
