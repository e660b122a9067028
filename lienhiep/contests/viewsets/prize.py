"""Prizes and nominations in the back office; both begin at the entry."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.contests import actions
from lienhiep.contests.choices import STATE_KINDS
from lienhiep.contests.filters import NominationFilterSet, PrizeFilterSet
from lienhiep.contests.forms.verbs import NationalResultForm
from lienhiep.contests.models import Nomination, Prize
from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import OnDayReasonForm, ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView


class PrizeIndexView(RowIndexView):
    """The register of prizes, with the derived state."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and what the columns name; people only for an export."""
        rows = super().get_base_queryset().with_state()
        if self.is_export:
            return rows.with_names()
        return rows.select_related("entry", "edition__contest", "level", "document")


class PrizeViewSet(RowModelViewSet):
    """Prizes: list, filter, search, sort, export, verbs, history."""

    model = Prize
    icon = "pick"
    menu_label = _("Prizes")
    index_view_class = PrizeIndexView
    filterset_class = PrizeFilterSet
    verbs = [
        RowVerb(
            "withdraw_prize",
            _("Withdraw the prize"),
            actions.withdraw_prize,
            "prize",
            form_class=OnDayReasonForm,
            icon="cross",
            explanation=_("The prize leaves the site and the figures at once."),
            serious=True,
        ),
        RowVerb(
            "restore_prize",
            _("Give the prize back"),
            actions.restore_prize,
            "prize",
            form_class=ReasonForm,
            icon="resubmit",
        ),
    ]
    list_display = [
        "entry",
        Column("level", label=_("Level of the prize"), sort_key="level__position"),
        Column("edition", label=_("Edition"), sort_key="edition__deadline"),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("decided_on", _("Decided on")),
        Column("certificate_number", label=_("Certificate"), sort_key="certificate_number"),
        number_column("amount", _("Prize money")),
    ]
    list_export = [
        "entry",
        "entry.unit_label",
        "entry.byline",
        "level",
        "edition",
        "state_label",
        "decided_on",
        "document",
        "certificate_number",
        "amount",
        "published_on",
        "withdrawn_on",
    ]
    export_headings = {
        "entry.unit_label": _("School or unit"),
        "entry.byline": _("Authors of the entry"),
    }
    inspect_view_fields = [
        "entry",
        "edition",
        "level",
        "decided_on",
        "document",
        "certificate_number",
        "amount",
        "published_on",
        "withdrawn_on",
        "withdrawal_reason",
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("decided_on"), FieldPanel("document")]),
            FieldRowPanel([FieldPanel("certificate_number"), FieldPanel("amount")]),
        ],
        base_form_class=OfficeAdminModelForm,
    )


class NominationIndexView(RowIndexView):
    """The nominations, with the derived state."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and what the columns name."""
        return super().get_base_queryset().with_state().with_names()


class NominationViewSet(RowModelViewSet):
    """Nominations: list, filter, sort, export, verbs, history."""

    model = Nomination
    icon = "mail"
    menu_label = _("National round")
    index_view_class = NominationIndexView
    filterset_class = NominationFilterSet
    verbs = [
        RowVerb(
            "record_national_result",
            _("Record the national result"),
            actions.record_national_result,
            "nomination",
            form_class=NationalResultForm,
            icon="pick",
            done=_("The national result is recorded."),
        ),
        RowVerb(
            "take_back_national_result",
            _("Take back the national result"),
            actions.take_back_national_result,
            "nomination",
            form_class=ReasonForm,
            icon="resubmit",
            explanation=_("A prize recorded with it is withdrawn; the history keeps both."),
            serious=True,
        ),
        RowVerb(
            "recall_nomination",
            _("Recall the nomination"),
            actions.recall_nomination,
            "nomination",
            form_class=OnDayReasonForm,
            icon="cross",
            serious=True,
        ),
        RowVerb(
            "restore_nomination",
            _("Take back the recall"),
            actions.restore_nomination,
            "nomination",
            form_class=ReasonForm,
            icon="resubmit",
        ),
    ]
    list_display = [
        "entry",
        Column("edition", label=_("National edition"), sort_key="edition__deadline"),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("sent_on", _("Nominated on")),
        Column("prize_label", label=_("National prize")),
    ]
    list_export = [
        "entry",
        "entry.unit_label",
        "edition",
        "state_label",
        "sent_on",
        "document",
        "result_on",
        "prize_label",
    ]
    export_headings = {"entry.unit_label": _("School or unit")}
    inspect_view_fields = [
        "entry",
        "edition",
        "sent_on",
        "document",
        "result_on",
        "prize_label",
        "recalled_on",
        "recall_reason",
    ]
    edit_handler = ObjectList(
        [FieldRowPanel([FieldPanel("sent_on"), FieldPanel("document")])],
        base_form_class=OfficeAdminModelForm,
    )
