"""Sendings of documents and their receipts in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton

from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, admin_row_url
from lienhiep.core.viewsets.columns import (
    day_column,
    moment_column,
    number_column,
    state_column,
)
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.office import actions
from lienhiep.office.choices import RECEIPT_KINDS
from lienhiep.office.filters import DispatchFilterSet, ReceiptFilterSet
from lienhiep.office.forms.verbs import BehalfForm
from lienhiep.office.models import Dispatch, Receipt

MADE_BY_A_VERB = ("add", "copy", "edit", "delete")
"""Views that sendings and receipts do not have: they come from forwarding a document."""


class DispatchIndexView(RowIndexView):
    """Sendings, with how many recipients there are and how many acknowledged."""

    def get_base_queryset(self) -> models.QuerySet:
        """Count the recipients with the rows."""
        return super().get_base_queryset().select_related("document__kind").with_counts()


class DispatchInspectView(RowInspectView):
    """The page of a sending: each recipient and where it stands."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the recipients, in the order of their names."""
        context = super().get_context_data(**kwargs)
        rows = self.object.receipts.visible_to(self.request.user).select_related(
            "dispatch__document__kind"
        )
        context["receipts"] = [
            (row, RECEIPT_KINDS[row.state], admin_row_url(row))
            for row in rows.order_by("organisation__sort_key", "pk")
        ]
        context["document_url"] = admin_row_url(self.object.document)
        return context

    @cached_property
    def header_buttons(self) -> list[Any]:
        """Offer the page that says who has not acknowledged, for print."""
        url = reverse("office:unacknowledged_of", args=[self.object.pk])
        return [
            *super().header_buttons,
            HeaderButton(_("Who has not acknowledged"), url=url, icon_name="table"),
        ]


class VerbMadeViewSet(RowModelViewSet):
    """Records that only verbs make and change."""

    def get_urlpatterns(self) -> list[Any]:
        """Leave out the plain forms."""
        return [one for one in super().get_urlpatterns() if one.name not in MADE_BY_A_VERB]

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Offer no links to them."""
        return {
            **super().get_index_view_kwargs(**kwargs),
            "add_url_name": None,
            "edit_url_name": None,
            "delete_url_name": None,
            "copy_url_name": None,
        }

    def get_inspect_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Offer no links to them on the page either."""
        return {
            **super().get_inspect_view_kwargs(**kwargs),
            "edit_url_name": None,
            "delete_url_name": None,
        }


class DispatchViewSet(VerbMadeViewSet):
    """What was forwarded to the member associations, sending by sending."""

    model = Dispatch
    icon = "mail"
    menu_label = _("Sendings to members")
    index_view_class = DispatchIndexView
    inspect_view_class = DispatchInspectView
    inspect_template_name = "office/admin/dispatch_inspect.html"
    filterset_class = DispatchFilterSet
    form_fields = ["message"]
    verbs = [
        RowVerb(
            "remind_unread",
            _("Remind of the acknowledgement"),
            actions.remind_unread,
            "dispatch",
            icon="mail",
            explanation=_(
                "Everybody who owes an acknowledgement is reminded by mail and at the desk."
            ),
            done=_("The reminders are on their way."),
            shown=lambda row: Receipt.objects.owed().filter(dispatch=row).exists(),
        ),
        RowVerb(
            "cancel_dispatch",
            _("Cancel the sending"),
            actions.cancel_dispatch,
            "dispatch",
            form_class=ReasonForm,
            icon="cross",
            explanation=_("It leaves the desks of the associations and counts nowhere."),
            serious=True,
            shown=lambda row: not row.receipts.acknowledged().exists(),
        ),
        RowVerb(
            "restore_dispatch",
            _("Let the sending stand again"),
            actions.restore_dispatch,
            "dispatch",
            form_class=ReasonForm,
            icon="resubmit",
        ),
    ]
    list_display = [
        Column("document", label=_("Document"), sort_key="document__symbol"),
        day_column("sent_on", pgettext_lazy("office", "Forwarded")),
        day_column("due_on", _("Acknowledge by")),
        number_column("recipient_count", pgettext_lazy("office", "Recipients")),
        number_column("acknowledged_count", pgettext_lazy("office", "Acknowledged")),
    ]
    list_export = [
        "document",
        "document.summary",
        "sent_on",
        "due_on",
        "get_scope_display",
        "recipient_count",
        "acknowledged_count",
        "cancelled_on",
    ]
    export_headings = {
        "document.summary": pgettext_lazy("office", "Abstract"),
        "get_scope_display": _("Forwarded to"),
        "recipient_count": pgettext_lazy("office", "Recipients"),
        "acknowledged_count": pgettext_lazy("office", "Acknowledged"),
    }
    inspect_view_fields = [
        "document",
        "sent_on",
        "sent_by",
        "scope",
        "due_on",
        "message",
        "cancelled_on",
        "cancellation_reason",
    ]


class ReceiptIndexView(RowIndexView):
    """Receipts, with the derived state and the document of each."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and what the columns name."""
        rows = super().get_base_queryset().with_state()
        return rows.select_related("dispatch__document__kind")


class ReceiptViewSet(VerbMadeViewSet):
    """Who has received and acknowledged what."""

    model = Receipt
    icon = "check"
    menu_label = _("Receipts of members")
    index_view_class = ReceiptIndexView
    filterset_class = ReceiptFilterSet
    form_fields = ["acknowledgement_note"]
    verbs = [
        RowVerb(
            "acknowledge_on_behalf",
            _("Record the acknowledgement"),
            actions.acknowledge_on_behalf,
            "receipt",
            form_class=BehalfForm,
            icon="check",
            explanation=_("For an acknowledgement given by telephone or on paper."),
        ),
        RowVerb(
            "return_receipt",
            _("Record as returned"),
            actions.return_receipt,
            "receipt",
            form_class=ReasonForm,
            icon="arrow-left",
        ),
        RowVerb(
            "reopen_receipt",
            _("Take back acknowledgement or return"),
            actions.reopen_receipt,
            "receipt",
            form_class=ReasonForm,
            icon="resubmit",
        ),
    ]
    list_display = [
        Column(
            "recipient",
            label=pgettext_lazy("office", "Recipient"),
            sort_key="organisation__sort_key",
        ),
        Column("dispatch.document", label=_("Document"), sort_key="dispatch__document__symbol"),
        state_column(RECEIPT_KINDS, sort_key="state_code"),
        moment_column("acknowledged_at", pgettext_lazy("office", "Acknowledged")),
        day_column("due_on", _("Acknowledge by")),
    ]
    list_export = [
        "recipient",
        "dispatch.document",
        "dispatch.sent_on",
        "due_on",
        "state_label",
        "opened_at",
        "acknowledged_at",
        "acknowledged_name",
        "acknowledgement_note",
        "reminders",
        "returned_on",
    ]
    export_headings = {
        "dispatch.document": _("Document"),
        "dispatch.sent_on": pgettext_lazy("office", "Forwarded"),
    }
    inspect_view_fields = [
        "recipient",
        "organisation",
        "dispatch",
        "sent_at",
        "due_on",
        "opened_at",
        "acknowledged_at",
        "acknowledged_name",
        "acknowledged_by",
        "acknowledgement_note",
        "reminded_at",
        "reminders",
        "returned_on",
        "return_reason",
    ]
