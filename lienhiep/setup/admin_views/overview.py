"""How far the Union is set up, and leaving a step out."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from lienhiep.accounts.choices import Role
from lienhiep.core.models import UnionIdentity
from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.setup import actions
from lienhiep.setup.actions.beginning import BEGUN
from lienhiep.setup.admin_views.framing import after_names, for_administrators
from lienhiep.setup.forms import LeaveOutForm
from lienhiep.setup.roles import staff_roles_in_words
from lienhiep.setup.steps import DONE, LEFT, OPEN, standings, step_named


@for_administrators
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show what is done and what is missing; the way back from a demonstration's archive too."""
    if actions.finish_clearing():
        messages.info(
            request,
            pgettext("setup", "The files of the demonstration that were left have been removed."),
        )
    union = UnionIdentity.objects.filter(pk=1).first()
    every = standings(union)
    counts = {state: sum(one.state == state for one in every) for state in (DONE, LEFT, OPEN)}
    return render(
        request,
        "setup/admin/overview.html",
        {
            "union": union,
            "standings": every,
            "counts": counts,
            "total": len(every),
            "is_ready": not counts[OPEN],
            "following": next((one.step for one in every if one.is_open), None),
            "begun": union.setup_notes.get(BEGUN) if union is not None else None,
            "roles": staff_roles_in_words(),
            "may_open_registers": Role.OFFICE_MANAGER in request.user.roles_today,
        },
    )


@for_administrators
@after_names
@require_http_methods(["GET", "HEAD", "POST"])
def leave_out(request: HttpRequest, code: str) -> HttpResponse:
    """Leave a step out, with the reason."""
    step = step_named(code)
    if step is None:
        raise Http404
    form = LeaveOutForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.leave_out_step(step=code, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, pgettext("setup", "The step is left out for now."))
            return redirect("setup_overview")
    return render(request, "setup/admin/leave_out.html", {"step": step, "form": form})


@for_administrators
@after_names
@require_POST
def take_up(request: HttpRequest, code: str) -> HttpResponse:
    """Take up a step that was left out."""
    step = step_named(code)
    if step is None:
        raise Http404
    actions.take_up_step(step=code, by=request.user)
    return redirect(step.url)
