"""The link "help with this screen", in the head of the back office and at the foot of the site."""

from __future__ import annotations

from typing import Any

from django import template

from lienhiep.core.guidance import guidance_url

register = template.Library()


@register.inclusion_tag("core/includes/admin_guidance.html", takes_context=True)
def admin_guidance(context: template.Context) -> dict[str, Any]:
    """Lead from a screen of the back office to its place in the guide.

    Wagtail includes its heads with `only`: the request is then an attribute of the context.
    """
    return {"url": guidance_url(request_of(context))}


@register.inclusion_tag("core/includes/guidance.html", takes_context=True)
def guidance(context: template.Context) -> dict[str, Any]:
    """Lead from a page of the site, the desk or the account to its place in the guide."""
    return {"url": guidance_url(request_of(context))}


def request_of(context: template.Context) -> Any:
    """Return the request in which a template is filled, or None."""
    return context.get("request") or getattr(context, "request", None)
