"""The one tag by which pages show a picture of the site."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from lienhiep.core.models.library import SiteImage
from lienhiep.core.pictures.showing import shown

register = template.Library()


@register.simple_tag
def picture(
    given: SiteImage | dict[str, Any] | None,
    shape: str = "whole",
    *,
    first: bool = False,
    sizes: str = "",
    alt: str | None = None,
    css: str = "",
) -> SafeString:
    """Show a picture in the size that the reader's screen needs; nothing where it has no file.

    `given` is a picture of the site or what `shown` told of it. The first on a page
    (`first=True`) is loaded at once, all others when they come near.
    """
    facts = shown(given, shape) if isinstance(given, SiteImage) else given
    if not facts:
        return mark_safe("")
    context = {
        "picture": facts,
        "sizes": sizes or facts.get("sizes", ""),
        "alt": facts.get("alt", "") if alt is None else alt,
        "first": first,
        "css": css,
    }
    return mark_safe(render_to_string("core/components/responsive.html", context).strip())
