"""What the lists of this room are narrowed by."""

from __future__ import annotations

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from lienhiep.associations.calendar import month_later
from lienhiep.associations.choices import (
    AdmissionState,
    BodyKind,
    CongressState,
    MembershipKind,
    MembershipState,
    SeatState,
    StatementState,
    TermState,
    WorkField,
)
from lienhiep.associations.models import (
    Admission,
    Appointment,
    Body,
    CadrePlan,
    Congress,
    Membership,
    MemberStatement,
    PersonsAdmitted,
    Position,
    Seat,
    Term,
)
from lienhiep.core.period import today
from lienhiep.core.text import fold
from lienhiep.core.viewsets import RowFilterSet, from_day, until_day
from lienhiep.directory.choices import OrganisationKind


def named(path: str, label: Any) -> django_filters.CharFilter:
    """Return a filter by the words of an organisation's or a person's name, marks or none."""
    return django_filters.CharFilter(
        label=label,
        method=lambda rows, _name, words: rows.filter(**{f"{path}__contains": fold(words)}),
    )


class MembershipFilterSet(RowFilterSet):
    """Members by name, kind, field, state, day, and whether their numbers are missing."""

    name = named("organisation__search_key", _("Name of the organisation"))
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind of membership"), choices=MembershipKind.choices
    )
    work_field = django_filters.MultipleChoiceFilter(
        label=_("Field of science"), choices=WorkField.choices
    )
    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the membership"), choices=MembershipState.choices
    )
    member_on = django_filters.DateFilter(
        label=_("Members on the day"), method=lambda rows, _name, day: rows.active_on(day)
    )
    unstated = django_filters.NumberFilter(
        label=_("Without numbers of the year"),
        method=lambda rows, _name, year: (
            rows.unstated(int(year)) if 1900 <= year <= 2199 else rows.none()
        ),
    )
    since_from = from_day("since", _("Member from"))
    since_until = until_day("since", _("Member from, at the latest"))

    class Meta:
        model = Membership
        fields = ["kind", "work_field", "state_code", "is_public"]


class AdmissionFilterSet(RowFilterSet):
    """Applications by name, state and day."""

    name = named("organisation__search_key", _("Name of the organisation"))
    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the application"), choices=AdmissionState.choices
    )
    applied_from = from_day("applied_on", _("Applied from"))
    applied_until = until_day("applied_on", _("Applied until"))

    class Meta:
        model = Admission
        fields = ["kind", "state_code"]


class BodyFilterSet(RowFilterSet):
    """Bodies by organisation, kind, and whether they are the Union's own."""

    name = named("organisation__search_key", _("Name of the organisation"))
    kind = django_filters.MultipleChoiceFilter(label=_("Kind of body"), choices=BodyKind.choices)
    of_union = django_filters.BooleanFilter(
        label=_("Bodies of the Union itself"),
        method=lambda rows, _name, own: (
            rows.filter(organisation__kind=OrganisationKind.OWN_UNION)
            if own
            else rows.exclude(organisation__kind=OrganisationKind.OWN_UNION)
        ),
    )

    class Meta:
        model = Body
        fields = ["kind", "is_public"]


class PositionFilterSet(RowFilterSet):
    """Positions in use or not."""

    class Meta:
        model = Position
        fields = ["is_active", "is_head", "acts_for_organisation"]


class TermFilterSet(RowFilterSet):
    """The calendar of congresses: terms overdue, or due in the next months."""

    name = named("body__organisation__search_key", _("Name of the organisation"))
    calendar = django_filters.ChoiceFilter(
        label=_("Calendar of congresses"),
        choices=[
            ("overdue", _("Overdue")),
            ("3", _("Due within 3 months")),
            ("6", _("Due within 6 months")),
            ("12", _("Due within 12 months")),
        ],
        method="by_calendar",
    )
    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the term"), choices=TermState.choices
    )
    due_from = from_day("due_on", _("Due from"))
    due_until = until_day("due_on", _("Due until"))

    class Meta:
        model = Term
        fields = ["state_code"]

    def by_calendar(self, rows: Any, _name: str, wanted: str) -> Any:
        """Return the terms overdue today, or due within some months."""
        day = today()
        if wanted == "overdue":
            return rows.overdue_on(day)
        return rows.due_within(day, month_later(day, int(wanted)))


class SeatFilterSet(RowFilterSet):
    """Seats by person, body, position, and day."""

    person_name = named("person__search_key", _("Name of the person"))
    name = named("body__organisation__search_key", _("Name of the organisation"))
    body_kind = django_filters.MultipleChoiceFilter(
        field_name="body__kind", label=_("Kind of body"), choices=BodyKind.choices
    )
    position = django_filters.ModelMultipleChoiceFilter(queryset=Position.objects.all())
    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the seat"), choices=SeatState.choices
    )
    held_on = django_filters.DateFilter(
        label=_("Seats held on the day"), method=lambda rows, _name, day: rows.held_on(day)
    )

    class Meta:
        model = Seat
        fields = ["position", "state_code"]


class CongressFilterSet(RowFilterSet):
    """Congresses by organisation, kind, state and day."""

    name = named("body__organisation__search_key", _("Name of the organisation"))
    body_kind = django_filters.MultipleChoiceFilter(
        field_name="body__kind", label=_("Kind of body"), choices=BodyKind.choices
    )
    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the congress"), choices=CongressState.choices
    )
    held_from = from_day("held_on", _("Congress held from"))
    held_until = until_day("held_on", _("Congress held until"))

    class Meta:
        model = Congress
        fields = ["kind", "mode", "state_code"]


class MemberStatementFilterSet(RowFilterSet):
    """Statements of members by association, state and day."""

    name = named("organisation__search_key", _("Name of the organisation"))
    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the statement"), choices=StatementState.choices
    )
    on_from = from_day("on", _("Numbers from"))
    on_until = until_day("on", _("Numbers until"))

    class Meta:
        model = MemberStatement
        fields = ["channel", "state_code"]


class PersonsAdmittedFilterSet(RowFilterSet):
    """Statements of persons admitted by association, state and day."""

    name = named("organisation__search_key", _("Name of the organisation"))
    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the statement"), choices=StatementState.choices
    )
    until_from = from_day("until", _("Time covered ends from"))
    until_until = until_day("until", _("Time covered ends until"))

    class Meta:
        model = PersonsAdmitted
        fields = ["channel", "state_code"]


class CadrePlanFilterSet(RowFilterSet):
    """Cadre plans by term."""

    class Meta:
        model = CadrePlan
        fields = ["term_label"]


class AppointmentFilterSet(RowFilterSet):
    """Appointments by person, kind and day."""

    person_name = named("person__search_key", _("Name of the person"))
    decided_from = from_day("decided_on", _("Decided from"))
    decided_until = until_day("decided_on", _("Decided until"))

    class Meta:
        model = Appointment
        fields = ["kind"]
