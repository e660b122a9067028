"""What the e-office adds to the public page of an organisation: its documents on the site."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lienhiep.core.page_sections import PageLink, PageSection, adds_to_page
from lienhiep.directory.models import Organisation
from lienhiep.office.addresses import document_url
from lienhiep.office.models import OfficialDocument

NEWEST = 5


@adds_to_page("directory.organisation")
def documents_of(organisation: Organisation) -> Iterator[PageSection]:
    """Yield the newest public documents that an organisation issued."""
    rows = OfficialDocument.objects.open_to_readers().filter(issuer=organisation)
    yield PageSection(
        _("Public documents"),
        links=[
            PageLink(
                f"{document.symbol}: {document.summary}",
                document_url(document),
                on=document.issued_on,
            )
            for document in rows.in_order()[:NEWEST]
        ],
        more_url=reverse("office:index"),
        order=60,
    )
