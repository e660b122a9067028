"""Contests and their editions in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import BooleanColumn, Column

from lienhiep.contests import actions
from lienhiep.contests.choices import STATE_KINDS
from lienhiep.contests.figures import ranking_of
from lienhiep.contests.filters import ContestFilterSet, EditionFilterSet
from lienhiep.contests.forms.records import EditionForm
from lienhiep.contests.forms.verbs import AssignForm, PublishForm
from lienhiep.contests.models import Contest, Edition, Entry, Prize
from lienhiep.contests.trails import steps_of_edition
from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.forms.verbs import OnDayForm, OnDayReasonForm, ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView, admin_row_url
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView


def _number_of(rows: models.QuerySet) -> Coalesce:
    """Count rows of an edition beside it, without joining them to each other."""
    counted = rows.filter(edition=OuterRef("pk")).order_by().values("edition")
    return Coalesce(
        Subquery(counted.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0
    )


class EditionIndexView(RowIndexView):
    """The editions, with their derived state, entries and prizes."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and the two numbers."""
        rows = super().get_base_queryset().with_state().with_names()
        return rows.annotate(
            entry_count=_number_of(Entry.objects.standing()),
            prize_count=_number_of(Prize.objects.standing()),
        )


class EditionInspectView(RowInspectView):
    """The page of an edition: its way, its fields and levels, and the ranking of its entries."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the trail, what the edition consists of, and the ranking."""
        context = super().get_context_data(**kwargs)
        edition = self.object
        context["trail"] = steps_of_edition(edition)
        context["organisers"] = edition.organisers.select_related("organisation")
        context["fields_counted"] = edition.fields.annotate(
            count=Count("entries", filter=Q(entries__withdrawn_on=None))
        )
        context["levels"] = edition.levels.annotate(
            given=Count("prizes", filter=Q(prizes__withdrawn_on=None))
        )
        context["criteria"] = edition.criteria.all()
        context["ranking"] = [
            (field, [(one, admin_row_url(one.entry)) for one in rows])
            for field, rows in ranking_of(edition)
            if any(one.sheets_in or one.sheets_owed for one in rows)
        ]
        return context


VERBS = [
    RowVerb(
        "assign_jurors",
        _("Give out score sheets"),
        actions.assign_jurors,
        "edition",
        form_class=AssignForm,
        icon="group",
        explanation=_(
            "Each juror receives a sheet for every admitted entry of their field, except "
            "entries of their own school or unit. Done again, it adds what has come since."
        ),
        done=_("The score sheets are given out."),
        shown=lambda edition: edition.jurors.serving().exists(),
    ),
    RowVerb(
        "publish_results",
        _("Publish the results"),
        actions.publish_results,
        "edition",
        form_class=PublishForm,
        icon="upload",
        explanation=_(
            "The prizes stand on the site at once; children are named as their consents allow."
        ),
        done=_("The results are published."),
    ),
    RowVerb(
        "issue_certificates",
        _("Number the certificates"),
        actions.issue_certificates,
        "edition",
        form_class=OnDayForm,
        icon="clipboard-list",
        explanation=_("Every prize without a number receives the next one of the year."),
        shown=lambda edition: (
            not edition.is_national
            and edition.prizes.standing().filter(certificate_number="").exists()
        ),
    ),
    RowVerb(
        "take_back_results",
        _("Take back the results"),
        actions.take_back_results,
        "edition",
        form_class=ReasonForm,
        icon="resubmit",
        explanation=_("For what was published by mistake; the decisions on prizes stay."),
        serious=True,
    ),
    RowVerb(
        "cancel_edition",
        _("Call the edition off"),
        actions.cancel_edition,
        "edition",
        form_class=OnDayReasonForm,
        icon="cross",
        explanation=_("The edition leaves the site; its entries stay on record."),
        serious=True,
    ),
    RowVerb(
        "restore_edition",
        _("Take back the cancellation"),
        actions.restore_edition,
        "edition",
        form_class=ReasonForm,
        icon="resubmit",
    ),
]
"""The verbs of an edition in the order of its life; the policy says which are offered."""


class EditionViewSet(RowModelViewSet):
    """Editions: list, filter, search, sort, export, verbs, history."""

    model = Edition
    icon = "date"
    menu_label = _("Editions")
    index_view_class = EditionIndexView
    add_view_class = VerbCreateView
    inspect_view_class = EditionInspectView
    inspect_template_name = "contests/admin/edition_inspect.html"
    verbs = VERBS
    filterset_class = EditionFilterSet
    list_display = [
        "__str__",
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("deadline", _("Deadline")),
        day_column("results_published_on", _("Results on")),
        number_column("entry_count", _("Entries")),
        number_column("prize_count", _("Prizes")),
    ]
    list_export = [
        "contest",
        "year_label",
        "ordinal",
        "state_label",
        "opens_on",
        "deadline",
        "results_published_on",
        "entry_count",
        "prize_count",
    ]
    export_headings = {"entry_count": _("Entries"), "prize_count": _("Prizes")}
    inspect_view_fields = [
        "contest",
        "ordinal",
        "year_label",
        "opens_on",
        "deadline",
        "born_from",
        "born_until",
        "max_authors",
        "spread_limit",
        "leads_to",
        "call_document",
        "result_document",
        "results_published_on",
        "cancelled_on",
        "cancellation_reason",
        "is_public",
        "call",
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("contest"), FieldPanel("year_label"), FieldPanel("ordinal")]),
            FieldRowPanel([FieldPanel("opens_on"), FieldPanel("deadline")]),
            MultiFieldPanel(
                [
                    FieldRowPanel(
                        [
                            FieldPanel("born_from"),
                            FieldPanel("born_until"),
                            FieldPanel("max_authors"),
                        ]
                    )
                ],
                heading=_("Who may enter"),
            ),
            FieldPanel("call"),
            FieldRowPanel([FieldPanel("call_document"), FieldPanel("leads_to")]),
            InlinePanel("organisers", heading=_("Organisers of the edition")),
            InlinePanel("fields", heading=_("Fields of the edition")),
            InlinePanel("levels", heading=_("Levels of prizes")),
            InlinePanel("criteria", heading=_("Criteria of the jurors")),
            FieldRowPanel([FieldPanel("spread_limit"), FieldPanel("is_public")]),
        ],
        base_form_class=EditionForm,
    )


class ContestViewSet(RowModelViewSet):
    """Contests and awards, each with its kind and its level."""

    model = Contest
    icon = "tag"
    menu_label = _("Kinds of contests")
    filterset_class = ContestFilterSet
    list_display = [
        "__str__",
        Column("get_kind_display", label=_("Kind of contest"), sort_key="kind"),
        Column("get_level_display", label=_("Level of the contest"), sort_key="level"),
        number_column("every_years", _("Every … years")),
        BooleanColumn("is_for_children", label=_("For children"), sort_key="is_for_children"),
    ]
    list_export = ["name", "short_name", "kind", "level", "every_years", "is_for_children"]
    inspect_view_fields = [
        "name",
        "short_name",
        "slug",
        "kind",
        "level",
        "entry_word",
        "every_years",
        "is_for_children",
        "legal_basis",
        "about",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldRowPanel([FieldPanel("short_name"), FieldPanel("slug")]),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("level"), FieldPanel("entry_word")]),
            FieldRowPanel([FieldPanel("every_years"), FieldPanel("is_for_children")]),
            FieldPanel("legal_basis"),
            FieldPanel("about"),
        ],
        base_form_class=OfficeAdminModelForm,
    )
