"""Congresses in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.associations import actions
from lienhiep.associations.choices import CONGRESS_STATE_KINDS
from lienhiep.associations.filters import CongressFilterSet
from lienhiep.associations.forms.records import CongressForm
from lienhiep.associations.forms.verbs import HoldCongressForm
from lienhiep.associations.models import Congress
from lienhiep.associations.trails import steps_of_congress
from lienhiep.core.forms.verbs import OnDayForm, OnDayReasonForm, ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.related import RelatedInspectView


class CongressIndexView(RowIndexView):
    """The congresses, with the derived state."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state, the body and the term."""
        rows = super().get_base_queryset().with_state()
        return rows.select_related("body__organisation", "new_term__body__organisation")


class CongressInspectView(RelatedInspectView):
    """The page of a congress: its way and its facts."""

    def steps(self) -> list[dict[str, Any]]:
        """Return the way from the plan to the report."""
        return steps_of_congress(self.object)


VERBS = [
    RowVerb(
        "hold_congress",
        _("Record the congress"),
        actions.hold_congress,
        "congress",
        form_class=HoldCongressForm,
        icon="check",
        explanation=_(
            "Without a quorum the congress stops. With it the term before ends, its seats end, "
            "and the new term begins."
        ),
        done=_("The congress is recorded; fill the seats of the new term now."),
    ),
    RowVerb(
        "report_congress",
        _("Record the report of the congress"),
        actions.report_congress,
        "congress",
        form_class=OnDayForm,
        icon="mail",
        explanation=_("The day on which the results were sent to the authority."),
    ),
    RowVerb(
        "cancel_congress",
        _("Cancel the congress"),
        actions.cancel_congress,
        "congress",
        form_class=OnDayReasonForm,
        icon="cross",
        serious=True,
    ),
    RowVerb(
        "reopen_congress",
        _("Take back the last step of the congress"),
        actions.reopen_congress,
        "congress",
        form_class=ReasonForm,
        icon="resubmit",
        explanation=_("For what was recorded by mistake; the history keeps both."),
        serious=True,
    ),
]
"""The verbs of a congress in the order of its life; the policy says which are offered."""

ABOUT = [
    FieldPanel("body"),
    FieldRowPanel([FieldPanel("kind"), FieldPanel("ordinal")]),
    FieldRowPanel([FieldPanel("planned_on"), FieldPanel("is_day_fixed")]),
    FieldRowPanel([FieldPanel("place"), FieldPanel("approval")]),
    FieldPanel("note"),
]


class CongressViewSet(RowModelViewSet):
    """Congresses: planned, held, reported."""

    model = Congress
    icon = "comment"
    menu_label = _("Congresses")
    index_view_class = CongressIndexView
    add_view_class = VerbCreateView
    inspect_view_class = CongressInspectView
    inspect_template_name = "core/admin/row_related.html"
    filterset_class = CongressFilterSet
    verbs = VERBS
    list_display = [
        "__str__",
        Column("get_kind_display", label=_("Kind of congress"), sort_key="kind"),
        state_column(CONGRESS_STATE_KINDS, sort_key="state_code"),
        Column("planned_label", label=_("Planned for"), sort_key="planned_on"),
        day_column("held_on", _("Held on")),
        number_column("present", _("Delegates present")),
    ]
    list_export = [
        "body",
        "kind",
        "ordinal_label",
        "state_label",
        "planned_label",
        "held_on",
        "last_day",
        "mode",
        "convened",
        "present",
        "new_term",
        "resolution",
        "reported_on",
        "cancelled_on",
        "cancelling_reason",
    ]
    inspect_view_fields = [
        "body",
        "kind",
        "ordinal_label",
        "planned_label",
        "place",
        "approval",
        "held_on",
        "last_day",
        "mode",
        "convened",
        "present",
        "new_term",
        "resolution",
        "resolution_file",
        "reported_on",
        "cancelled_on",
        "cancelling_reason",
        "note",
    ]
    edit_handler = ObjectList(
        [
            *ABOUT,
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("resolution"), FieldPanel("resolution_file")])],
                heading=_("Outcome"),
            ),
        ],
        base_form_class=CongressForm,
    )
    new_handler = ObjectList(ABOUT, base_form_class=CongressForm)

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Ask for no outcome while the congress is only planned."""
        panel = self.new_handler.bind_to_model(self.model)
        facts = super().get_add_view_kwargs(**kwargs)
        return {**facts, "panel": panel, "form_class": panel.get_form_class()}
