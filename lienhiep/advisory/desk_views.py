"""The expert's desk: my councils, my statement of interest, my paper."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe
from django.views.generic import FormView

from lienhiep.advisory.actions import state_interest, submit_opinion
from lienhiep.advisory.choices import Interest
from lienhiep.advisory.forms.verbs import PaperForm, StatementForm
from lienhiep.advisory.models import AdvisoryTask, CouncilMember
from lienhiep.advisory.querysets import CouncilMemberQuerySet
from lienhiep.advisory.tables import STATE_KINDS
from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.period import today
from lienhiep.core.rules import policy_of
from lienhiep.core.views.receipt import moment_of, receipt
from lienhiep.core.viewsets.refusals import add_refusal


@login_required
@require_safe
def seats(request: HttpRequest) -> HttpResponse:
    """List the councils in which this person sits, the newest first."""
    context = {
        "seats": [
            {
                "url": reverse("advisory:seat", args=[row.pk]),
                "seat": row,
                "kind": STATE_KINDS[row.task.state],
            }
            for row in _own(request)
        ],
        "breadcrumbs": _breadcrumbs(),
    }
    return render(request, "advisory/desk_seats.html", context)


@login_required
@require_safe
def seat(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one of this person's seats: the task, the dossier, what is owed."""
    found = get_object_or_404(_own(request), pk=pk)
    hidden = policy_of(AdvisoryTask).hidden_fields(request.user, found.task)
    context = {
        "seat": found,
        "task": found.task,
        "kind": STATE_KINDS[found.task.state],
        "dossier": None if "dossier" in hidden else found.task.dossier,
        "papers": [
            (opinion, moment_of(opinion, "advisory.submit_opinion"))
            for opinion in found.opinions.select_related("paper")
        ],
        "may_state": _may(request, "state_interest", found),
        "has_stated": found.interest != Interest.NOT_SAID,
        "may_submit": _may(request, "submit_opinion", found),
        "breadcrumbs": _breadcrumbs(found.task.title),
    }
    return render(request, "advisory/desk_seat.html", context)


@login_required
@require_safe
def paper_receipt(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    """Show the confirmation that a paper was received."""
    found = get_object_or_404(_own(request), pk=pk)
    opinion = get_object_or_404(found.opinions.select_related("paper"), pk=paper)
    return receipt(
        request,
        title=_("Confirmation of receipt of a paper"),
        record=opinion,
        verb="advisory.submit_opinion",
        facts=[
            (pgettext("advisory", "Task"), found.task.title),
            (_("My part"), found.role_label),
            (_("Received on"), opinion.received_on),
            (_("File"), getattr(opinion.paper, "name", None)),
        ],
        back=reverse("advisory:seat", args=[found.pk]),
        breadcrumbs=_breadcrumbs(found.task.title),
    )


class SeatFormView(LoginRequiredMixin, OnceMixin, FormView):
    """A form about one of this person's own seats, recorded once."""

    verb = ""

    @cached_property
    def seat(self) -> CouncilMember:
        """The seat; somebody else's does not exist here."""
        return get_object_or_404(_own(self.request), pk=self.kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead to the seat where nothing is asked any more."""
        if request.user.is_authenticated and not _may(request, self.verb, self.seat):
            return redirect("advisory:seat", pk=self.seat.pk)
        return super().dispatch(request, *args, **kwargs)

    def act(self, facts: dict[str, Any]) -> None:
        """Do what the form is for."""
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        """Act in the name of the expert; a refusal goes back to the form."""
        try:
            self.act(form.cleaned_data)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(self.request, self.done_words())
        return redirect("advisory:seat", pk=self.seat.pk)

    def done_words(self) -> str:
        """Return what is said when it is done."""
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show what it is about."""
        return super().get_context_data(
            seat=self.seat,
            task=self.seat.task,
            breadcrumbs=_breadcrumbs(self.seat.task.title),
            **kwargs,
        )


class StatementView(SeatFormView):
    """Takes the expert's statement on a conflict of interest."""

    form_class = StatementForm
    template_name = "advisory/desk_statement.html"
    verb = "state_interest"

    def act(self, facts: dict[str, Any]) -> None:
        """Record the statement."""
        state_interest(member=self.seat, on=today(), by=self.request.user, **facts)

    def done_words(self) -> str:
        """Say that it is recorded."""
        return _("Your statement is recorded.")


class PaperView(SeatFormView):
    """Takes the expert's paper."""

    form_class = PaperForm
    template_name = "advisory/desk_paper.html"
    verb = "submit_opinion"

    def act(self, facts: dict[str, Any]) -> None:
        """Hand the paper in."""
        submit_opinion(member=self.seat, on=today(), by=self.request.user, **facts)

    def done_words(self) -> str:
        """Say that it has come."""
        return _("Your paper has reached the office.")


def _may(request: HttpRequest, verb: str, found: CouncilMember) -> bool:
    return policy_of(CouncilMember).may(request.user, verb, found)


def _own(request: HttpRequest) -> CouncilMemberQuerySet:
    """Return this person's own seats; whoever is no person on record has none."""
    if request.user.person_id is None:
        return CouncilMember.objects.none()
    rows = CouncilMember.objects.visible_to(request.user).of_person(request.user.person_id)
    rows = rows.select_related("task__asker", "task__dossier", "person")
    return rows.prefetch_related("opinions").order_by("-task__received_on", "-pk")


def _breadcrumbs(here: str = "") -> list[dict[str, str]]:
    crumbs = [
        {"label": _("My desk"), "url": reverse("desk:desk")},
        {"label": _("My advisory councils"), "url": reverse("advisory:desk") if here else ""},
    ]
    return [*crumbs, {"label": here, "url": ""}] if here else crumbs
