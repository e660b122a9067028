"""The desk of an association: what the Union has on record, and the numbers of each year."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import FormView

from lienhiep.associations.actions import record_persons_admitted, state_members
from lienhiep.associations.addresses import association_url
from lienhiep.associations.calendar import statement_year
from lienhiep.associations.choices import STATE_KINDS, StatementChannel
from lienhiep.associations.forms.stating import PARTS, MembersForm, PersonsForm
from lienhiep.associations.models import (
    Congress,
    Membership,
    MemberStatement,
    PersonsAdmitted,
    Seat,
    Term,
)
from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.period import today
from lienhiep.core.views.receipt import receipt
from lienhiep.core.viewsets.refusals import add_refusal

SHOWN = 8
"""How many of the newest statements stand at the desk; the office has them all."""


@login_required
@require_safe
def association(request: HttpRequest) -> HttpResponse:
    """Show each association for which this person acts: its facts, seats, terms and numbers."""
    context = {
        "associations": [_desk_of(request, one) for one in _own(request)],
        "breadcrumbs": _breadcrumbs(),
    }
    return render(request, "associations/desk.html", context)


@login_required
@require_safe
def statement_receipt(request: HttpRequest, pk: int, statement: int) -> HttpResponse:
    """Show the confirmation that the numbers of an association were received."""
    membership = get_object_or_404(_own(request), organisation=pk)
    rows = MemberStatement.objects.visible_to(request.user).standing()
    found = get_object_or_404(rows, pk=statement, organisation=membership.organisation)
    parts = [
        (str(MemberStatement._meta.get_field(name).verbose_name).capitalize(), number)
        for name in PARTS
        if (number := getattr(found, name)) is not None
    ]
    return receipt(
        request,
        title=_("Confirmation of receipt of the numbers of members"),
        record=found,
        verb="associations.state_members",
        facts=[
            (_("Association"), membership.organisation),
            (_("As of"), found.on),
            (_("Members in all"), found.members),
            *parts,
            (_("Note on the numbers"), found.note or None),
        ],
        back=reverse("associations:desk"),
        breadcrumbs=_breadcrumbs(_("Members in %(year)s") % {"year": found.on.year}),
    )


class AssociationForm(LoginRequiredMixin, OnceMixin, FormView):
    """A form about one association for which this person acts; others do not exist."""

    done = ""
    here = ""

    @cached_property
    def membership(self) -> Membership:
        """The membership of the association in the address."""
        found = _own(self.request).filter(organisation=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form, of an association of one's own only."""
        _ = self.membership
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take the form in, of an association of one's own only."""
        _ = self.membership
        return super().post(request, *args, **kwargs)

    def record(self, facts: dict[str, Any]) -> None:
        """Call the action of the form."""
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        """Record what was typed, or say at the field why not."""
        try:
            self.record(form.cleaned_data)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(self.request, str(self.done))
        return redirect("associations:desk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say where one is, and of which association."""
        return super().get_context_data(
            membership=self.membership, breadcrumbs=_breadcrumbs(str(self.title())), **kwargs
        )

    def title(self) -> str:
        """Return the heading of the form."""
        raise NotImplementedError


class StateView(AssociationForm):
    """The members of an association at the end of the year that is asked for."""

    form_class = MembersForm
    template_name = "associations/desk_state.html"

    @cached_property
    def year(self) -> int:
        """The year whose numbers are asked for."""
        return statement_year(today())[0]

    @cached_property
    def day(self) -> date:
        """The day on which the numbers stand: the last of the year, or today before that."""
        return min(date(self.year, 12, 31), today())

    def record(self, facts: dict[str, Any]) -> None:
        """State the numbers in the name of the association."""
        state_members(
            organisation=self.membership.organisation,
            on=self.day,
            given_by=self.request.user.person,
            channel=StatementChannel.DESK,
            by=self.request.user,
            **facts,
        )
        self.done = _("The numbers of %(year)s have reached the office.") % {"year": self.year}

    def title(self) -> str:
        """Name the year."""
        return _("Members in %(year)s") % {"year": self.year}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show the last statement beside the form, and by when it is due."""
        statements = MemberStatement.objects.standing().filter(
            organisation=self.membership.organisation
        )
        return super().get_context_data(
            year=self.year,
            day=self.day,
            due=statement_year(today())[2],
            last=statements.order_by("-on").first(),
            title=self.title(),
            **kwargs,
        )


class PersonsView(AssociationForm):
    """How many persons the association admitted: a number, never names."""

    form_class = PersonsForm
    template_name = "associations/desk_persons.html"

    def record(self, facts: dict[str, Any]) -> None:
        """Record the number in the name of the association."""
        record_persons_admitted(
            organisation=self.membership.organisation,
            channel=StatementChannel.DESK,
            by=self.request.user,
            **facts,
        )
        self.done = _("The persons admitted have reached the office.")

    def title(self) -> str:
        """Name the form."""
        return _("Persons admitted")


def _own(request: HttpRequest) -> Any:
    return Membership.objects.acted_for_by(request.user)


def _desk_of(request: HttpRequest, membership: Membership) -> dict[str, Any]:
    """Return what stands at the desk of one association."""
    user, organisation, day = request.user, membership.organisation, today()
    year, _since, due = statement_year(day)
    statements = MemberStatement.objects.visible_to(user).filter(organisation=organisation)
    seats = Seat.objects.visible_to(user).held_on(day).filter(body__organisation=organisation)
    terms = Term.objects.visible_to(user).running_on(day).filter(body__organisation=organisation)
    congresses = Congress.objects.visible_to(user).planned()
    return {
        "membership": membership,
        "organisation": organisation,
        "url": association_url(membership) if membership.is_public else "",
        "year": year,
        "due": due,
        "is_stated": statements.standing().of_year(year).exists(),
        "is_member_association": membership.kind == "member_association",
        "statements": [(row, STATE_KINDS[row.state]) for row in statements[:SHOWN]],
        "persons": PersonsAdmitted.objects.visible_to(user)
        .standing()
        .filter(organisation=organisation)[:SHOWN],
        "seats": seats.select_related("person", "position", "body").in_order(),
        "terms": [(term, STATE_KINDS[term.state]) for term in terms.select_related("body")],
        "congress": congresses.filter(body__organisation=organisation)
        .select_related("body__organisation")
        .first(),
    }


def _breadcrumbs(here: str = "") -> list[dict[str, str]]:
    crumbs = [
        {"label": _("My desk"), "url": reverse("desk:desk")},
        {"label": _("My association"), "url": reverse("associations:desk") if here else ""},
    ]
    return [*crumbs, {"label": here, "url": ""}] if here else crumbs
