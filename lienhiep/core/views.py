"""Views that belong to no room: refusals, and what was typed when a session ended."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.core.forms.keeping import keep, last_account, readable_fields
from lienhiep.core.models.kept import KeptForm


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say why something stays closed, where the refusal knows."""
    context = {"refusal": getattr(exception, "refusal", None), "exception": str(exception)}
    return render(request, "403.html", context, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form whose mark does not fit; text from our own pages is kept."""
    owner = request.user.pk if request.user.is_authenticated else last_account(request)
    kept = keep(request, owner) if owner is not None else None
    return render(request, "core/kept/refused.html", {"kept": kept}, status=403)


@login_required
def kept(request: HttpRequest, token: str) -> HttpResponse:
    """Show the kept text to whoever typed it, to be sent again or dropped."""
    found = KeptForm.objects.filter(token=token, expires_at__gt=timezone.now()).first()
    if found is None or found.user_id != request.user.pk:
        # Whose text it is, and that there is one, is nobody else's business.
        raise Http404(_("Nothing is kept here for you."))
    if request.method == "POST":
        found.delete()
        messages.info(request, _("The kept text is dropped."))
        return redirect("/vao/")
    context: dict[str, Any] = {"kept": found, "texts": readable_fields(found)}
    return render(request, "core/kept/kept.html", context)
