"""Conferences and their conclusions in the back office."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView, admin_row_url
from lienhiep.core.viewsets.columns import (
    day_column,
    moment_column,
    number_column,
    state_column,
)
from lienhiep.events import actions
from lienhiep.events.filters import ConclusionFilterSet, ConferenceFilterSet
from lienhiep.events.forms.records import ConferenceForm
from lienhiep.events.forms.verbs import ConclusionsForm, HeldForm
from lienhiep.events.models import CoHost, Conclusion, Conference
from lienhiep.events.tables import STATE_KINDS
from lienhiep.events.viewsets.events import EventIndexView, EventInspectView
from lienhiep.events.viewsets.verbs import AFTER, BACK, BEFORE


class ConferenceIndexView(EventIndexView):
    """The register of conferences."""

    rows_beside = Prefetch("co_hosts", CoHost.objects.select_related("organisation"))


class ConferenceInspectView(EventInspectView):
    """The page of a conference, with its conclusions."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the conclusions that the reader may see."""
        context = super().get_context_data(**kwargs)
        spoken = self.object.conclusions.visible_to(self.request.user).order_by("number")
        context["conclusions"] = [(row, admin_row_url(row)) for row in spoken]
        return context


HOLDING = [
    RowVerb(
        "record_held",
        _("Record as held"),
        actions.record_held,
        "event",
        form_class=HeldForm,
        icon="check",
        explanation=_(
            "The figures count it from this day on, with the people who came. Other groups of "
            "people are added afterwards."
        ),
        done=_("The event is recorded as held."),
    ),
    RowVerb(
        "record_conclusions",
        _("Record conclusions"),
        actions.record_conclusions,
        "conference",
        form_class=ConclusionsForm,
        icon="list-ol",
        explanation=_("Each conclusion is a record of its own, which a plan of work can name."),
    ),
]


class ConferenceViewSet(RowModelViewSet):
    """Conferences: list, filter, search, sort, export, verbs, history."""

    model = Conference
    icon = "calendar-alt"
    ordering = ["-starts_at", "-pk"]
    menu_label = _("Conferences and meetings")
    index_view_class = ConferenceIndexView
    add_view_class = VerbCreateView
    inspect_view_class = ConferenceInspectView
    inspect_template_name = "events/admin/conference_inspect.html"
    verbs = [*BEFORE, *HOLDING, *AFTER, *BACK]
    filterset_class = ConferenceFilterSet
    list_display = [
        "__str__",
        Column("kind_label", label=_("Kind of event"), sort_key="kind"),
        Column("audience_label", label=_("Held for"), sort_key="audience"),
        moment_column("starts_at", _("Begins at")),
        state_column(STATE_KINDS, sort_key="state_code"),
        number_column("people", _("People")),
    ]
    list_export = [
        "title",
        "kind_label",
        "mode_label",
        "audience_label",
        "state_label",
        "body",
        "ordinal",
        "host",
        "co_host_names",
        "chair",
        "starts_at",
        "ends_at",
        "held_on",
        "place",
        "studied",
        "people",
    ]
    export_headings = {"people": _("People")}
    inspect_view_fields = [
        "kind",
        "mode",
        "audience",
        "when",
        "planned_on",
        "held_on",
        "place",
        "online_address",
        "host",
        "co_host_names",
        "body",
        "ordinal",
        "chair",
        "studied",
        "invitation",
        "programme",
        "minutes",
        "registration_opens_on",
        "registration_closes_on",
        "capacity",
        "is_public",
        "conclusions_public",
        "postponement_reason",
        "cancel_reason",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("audience"), FieldPanel("mode")]),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
            FieldRowPanel([FieldPanel("place"), FieldPanel("online_address")]),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("host"), FieldPanel("chair")]),
                    InlinePanel("co_hosts", heading=_("Held together with")),
                ],
                heading=_("Organisers"),
            ),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("body"), FieldPanel("ordinal")])],
                heading=_("Meeting of a body"),
            ),
            MultiFieldPanel([FieldPanel("studied"), FieldPanel("invitation")], heading=_("Papers")),
            FieldPanel("programme"),
            FieldPanel("minutes"),
            FieldRowPanel([FieldPanel("is_public"), FieldPanel("conclusions_public")]),
        ],
        base_form_class=ConferenceForm,
    )


class ConclusionViewSet(RowModelViewSet):
    """Conclusions: recorded from the page of their conference, corrected here."""

    model = Conclusion
    icon = "list-ol"
    menu_label = _("Conclusions")
    filterset_class = ConclusionFilterSet
    list_display = [
        "__str__",
        Column("conference", label=_("Conference"), sort_key="conference__held_on"),
        day_column("conference.held_on", _("Held on")),
    ]
    list_export = ["conference", "number", "text", "speaker"]
    inspect_view_fields = ["conference", "number", "text", "speaker"]
    edit_handler = ObjectList(
        [
            FieldPanel("conference", read_only=True),
            FieldPanel("number"),
            FieldPanel("text"),
            FieldPanel("speaker"),
        ],
        base_form_class=OfficeAdminModelForm,
    )
