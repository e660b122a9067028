"""The warning before an idle session ends, at the foot of every page of who is signed in."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.shortcuts import resolve_url
from django.template.context import Context
from django.template.loader import render_to_string
from django.urls import reverse

from lienhiep.core.idle.clock import longest

register = template.Library()


@register.simple_tag(takes_context=True)
def idle_warning(context: Context) -> str:
    """Return the warning, shut; nothing for readers, and where sessions have no such end."""
    request = context.get("request")
    user = getattr(request, "user", None)
    if request is None or user is None or not user.is_authenticated:
        return ""
    seconds = longest(request)
    if not seconds:
        return ""
    return render_to_string(
        "core/includes/idle.html",
        {
            "seconds": seconds,
            "address": reverse("core:session"),
            "sign_in": resolve_url(settings.LOGIN_URL),
            "sign_out": reverse("account_logout"),
            "account": user.pk,
        },
    )
