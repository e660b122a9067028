"""The two registers: documents that came in, and documents of our own."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton

from lienhiep.core.rules import policy_of, why_not
from lienhiep.core.viewsets import VerbCreateView, admin_row_url
from lienhiep.core.viewsets.columns import day_column, state_column
from lienhiep.core.viewsets.guard import refuse
from lienhiep.office.choices import STATE_KINDS, Direction
from lienhiep.office.filters import DocumentFilterSet
from lienhiep.office.forms.records import DraftForm, IncomingForm
from lienhiep.office.viewsets.document import (
    FILES,
    FORM,
    OUTGOING_FORM,
    DocumentIndexView,
    DocumentViewSet,
)


class RegisterIndexView(DocumentIndexView):
    """The documents of one direction; a line leads to the page of the document."""

    narrowed_to: dict[str, str] = {}
    """What all rows of this list have in common; a list of one part of the records says so."""
    verb: str = ""

    def get_base_queryset(self) -> models.QuerySet:
        """Keep one direction."""
        return super().get_base_queryset().filter(**self.narrowed_to)

    def get_inspect_url(self, instance: models.Model) -> str | None:
        """Lead to the one page that each document has."""
        return admin_row_url(instance)

    def get_add_url(self) -> str | None:
        """Offer a new document to those who may make one."""
        if not policy_of(self.model).may(self.request.user, self.verb):
            return None
        return super().get_add_url()

    @cached_property
    def header_buttons(self) -> list[Any]:
        """Offer the register for print beside the button for a new document."""
        print_url = f"{reverse('office:registers')}?direction={self.narrowed_to['direction']}"
        return [
            *super().header_buttons,
            HeaderButton(_("Register for print"), url=print_url, icon_name="table"),
        ]


class IncomingIndexView(RegisterIndexView):
    """Documents that came in, the newest number first."""

    narrowed_to = {"direction": Direction.RECEIVED}
    verb = "register_incoming"
    default_ordering = ("-received_on", "-register_number")


class OutgoingIndexView(RegisterIndexView):
    """Documents of our own, drafts first."""

    narrowed_to = {"direction": Direction.ISSUED}
    verb = "draft_outgoing"
    default_ordering = ("-issued_on", "-register_number", "-pk")


class RegisterCreateView(VerbCreateView):
    """A new document of one direction, for whoever may do its verb."""

    verb = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse with the reason whoever may make documents of the other direction only."""
        if not policy_of(self.model).may(request.user, self.verb):
            return refuse(request, why_not(request.user, self.verb, self.model))
        return super().dispatch(request, *args, **kwargs)

    def get_success_url(self) -> str:
        """Lead to the one page that each document has."""
        return admin_row_url(self.object) or super().get_success_url()


class IncomingCreateView(RegisterCreateView):
    """Registering a document that came in."""

    verb = "register_incoming"
    page_title = _("Register an incoming document")


class OutgoingCreateView(RegisterCreateView):
    """Putting a draft before whoever signs."""

    verb = "draft_outgoing"
    page_title = _("Draft a document")


class RegisterViewSet(DocumentViewSet):
    """What both registers share."""

    filterset_class = DocumentFilterSet

    def get_urlpatterns(self) -> list[Any]:
        """List and make here; what is done with a document stands on the one page it has."""
        kept = ("index", "index_results", "add", "inspect")
        return [one for one in super(DocumentViewSet, self).get_urlpatterns() if one.name in kept]

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Offer the button for a new document, none of the links to pages that are not here."""
        facts = super(DocumentViewSet, self).get_index_view_kwargs(**kwargs)
        main = _main()
        return {
            **facts,
            "edit_url_name": main.get_url_name("edit"),
            "delete_url_name": None,
            "copy_url_name": None,
            "inspect_url_name": main.get_url_name("inspect"),
        }

    def verb_url_names(self) -> dict[str, str]:
        """Do what is done with a document where its one page is."""
        return _main().verb_url_names()

    def get_inspect_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Lead from here to the forms and the history of that page."""
        main = _main()
        return {
            **super().get_inspect_view_kwargs(**kwargs),
            "edit_url_name": main.get_url_name("edit"),
            "delete_url_name": main.get_url_name("delete"),
            "history_url_name": main.get_url_name("history"),
        }

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Know the page of the document, to which a new one leads."""
        facts = super().get_add_view_kwargs(**kwargs)
        main = _main()
        return {
            **facts,
            "edit_url_name": main.get_url_name("edit"),
            "inspect_url_name": main.get_url_name("inspect"),
        }


class IncomingViewSet(RegisterViewSet):
    """The register of arrivals."""

    name = "office_incoming"
    url_prefix = "office/incoming"
    menu_label = _("Incoming documents")
    menu_name = "office-incoming"
    icon = "download"
    index_view_class = IncomingIndexView
    add_view_class = IncomingCreateView
    list_display = [
        "__str__",
        Column("register_label", label=_("Arrival no."), sort_key="register_number"),
        Column("summary", label=pgettext_lazy("office", "Abstract")),
        Column("issuer", label=_("Issuing body"), sort_key="issuer__sort_key"),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("received_on", _("Arrived on")),
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("book"), FieldPanel("received_on")]),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("symbol"), FieldPanel("issued_on")]),
                    FieldRowPanel([FieldPanel("kind"), FieldPanel("origin")]),
                    FieldPanel("issuer"),
                    FieldPanel("summary"),
                    FieldRowPanel([FieldPanel("subject_field"), FieldPanel("due_on")]),
                ],
                heading=_("The document itself"),
            ),
            *FORM,
            FILES,
            MultiFieldPanel(
                [FieldPanel("secrecy"), FieldPanel("readers")],
                heading=pgettext_lazy("office", "Secrecy"),
            ),
            FieldPanel("note"),
        ],
        base_form_class=IncomingForm,
    )


class OutgoingViewSet(RegisterViewSet):
    """The register of our own documents."""

    name = "office_outgoing"
    url_prefix = "office/outgoing"
    menu_label = _("Outgoing documents")
    menu_name = "office-outgoing"
    icon = "upload"
    index_view_class = OutgoingIndexView
    add_view_class = OutgoingCreateView
    list_display = [
        "__str__",
        Column("summary", label=pgettext_lazy("office", "Abstract")),
        Column("signer_name", label=_("Name of who signs"), sort_key="signer_name"),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("issued_on", pgettext_lazy("office", "Dated")),
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("book"), FieldPanel("kind")]),
            FieldPanel("summary"),
            *OUTGOING_FORM,
            *FORM,
            FieldRowPanel(
                [FieldPanel("secrecy"), FieldPanel("subject_field"), FieldPanel("due_on")]
            ),
            FILES,
            FieldPanel("note"),
        ],
        base_form_class=DraftForm,
    )


def _main() -> DocumentViewSet:
    """Return the viewset that has the page of each document."""
    return DocumentViewSet()
