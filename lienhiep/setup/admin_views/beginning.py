"""From the demonstration to one's own Union, in two steps."""

from __future__ import annotations

from pathlib import Path

from allauth.account.utils import perform_login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from lienhiep.core.models import UnionIdentity
from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.setup import actions
from lienhiep.setup.actions.beginning import ARCHIVE
from lienhiep.setup.admin_views.framing import for_administrators
from lienhiep.setup.forms import BeginForm


@sensitive_post_parameters()
@for_administrators
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Archive the demonstration, then empty it and sign the new account in."""
    union = UnionIdentity.objects.filter(pk=1).first()
    if union is None or not union.is_demonstration:
        messages.info(request, pgettext("setup", "Your own Union has begun already."))
        return redirect("setup_overview")
    problem = ""
    archive = _archive_of(union)
    if request.method == "POST" and "archive" in request.POST:
        try:
            actions.archive_demonstration(by=request.user)
        except ValidationError as refusal:
            problem = " ".join(refusal.messages)
        else:
            return redirect("setup_begin")
    is_begun = request.method == "POST" and "begin" in request.POST and archive is not None
    form = BeginForm(request.POST if is_begun else None)
    if is_begun and form.is_valid():
        try:
            user = actions.begin_anew(**form.union_facts(), **form.account_facts())
        except ValidationError as refusal:
            add_refusal(form, refusal)
        else:
            # The session went with the demonstration; the new account gets one of its own.
            request.session.flush()
            return perform_login(request, user, redirect_url=reverse("setup_overview"))
    return render(
        request,
        "setup/admin/begin.html",
        {"form": form, "archive": archive, "problem": problem, "union": union},
    )


def _archive_of(union: UnionIdentity) -> dict | None:
    """Return what is noted of the archive, as long as it lies where it was put."""
    noted = union.setup_notes.get(ARCHIVE)
    return noted if noted and Path(noted["path"]).exists() else None
