"""Where a link of the front page may lead."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from lienhiep.core.validators import validate_film_address

__all__ = ["validate_address", "validate_film_address"]

NO_ADDRESS = _(
    "Write an address on this site, such as /tap-san/, or a whole one that begins with https://."
)


def validate_address(text: str) -> None:
    """Refuse what is neither a path on this site nor a whole address of the web."""
    if text.startswith("/") and not text.startswith("//") and not set(text) & set(" \\<>\"'"):
        return
    if urlsplit(text).scheme not in ("http", "https", "mailto", "tel"):
        raise ValidationError(NO_ADDRESS, code="address")
    if urlsplit(text).scheme in ("http", "https"):
        try:
            URLValidator(schemes=("http", "https"))(text)
        except ValidationError as refused:
            raise ValidationError(NO_ADDRESS, code="address") from refused
