"""A report as PDF, set by typst."""

from __future__ import annotations

import json

import typst

from lienhiep.reports.documents.outline import Outline
from lienhiep.reports.rendering import Paragraph

# typst's own serif has every Vietnamese letter; what fonts a machine has does not matter.
PAGE = r"""
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm),
  header: context { if counter(page).get().first() > 1 { align(center, counter(page).display()) } })
#set text(font: "Libertinus Serif", size: 14pt, lang: "vi")
#set par(justify: true, leading: 0.75em, spacing: 0.9em)
#let run(it) = {
  let words = it.text
  if it.bold { words = strong(words) }
  if it.italic { words = emph(words) }
  words
}
#let rule(width) = line(length: width, stroke: 0.6pt)
#if data.mark != "" { align(center, text(size: 11pt, style: "italic", data.mark)) }
#grid(columns: (2fr, 3fr), column-gutter: 4mm,
  align(center)[
    #set par(justify: false)
    #if data.superior != "" { text(size: 12pt, data.superior); linebreak() }
    #text(size: 12pt, weight: "bold", data.body)
    #v(-0.6em) #rule(35%)
    #text(size: 13pt)[Số: #data.number]
  ],
  align(center)[
    #set par(justify: false)
    #text(size: 12pt, weight: "bold")[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM] \
    #text(size: 13pt, weight: "bold")[Độc lập - Tự do - Hạnh phúc]
    #v(-0.6em) #rule(60%)
    #text(size: 13pt, style: "italic", data.place_and_date)
  ])
#v(1em)
#align(center)[
  #set par(justify: false)
  #text(size: 14pt, weight: "bold")[BÁO CÁO] \
  #text(size: 14pt, weight: "bold", data.title)
  #v(-0.6em) #rule(25%)
]
#for chapter in data.chapters {
  block(above: 1.4em, sticky: true, text(weight: "bold", chapter.heading))
  for it in chapter.paragraphs {
    let words = it.runs.map(run).join()
    if it.kind == "table" {
      set text(size: 12pt)
      set par(justify: false, leading: 0.55em)
      let across = it.rows.first().len()
      let narrow = (1fr,) + (auto,) * (across - 1)
      table(
        columns: if across > 3 { (auto, 3fr, 2fr, 2fr, auto, 2fr, 2fr) } else { narrow },
        stroke: 0.5pt,
        table.header(..it.rows.first().map(cell => align(center, strong(cell)))),
        ..it.rows.slice(1).flatten(),
      )
    } else if it.kind == "heading" {
      block(sticky: true, text(weight: "bold", style: "italic", words))
    } else { par(first-line-indent: (amount: 1cm, all: true), words) }
  }
}
#if data.signer != "" or data.signer_position != "" {
  v(1.5em)
  block(breakable: false, grid(columns: (1fr, 1fr), [], align(center)[
    #set par(justify: false)
    #text(weight: "bold", data.signer_position)
    #v(22mm)
    #text(weight: "bold", data.signer)
  ]))
}
"""


def pdf_of(outline: Outline) -> bytes:
    """Set the report as an A4 document. The text goes in as data, never as markup."""
    return typst.compile(
        PAGE.encode(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_data(outline), ensure_ascii=False)},
    )


def _data(outline: Outline) -> dict[str, object]:
    return {
        "mark": outline.mark,
        "superior": outline.superior,
        "body": outline.body,
        "number": outline.number,
        "place_and_date": outline.place_and_date,
        "title": outline.title,
        "signer": outline.signer,
        "signer_position": outline.signer_position,
        "chapters": [
            {
                "heading": chapter.heading,
                "paragraphs": [_paragraph(paragraph) for paragraph in chapter.paragraphs],
            }
            for chapter in outline.chapters
        ],
    }


def _paragraph(paragraph: Paragraph) -> dict[str, object]:
    return {
        "kind": paragraph.kind,
        "rows": paragraph.rows,
        "runs": [
            {"text": run.text, "bold": run.bold, "italic": run.italic} for run in paragraph.runs
        ],
    }
