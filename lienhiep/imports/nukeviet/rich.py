"""The same blocks as one rich text, for pages of the site that have no blocks."""

from __future__ import annotations

import html

from django.utils.translation import gettext as _

from lienhiep.news.bodies import Surroundings, blocks_of


def rich_text_of(source: str, around: Surroundings) -> str:
    """Return a text of HTML as one rich text with headings and pictures, for a page of the site."""
    out = []
    for kind, value in blocks_of(source, around):
        match kind:
            case "paragraph":
                out.append(value)
            case "heading":
                out.append(f"<h2>{html.escape(value, quote=False)}</h2>")
            case "picture":
                alt = html.escape(value["caption"])
                out.append(
                    f'<embed embedtype="image" id="{value["picture"]}" format="fullwidth" '
                    f'alt="{alt}"/>'
                )
                if value["caption"]:
                    out.append(f"<p><i>{html.escape(value['caption'], quote=False)}</i></p>")
            case "quotation":
                lines = html.escape(value["text"], quote=False).replace("\n", "<br/>")
                out.append(f"<p><i>{lines}</i></p>")
            case "table":
                for line in value["rows"].splitlines():
                    cells = " · ".join(cell.strip() for cell in line.split("\t") if cell.strip())
                    out.append(f"<p>{html.escape(cells, quote=False)}</p>")
            case "attachment":
                note = html.escape(value["note"] or _("File"), quote=False)
                out.append(f'<p><a linktype="document" id="{value["file"]}">{note}</a></p>')
    return "".join(out)
