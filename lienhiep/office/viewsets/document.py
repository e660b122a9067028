"""All documents in the back office: the page of each, with its way and its verbs."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.core.viewsets import RowModelViewSet, admin_row_url
from lienhiep.core.viewsets.columns import day_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.office.choices import REVIEW_KINDS, STATE_KINDS
from lienhiep.office.filters import AllDocumentsFilterSet
from lienhiep.office.forms.records import DocumentForm
from lienhiep.office.models import Dispatch, OfficialDocument, ResolutionReview
from lienhiep.office.trails import steps_of_document
from lienhiep.office.viewsets.document_verbs import DOCUMENT_BUTTONS


class DocumentIndexView(RowIndexView):
    """Documents, with the derived state to filter and sort by."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and what the columns name."""
        rows = super().get_base_queryset().with_state()
        return rows.select_related("kind", "book", "issuer")


class DocumentInspectView(RowInspectView):
    """The page of a document: its way, where it was sent, and where it is reviewed."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the trail, the sendings and the reviews that this reader may see."""
        context = super().get_context_data(**kwargs)
        user = self.request.user
        context["trail"] = steps_of_document(self.object)
        sendings = Dispatch.objects.visible_to(user).filter(document=self.object).with_counts()
        context["sendings"] = [(row, admin_row_url(row)) for row in sendings]
        reviews = ResolutionReview.objects.visible_to(user).filter(document=self.object)
        context["reviews"] = [(row, REVIEW_KINDS[row.state], admin_row_url(row)) for row in reviews]
        return context


ABOUT = [
    FieldPanel("summary"),
    FieldRowPanel([FieldPanel("symbol"), FieldPanel("kind")]),
    FieldRowPanel([FieldPanel("issued_on"), FieldPanel("received_on"), FieldPanel("due_on")]),
    FieldPanel("issuer"),
    FieldRowPanel([FieldPanel("origin"), FieldPanel("subject_field")]),
]
FILES = MultiFieldPanel(
    [FieldPanel("original"), FieldPanel("attachment")], heading=_("Files of the document")
)
FORM = [
    FieldRowPanel([FieldPanel("urgency"), FieldPanel("pages"), FieldPanel("copies")]),
    FieldRowPanel([FieldPanel("signer_name"), FieldPanel("signer_position")]),
]
OUTGOING_FORM = [
    FieldRowPanel([FieldPanel("unit_symbol"), FieldPanel("kept_by")]),
    FieldPanel("destinations"),
]


class DocumentViewSet(RowModelViewSet):
    """Documents of both directions: list, search, page, verbs, history."""

    model = OfficialDocument
    icon = "doc-full"
    menu_label = _("All documents")
    index_view_class = DocumentIndexView
    inspect_view_class = DocumentInspectView
    inspect_template_name = "office/admin/document_inspect.html"
    verbs = DOCUMENT_BUTTONS
    filterset_class = AllDocumentsFilterSet
    list_display = [
        "__str__",
        Column("summary", label=pgettext_lazy("office", "Abstract")),
        Column("issuer", label=_("Issuing body"), sort_key="issuer__sort_key"),
        Column(
            "get_direction_display",
            label=pgettext_lazy("office", "Direction"),
            sort_key="direction",
        ),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("issued_on", pgettext_lazy("office", "Dated")),
    ]
    list_export = [
        "get_direction_display",
        "book",
        "year",
        "register_label",
        "symbol",
        "kind",
        "issued_on",
        "received_on",
        "issuer",
        "summary",
        "get_origin_display",
        "get_urgency_display",
        "signer_name",
        "state_label",
        "forwarded_on",
        "handled_on",
        "is_public",
    ]
    export_headings = {
        "get_direction_display": pgettext_lazy("office", "Direction"),
        "get_origin_display": _("Level of origin"),
        "get_urgency_display": _("Degree of urgency"),
    }
    inspect_view_fields = [
        "summary",
        "kind",
        "book",
        "register_label",
        "issuer",
        "issued_on",
        "received_on",
        "origin",
        "subject_field",
        "urgency",
        "secrecy",
        "signer_name",
        "signer_position",
        "pages",
        "copies",
        "destinations",
        "kept_by",
        "due_on",
        "original",
        "attachment",
        "assigned_to",
        "coordinating",
        "instruction",
        "outcome",
        "file_code",
        "is_public",
        "published_on",
        "note",
        "registered_by",
    ]
    edit_handler = ObjectList(
        [*ABOUT, *FORM, *OUTGOING_FORM, FILES, FieldPanel("note")], base_form_class=DocumentForm
    )

    def get_urlpatterns(self) -> list[Any]:
        """Make documents in the list of their direction only, where the form asks rightly."""
        return [one for one in super().get_urlpatterns() if one.name not in ("add", "copy")]

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Offer no button for a new document here."""
        return {**super().get_index_view_kwargs(**kwargs), "add_url_name": None}
