"""Papers that the office prints: head of the Union, a title, paragraphs, tables, who signs.

What a person typed goes in as data, never as markup.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import typst

from lienhiep.core.models.identity import union_identity
from lienhiep.core.text.dates import format_date_long

# typst's own serif has every Vietnamese letter; what fonts a machine has does not matter.
PAGE = r"""
#let data = json(bytes(sys.inputs.data))
#let places(signers) = block(breakable: false,
  grid(columns: signers.map(s => 1fr), column-gutter: 4mm,
    ..signers.map(s => align(center)[
      #set par(justify: false)
      #text(weight: "bold", upper(s.at(0))) \
      #text(size: 11pt, style: "italic", s.at(1))
      #v(22mm)
    ])))
#set page(paper: "a4", flipped: data.wide,
  margin: if data.wide { 15mm } else { (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm) },
  footer: context align(center, text(size: 10pt, counter(page).display("1 / 1", both: true))))
#set text(font: "Libertinus Serif", size: if data.wide { 11pt } else { 13pt }, lang: "vi")
#set par(justify: true, leading: 0.7em, spacing: 0.85em)
#grid(columns: (2fr, 3fr), column-gutter: 4mm,
  align(center)[
    #set par(justify: false)
    #if data.superior != "" { text(size: 11pt, data.superior); linebreak() }
    #text(size: 11pt, weight: "bold", data.body)
    #v(-0.6em) #line(length: 35%, stroke: 0.6pt)
    #if data.number != "" [#text(size: 12pt)[Số: #data.number]]
  ],
  align(center)[
    #set par(justify: false)
    #text(size: 11pt, weight: "bold")[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM] \
    #text(size: 12pt, weight: "bold")[Độc lập - Tự do - Hạnh phúc]
    #v(-0.6em) #line(length: 60%, stroke: 0.6pt)
    #text(size: 12pt, style: "italic", data.place_and_date)
  ])
#v(1em)
#align(center)[
  #set par(justify: false)
  #text(size: 14pt, weight: "bold", upper(data.title))
  #if data.subtitle != "" [\ #text(weight: "bold", data.subtitle)]
]
#v(0.4em)
#for part in data.parts {
  if part.kind == "heading" {
    block(above: 1.2em, sticky: true, text(weight: "bold", part.text))
  } else if part.kind == "box" {
    block(breakable: false, grid(columns: (6mm, 1fr), column-gutter: 2mm,
      box(width: 4mm, height: 4mm, stroke: 0.7pt), [
        #text(weight: "bold", part.title) \
        #part.text
        #if part.note != "" [\ #text(size: 10.5pt, style: "italic", part.note)]
      ]))
  } else if part.kind == "table" {
    set text(size: if data.wide { 9.5pt } else { 11pt })
    set par(justify: false, leading: 0.5em)
    table(columns: part.widths.map(w => w * 1fr), stroke: 0.5pt, inset: 4pt,
      table.header(..part.heads.map(h => strong(h))),
      ..part.rows.flatten())
  } else if part.kind == "lines" {
    for n in range(part.count) {
      v(0.9em)
      line(length: 100%, stroke: (thickness: 0.5pt, dash: "dotted"))
    }
  } else if part.kind == "break" {
    pagebreak()
  } else if part.kind == "title" {
    align(center, text(size: 14pt, weight: "bold", upper(part.text)))
  } else if part.kind == "signers" {
    places(part.signers)
  } else {
    par(part.text)
  }
}
#v(1em)
#if data.signers.len() > 0 { places(data.signers) }
"""


@dataclass(frozen=True)
class Paper:
    """A paper to print. Parts come from `heading`, `words`, `box`, `table` and `lines`."""

    title: str
    parts: list[dict[str, Any]]
    subtitle: str = ""
    number: str = ""
    on: date | None = None
    signers: Sequence[tuple[str, str]] = field(default_factory=tuple)
    """The title over each place for a signature, and the words under it."""
    wide: bool = False
    """Whether the sheet lies on its side."""

    def pdf(self) -> bytes:
        """Return the paper as PDF."""
        union = union_identity()
        place = union.place if union is not None else ""
        day = format_date_long(self.on) if self.on else "ngày …… tháng …… năm ……"
        data = {
            "superior": union.superior.upper() if union is not None else "",
            "body": union.name.upper() if union is not None else "",
            "number": self.number,
            "place_and_date": f"{place}, {day}" if place else day,
            "title": self.title,
            "subtitle": self.subtitle,
            "parts": self.parts,
            "signers": [list(signer) for signer in self.signers],
            "wide": self.wide,
        }
        return typst.compile(
            PAGE.encode(),
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )


def heading(text: Any) -> dict[str, Any]:
    """Return a heading over what follows."""
    return {"kind": "heading", "text": str(text)}


def words(text: Any) -> dict[str, Any]:
    """Return a paragraph."""
    return {"kind": "words", "text": str(text)}


def box(title: Any, text: Any, note: Any = "") -> dict[str, Any]:
    """Return an empty box to tick by hand, with what is ticked beside it."""
    return {"kind": "box", "title": str(title), "text": str(text), "note": str(note)}


def title(text: Any) -> dict[str, Any]:
    """Return a title in the middle, for a sheet that follows another."""
    return {"kind": "title", "text": str(text)}


def new_sheet() -> dict[str, Any]:
    """Return the end of a sheet."""
    return {"kind": "break"}


def signers(*places: tuple[Any, Any]) -> dict[str, Any]:
    """Return places to sign side by side: whose, and the words under it."""
    return {"kind": "signers", "signers": [[str(whose), str(note)] for whose, note in places]}


def lines(count: int) -> dict[str, Any]:
    """Return dotted lines to write on."""
    return {"kind": "lines", "count": count}


def table(
    heads: Sequence[Any], rows: Sequence[Sequence[Any]], widths: Sequence[int] = ()
) -> dict[str, Any]:
    """Return a table; widths are shares of the line."""
    return {
        "kind": "table",
        "heads": [str(one) for one in heads],
        "rows": [[str(cell) for cell in row] for row in rows],
        "widths": list(widths) or [1] * len(heads),
    }
