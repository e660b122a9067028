"""Honours in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from lienhiep.core.forms.verbs import OnDayReasonForm, ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView, admin_row_url
from lienhiep.core.viewsets.columns import day_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.honours import actions
from lienhiep.honours.admin_views import may_print
from lienhiep.honours.choices import HonourState
from lienhiep.honours.filters import HonourFilterSet
from lienhiep.honours.forms.records import ReceivedHonourForm
from lienhiep.honours.forms.verbs import (
    AddToDecisionForm,
    ConferDecisionForm,
    DecisionForm,
    TakeBackConferralForm,
)
from lienhiep.honours.models import Honour
from lienhiep.honours.tables import STATE_KINDS
from lienhiep.honours.trails import steps_of_honour


class HonourIndexView(RowIndexView):
    """The register of honours, with the derived state to filter and sort by."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and what the columns name."""
        return super().get_base_queryset().with_state().with_names()

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Offer the register on paper, of the year filtered by or the newest on record."""
        year = self.request.GET.get("year_rewarded", "")
        if not year.isdecimal():
            newest = self.get_base_queryset().order_by("-year_rewarded").first()
            year = str(newest.year_rewarded) if newest else ""
        if not year:
            return super().header_more_buttons
        paper = Button(
            _("Print the honours register of %(year)s") % {"year": year},
            url=f"{reverse('honours_register')}?year={year}",
            icon_name="clipboard-list",
        )
        return [*super().header_more_buttons, paper]


class HonourInspectView(RowInspectView):
    """The page of an honour: its way, its facts, and whom the same decision honours."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the trail, the companions and the certificate."""
        context = super().get_context_data(**kwargs)
        honour = self.object
        context["trail"] = steps_of_honour(honour)
        alike = Honour.objects.visible_to(self.request.user).of_one_decision(honour)
        companions = alike.exclude(pk=honour.pk).with_names() if honour.decided_on else ()
        context["companions"] = [(one, admin_row_url(one)) for one in companions]
        if may_print(self.request.user, honour):
            context["certificate_url"] = reverse("honours_certificate", args=[honour.pk])
        return context


VERBS = [
    RowVerb(
        "decide_honours",
        _("Record the decision"),
        actions.decide_proposed,
        "honour",
        form_class=DecisionForm,
        done=_("The honour is decided."),
    ),
    RowVerb(
        "confer_honours",
        _("Hand over"),
        actions.confer_decision,
        "honour",
        form_class=ConferDecisionForm,
        icon="check",
        explanation=_(
            "The day of the ceremony. It counts nowhere: an honour counts by its year or its "
            "decision."
        ),
        done=_("The conferral is recorded."),
    ),
    RowVerb(
        "add_to_decision",
        _("Add somebody of the same decision"),
        actions.add_to_decision,
        "honour",
        form_class=AddToDecisionForm,
        icon="plus",
        explanation=_("Form, year, decision and conferral are taken over."),
    ),
    RowVerb(
        "take_back_conferral",
        _("Take back the conferral"),
        actions.take_back_conferral,
        "honour",
        form_class=TakeBackConferralForm,
        icon="resubmit",
        explanation=_("For a day recorded by mistake; the history keeps both."),
    ),
    RowVerb(
        "take_back_decision",
        _("Take back the decision on the honour"),
        actions.take_back_decision,
        "honour",
        form_class=ReasonForm,
        icon="resubmit",
        explanation=_("The honour is a proposal again; its number in the register is void."),
        serious=True,
    ),
    RowVerb(
        "revoke_honour",
        _("Revoke the honour"),
        actions.revoke_honour,
        "honour",
        form_class=OnDayReasonForm,
        icon="cross",
        explanation=_("The honour leaves the site and the figures at once."),
        serious=True,
    ),
    RowVerb(
        "reinstate",
        _("Give the honour back"),
        actions.reinstate,
        "honour",
        form_class=ReasonForm,
        icon="resubmit",
        shown=lambda honour: honour.state == HonourState.REVOKED,
    ),
]
"""The verbs of an honour in the order of its life; the policy says which are offered."""

WHO = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("person")]),
        FieldRowPanel([FieldPanel("described_as"), FieldPanel("is_pupil")]),
    ],
    heading=_("Who is honoured"),
)
WHAT = [
    FieldRowPanel([FieldPanel("form"), FieldPanel("awarding_body")]),
    FieldRowPanel([FieldPanel("year_rewarded"), FieldPanel("first_year"), FieldPanel("ground")]),
    WHO,
    FieldPanel("achievement"),
]
REST = [
    FieldRowPanel([FieldPanel("certificate_number"), FieldPanel("money")]),
    FieldPanel("file"),
    FieldPanel("is_public"),
]


class HonourViewSet(RowModelViewSet):
    """Honours: list, filter, search, sort, export, verbs, history."""

    model = Honour
    icon = "success"
    menu_label = _("Honours")
    index_view_class = HonourIndexView
    add_view_class = VerbCreateView
    inspect_view_class = HonourInspectView
    inspect_template_name = "honours/admin/honour_inspect.html"
    verbs = VERBS
    filterset_class = HonourFilterSet
    list_display = [
        Column("subject_name", label=_("Who is honoured")),
        Column("form", label=_("Form of honour"), sort_key="form__position"),
        Column("years_label", label=_("Years rewarded"), sort_key="year_rewarded"),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("decided_on", _("Decided on")),
        day_column("conferred_on", _("Handed over on")),
    ]
    list_export = [
        "certificate_number",
        "subject_kind_label",
        "subject_name",
        "described_as",
        "form",
        "awarding_body",
        "years_label",
        "achievement",
        "decision_label",
        "decided_on",
        "conferred_on",
        "occasion",
        "money",
        "state_label",
    ]
    inspect_view_fields = [
        "form",
        "direction",
        "awarding_body",
        "subject_kind",
        "organisation",
        "person",
        "described_as",
        "is_pupil",
        "years_label",
        "ground",
        "achievement",
        "decision",
        "decision_symbol",
        "decided_on",
        "conferred_on",
        "occasion",
        "certificate_number",
        "money",
        "file",
        "is_public",
        "revoked_on",
        "revocation_reason",
    ]
    edit_handler = ObjectList(
        [*WHAT, FieldPanel("occasion"), *REST], base_form_class=ReceivedHonourForm
    )
    new_handler = ObjectList(
        [
            *WHAT,
            MultiFieldPanel(
                [
                    FieldPanel("decision"),
                    FieldRowPanel([FieldPanel("decision_symbol"), FieldPanel("decided_on")]),
                ],
                heading=_("Decision on the honour"),
            ),
            FieldRowPanel([FieldPanel("conferred_on"), FieldPanel("occasion")]),
            *REST,
        ],
        base_form_class=ReceivedHonourForm,
    )

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Ask for the decision only while the honour is new: later, verbs set its days."""
        panel = self.new_handler.bind_to_model(self.model)
        facts = super().get_add_view_kwargs(**kwargs)
        return {**facts, "panel": panel, "form_class": panel.get_form_class()}
