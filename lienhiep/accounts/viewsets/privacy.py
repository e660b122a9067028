"""Consents and requests about personal data in the back office."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from lienhiep.accounts import actions
from lienhiep.accounts.choices import STATE_KINDS
from lienhiep.accounts.filters import ConsentFilterSet, DataRequestFilterSet
from lienhiep.accounts.forms.office import AnswerForm, ReasonForm
from lienhiep.accounts.models import Consent, DataRequest
from lienhiep.core.viewsets import RowModelViewSet, RowVerb
from lienhiep.core.viewsets.columns import day_column, moment_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView


class ConsentIndexView(RowIndexView):
    """Consents, newest first."""

    def get_base_queryset(self):  # type: ignore[no-untyped-def]
        """Load whose consents they are."""
        return super().get_base_queryset().select_related("user", "person")


class ConsentViewSet(RowModelViewSet):
    """The register of consents: what was agreed to, by whom, how, until when."""

    model = Consent
    name = "accounts_consents"
    url_prefix = "consents"
    menu_label = _("Consents")
    icon = "check"
    index_view_class = ConsentIndexView
    filterset_class = ConsentFilterSet
    ordering = ["-given_at", "-pk"]
    list_display = [
        Column("purpose", label=_("Purpose"), accessor="get_purpose_display", sort_key="purpose"),
        Column("whose", label=_("Person"), accessor=lambda row: str(row.person or row.user)),
        Column("text_version", label=_("Version of the text")),
        Column("channel", label=_("Channel"), accessor="get_channel_display"),
        moment_column("given_at", _("Given at")),
        moment_column("withdrawn_at", _("Withdrawn at")),
    ]
    list_export = [
        "purpose",
        "text_version",
        "channel",
        "given_by",
        "giver_name",
        "given_at",
        "withdrawn_at",
    ]
    inspect_view_fields = [
        "user",
        "person",
        "purpose",
        "text_version",
        "text",
        "channel",
        "given_by",
        "giver_name",
        "given_at",
        "withdrawn_at",
    ]
    form_fields = ["purpose"]
    verbs = [
        RowVerb(
            "withdraw",
            _("Record the withdrawal"),
            actions.withdraw_consent,
            "consent",
            form_class=ReasonForm,
            icon="cross",
            explanation=_("What the consent allowed stops from now on."),
            done=_("The consent is withdrawn."),
            serious=True,
            shown=lambda consent: consent.is_in_force,
        )
    ]


class DataRequestIndexView(RowIndexView):
    """Requests, the most urgent first."""

    def get_base_queryset(self):  # type: ignore[no-untyped-def]
        """Load whose requests they are."""
        return super().get_base_queryset().select_related("user")


class DataRequestViewSet(RowModelViewSet):
    """The queue of requests about personal data, with the day by which each is answered."""

    model = DataRequest
    name = "accounts_data_requests"
    url_prefix = "data-requests"
    menu_label = _("Requests about personal data")
    icon = "mail"
    index_view_class = DataRequestIndexView
    filterset_class = DataRequestFilterSet
    ordering = ["due_on", "pk"]
    list_display = [
        Column("right", label=_("Request"), accessor="get_right_display", sort_key="right"),
        Column("whose", label=_("Account"), accessor=lambda row: str(row.user)),
        day_column("asked_on", _("Asked on")),
        day_column("due_on", _("To be answered by")),
        state_column(STATE_KINDS),
    ]
    list_export = ["right", "asked_on", "due_on", "state", "answered_on"]
    inspect_view_fields = [
        "user",
        "right",
        "words",
        "asked_on",
        "due_on",
        "state",
        "answer",
        "answered_on",
    ]
    form_fields = ["right"]
    verbs = [
        RowVerb(
            "answer",
            _("Answer"),
            actions.answer_data_request,
            "request",
            form_class=AnswerForm,
            icon="mail",
            done=_("The answer is recorded."),
            shown=lambda request: request.is_open,
        )
    ]
