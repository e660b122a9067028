"""The contestant's desk: my entries and their way, and entering a contest."""

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

from lienhiep.contests.actions import add_papers, withdraw_entry
from lienhiep.contests.addresses import entry_url
from lienhiep.contests.choices import STATE_KINDS, ContestLevel, EntryChannel, EntryState
from lienhiep.contests.consent_paper import consent_form_response
from lienhiep.contests.forms.desk import PapersForm, WithdrawalForm
from lienhiep.contests.forms.intake import IntakeForm
from lienhiep.contests.intake import receive_typed
from lienhiep.contests.models import Edition, Entry
from lienhiep.contests.papers import missing_papers
from lienhiep.contests.querysets import EntryQuerySet
from lienhiep.contests.trails import steps_of_entry
from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.period import today
from lienhiep.core.rules import policy_of, why_not
from lienhiep.core.rules.reasons import Refused
from lienhiep.core.views.receipt import moment_of, receipt
from lienhiep.core.viewsets.refusals import add_refusal


@login_required
@require_safe
def entries(request: HttpRequest) -> HttpResponse:
    """List what this person has entered or guided, the newest first."""
    context = {
        "entries": [
            {
                "entry": row,
                "url": reverse("contests:desk_entry", args=[row.pk]),
                "kind": STATE_KINDS[row.state],
            }
            for row in _own(request)
        ],
        "open_editions": _open_editions(),
        "may_enter": _may_enter(request),
        "breadcrumbs": _breadcrumbs(),
    }
    return render(request, "contests/desk_entries.html", context)


@login_required
@require_safe
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one of this person's entries: where it is, what it lacks, and why."""
    found = get_object_or_404(_own(request), pk=pk)
    policy = policy_of(Entry)
    prizes = [prize for prize in found.prizes.all() if prize.is_open_to_readers]
    context = {
        "entry": found,
        "kind": STATE_KINDS[found.state],
        "trail": steps_of_entry(found),
        "sent_at": moment_of(found, "contests.receive_entry"),
        "missing": missing_papers(found) if found.state == EntryState.RECEIVED else [],
        "may_add": policy.may(request.user, "add_papers", found),
        "may_withdraw": policy.may(request.user, "withdraw_entry", found),
        "prizes": prizes,
        "public_url": entry_url(found) if prizes else "",
        "breadcrumbs": _breadcrumbs(found.title),
    }
    return render(request, "contests/desk_entry.html", context)


@login_required
@require_safe
def entry_receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the confirmation that an entry was received."""
    found = get_object_or_404(_own(request), pk=pk)
    files = [file for file in (found.description, found.photo) if file is not None]
    return receipt(
        request,
        title=_("Confirmation of receipt of a contest entry"),
        record=found,
        verb="contests.receive_entry",
        facts=[
            (_("Code"), found.code),
            (_("Title of the entry"), found.title),
            (_("Contest"), found.edition),
            (_("Field of the entry"), found.field),
            (_("Authors of the entry"), found.byline),
            (_("Received on"), found.received_on),
            (pgettext("contests", "Files"), "; ".join(file.name for file in files) or None),
        ],
        back=reverse("contests:desk_entry", args=[found.pk]),
        breadcrumbs=_breadcrumbs(found.title),
    )


@login_required
@require_safe
def consent_form(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand out the form of consent of one of this person's entries, to be signed by hand."""
    return consent_form_response(get_object_or_404(_own(request), pk=pk))


class EnterView(LoginRequiredMixin, OnceMixin, FormView):
    """Takes in an entry with its authors and consents, each form once."""

    form_class = IntakeForm
    template_name = "contests/desk_enter.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse, with the reason, whoever may not enter; lead back where nothing is open."""
        if request.user.is_authenticated:
            if not _may_enter(request):
                raise Refused(why_not(request.user, "receive_entry", Entry))
            if not _open_editions():
                messages.info(request, _("No contest is open for entries now."))
                return redirect("contests:desk")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Offer the editions that are open today; the first author is who sends."""
        return {
            **super().get_form_kwargs(),
            "editions": _open_editions(),
            "own_name": self.request.user.person.full_name,
        }

    def form_valid(self, form: IntakeForm) -> HttpResponse:
        """Receive the entry."""
        try:
            received = receive_typed(
                form, on=today(), by=self.request.user, channel=EntryChannel.DESK, own=True
            )
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(
            self.request,
            _("“%(title)s” has been received under the code %(code)s.")
            % {"title": received.title, "code": received.code},
        )
        return redirect("contests:desk_entry", pk=received.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say where one is."""
        return super().get_context_data(breadcrumbs=_breadcrumbs(_("Enter a contest")), **kwargs)


class OwnEntryView(LoginRequiredMixin, OnceMixin, FormView):
    """A form about one of this person's entries, while the policy admits its verb."""

    verb_name = ""

    @cached_property
    def entry(self) -> Entry:
        """The entry, one of this person's own."""
        return get_object_or_404(_own(self.request), pk=self.kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead to the entry where the verb is not open any more."""
        if request.user.is_authenticated and not policy_of(Entry).may(
            request.user, self.verb_name, self.entry
        ):
            return redirect("contests:desk_entry", pk=self.entry.pk)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        """Do it, or put the refusal where it belongs."""
        try:
            self.act(form)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        return redirect("contests:desk_entry", pk=self.entry.pk)

    def act(self, form: Any) -> None:
        """Call the action of the room."""
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say where one is."""
        return super().get_context_data(
            entry=self.entry, breadcrumbs=_breadcrumbs(self.entry.title), **kwargs
        )


class PapersView(OwnEntryView):
    """Adds or replaces the files of an entry until its papers have been checked."""

    form_class = PapersForm
    template_name = "contests/desk_papers.html"
    verb_name = "add_papers"

    def get_initial(self) -> dict[str, Any]:
        """Begin with the files that are there."""
        return {"description": self.entry.description, "photo": self.entry.photo}

    def act(self, form: PapersForm) -> None:
        """Put the files onto the entry."""
        add_papers(entry=self.entry, by=self.request.user, **form.cleaned_data)
        messages.success(self.request, _("The files have reached the office."))


class WithdrawView(OwnEntryView):
    """Withdraws an entry at the wish of its authors."""

    form_class = WithdrawalForm
    template_name = "contests/desk_withdraw.html"
    verb_name = "withdraw_entry"

    def act(self, form: WithdrawalForm) -> None:
        """Withdraw the entry."""
        reason = form.cleaned_data["reason"]
        withdraw_entry(entry=self.entry, on=today(), reason=reason, by=self.request.user)
        messages.success(self.request, _("The entry is withdrawn."))


def _own(request: HttpRequest) -> EntryQuerySet:
    """Return this person's own entries; whoever is no person on record has none."""
    if request.user.person_id is None:
        return Entry.objects.none()
    mine = Entry.objects.visible_to(request.user).of_person(request.user.person_id)
    return mine.with_names().order_by("-received_on", "-pk")


def _open_editions() -> list[Edition]:
    return list(
        Edition.objects.open_to_readers()
        .taking_entries()
        .of_level(ContestLevel.PROVINCIAL)
        .with_names()
    )


def _may_enter(request: HttpRequest) -> bool:
    return request.user.person_id is not None and policy_of(Entry).may(
        request.user, "receive_entry"
    )


def _breadcrumbs(here: str = "") -> list[dict[str, str]]:
    crumbs = [
        {"label": _("My desk"), "url": reverse("desk:desk")},
        {"label": _("My entries"), "url": reverse("contests:desk") if here else ""},
    ]
    return [*crumbs, {"label": here, "url": ""}] if here else crumbs
