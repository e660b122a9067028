"""The issue as a PDF, set from its own articles, so that readers have something to open."""

from __future__ import annotations

import json

import typst

from lienhiep.core.files import store_bytes
from lienhiep.journal.files import PRINT_FILE
from lienhiep.journal.models import Issue

SETTING = """
#let issue = json(bytes(sys.inputs.issue))
#set page(width: 19cm, height: 27cm, margin: 2.2cm, numbering: "1")
#set text(font: "Libertinus Serif", size: 11pt, lang: "vi")
#set par(justify: true, leading: 0.85em, spacing: 1.1em)
#align(center)[
  #text(size: 11pt)[#issue.union]
  #v(3cm)
  #text(size: 26pt, weight: "bold")[Tập san Khoa học và Ứng dụng]
  #v(0.6cm)
  #text(size: 16pt)[#issue.name] \\
  #text(size: 13pt, style: "italic")[#issue.theme]
  #v(1fr)
  #text(size: 9pt)[Bản trình diễn. Tên người và số liệu do phần mềm đặt ra.]
]
#pagebreak()
#for article in issue.articles [
  #block(above: 1.6em)[
    #text(size: 9pt)[#article.subject] \\
    #text(size: 14pt, weight: "bold")[#article.title] \\
    #text(style: "italic")[#article.byline]
  ]
  #emph(article.abstract)
  #for paragraph in article.text [
    #paragraph

  ]
]
#v(1fr)
#line(length: 100%, stroke: 0.4pt)
#text(size: 8.5pt)[#issue.imprint]
"""


def bind(issue: Issue, by: object) -> None:
    """Set the contents of an issue as a PDF and put it onto its record."""
    articles = issue.articles.select_related("subject").prefetch_related("authors__person")
    words = {
        "union": "Liên hiệp các Hội Khoa học và Kỹ thuật Nghệ An",
        "name": str(issue),
        "theme": issue.title,
        "imprint": (
            f"Giấy phép số {issue.licence.number}. In {issue.print_run} bản, khổ 19 x 27 cm. "
            f"{issue.licence.responsible}."
        ),
        "articles": [
            {
                "title": article.title,
                "subject": article.subject.name,
                "byline": article.byline,
                "abstract": article.abstract,
                "text": article.web_text.split("\n\n"),
            }
            for article in articles.in_contents_order()
        ],
    }
    data = typst.compile(
        SETTING.encode(),
        ignore_system_fonts=True,
        sys_inputs={"issue": json.dumps(words)},
    )
    name = f"tap-san-{issue.year}-so-{issue.number_label.replace('+', '-')}.pdf"
    issue.print_file = store_bytes(name=name, data=data, use=PRINT_FILE, by=by)
    issue.save()
