"""What the e-office shows on the front page: the newest public documents."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.site_blocks import SiteBlock, front_block
from lienhiep.office.addresses import document_url
from lienhiep.office.models import OfficialDocument

NEWEST = 5


@front_block("office.newest", label=_("Documents: the newest public ones"), order=65)
def newest_documents() -> SiteBlock | None:
    """Show the newest documents of the site; nothing while there is none."""
    newest = OfficialDocument.objects.open_to_readers().select_related("kind")
    rows = [
        {
            "name": document.symbol or str(document.kind),
            "summary": document.summary,
            "day": document.issued_on,
            "url": document_url(document),
        }
        for document in newest.order_by("-issued_on", "-pk")[:NEWEST]
    ]
    return SiteBlock("office/includes/front_documents.html", {"rows": rows}) if rows else None
