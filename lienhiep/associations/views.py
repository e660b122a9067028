"""What readers see: the associations of the Union, and how the Union is made up."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.associations.addresses import association_url, structure_url
from lienhiep.associations.choices import MembershipState
from lienhiep.associations.forms.finding import AsOfForm, FindForm
from lienhiep.associations.models import Body, Membership, Seat, Term
from lienhiep.core.page_sections import sections_for
from lienhiep.core.period import today
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Organisation

PER_PAGE = 30


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the organisations that belong to the Union today, found by name, field and kind."""
    form = FindForm(request.GET or None)
    members = Membership.objects.active_on(today()).open_to_readers()
    everything = members.count()
    asked = form.cleaned_data if form.is_valid() else {}
    if asked.get("linh_vuc"):
        members = members.filter(work_field=asked["linh_vuc"])
    if asked.get("loai"):
        members = members.of_kind(asked["loai"])
    members = members.named(asked.get("tim", ""))
    page = Paginator(members.select_related("organisation").in_order(), PER_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "form": form,
        "is_filtered": any(asked.values()),
        "everything": everything,
        "page": page,
        "members": [(member, association_url(member)) for member in page],
        "structure_url": structure_url(),
        "breadcrumbs": [{"label": _("Member associations"), "url": ""}],
    }
    return render(request, "associations/index.html", context)


@require_safe
def association(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show one association; an older name or a merged record leads to the present address."""
    organisation = Organisation.objects.filter(pk=pk).first()
    membership = (
        Membership.objects.open_to_readers()
        .filter(organisation=organisation.standing_for())
        .select_related("organisation", "supervisor", "national_parent")
        .order_by("-since")
        .first()
        if organisation is not None
        else None
    )
    if membership is None:
        raise Http404
    address = association_url(membership)
    if request.path != address:
        return redirect(address, permanent=True)
    day = today()
    organisation = membership.organisation
    context = {
        "membership": membership,
        "organisation": organisation,
        "has_left": membership.state_on(day) == MembershipState.LEFT,
        "leaders": _leaders(organisation, day),
        "term": _term(organisation, day),
        "contact": _contact(organisation),
        "former_names": list(organisation.names.all()),
        "predecessors": list(organisation.precedences.select_related("predecessor")),
        "sections": sections_for(organisation),
        "breadcrumbs": [
            {"label": _("Member associations"), "url": reverse("associations:index")},
            {"label": organisation.name, "url": ""},
        ],
    }
    return render(request, "associations/association_detail.html", context)


@require_safe
def structure(request: HttpRequest) -> HttpResponse:
    """Show the bodies of the Union and who sits in them, today or as of a day."""
    form = AsOfForm(request.GET or None)
    day = today()
    if form.is_valid() and form.cleaned_data["ngay"]:
        day = form.cleaned_data["ngay"]
    union = Organisation.objects.of_kind(OrganisationKind.OWN_UNION).unmerged().first()
    context = {
        "form": form,
        "day": day,
        "is_today": day == today(),
        "union": union,
        "bodies": _chart(union, day) if union is not None else [],
        "breadcrumbs": [
            {"label": _("Member associations"), "url": reverse("associations:index")},
            {"label": _("Structure of the Union"), "url": ""},
        ],
    }
    return render(request, "associations/structure.html", context)


def _chart(union: Organisation, day: date) -> list[dict[str, Any]]:
    """Return the public bodies that exist on a day, with their terms and seats by position."""
    bodies = list(Body.objects.of_organisation(union).open_to_readers().existing_on(day).in_order())
    seats: dict[int, list[Seat]] = {}
    rows = Seat.objects.filter(body__in=bodies).held_on(day)
    for seat in rows.select_related("person", "position").in_order():
        seats.setdefault(seat.body_id, []).append(seat)
    terms = {term.body_id: term for term in Term.objects.filter(body__in=bodies).running_on(day)}
    return [
        {
            "body": body,
            "term": terms.get(body.pk),
            "count": len(seats[body.pk]),
            "positions": [
                (position, list(group))
                for position, group in groupby(seats[body.pk], key=lambda seat: seat.position)
            ],
        }
        for body in bodies
        if seats.get(body.pk)
    ]


def _leaders(organisation: Organisation, day: date) -> list[Seat]:
    """Return who leads an association on a day: each person once, by the highest position."""
    rows = Seat.objects.held_on(day).filter(body__organisation=organisation, body__is_public=True)
    found: dict[int, Seat] = {}
    for seat in rows.select_related("person", "position", "body").in_order():
        found.setdefault(seat.person_id, seat)
    return list(found.values())


def _term(organisation: Organisation, day: date) -> Term | None:
    rows = Term.objects.running_on(day).filter(
        body__organisation=organisation, body__is_public=True
    )
    return rows.select_related("body").order_by("-started_on").first()


def _contact(organisation: Organisation) -> list[tuple[str, str, str]]:
    """Return the ways to reach an association: word, value, and address to click."""
    ways = [
        (_("Address"), organisation.address, ""),
        (_("Telephone"), organisation.phone, ""),
        (_("E-mail"), organisation.email, f"mailto:{organisation.email}"),
        (_("Website"), organisation.website, organisation.website),
    ]
    return [way for way in ways if way[1]]
