"""Consents and requests about personal data in the back office."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from lienhiep.accounts import actions
from lienhiep.accounts.choices import STATE_KINDS, TEXT_KINDS, DataRight
from lienhiep.accounts.filters import (
    ConsentFilterSet,
    ConsentTextFilterSet,
    DataRequestFilterSet,
)
from lienhiep.accounts.forms.privacy import (
    EraseForm,
    ExtendForm,
    FulfilForm,
    PaperConsentForm,
    PaperRequestForm,
    RefuseForm,
    WithdrawalForm,
)
from lienhiep.accounts.models import Consent, ConsentText, DataRequest
from lienhiep.accounts.trails import steps_of_request
from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import OnDayForm, ReasonForm
from lienhiep.core.period import today
from lienhiep.core.personal import data_of
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView, admin_row_url
from lienhiep.core.viewsets.columns import day_column, moment_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.related import RelatedInspectView, Table

MOST = 50
"""Consents named on the page of a text; the register shows them all."""


class ConsentTextIndexView(RowIndexView):
    """Texts, with what tells which of them are in force."""

    def get_base_queryset(self):  # type: ignore[no-untyped-def]
        """Add whether a later text has come into force."""
        return super().get_base_queryset().with_later(today())


class ConsentTextInspectView(RelatedInspectView):
    """The page of a text, with the other versions of its purpose."""

    def tables(self) -> Iterable[Table]:
        """Show earlier and later texts of the purpose."""
        table = Table(
            gettext("Other texts of this purpose"), [gettext("Version"), gettext("In force from")]
        )
        others = ConsentText.objects.visible_to(self.request.user)
        for row in others.filter(purpose=self.object.purpose).exclude(pk=self.object.pk):
            table.add((row.version or gettext("Draft"), admin_row_url(row)), row.valid_from or "")
        yield table
        heads = [gettext("In force"), pgettext("consent", "Withdrawn")]
        count = Table(gettext("Consents to this text"), heads)
        consents = self.object.consents
        if consents.exists():
            standing = consents.filter(withdrawn_at=None).count()
            count.add(str(standing), str(consents.count() - standing))
        yield count


class ConsentTextViewSet(RowModelViewSet):
    """The texts with which people are asked: drafts, those in force, and those of before."""

    model = ConsentText
    name = "accounts_consent_texts"
    url_prefix = "consent-texts"
    menu_label = _("Texts of consents")
    icon = "doc-full"
    index_view_class = ConsentTextIndexView
    inspect_view_class = ConsentTextInspectView
    filterset_class = ConsentTextFilterSet
    ordering = ["purpose", "-valid_from"]
    list_display = [
        Column("purpose", label=_("Purpose"), accessor="get_purpose_display", sort_key="purpose"),
        Column("version", label=_("Version of the text")),
        state_column(TEXT_KINDS, sort_key="valid_from"),
        day_column("valid_from", _("In force from")),
        Column("legal_basis", label=_("Legal basis")),
    ]
    list_export = [
        "purpose",
        "version",
        "valid_from",
        "approved_on",
        "text",
        "data_kinds",
        "recipients",
        "retention",
        "legal_basis",
    ]
    inspect_view_fields = [
        "purpose",
        "version",
        "text",
        "data_kinds",
        "recipients",
        "retention",
        "legal_basis",
        "asks_anew",
        "valid_from",
        "approved_by",
        "approved_on",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("purpose"),
            FieldPanel("text"),
            FieldPanel("data_kinds"),
            FieldPanel("recipients"),
            FieldPanel("retention"),
            FieldPanel("legal_basis"),
            FieldPanel("asks_anew"),
        ],
        base_form_class=OfficeAdminModelForm,
    )
    verbs = [
        RowVerb(
            "put_text_in_force",
            _("Put in force"),
            actions.put_text_in_force,
            "text",
            form_class=OnDayForm,
            explanation=_(
                "From that day people are asked with this text. Its words never change again; "
                "another text can follow it."
            ),
            done=_("The text is approved."),
        ),
        RowVerb(
            "follow_text",
            _("Write the next version"),
            actions.follow_text,
            "text",
            icon="plus",
            explanation=_("A draft with the same words is made; change it, then put it in force."),
            done=_("The draft stands among the texts of this purpose."),
        ),
        RowVerb(
            "take_back_text",
            _("Take back before its day"),
            actions.take_back_text,
            "text",
            form_class=ReasonForm,
            icon="resubmit",
        ),
    ]


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
    add_view_class = VerbCreateView
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
        "relation",
        "given_at",
        "withdrawn_at",
        "ended_as",
    ]
    inspect_view_fields = [
        "user",
        "person",
        "purpose",
        "seen_text",
        "text_version",
        "text",
        "channel",
        "given_by",
        "giver_name",
        "relation",
        "paper",
        "given_at",
        "withdrawn_at",
        "ended_as",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("person"),
            FieldPanel("purposes"),
            FieldPanel("given_by"),
            FieldRowPanel([FieldPanel("giver_name"), FieldPanel("relation")]),
            FieldRowPanel([FieldPanel("channel"), FieldPanel("given_on")]),
            FieldPanel("paper"),
        ],
        base_form_class=PaperConsentForm,
    )
    verbs = [
        RowVerb(
            "withdraw",
            _("Record the withdrawal"),
            actions.withdraw_consent,
            "consent",
            form_class=WithdrawalForm,
            icon="cross",
            explanation=_(
                "What the consent allowed stops from now on: names and pictures leave the public "
                "pages at once. What was done before stays lawful."
            ),
            done=_("The consent is withdrawn."),
            serious=True,
            shown=lambda consent: consent.is_in_force,
        )
    ]


class DataRequestIndexView(RowIndexView):
    """Requests, the most urgent first."""

    def get_base_queryset(self):  # type: ignore[no-untyped-def]
        """Load whose requests they are."""
        return super().get_base_queryset().select_related("user", "person")


class DataRequestInspectView(RelatedInspectView):
    """The page of a request: its way, and for an erasure what would go and what would stay."""

    def steps(self) -> list[dict[str, Any]]:
        """Return the steps with their days; late is red."""
        return steps_of_request(self.object)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Offer what is kept of the person as a file, and the answer on paper."""
        buttons = [*super().header_more_buttons]
        if self.object.person_id or self.object.user_id:
            buttons.append(
                Button(
                    gettext("What is kept of this person (file)"),
                    url=reverse("accounts_request_data", args=[self.object.pk]),
                    icon_name="download",
                )
            )
        buttons.append(
            Button(
                gettext("Print the answer"),
                url=reverse("accounts_request_letter", args=[self.object.pk]),
                icon_name="doc-full",
            )
        )
        return buttons

    def tables(self) -> Iterable[Table]:
        """Show what would go and what would stay; nothing is shown of other rights."""
        request = self.object
        if request.right != DataRight.ERASE or request.person is None or not request.is_open:
            return
        heads = [gettext("Record"), gettext("What"), gettext("What it is for")]
        going = Table(gettext("What an erasure takes away"), heads)
        kept = Table(gettext("What stays, and why"), [*heads[:2], gettext("Why it stays")])
        for datum in data_of(request.person):
            record = str(datum.record._meta.verbose_name)
            if datum.erase is not None:
                going.add(record, str(datum.label), str(datum.purpose))
            else:
                kept.add(record, str(datum.label), str(datum.kept_because))
        yield going
        yield kept


def _verb(name: str, label: Any, action: Any, form: Any = None, **options: Any) -> RowVerb:
    more = {"form_class": form} if form else {}
    return RowVerb(name, label, action, "request", **more, **options)


class DataRequestViewSet(RowModelViewSet):
    """The queue of requests about personal data, with the day by which each is answered."""

    model = DataRequest
    name = "accounts_data_requests"
    url_prefix = "data-requests"
    menu_label = _("Requests about personal data")
    icon = "mail"
    index_view_class = DataRequestIndexView
    inspect_view_class = DataRequestInspectView
    add_view_class = VerbCreateView
    filterset_class = DataRequestFilterSet
    ordering = ["due_on", "pk"]
    list_display = [
        Column("right", label=_("Request"), accessor="get_right_display", sort_key="right"),
        Column("whose", label=_("Person")),
        day_column("asked_on", _("Asked on")),
        day_column("acknowledge_by", _("To be acknowledged by")),
        day_column("acknowledged_on", _("Acknowledged on")),
        day_column("due_on", _("To be answered by")),
        state_column(STATE_KINDS),
    ]
    list_export = [
        "right",
        "channel",
        "asked_on",
        "acknowledge_by",
        "acknowledged_on",
        "due_on",
        "extended_on",
        "state",
        "ground",
        "answered_on",
    ]
    inspect_view_fields = [
        "user",
        "person",
        "right",
        "channel",
        "words",
        "asked_on",
        "acknowledge_by",
        "acknowledged_on",
        "due_on",
        "extended_on",
        "extension_reason",
        "state",
        "ground",
        "answer",
        "answer_file",
        "answered_on",
        "restriction_ended_on",
        "erased_on",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("person"),
            FieldPanel("right"),
            FieldPanel("words"),
            FieldRowPanel([FieldPanel("channel"), FieldPanel("asked_on")]),
        ],
        base_form_class=PaperRequestForm,
    )
    verbs = [
        _verb(
            "acknowledge",
            _("Acknowledge"),
            actions.acknowledge_request,
            explanation=_("The person is told by mail that the request came and by when."),
            done=_("The request is acknowledged."),
        ),
        _verb(
            "fulfil",
            _("Answer that it is done"),
            actions.fulfil_request,
            FulfilForm,
            icon="mail",
            done=_("The answer is recorded."),
        ),
        _verb(
            "erase",
            _("Erase the data of the person"),
            actions.erase_on_request,
            EraseForm,
            icon="bin",
            explanation=_("This cannot be undone. The person is told by mail first."),
            done=_("The data are erased."),
            serious=True,
        ),
        _verb(
            "extend",
            _("Extend the term"),
            actions.extend_request,
            ExtendForm,
            icon="date",
            explanation=_("Once only, by no more days than the first term has."),
            done=_("The term is extended."),
        ),
        _verb(
            "refuse",
            _("Refuse"),
            actions.refuse_request,
            RefuseForm,
            icon="cross",
            done=_("The refusal is recorded."),
            serious=True,
        ),
        _verb(
            "end_restriction",
            _("End the restriction"),
            actions.end_restriction,
            ReasonForm,
            icon="resubmit",
            explanation=_("Names may stand on public pages again, where a consent allows it."),
        ),
    ]
