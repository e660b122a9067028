"""The page of a form that was kept."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from lienhiep.core.forms.keeping import KEPT_FORM, drop_forms, is_bound_to
from lienhiep.core.forms.labels import readable
from lienhiep.core.models.kept import HOURS_KEPT, KeptForm


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def kept_form(request: HttpRequest, token: str) -> HttpResponse:
    """Show a kept form to whoever typed it, to be sent again; a POST here drops it."""
    kept = KeptForm.objects.filter(token=token, expires_at__gt=timezone.now()).first()
    if kept is None:
        words = _(
            "Nothing is kept at this address. A form is kept for %(hours)s hours, or until it "
            "is sent again."
        ) % {"hours": HOURS_KEPT}
        return _nothing(request, words, status=404)
    if kept.user_id != request.user.pk:
        words = _(
            "This form was typed by another account and is kept for that account only. "
            "Sign out, and sign in with the account that typed it."
        )
        return _nothing(request, words, status=403)
    if not is_bound_to(request, kept):
        words = _("This form is shown only in the browser in which it was typed.")
        return _nothing(request, words, status=403)
    if request.method == "POST":
        drop_forms([kept])
        messages.info(request, _("What was kept has been discarded."))
        return redirect("accounts_go_in")
    return render(
        request,
        "core/kept/kept.html",
        {"kept": kept, "lines": readable(kept.path, kept.fields), "kept_name": KEPT_FORM},
    )


def _nothing(request: HttpRequest, words: str, *, status: int) -> HttpResponse:
    return render(request, "core/kept/nothing.html", {"words": words}, status=status)
