"""Distribution lists, deliveries and journals received in exchange, in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.viewsets import RowModelViewSet, VerbCreateView
from lienhiep.core.viewsets.columns import day_column, number_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.journal.filters import DeliveryFilterSet, ReceivedExchangeFilterSet
from lienhiep.journal.forms.records import ReceivedExchangeForm
from lienhiep.journal.models import Delivery, DistributionList, ReceivedExchange


class DistributionListIndexView(RowIndexView):
    """The lists, with the number of their lines."""

    def get_base_queryset(self) -> models.QuerySet:
        """Count the lines with the list, not row by row."""
        return super().get_base_queryset().annotate(line_count=Count("lines"))


class DistributionListInspectView(RowInspectView):
    """The page of a list with its lines."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the lines."""
        context = super().get_context_data(**kwargs)
        context["lines"] = self.object.lines.select_related("group", "organisation", "statement")
        return context


class DistributionListViewSet(RowModelViewSet):
    """Who receives the journal from which day on."""

    model = DistributionList
    icon = "list-ul"
    menu_label = _("Distribution lists")
    index_view_class = DistributionListIndexView
    inspect_view_class = DistributionListInspectView
    inspect_template_name = "journal/admin/distribution_list_inspect.html"
    list_display = [
        "__str__",
        day_column("valid_from", _("In force from")),
        number_column("line_count", _("Lines")),
    ]
    list_export = ["name", "valid_from", "line_count", "note"]
    export_headings = {"line_count": _("Lines")}
    inspect_view_fields = ["name", "valid_from", "note"]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("valid_from")]),
            FieldPanel("note"),
            InlinePanel("lines", heading=_("Lines"), min_num=1),
        ],
        base_form_class=OfficeAdminModelForm,
    )


class DeliveryIndexView(RowIndexView):
    """The lines sent, with the issue that each belongs to."""

    def get_base_queryset(self) -> models.QuerySet:
        """Fetch the issue with the line."""
        return super().get_base_queryset().select_related("issue")


class DeliveryViewSet(RowModelViewSet):
    """What was sent to whom: made from the list of an issue, corrected line by line."""

    model = Delivery
    icon = "mail"
    menu_label = _("Deliveries")
    index_view_class = DeliveryIndexView
    filterset_class = DeliveryFilterSet
    list_display = [
        "__str__",
        Column("get_kind_display", label=_("Kind of recipient"), sort_key="kind"),
        Column("address", label=_("Address as written")),
        number_column("places", _("Places")),
        number_column("copies", _("Copies")),
        day_column("sent_on", _("Sent on")),
    ]
    list_export = [
        "issue",
        "get_kind_display",
        "recipient",
        "address",
        "places",
        "copies",
        "sent_on",
        "note",
    ]
    export_headings = {"get_kind_display": _("Kind of recipient")}
    inspect_view_fields = [
        "issue",
        "kind",
        "recipient",
        "address",
        "organisation",
        "statement",
        "places",
        "copies",
        "sent_on",
        "note",
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("issue"), FieldPanel("kind")]),
            FieldRowPanel([FieldPanel("organisation"), FieldPanel("statement")]),
            FieldPanel("recipient"),
            FieldPanel("address"),
            FieldRowPanel([FieldPanel("places"), FieldPanel("copies"), FieldPanel("sent_on")]),
            FieldPanel("note"),
        ],
        base_form_class=OfficeAdminModelForm,
    )


class ReceivedExchangeIndexView(RowIndexView):
    """Journals received, with the union that sent each."""

    def get_base_queryset(self) -> models.QuerySet:
        """Fetch the union with the row."""
        return super().get_base_queryset().select_related("organisation")


class ReceivedExchangeViewSet(RowModelViewSet):
    """Journals of sister unions received in exchange."""

    model = ReceivedExchange
    icon = "download"
    menu_label = _("Journals received")
    index_view_class = ReceivedExchangeIndexView
    filterset_class = ReceivedExchangeFilterSet
    list_display = [
        "__str__",
        Column("organisation", label=_("Sister union"), sort_key="organisation"),
        day_column("received_on", _("Received on")),
        number_column("copies", _("Copies")),
    ]
    list_export = ["organisation", "title", "number_label", "received_on", "copies"]
    inspect_view_fields = list_export
    add_view_class = VerbCreateView
    edit_handler = ObjectList(
        [
            FieldPanel("organisation"),
            FieldRowPanel([FieldPanel("title"), FieldPanel("number_label")]),
            FieldRowPanel([FieldPanel("received_on"), FieldPanel("copies")]),
        ],
        base_form_class=ReceivedExchangeForm,
    )
