"""A document as a PDF, so that readers of the demonstration have something to open."""

from __future__ import annotations

import json

import typst

from lienhiep.accounts.models import User
from lienhiep.core.files import store_bytes
from lienhiep.core.history import verb
from lienhiep.core.text import slugify
from lienhiep.core.text.dates import format_date_long
from lienhiep.office.files import ORIGINAL
from lienhiep.office.models import OfficialDocument

SETTING = """
#let words = json(bytes(sys.inputs.words))
#set page(paper: "a4", margin: (left: 3cm, rest: 2cm))
#set text(font: "Libertinus Serif", size: 13pt, lang: "vi")
#grid(columns: (1fr, 1fr), align: center,
  [#strong(upper(words.issuer)) \\ Số: #words.symbol],
  [#emph(words.day)])
#v(1.5cm)
#align(center)[#text(size: 14pt, weight: "bold")[#upper(words.kind) \\ #words.summary]]
#v(1fr)
#text(size: 9pt)[Bản trình diễn do phần mềm đặt ra, không phải văn bản gốc.]
"""


def write(document: OfficialDocument, by: User) -> None:
    """Set a document as a PDF and put it onto its record."""
    words = {
        "issuer": str(document.issuer),
        "symbol": document.symbol,
        "day": format_date_long(document.issued_on) if document.issued_on else "",
        "kind": str(document.kind),
        "summary": document.summary,
    }
    data = typst.compile(
        SETTING.encode(), ignore_system_fonts=True, sys_inputs={"words": json.dumps(words)}
    )
    with verb("wagtail.edit", by=by, about=document):
        document.original = store_bytes(
            name=f"{slugify(document.symbol)}.pdf", data=data, use=ORIGINAL, by=by
        )
        document.save()
