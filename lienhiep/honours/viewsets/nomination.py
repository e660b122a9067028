"""Nominations in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.core.forms.verbs import OnDayReasonForm, ReasonForm
from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView, admin_row_url
from lienhiep.core.viewsets.columns import day_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.honours import actions
from lienhiep.honours.choices import Direction, NominationState
from lienhiep.honours.filters import NominationFilterSet
from lienhiep.honours.forms.records import NominationForm
from lienhiep.honours.forms.verbs import ConferForm, DecideNominationForm, VotesForm
from lienhiep.honours.models import Honour, Nomination
from lienhiep.honours.models.honour import direction_of
from lienhiep.honours.tables import NOMINATION_KINDS
from lienhiep.honours.trails import steps_of_nomination


class NominationIndexView(RowIndexView):
    """The nominations, with the derived state to filter and sort by."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and what the columns name."""
        rows = super().get_base_queryset().with_state().select_related("form", "proposer")
        return rows.with_nominees()


class NominationInspectView(RowInspectView):
    """The page of a nomination: its way, its nominees with their votes, and its honours."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the trail, and each nominee beside what became of it."""
        context = super().get_context_data(**kwargs)
        user = self.request.user
        context["trail"] = steps_of_nomination(self.object)
        nominees = list(self.object.nominees.select_related("organisation", "person"))
        made = Honour.objects.visible_to(user).with_names().filter(nominee__in=nominees)
        honours = {honour.nominee_id: honour for honour in made}
        context["nominees"] = [
            (nominee, honour, admin_row_url(honour) if honour else "")
            for nominee in nominees
            for honour in [honours.get(nominee.pk)]
        ]
        hidden = policy_of(Nomination).hidden_fields(user, self.object)
        context["shows_votes"] = "votes_of" not in hidden and self.object.council_on is not None
        return context


def _is_ready_for_decision(nomination: Nomination) -> bool:
    """Return whether the council has voted, or others decide, who vote by themselves."""
    decided_here = direction_of(nomination.awarding_body) == Direction.GIVEN
    return nomination.council_on is not None or not decided_here


def _has_honours_to_confer(nomination: Nomination) -> bool:
    """Return whether something of this nomination is still to be handed over."""
    return Honour.objects.filter(nominee__nomination=nomination).to_confer().exists()


VERBS = [
    RowVerb(
        "decide_honours",
        _("Decide the honours"),
        actions.decide_nomination,
        "nomination",
        form_class=DecideNominationForm,
        explanation=_(
            "One decision makes the honours of all who are ticked, each with its number in the "
            "honours register where the Union gives it."
        ),
        done=_("The honours are decided."),
        shown=_is_ready_for_decision,
    ),
    RowVerb(
        "record_votes",
        _("Record the votes of the council"),
        actions.record_votes,
        "nomination",
        form_class=VotesForm,
        icon="clipboard-list",
        done=_("The votes of the council are recorded."),
    ),
    RowVerb(
        "confer_honours",
        _("Hand over all its honours"),
        actions.confer_nomination,
        "nomination",
        form_class=ConferForm,
        icon="check",
        done=_("The conferral is recorded."),
        shown=_has_honours_to_confer,
    ),
    RowVerb(
        "return_nomination",
        _("Return to be completed"),
        actions.return_nomination,
        "nomination",
        form_class=OnDayReasonForm,
        icon="resubmit",
        explanation=_("The proposer reads what is missing and sends the nomination in again."),
    ),
    RowVerb(
        "resubmit_nomination",
        _("Take in again, completed"),
        actions.resubmit_nomination,
        "nomination",
        icon="resubmit",
    ),
    RowVerb(
        "reopen_nomination",
        _("Open the nomination again"),
        actions.reopen_nomination,
        "nomination",
        form_class=ReasonForm,
        icon="resubmit",
        shown=lambda one: one.state in (NominationState.REFUSED, NominationState.WITHDRAWN),
    ),
    RowVerb(
        "withdraw_nomination",
        _("Withdraw the nomination"),
        actions.withdraw_nomination,
        "nomination",
        form_class=ReasonForm,
        icon="rotate",
        serious=True,
    ),
    RowVerb(
        "refuse_nomination",
        _("Refuse the nomination"),
        actions.refuse_nomination,
        "nomination",
        form_class=OnDayReasonForm,
        icon="cross",
        explanation=_("The proposer reads the reason."),
        serious=True,
    ),
]
"""The verbs of a nomination in the order of its life; the policy says which are offered."""


class NominationViewSet(RowModelViewSet):
    """Nominations: list, filter, search, sort, export, verbs, history."""

    model = Nomination
    icon = "form"
    menu_label = _("Nominations for honours")
    index_view_class = NominationIndexView
    add_view_class = VerbCreateView
    inspect_view_class = NominationInspectView
    inspect_template_name = "honours/admin/nomination_inspect.html"
    verbs = VERBS
    filterset_class = NominationFilterSet
    list_display = [
        "__str__",
        Column("nominee_names", label=_("Nominees for the honour")),
        Column("years_label", label=_("Years rewarded"), sort_key="year_rewarded"),
        state_column(NOMINATION_KINDS, sort_key="state_code"),
        day_column("submitted_on", _("Received on")),
    ]
    list_export = [
        "proposer",
        "form",
        "years_label",
        "nominee_names",
        "submitted_on",
        "council_on",
        "decided_on",
        "state_label",
    ]
    inspect_view_fields = [
        "proposer",
        "form",
        "awarding_body",
        "years_label",
        "ground",
        "summary",
        "report",
        "submitted_on",
        "council_on",
        "votes_of",
        "minutes",
        "returned_on",
        "return_reason",
        "decided_on",
        "refused_on",
        "refusal_reason",
        "withdrawn_on",
        "withdrawal_reason",
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("proposer"), FieldPanel("awarding_body")]),
            FieldPanel("form"),
            FieldRowPanel(
                [FieldPanel("year_rewarded"), FieldPanel("first_year"), FieldPanel("ground")]
            ),
            InlinePanel(
                "nominees",
                heading=_("Nominees for the honour"),
                min_num=1,
                panels=[
                    FieldRowPanel([FieldPanel("organisation"), FieldPanel("person")]),
                    FieldRowPanel([FieldPanel("written_name"), FieldPanel("described_as")]),
                    FieldPanel("achievement"),
                    FieldPanel("is_pupil"),
                ],
            ),
            FieldPanel("summary"),
            FieldPanel("report"),
            FieldPanel("submitted_on"),
        ],
        base_form_class=NominationForm,
    )
