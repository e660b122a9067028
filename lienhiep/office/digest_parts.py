"""The new public documents, for those who read by mail."""

from __future__ import annotations

from django.utils.translation import pgettext_lazy

from lienhiep.core.digest import DigestLine, Window, digest_part
from lienhiep.office.addresses import document_url
from lienhiep.office.models import OfficialDocument


@digest_part("documents", label=pgettext_lazy("site section", "Documents"), order=20)
def new_documents(window: Window, most: int) -> list[DigestLine]:
    """Return the documents put on the site on the days."""
    rows = OfficialDocument.objects.open_to_readers().filter(published_on__range=window.days)
    return [
        DigestLine(document.symbol or str(document.kind), document_url(document), document.summary)
        for document in rows.select_related("kind").order_by("-published_on", "-pk")[:most]
    ]
