"""Contest entries in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column

from lienhiep.contests import actions
from lienhiep.contests.choices import STATE_KINDS, EntryState
from lienhiep.contests.filters import EntryFilterSet
from lienhiep.contests.forms.intake import PURPOSES
from lienhiep.contests.forms.records import EntryForm, NewEntryForm
from lienhiep.contests.forms.verbs import AuthorPapersForm, AwardForm, NominateForm
from lienhiep.contests.models import Entry
from lienhiep.contests.naming import consenting
from lienhiep.contests.papers import is_within_window, missing_papers
from lienhiep.contests.rules import ORGANISERS
from lienhiep.contests.trails import steps_of_entry
from lienhiep.core.forms.verbs import OnDayForm, OnDayReasonForm, ReasonForm
from lienhiep.core.principals import principals
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView, admin_row_url
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView


class EntryIndexView(RowIndexView):
    """The register of entries, with state, prizes, and the mean and spread of the scores."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state, the scores, and what the columns name; people only for an export."""
        rows = super().get_base_queryset().with_state().with_scores()
        if self.is_export:
            return rows.with_names()
        return rows.select_related("edition__contest", "field", "unit")


class EntryInspectView(RowInspectView):
    """The page of an entry: its way, its people, and what is missing."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the trail, the people with their consents, prizes, nominations and sheets."""
        context = super().get_context_data(**kwargs)
        entry, user = self.object, self.request.user
        context["trail"] = steps_of_entry(entry)
        is_organiser = bool(principals(user) & ORGANISERS)
        context["missing"] = missing_papers(entry) if entry.state == EntryState.RECEIVED else []
        context["purposes"] = [purpose.label for purpose in PURPOSES]
        context["people"] = self._people(is_organiser)
        context["mentors"] = [row.person for row in entry.mentors.select_related("person")]
        context["shows_birth"] = is_organiser and entry.state == EntryState.RECEIVED
        context["shows_contacts"] = is_organiser
        context["prizes"] = [
            (prize, admin_row_url(prize)) for prize in entry.prizes.visible_to(user).with_names()
        ]
        context["nominations"] = [
            (row, admin_row_url(row)) for row in entry.nominations.visible_to(user).with_names()
        ]
        context["sheets"] = [
            (row, admin_row_url(row))
            for row in entry.scores.visible_to(user).select_related("juror__person")
        ]
        return context

    def _people(self, is_organiser: bool) -> list[dict[str, Any]]:
        """Return the authors with what the office may know of each.

        The day of birth is shown to the organiser while the papers are checked, and only then.
        """
        entry = self.object
        authors = list(entry.authors.select_related("person", "school", "contact", "entry__unit"))
        of_children = entry.edition.contest.is_for_children
        ids = [row.person_id for row in authors]
        agreed = [consenting(ids, purpose, of_children=of_children) for purpose in PURPOSES]
        return [
            {
                "author": row,
                "person": row.person,
                "school": row.school_label,
                "birth": row.person.birth_date if is_organiser else None,
                "within": is_within_window(entry.edition, row.person.birth_date),
                "agreed": [row.person_id in one for one in agreed],
                "contact": getattr(row, "contact", None) if is_organiser else None,
            }
            for row in authors
        ]


VERBS = [
    RowVerb(
        "accept_entry",
        _("Admit to the contest"),
        actions.accept_entry,
        "entry",
        form_class=OnDayForm,
        icon="check",
        done=_("The entry is admitted."),
    ),
    RowVerb(
        "record_author_papers",
        _("Record an author's papers"),
        actions.record_author_papers,
        "entry",
        form_class=AuthorPapersForm,
        icon="user",
        explanation=_("The day of birth, and consents signed on paper."),
        done=_("The papers of the author are recorded."),
    ),
    RowVerb(
        "award_prize",
        _("Give a prize"),
        actions.award_prize,
        "entry",
        form_class=AwardForm,
        icon="pick",
        explanation=_(
            "It counts from the day of the decision, and stands on the site once the results "
            "of the edition are published."
        ),
        done=_("The prize is recorded."),
    ),
    RowVerb(
        "nominate_entry",
        _("Send to the national round"),
        actions.nominate_entry,
        "entry",
        form_class=NominateForm,
        icon="mail",
        done=_("The entry is sent to the national round."),
    ),
    RowVerb(
        "take_back_check",
        _("Take back the check"),
        actions.take_back_check,
        "entry",
        form_class=ReasonForm,
        icon="resubmit",
        explanation=_("The papers wait to be checked again; the history keeps both."),
    ),
    RowVerb(
        "refuse_entry",
        _("Do not admit"),
        actions.refuse_entry,
        "entry",
        form_class=OnDayReasonForm,
        icon="cross",
        explanation=_("The authors read the reason."),
        serious=True,
    ),
    RowVerb(
        "withdraw_entry",
        _("Record a withdrawal"),
        actions.withdraw_entry,
        "entry",
        form_class=OnDayReasonForm,
        icon="cross",
        explanation=_("At the wish of the authors; the entry is judged and counted no more."),
        serious=True,
    ),
    RowVerb(
        "restore_entry",
        _("Take back the withdrawal"),
        actions.restore_entry,
        "entry",
        form_class=ReasonForm,
        icon="resubmit",
    ),
]
"""The verbs of an entry in the order of its life; the policy says which are offered."""


class EntryViewSet(RowModelViewSet):
    """Entries: list, filter, search, sort, export, verbs, history."""

    model = Entry
    icon = "folder-open-inverse"
    menu_label = _("Entries")
    index_view_class = EntryIndexView
    add_view_class = VerbCreateView
    create_template_name = "contests/admin/entry_create.html"
    inspect_view_class = EntryInspectView
    inspect_template_name = "contests/admin/entry_inspect.html"
    verbs = VERBS
    filterset_class = EntryFilterSet
    list_display = [
        "__str__",
        Column("code", label=_("Code"), sort_key="code"),
        Column("edition", label=_("Edition"), sort_key="edition__deadline"),
        Column("unit_label", label=_("School or unit"), sort_key="unit__sort_key"),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("received_on", _("Received on")),
        number_column("mean", _("Mean score")),
        number_column("spread", _("Spread of scores")),
    ]
    list_export = [
        "code",
        "title",
        "edition",
        "field",
        "unit_label",
        "byline",
        "state_label",
        "received_on",
        "accepted_on",
        "refused_on",
        "is_mountain_area",
        "mean",
        "spread",
        "prize_label",
    ]
    export_headings = {"mean": _("Mean score"), "spread": _("Spread of scores")}
    inspect_view_fields = [
        "edition",
        "field_label",
        "code",
        "unit_label",
        "commune",
        "is_mountain_area",
        "received_on",
        "channel",
        "sent_by",
        "summary",
        "description",
        "photo",
        "accepted_on",
        "refused_on",
        "refusal_reason",
        "withdrawn_on",
        "withdrawal_reason",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("field"),
            FieldRowPanel([FieldPanel("unit"), FieldPanel("unit_text")]),
            FieldRowPanel([FieldPanel("commune"), FieldPanel("is_mountain_area")]),
            FieldRowPanel([FieldPanel("received_on"), FieldPanel("channel")]),
            FieldPanel("summary"),
            InlinePanel(
                "authors",
                heading=_("Authors of the entry"),
                min_num=1,
                panels=[
                    FieldPanel("person"),
                    FieldRowPanel([FieldPanel("class_name"), FieldPanel("is_leader")]),
                    FieldPanel("school"),
                ],
            ),
            InlinePanel("mentors", heading=_("Mentors of the entry")),
            MultiFieldPanel(
                [FieldPanel("description"), FieldPanel("photo")], heading=_("Files of the entry")
            ),
        ],
        base_form_class=EntryForm,
    )

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Take an entry in with the form that the desk has, not with choosers of records."""
        facts = super().get_add_view_kwargs(**kwargs)
        return {**facts, "panel": None, "form_class": NewEntryForm}
