"""The addresses at which readers open documents."""

from __future__ import annotations

from django.urls import reverse

from lienhiep.core.text import slugify
from lienhiep.office.models import OfficialDocument


def document_url(document: OfficialDocument) -> str:
    """Return the address of a document on the site."""
    words = slugify(f"{document.symbol} {document.summary}")[:80].strip("-")
    return reverse("office:document", args=[document.pk, words or "van-ban"])
