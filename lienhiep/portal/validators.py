"""Where a link of the front page may lead."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

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


FILM_HOSTS = ("youtube.com", "youtu.be", "vimeo.com", "vtv.vn", "vtvgo.vn", "facebook.com")
"""Where films of the Union may lie elsewhere; a page of ours loads nothing from there."""


def validate_film_address(address: str) -> None:
    """Refuse an address of a film that is not at one of the known places."""
    host = (urlsplit(address).hostname or "").removeprefix("www.").removeprefix("m.")
    is_known = any(host == known or host.endswith(f".{known}") for known in FILM_HOSTS)
    if urlsplit(address).scheme != "https" or not is_known:
        raise ValidationError(
            _("Films are linked from these places only: %(hosts)s."),
            params={"hosts": ", ".join(FILM_HOSTS)},
        )
