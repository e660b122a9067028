"""What readers see: the associations of the Union, and how the Union is made up."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.associations.addresses import association_url, structure_url
from lienhiep.associations.choices import MembershipState
from lienhiep.associations.forms.finding import AsOfForm, FindForm, letter_of
from lienhiep.associations.models import Body, Membership, Seat, Term
from lienhiep.associations.structured_data import of_association, of_structure
from lienhiep.core.page_sections import sections_for
from lienhiep.core.period import today
from lienhiep.core.structured_lists import collection
from lienhiep.core.text import sort_key
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
    letters = _letters(members)
    asked_letter = asked.get("chu", "").upper()
    if asked_letter:
        members = members.filter(pk__in=letters.get(asked_letter, []))
    page = Paginator(members.select_related("organisation").in_order(), PER_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "form": form,
        "is_filtered": any(asked.values()),
        "everything": everything,
        "page": page,
        "members": (lines := [(member, association_url(member)) for member in page]),
        "letters": _letter_links(request, letters, asked_letter),
        "structured": collection(
            name=_("Member associations"),
            url=request.path,
            items=[(member.organisation.name, url) for member, url in lines],
        ),
        "page_description": _("The associations and units of the Union, each with its page."),
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
    sections = sections_for(organisation)
    former_names = list(organisation.names.all())
    context = {
        "membership": membership,
        "organisation": organisation,
        "has_left": membership.state_on(day) == MembershipState.LEFT,
        "leaders": _leaders(organisation, day),
        "term": _term(organisation, day),
        "contact": _contact(organisation),
        "former_names": former_names,
        "predecessors": list(organisation.precedences.select_related("predecessor")),
        "sections": sections,
        "contents": _contents(sections),
        "neighbours": _neighbours(membership, day),
        "structured": of_association(membership, former_names),
        "page_description": membership.purpose or organisation.name,
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
    bodies = _chart(union, day) if union is not None else []
    context = {
        "form": form,
        "day": day,
        "is_today": day == today(),
        "union": union,
        "bodies": bodies,
        "contents": [
            {
                "label": entry["body"].name,
                "url": f"#body-{entry['body'].pk}",
                "note": entry["count"],
            }
            for entry in bodies
        ],
        "contact": _contact(union) if union is not None else [],
        "structured": of_structure(union, [entry["body"] for entry in bodies]),
        "page_description": _("The bodies of the Union and who sits in them."),
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


def _letters(members: QuerySet) -> dict[str, list[int]]:
    """Return the members by the letter under which people look for them.

    Nearly every name begins with "Hội", so the word after it counts.
    """
    found: dict[str, list[int]] = {}
    for pk, name in members.order_by().values_list("pk", "organisation__name"):
        found.setdefault(letter_of(name), []).append(pk)
    return found


def _letter_links(
    request: HttpRequest, letters: dict[str, list[int]], asked: str
) -> list[dict[str, Any]]:
    """Return a link for each letter, keeping the rest of the question; the order is Vietnamese."""
    query = request.GET.copy()
    query.pop("page", None)
    links = []
    for letter in sorted(letters, key=sort_key):
        query["chu"] = letter
        links.append(
            {
                "label": letter,
                "url": f"?{query.urlencode()}",
                "active": letter == asked,
                "count": len(letters[letter]),
            }
        )
    return links


def _contents(sections: list[Any]) -> list[dict[str, str]]:
    """Return where to jump on the page of an association."""
    return [
        {"label": _("Who leads it"), "url": "#leaders"},
        *(
            {"label": str(section.heading), "url": f"#section-{number}"}
            for number, section in enumerate(sections, start=1)
        ),
    ]


def _neighbours(membership: Membership, day: date) -> dict[str, Any]:
    """Return the members before and after one in the order of the alphabet."""
    rows = Membership.objects.active_on(day).open_to_readers().select_related("organisation")
    key, pk = membership.organisation.sort_key, membership.organisation_id
    before = Q(organisation__sort_key__lt=key) | Q(organisation__sort_key=key, organisation__lt=pk)
    after = Q(organisation__sort_key__gt=key) | Q(organisation__sort_key=key, organisation__gt=pk)
    found = {
        "before": rows.filter(before).order_by("-organisation__sort_key", "-pk").first(),
        "after": rows.filter(after).order_by("organisation__sort_key", "pk").first(),
    }
    return {
        name: {"title": one.organisation.name, "url": association_url(one)}
        for name, one in found.items()
        if one is not None
    }


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
