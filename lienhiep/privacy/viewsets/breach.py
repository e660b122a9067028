"""Breaches in the back office."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView
from lienhiep.core.viewsets.columns import moment_column, number_column, state_column
from lienhiep.core.viewsets.related import RelatedInspectView
from lienhiep.privacy import actions
from lienhiep.privacy.choices import STATE_KINDS
from lienhiep.privacy.filters import BreachFilterSet
from lienhiep.privacy.forms.records import BreachForm
from lienhiep.privacy.forms.verbs import CloseBreachForm, TellAuthorityForm, TellPeopleForm
from lienhiep.privacy.models import Breach
from lienhiep.privacy.trails import steps_of_breach


class BreachInspectView(RelatedInspectView):
    """The page of a breach: its clock, its facts, and the notice to print."""

    def steps(self) -> list[dict[str, Any]]:
        """Return the way with the clock."""
        return steps_of_breach(self.object)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Offer the notice to the authority, filled in as far as is known."""
        paper = Button(
            gettext("Print the notice to the authority"),
            url=reverse("privacy_breach_notice", args=[self.object.pk]),
            icon_name="doc-full",
        )
        return [*super().header_more_buttons, paper]


class BreachViewSet(RowModelViewSet):
    """The register of breaches."""

    model = Breach
    icon = "warning"
    menu_label = _("Breaches of personal data")
    add_view_class = VerbCreateView
    inspect_view_class = BreachInspectView
    filterset_class = BreachFilterSet
    ordering = ["-found_at"]
    list_display = [
        "__str__",
        moment_column("found_at", _("Found at")),
        moment_column("tell_by", _("To be told by")),
        moment_column("authority_told_at", _("Authority told at")),
        number_column("people_count", _("People")),
        state_column(STATE_KINDS, sort_key="closed_on"),
        Column("whose", label=_("Whose data")),
    ]
    list_export = [
        "title",
        "found_at",
        "tell_by",
        "whose",
        "people_count",
        "data_kinds",
        "is_sensitive",
        "cause",
        "measures",
        "authority_told_at",
        "authority_reference",
        "late_reason",
        "people_told_at",
        "closed_on",
        "lessons",
    ]
    inspect_view_fields = [
        "found_at",
        "tell_by",
        "happened",
        "what",
        "whose",
        "people_count",
        "data_kinds",
        "is_sensitive",
        "cause",
        "consequences",
        "measures",
        "authority_told_at",
        "authority_reference",
        "late_reason",
        "notice",
        "people_told_at",
        "people_told_how",
        "not_told_reason",
        "closed_on",
        "lessons",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("found_at"), FieldPanel("happened")]),
            FieldPanel("what"),
            FieldRowPanel([FieldPanel("whose"), FieldPanel("people_count")]),
            FieldPanel("data_kinds"),
            FieldPanel("is_sensitive"),
            FieldPanel("cause"),
            FieldPanel("consequences"),
            FieldPanel("measures"),
        ],
        base_form_class=BreachForm,
    )
    verbs = [
        RowVerb(
            "tell_authority",
            _("Record the notice to the authority"),
            actions.tell_authority,
            "breach",
            form_class=TellAuthorityForm,
            icon="mail",
            done=_("The notice is recorded; the clock stands."),
        ),
        RowVerb(
            "tell_people",
            _("Record that the people were told"),
            actions.tell_people,
            "breach",
            form_class=TellPeopleForm,
            icon="group",
        ),
        RowVerb(
            "close_breach",
            _("Close with lessons"),
            actions.close_breach,
            "breach",
            form_class=CloseBreachForm,
            icon="check",
        ),
        RowVerb(
            "reopen_breach",
            _("Open the breach again"),
            actions.reopen_breach,
            "breach",
            form_class=ReasonForm,
            icon="resubmit",
        ),
    ]
