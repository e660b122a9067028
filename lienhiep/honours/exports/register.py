"""The honours register (sổ khen thưởng) of a year, on paper."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from lienhiep.core.models.identity import union_identity
from lienhiep.core.money import format_money
from lienhiep.core.text.dates import format_date
from lienhiep.honours.exports.setting import set_pdf
from lienhiep.honours.models import Honour

PAGE = r"""
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4", flipped: true, margin: (x: 12mm, y: 15mm),
  footer: context align(center, text(size: 10pt, counter(page).display("1 / 1", both: true))))
#set text(font: "Libertinus Serif", size: 10pt, lang: "vi")
#set par(justify: false, leading: 0.55em)
#align(center)[
  #text(size: 12pt, upper(data.body)) \
  #text(size: 15pt, weight: "bold", upper(data.title))
]
#v(4mm)
#if data.rows.len() == 0 { align(center, text(style: "italic", data.nothing)) } else {
  table(columns: (8mm, 15mm, 1.7fr, 1.4fr, 1.6fr, 1.2fr, 20mm, 22mm),
    stroke: 0.4pt, inset: 4pt,
    table.header(..data.heads.map(it => strong(it))),
    ..data.rows.flatten())
}
"""


def register_pdf(honours: Iterable[Honour], year: int) -> bytes:
    """Set the honours of a year rewarded, in the order in which they are given."""
    union = union_identity()
    return set_pdf(
        PAGE,
        {
            "body": union.name if union is not None else "",
            "title": _("Honours register, year rewarded %(year)s") % {"year": year},
            "nothing": _("No honour is on record for this year."),
            "heads": [
                _("Row no."),
                _("Register no."),
                _("Collective or person honoured"),
                _("Form of honour"),
                _("Achievement"),
                _("Decision on the honour"),
                _("Conferral of the honour"),
                _("Reward"),
            ],
            "rows": [_row(number, honour) for number, honour in enumerate(honours, start=1)],
        },
    )


def _row(number: int, honour: Honour) -> list[str]:
    decision = [honour.decision_label]
    if honour.decision_id is None and honour.decided_on is not None:
        decision.append(format_date(honour.decided_on))
    return [
        str(number),
        honour.certificate_number,
        "\n".join(filter(None, [str(honour.subject), honour.described_as])),
        "\n".join([str(honour.form), honour.years_label]),
        honour.achievement,
        "\n".join(filter(None, decision)),
        format_date(honour.conferred_on) if honour.conferred_on else "",
        format_money(honour.money) if honour.money else "",
    ]
