"""The desk of those who act for an association: nominating, and what became of it."""

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
from django.views.decorators.http import require_safe
from django.views.generic import FormView

from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.rules import policy_of, why_not
from lienhiep.core.rules.reasons import Refused
from lienhiep.core.views.receipt import moment_of, receipt
from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation
from lienhiep.honours.actions import (
    Candidate,
    nominate,
    resubmit_nomination,
    withdraw_nomination,
)
from lienhiep.honours.choices import AwardingLevel
from lienhiep.honours.forms.desk import (
    CompleteForm,
    NominationDeskForm,
    WithdrawForm,
    people_of,
)
from lienhiep.honours.models import Honour, HonourForm, Nomination
from lienhiep.honours.querysets import NominationQuerySet
from lienhiep.honours.rules import organisations_of
from lienhiep.honours.tables import NOMINATION_KINDS, STATE_KINDS
from lienhiep.honours.trails import steps_of_nomination


@login_required
@require_safe
def nominations(request: HttpRequest) -> HttpResponse:
    """List what this person's associations have proposed, the newest first."""
    rows = _own(request).with_nominees()
    context = {
        "nominations": [
            {
                "url": reverse("honours:desk_nomination", args=[row.pk]),
                "nomination": row,
                "kind": NOMINATION_KINDS[row.state],
            }
            for row in rows
        ],
        "may_nominate": _may_nominate(request),
        "breadcrumbs": _breadcrumbs(),
    }
    return render(request, "honours/desk_nominations.html", context)


@login_required
@require_safe
def nomination(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one nomination of this person's associations: where it is, and what came of it."""
    found = get_object_or_404(_own(request), pk=pk)
    nominees = list(found.nominees.select_related("organisation", "person"))
    honours = {
        honour.nominee_id: honour
        for honour in Honour.objects.filter(nominee__in=nominees).with_names()
    }
    policy = policy_of(Nomination)
    context = {
        "nomination": found,
        "kind": NOMINATION_KINDS[found.state],
        "trail": steps_of_nomination(found),
        "sent_at": moment_of(found, "honours.nominate"),
        "nominees": [
            (nominee, honour, STATE_KINDS[honour.state] if honour else "")
            for nominee in nominees
            for honour in [honours.get(nominee.pk)]
        ],
        "may_complete": policy.may(request.user, "resubmit_nomination", found),
        "may_withdraw": policy.may(request.user, "withdraw_nomination", found),
        "breadcrumbs": _breadcrumbs(str(found.form)),
    }
    return render(request, "honours/desk_nomination.html", context)


@login_required
@require_safe
def nomination_receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the confirmation that a nomination was received."""
    found = get_object_or_404(_own(request), pk=pk)
    return receipt(
        request,
        title=_("Confirmation of receipt of a nomination"),
        record=found,
        verb="honours.nominate",
        facts=[
            (_("Honour asked for"), f"{found.form}, {found.years_label}"),
            (_("Proposed by"), found.proposer),
            (_("Nominees for the honour"), "; ".join(str(one) for one in found.nominees.all())),
            (_("Ground of the honour"), found.get_ground_display()),
            (_("Achievement report"), getattr(found.report, "name", None)),
        ],
        back=reverse("honours:desk_nomination", args=[found.pk]),
        breadcrumbs=_breadcrumbs(str(found.form)),
    )


class NominateView(LoginRequiredMixin, OnceMixin, FormView):
    """Takes in a nomination with its report, each form once."""

    form_class = NominationDeskForm
    template_name = "honours/desk_nominate.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse, with the reason, whoever may not nominate."""
        if request.user.is_authenticated and not _may_nominate(request):
            raise Refused(why_not(request.user, "nominate", Nomination))
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Offer this person's own associations."""
        return {**super().get_form_kwargs(), "organisations": _organisations(self.request)}

    def form_valid(self, form: NominationDeskForm) -> HttpResponse:
        """Nominate; an honour of the Union is asked of the Union, another through it."""
        facts = form.cleaned_data
        try:
            made = nominate(
                proposer=facts["proposer"],
                form=facts["form"],
                awarding_body=_asked(facts["form"]),
                year=facts["year"],
                ground=facts["ground"],
                summary=facts["summary"],
                report=facts["report"],
                candidates=facts["candidates"],
                by=self.request.user,
            )
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(self.request, _("The nomination has reached the office."))
        return redirect("honours:desk_nomination", pk=made.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say where one is."""
        return super().get_context_data(
            breadcrumbs=_breadcrumbs(_("Nominate for an honour")), **kwargs
        )


class OfOneNomination(LoginRequiredMixin, OnceMixin, FormView):
    """A form about one nomination of one's own, while it admits a verb."""

    verb = ""

    @cached_property
    def nomination(self) -> Nomination:
        """The nomination, one of this person's associations'."""
        return get_object_or_404(_own(self.request), pk=self.kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead back where the nomination does not admit it any more."""
        if request.user.is_authenticated and not self.may():
            return redirect("honours:desk_nomination", pk=self.nomination.pk)
        return super().dispatch(request, *args, **kwargs)

    def may(self) -> bool:
        """Return whether this person may still do it."""
        return policy_of(Nomination).may(self.request.user, self.verb, self.nomination)

    def act(self, facts: dict[str, Any]) -> str:
        """Do it, and return what to say."""
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        """Do it, or say at the field why not."""
        try:
            said = self.act(form.cleaned_data)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(self.request, said)
        return redirect("honours:desk_nomination", pk=self.nomination.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show what it is about."""
        crumbs = _breadcrumbs(str(self.nomination.form))
        return super().get_context_data(nomination=self.nomination, breadcrumbs=crumbs, **kwargs)


class CompleteView(OfOneNomination):
    """Takes in a returned nomination, completed."""

    verb = "resubmit_nomination"
    form_class = CompleteForm
    template_name = "honours/desk_complete.html"

    def get_initial(self) -> dict[str, Any]:
        """Begin with what was written before."""
        return {"summary": self.nomination.summary}

    def act(self, facts: dict[str, Any]) -> str:
        """Send it in again; where persons are named anew, a collective named before stays."""
        people = people_of(facts["people"])
        collectives = [
            Candidate(organisation=nominee.organisation, achievement=nominee.achievement)
            for nominee in self.nomination.nominees.exclude(organisation=None)
        ]
        resubmit_nomination(
            nomination=self.nomination,
            summary=facts["summary"],
            report=facts["report"],
            candidates=[*collectives, *people] if people else None,
            by=self.request.user,
        )
        return _("The nomination has reached the office again.")


class WithdrawView(OfOneNomination):
    """Withdraws a nomination that is not decided yet."""

    verb = "withdraw_nomination"
    form_class = WithdrawForm
    template_name = "honours/desk_withdraw.html"

    def act(self, facts: dict[str, Any]) -> str:
        """Withdraw it."""
        withdraw_nomination(
            nomination=self.nomination, reason=facts["reason"], by=self.request.user
        )
        return _("The nomination is withdrawn.")


def _organisations(request: HttpRequest) -> Any:
    return Organisation.objects.unmerged().filter(pk__in=organisations_of(request.user))


def _own(request: HttpRequest) -> NominationQuerySet:
    """Return what the associations for which this person acts have proposed."""
    rows = Nomination.objects.visible_to(request.user)
    return rows.proposed_by(organisations_of(request.user)).select_related("form", "proposer")


def _may_nominate(request: HttpRequest) -> bool:
    may = policy_of(Nomination).may(request.user, "nominate")
    return may and bool(organisations_of(request.user))


def _asked(form: HonourForm) -> Organisation:
    """Return who awards a form: the national Union its own, otherwise the Union is asked.

    Where others award it (the province, the State), the office names them before it decides.
    """
    kinds = [OrganisationKind.OWN_UNION]
    if form.level == AwardingLevel.CENTRAL_UNION:
        kinds.insert(0, OrganisationKind.CENTRAL_UNION)
    known = Organisation.objects.unmerged()
    found = [one for kind in kinds if (one := known.of_kind(kind).first()) is not None]
    if not found:
        raise ValidationError(_("The directory does not hold the Union yet."))
    return found[0]


def _breadcrumbs(here: str = "") -> list[dict[str, str]]:
    crumbs = [
        {"label": _("My desk"), "url": reverse("desk:desk")},
        {"label": _("Nominations for honours"), "url": reverse("honours:desk") if here else ""},
    ]
    return [*crumbs, {"label": here, "url": ""}] if here else crumbs
