"""Numbers of people present and registrations in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import OnDayForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView
from lienhiep.core.viewsets.columns import DayColumn, day_column, number_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.events import actions
from lienhiep.events.filters import AttendanceFilterSet, RegistrationFilterSet
from lienhiep.events.forms.records import RegistrationForm
from lienhiep.events.models import Attendance, Registration


class OfAnEventIndexView(RowIndexView):
    """Rows with the conference or course that each belongs to."""

    def get_base_queryset(self) -> models.QuerySet:
        """Fetch the event with the row."""
        return super().get_base_queryset().select_related("conference", "course")


class AttendanceViewSet(RowModelViewSet):
    """Who was counted where: recorded with the event, corrected here."""

    model = Attendance
    icon = "group"
    menu_label = _("People present")
    index_view_class = OfAnEventIndexView
    filterset_class = AttendanceFilterSet
    list_display = [
        "__str__",
        DayColumn("held_on", label=_("Held on"), width="9em"),
        Column("place_label", label=_("Way of taking part"), sort_key="place"),
        Column("audience_label", label=_("Group"), sort_key="audience"),
        number_column("number", _("People")),
    ]
    list_export = [
        "event_name",
        "held_on",
        "place_label",
        "audience_label",
        "number",
        "source",
    ]
    inspect_view_fields = [
        "conference",
        "course",
        "held_on",
        "place",
        "audience",
        "number",
        "source",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("conference", read_only=True),
            FieldPanel("course", read_only=True),
            FieldRowPanel([FieldPanel("place"), FieldPanel("audience"), FieldPanel("number")]),
            FieldPanel("source"),
        ],
        base_form_class=OfficeAdminModelForm,
    )


class RegistrationIndexView(OfAnEventIndexView):
    """Registrations with the person in the directory, where there is one."""

    def get_base_queryset(self) -> models.QuerySet:
        """Fetch the person with the row."""
        return super().get_base_queryset().select_related("person")


class RegistrationViewSet(RowModelViewSet):
    """Who put their name down: list for the door, export for badges."""

    model = Registration
    icon = "form"
    menu_label = _("Registrations")
    index_view_class = RegistrationIndexView
    add_view_class = VerbCreateView
    filterset_class = RegistrationFilterSet
    verbs = [
        RowVerb(
            "check_in",
            _("Record as present"),
            actions.check_in,
            "registration",
            form_class=OnDayForm,
            icon="check",
        ),
        RowVerb(
            "undo_check_in",
            _("Not present after all"),
            actions.undo_check_in,
            "registration",
            icon="resubmit",
        ),
        RowVerb(
            "withdraw_registration",
            _("Withdraw the registration"),
            actions.withdraw_registration,
            "registration",
            icon="cross",
            explanation=_("The place is free again; the registration stays on record."),
        ),
        RowVerb(
            "restore_registration",
            _("Let the registration stand again"),
            actions.restore_registration,
            "registration",
            icon="resubmit",
        ),
    ]
    list_display = [
        "__str__",
        Column("organisation_name", label=_("Place of work"), sort_key="organisation_name"),
        Column("event_name", label=_("Conference or course")),
        day_column("registered_on", _("Registered on")),
        day_column("checked_in_on", _("Present on")),
        day_column("withdrawn_on", _("Withdrawn on")),
    ]
    list_export = [
        "event_name",
        "display_name",
        "organisation_name",
        "email",
        "phone",
        "get_place_display",
        "get_channel_display",
        "registered_on",
        "withdrawn_on",
        "checked_in_on",
    ]
    export_headings = {
        "get_place_display": _("Takes part"),
        "get_channel_display": _("By way of"),
    }
    inspect_view_fields = [
        "conference",
        "course",
        "person",
        "name",
        "organisation_name",
        "email",
        "phone",
        "place",
        "channel",
        "registered_on",
        "withdrawn_on",
        "checked_in_on",
        "agreed_to",
    ]
    about = [
        FieldPanel("person"),
        FieldRowPanel([FieldPanel("name"), FieldPanel("organisation_name")]),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
        FieldRowPanel([FieldPanel("place"), FieldPanel("channel")]),
    ]
    edit_handler = ObjectList(about, base_form_class=RegistrationForm)
    new_handler = ObjectList(
        [FieldRowPanel([FieldPanel("conference"), FieldPanel("course")]), *about],
        base_form_class=RegistrationForm,
    )

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Ask for which event somebody registers; a registration never moves to another."""
        panel = self.new_handler.bind_to_model(self.model)
        facts = super().get_add_view_kwargs(**kwargs)
        return {**facts, "panel": panel, "form_class": panel.get_form_class()}
