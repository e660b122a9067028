"""Coordination programmes, sponsorships, delegations and charity in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.core.forms.verbs import OnDayReasonForm, ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.events import actions
from lienhiep.events.filters import (
    CharityFilterSet,
    DelegationFilterSet,
    ProgrammeFilterSet,
    SponsorshipFilterSet,
)
from lienhiep.events.forms.records import (
    CharityForm,
    DelegationForm,
    ProgrammeForm,
    SponsorshipForm,
)
from lienhiep.events.forms.verbs import ReceiveForm, ResultForm, ResumeForm, SigningForm
from lienhiep.events.models import (
    CharityEvent,
    CoordinationProgramme,
    Delegation,
    ProgrammePartner,
    Sponsorship,
)
from lienhiep.events.tables import STATE_KINDS
from lienhiep.events.trails import steps_of_programme, steps_of_sponsorship


class ProgrammeIndexView(RowIndexView):
    """The programmes with their state and partners."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and the partners."""
        rows = super().get_base_queryset().with_state()
        partners = ProgrammePartner.objects.select_related("organisation")
        return rows.prefetch_related(Prefetch("partners", partners))


class ProgrammeInspectView(RowInspectView):
    """The page of a programme: its way, and what each year brought."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the trail and the results."""
        context = super().get_context_data(**kwargs)
        context["trail"] = steps_of_programme(self.object)
        context["results"] = self.object.results.all()
        return context


class ProgrammeViewSet(RowModelViewSet):
    """Coordination programmes: prepared, signed, carried out, ended."""

    model = CoordinationProgramme
    icon = "link"
    menu_label = _("Coordination programmes")
    index_view_class = ProgrammeIndexView
    add_view_class = VerbCreateView
    inspect_view_class = ProgrammeInspectView
    inspect_template_name = "events/admin/programme_inspect.html"
    filterset_class = ProgrammeFilterSet
    verbs = [
        RowVerb(
            "sign_programme",
            _("Record the signing"),
            actions.sign_programme,
            "programme",
            form_class=SigningForm,
            icon="check",
            done=_("The programme is signed."),
        ),
        RowVerb(
            "record_result",
            _("Record the result of a year"),
            actions.record_result,
            "programme",
            form_class=ResultForm,
            icon="clipboard-list",
            explanation=_("Where the year has its result already, the new text takes its place."),
        ),
        RowVerb(
            "end_programme",
            _("End the programme"),
            actions.end_programme,
            "programme",
            form_class=OnDayReasonForm,
            icon="cross",
            serious=True,
        ),
        RowVerb(
            "resume_programme",
            _("Resume or prolong the programme"),
            actions.resume_programme,
            "programme",
            form_class=ResumeForm,
            icon="resubmit",
        ),
        RowVerb(
            "undo_signing",
            _("Take back the signing"),
            actions.undo_signing,
            "programme",
            form_class=ReasonForm,
            icon="resubmit",
            explanation=_("For what was recorded by mistake; the history keeps both."),
            serious=True,
        ),
    ]
    list_display = [
        "__str__",
        Column("partner_names", label=_("Partners")),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("signed_on", _("Signed on")),
        day_column("valid_until", _("In force until")),
    ]
    list_export = [
        "title",
        "partner_names",
        "state_label",
        "prepared_since",
        "signed_on",
        "valid_from",
        "valid_until",
        "ended_on",
        "document",
    ]
    inspect_view_fields = [
        "partner_names",
        "prepared_since",
        "signed_on",
        "valid_from",
        "valid_until",
        "ended_on",
        "end_reason",
        "document",
        "content",
        "is_public",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            InlinePanel("partners", heading=_("Partners"), min_num=1),
            FieldPanel("content"),
            FieldRowPanel([FieldPanel("prepared_since"), FieldPanel("document")]),
            FieldPanel("is_public"),
        ],
        base_form_class=ProgrammeForm,
    )


class SponsorshipIndexView(RowIndexView):
    """The sponsorships with their state."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and the sponsor, who is part of the name."""
        return super().get_base_queryset().with_state().select_related("sponsor")


class SponsorshipInspectView(RowInspectView):
    """The page of a sponsorship with its way."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the trail."""
        context = super().get_context_data(**kwargs)
        context["trail"] = steps_of_sponsorship(self.object)
        return context


class SponsorshipViewSet(RowModelViewSet):
    """Sponsorships: promised, received, or given up."""

    model = Sponsorship
    icon = "pick"
    menu_label = _("Sponsorships")
    index_view_class = SponsorshipIndexView
    add_view_class = VerbCreateView
    inspect_view_class = SponsorshipInspectView
    inspect_template_name = "events/admin/sponsorship_inspect.html"
    filterset_class = SponsorshipFilterSet
    verbs = [
        RowVerb(
            "receive_sponsorship",
            _("Record what was received"),
            actions.receive_sponsorship,
            "sponsorship",
            form_class=ReceiveForm,
            icon="check",
            done=_("The sponsorship is recorded as received."),
        ),
        RowVerb(
            "undo_receipt",
            _("Take back the receipt"),
            actions.undo_receipt,
            "sponsorship",
            form_class=ReasonForm,
            icon="resubmit",
            serious=True,
        ),
        RowVerb(
            "release_sponsorship",
            _("Give up the promise"),
            actions.release_sponsorship,
            "sponsorship",
            form_class=OnDayReasonForm,
            icon="cross",
            serious=True,
        ),
        RowVerb(
            "renew_promise",
            _("Let the promise stand again"),
            actions.renew_promise,
            "sponsorship",
            form_class=ReasonForm,
            icon="resubmit",
        ),
    ]
    list_display = [
        "__str__",
        Column("get_kind_display", label=_("Form of support"), sort_key="kind"),
        state_column(STATE_KINDS, sort_key="state_code"),
        number_column("amount_promised", _("Promised (đồng)")),
        number_column("amount_received", _("Received (đồng)")),
        day_column("received_on", _("Received on")),
    ]
    list_export = [
        "sponsor",
        "purpose",
        "get_kind_display",
        "goods",
        "state_label",
        "promised_on",
        "amount_promised",
        "received_on",
        "amount_received",
    ]
    export_headings = {"get_kind_display": _("Form of support")}
    inspect_view_fields = [
        "sponsor",
        "purpose",
        "kind",
        "goods",
        "promised_on",
        "promised_label",
        "received_on",
        "received_label",
        "released_on",
        "release_reason",
        "document",
        "is_public",
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("sponsor"), FieldPanel("purpose")]),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("goods")]),
            FieldRowPanel([FieldPanel("amount_promised"), FieldPanel("promised_on")]),
            FieldPanel("document"),
            FieldPanel("is_public"),
        ],
        base_form_class=SponsorshipForm,
    )


class DelegationIndexView(RowIndexView):
    """The delegations with the other side."""

    def get_base_queryset(self) -> models.QuerySet:
        """Fetch the other side, which is part of the name."""
        return super().get_base_queryset().select_related("organisation")


class DelegationViewSet(RowModelViewSet):
    """Delegations sent and received."""

    model = Delegation
    icon = "site"
    menu_label = _("Delegations")
    index_view_class = DelegationIndexView
    add_view_class = VerbCreateView
    filterset_class = DelegationFilterSet
    list_display = [
        "__str__",
        Column("purpose", label=_("Purpose")),
        day_column("starts_on", _("From day")),
        day_column("ends_on", _("Until day")),
        number_column("people", _("People")),
    ]
    list_export = [
        "direction_label",
        "organisation",
        "starts_on",
        "ends_on",
        "people",
        "purpose",
        "place",
        "result",
    ]
    inspect_view_fields = [
        "direction",
        "organisation",
        "starts_on",
        "ends_on",
        "people",
        "purpose",
        "place",
        "result",
        "is_public",
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("direction"), FieldPanel("organisation")]),
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on"), FieldPanel("people")]),
            FieldPanel("purpose"),
            FieldPanel("place"),
            FieldPanel("result"),
            FieldPanel("is_public"),
        ],
        base_form_class=DelegationForm,
    )


class CharityViewSet(RowModelViewSet):
    """What was done for others."""

    model = CharityEvent
    icon = "pick"
    menu_label = _("Charity")
    add_view_class = VerbCreateView
    filterset_class = CharityFilterSet
    list_display = [
        "__str__",
        Column("host", label=_("Done by"), sort_key="host__sort_key"),
        day_column("done_on", _("Done on")),
        number_column("amount", _("Value (đồng)")),
        number_column("beneficiaries", _("People helped")),
    ]
    list_export = ["title", "host", "done_on", "place", "amount", "beneficiaries"]
    inspect_view_fields = [
        "done_on",
        "host",
        "place",
        "amount_label",
        "beneficiaries",
        "note",
        "is_public",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("done_on"), FieldPanel("host"), FieldPanel("place")]),
            FieldRowPanel([FieldPanel("amount"), FieldPanel("beneficiaries")]),
            FieldPanel("note"),
            FieldPanel("is_public"),
        ],
        base_form_class=CharityForm,
    )
