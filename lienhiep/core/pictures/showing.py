"""What a page needs to show a picture of the site, without asking the database anything."""

from __future__ import annotations

from typing import Any

from django.core.files.storage import default_storage

from lienhiep.core.models.library import SiteImage
from lienhiep.core.pictures.making import make_plain
from lienhiep.core.pictures.shapes import CUT, MODERN, SHAPES, Shape

TYPES = {"avif": "image/avif", "webp": "image/webp"}

AS_WIDE_AS = {
    "cut": "(min-width: 62rem) 24rem, (min-width: 40rem) 45vw, 92vw",
    "whole": "(min-width: 62rem) 46rem, 92vw",
    "shared": "",
}
"""How wide a picture stands on a page, where the page does not say."""


def shown(
    picture: SiteImage | None, shape: Shape | str = CUT, *, sizes: str = ""
) -> dict[str, Any] | None:
    """Return a picture as the tag `{% picture %}` takes it, or None where there is no file.

    `src`, `width`, `height` are the plain JPEG, `sources` what newer browsers take. A
    picture whose sizes are not made yet is given one on the spot; the worker makes the rest.
    """
    if picture is None:
        return None
    shape = SHAPES[shape] if isinstance(shape, str) else shape
    facts = {"alt": picture.alt, "caption": picture.caption, "credit": picture.credit}
    if not picture.made_for:
        found = _on_the_spot(picture, shape)
        return found and found | facts
    made = picture.made.get(shape.name)
    if not made:
        return None
    _form, width, height, name = made[-1]
    sources = [
        {"type": TYPES[form], "srcset": ", ".join(f"{_url(one[3])} {one[1]}w" for one in files)}
        for form in MODERN
        if (files := [one for one in made if one[0] == form])
    ]
    return {
        "src": _url(name),
        "width": width,
        "height": height,
        "sources": sources,
        "sizes": sizes or AS_WIDE_AS[shape.name],
        **facts,
    }


def _url(name: str) -> str:
    return default_storage.url(name)


def _on_the_spot(picture: SiteImage, shape: Shape) -> dict[str, Any] | None:
    """Return one size, made now if need be; None where the file is gone or broken."""
    if (made := make_plain(picture, shape)) is None:
        return None
    _form, width, height, name = made
    return {"src": _url(name), "width": width, "height": height, "sources": [], "sizes": ""}
