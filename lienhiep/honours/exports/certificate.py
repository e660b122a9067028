"""A certificate of an honour that the Union gives, ready to be signed."""

from __future__ import annotations

from lienhiep.core.models.identity import union_identity
from lienhiep.core.text.dates import format_date_long
from lienhiep.honours.exports.setting import set_pdf
from lienhiep.honours.models import Honour

PAGE = r"""
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4", flipped: true, margin: 18mm, background: {
  place(center + horizon, rect(width: 277mm, height: 190mm, stroke: 1.6pt + rgb("#9b1c1f")))
  place(center + horizon, rect(width: 273mm, height: 186mm, stroke: 0.5pt + rgb("#9b1c1f")))
})
#set text(font: "Libertinus Serif", size: 15pt, lang: "vi")
#set par(justify: false, leading: 0.8em)
#set align(center)
#text(size: 13pt, weight: "bold")[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM] \
#text(size: 13pt, weight: "bold")[Độc lập - Tự do - Hạnh phúc]
#v(-0.5em) #line(length: 20%, stroke: 0.6pt)
#v(6mm)
#text(size: 15pt, weight: "bold", upper(data.body))
#v(6mm)
#text(size: 38pt, weight: "bold", fill: rgb("#9b1c1f"), upper(data.form))
#v(4mm)
#text(size: 24pt, weight: "bold", data.name)
#if data.described != "" [\ #text(size: 15pt, style: "italic", data.described)]
#v(3mm)
#block(width: 80%, data.achievement)
#v(1fr)
#grid(columns: (1fr, 1fr),
  align(left + bottom)[
    #set text(size: 12pt)
    #if data.decision != "" [Quyết định số #data.decision \ ]
    #if data.number != "" [Vào sổ khen thưởng số: #data.number]
  ],
  [
    #text(style: "italic", data.place_and_date) \
    #text(weight: "bold")[CHỦ TỊCH]
    #v(24mm)
  ])
"""


def certificate_pdf(honour: Honour) -> bytes:
    """Set the certificate: name, achievement, decision, number and day."""
    union = union_identity()
    place = f"{union.place}, " if union is not None and union.place else ""
    return set_pdf(
        PAGE,
        {
            "body": str(honour.awarding_body),
            "form": honour.form.get_kind_display(),
            "name": str(honour.subject),
            "described": honour.described_as,
            "achievement": honour.achievement,
            "decision": honour.decision_label,
            "number": honour.certificate_number,
            "place_and_date": place + format_date_long(honour.decided_on),
        },
    )
