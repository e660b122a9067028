"""What the lists of this room are narrowed by."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _

from lienhiep.associations.choices import BodyKind
from lienhiep.core.viewsets import RowFilterSet, from_day, until_day
from lienhiep.events.choices import (
    Audience,
    ConferenceKind,
    CourseKind,
    Direction,
    EventState,
    Mode,
    Place,
    ProgrammeState,
    RegistrationChannel,
    SponsorshipState,
    SupportKind,
)
from lienhiep.events.models import (
    Attendance,
    CharityEvent,
    Conclusion,
    Conference,
    CoordinationProgramme,
    Course,
    Delegation,
    Registration,
    Sponsorship,
)


class ConferenceFilterSet(RowFilterSet):
    """Conferences by state, kind, mode, group, body and day."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the event"), choices=EventState.choices
    )
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind of event"), choices=ConferenceKind.choices
    )
    mode = django_filters.MultipleChoiceFilter(label=_("Mode"), choices=Mode.choices)
    audience = django_filters.MultipleChoiceFilter(label=_("Held for"), choices=Audience.choices)
    body_kind = django_filters.MultipleChoiceFilter(
        field_name="body__kind", label=_("Body that meets"), choices=BodyKind.choices
    )
    begins_from = from_day("starts_at__date", _("Begins from"))
    begins_until = until_day("starts_at__date", _("Begins until"))
    held_from = from_day("held_on", _("Held from"))
    held_until = until_day("held_on", _("Held until"))

    class Meta:
        model = Conference
        fields = ["state_code", "kind", "mode", "audience", "is_public"]


class CourseFilterSet(RowFilterSet):
    """Courses by state, kind, mode, group and day."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the event"), choices=EventState.choices
    )
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind of course"), choices=CourseKind.choices
    )
    mode = django_filters.MultipleChoiceFilter(label=_("Mode"), choices=Mode.choices)
    audience = django_filters.MultipleChoiceFilter(label=_("Held for"), choices=Audience.choices)
    held_from = from_day("held_on", _("Held from"))
    held_until = until_day("held_on", _("Held until"))

    class Meta:
        model = Course
        fields = ["state_code", "kind", "mode", "audience", "is_public"]


class AttendanceFilterSet(RowFilterSet):
    """Numbers of people by how they took part, and by group."""

    place = django_filters.MultipleChoiceFilter(
        label=_("Way of taking part"), choices=Place.choices
    )
    audience = django_filters.MultipleChoiceFilter(label=_("Group"), choices=Audience.choices)
    kind = django_filters.MultipleChoiceFilter(
        field_name="conference__kind", label=_("Kind of event"), choices=ConferenceKind.choices
    )

    class Meta:
        model = Attendance
        fields = ["place", "audience", "kind"]


class RegistrationFilterSet(RowFilterSet):
    """Registrations by event, way and presence."""

    conference = django_filters.ModelChoiceFilter(
        queryset=Conference.objects.filter(registrations__isnull=False).distinct()
    )
    course = django_filters.ModelChoiceFilter(
        queryset=Course.objects.filter(registrations__isnull=False).distinct()
    )
    channel = django_filters.MultipleChoiceFilter(
        label=_("By way of"), choices=RegistrationChannel.choices
    )
    withdrawn = django_filters.BooleanFilter(
        field_name="withdrawn_on", lookup_expr="isnull", exclude=True, label=_("Withdrawn")
    )
    present = django_filters.BooleanFilter(
        field_name="checked_in_on", lookup_expr="isnull", exclude=True, label=_("Was present")
    )

    class Meta:
        model = Registration
        fields = ["conference", "course", "channel"]


class ConclusionFilterSet(RowFilterSet):
    """Conclusions by the day of their conference."""

    held_from = from_day("conference__held_on", _("Held from"))
    held_until = until_day("conference__held_on", _("Held until"))

    class Meta:
        model = Conclusion
        fields = ["held_from", "held_until"]


class ProgrammeFilterSet(RowFilterSet):
    """Programmes by state and days."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the programme"), choices=ProgrammeState.choices
    )
    signed_from = from_day("signed_on", _("Signed from"))
    signed_until = until_day("signed_on", _("Signed until"))
    ends_until = until_day("valid_until", _("In force until, at the latest"))

    class Meta:
        model = CoordinationProgramme
        fields = ["state_code", "is_public"]


class SponsorshipFilterSet(RowFilterSet):
    """Sponsorships by state, form and days."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the sponsorship"), choices=SponsorshipState.choices
    )
    kind = django_filters.MultipleChoiceFilter(
        label=_("Form of support"), choices=SupportKind.choices
    )
    received_from = from_day("received_on", _("Received from"))
    received_until = until_day("received_on", _("Received until"))

    class Meta:
        model = Sponsorship
        fields = ["state_code", "kind"]


class DelegationFilterSet(RowFilterSet):
    """Delegations by direction and days."""

    direction = django_filters.MultipleChoiceFilter(label=_("Direction"), choices=Direction.choices)
    ends_from = from_day("ends_on", _("Visit from"))
    ends_until = until_day("ends_on", _("Visit until"))

    class Meta:
        model = Delegation
        fields = ["direction"]


class CharityFilterSet(RowFilterSet):
    """Charity by days."""

    done_from = from_day("done_on", _("Done from"))
    done_until = until_day("done_on", _("Done until"))

    class Meta:
        model = CharityEvent
        fields = ["done_from", "done_until"]
