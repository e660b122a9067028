"""What machines read of a public document."""

from __future__ import annotations

from typing import Any

from lienhiep.core.structured_data import absolute
from lienhiep.office.addresses import document_url
from lienhiep.office.models import OfficialDocument

PDF = "application/pdf"


def of_document(document: OfficialDocument) -> dict[str, Any]:
    """Return a document with its file (schema.org DigitalDocument)."""
    original = document.original
    return {
        "@type": "DigitalDocument",
        "name": str(document),
        "description": document.summary,
        "identifier": document.symbol,
        "genre": str(document.kind),
        "datePublished": document.issued_on,
        "inLanguage": "vi",
        "url": absolute(document_url(document)),
        "author": {"@type": "Organization", "name": str(document.issuer or "")}
        if document.issuer
        else None,
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": absolute(original.url),
            "encodingFormat": PDF,
            "contentSize": f"{original.size} B",
        }
        if original and original.is_present
        else None,
    }
