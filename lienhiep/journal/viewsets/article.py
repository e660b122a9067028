"""Manuscripts and articles in the back office."""

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

from lienhiep.core.forms.verbs import OnDayForm, OnDayReasonForm, ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.journal import actions
from lienhiep.journal.filters import ArticleFilterSet
from lienhiep.journal.forms.records import ArticleForm
from lienhiep.journal.forms.verbs import (
    PlaceForm,
    ProofForm,
)
from lienhiep.journal.models import Article
from lienhiep.journal.tables import STATE_KINDS
from lienhiep.journal.trails import steps_of_article


class ArticleIndexView(RowIndexView):
    """The register of manuscripts, with the derived state to filter and sort by."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and what the columns name."""
        rows = super().get_base_queryset().with_state()
        return rows.select_related("subject", "issue").prefetch_related("authors__person")


class ArticleInspectView(RowInspectView):
    """The page of a manuscript: its way, its byline and its facts."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the trail."""
        context = super().get_context_data(**kwargs)
        context["trail"] = steps_of_article(self.object)
        return context


VERBS = [
    RowVerb(
        "accept_article",
        _("Accept the manuscript"),
        actions.accept_article,
        "article",
        form_class=OnDayForm,
        icon="check",
        done=_("The manuscript is accepted."),
    ),
    RowVerb(
        "place_article",
        _("Place in an issue"),
        actions.place_article,
        "article",
        form_class=PlaceForm,
        icon="doc-full",
    ),
    RowVerb(
        "ask_for_proof",
        _("Send the proof"),
        actions.ask_for_proof,
        "article",
        form_class=ProofForm,
        icon="glasses",
        explanation=_("The contributors find the text at their desk and answer there."),
        done=_("The proof waits at the contributors' desk."),
    ),
    RowVerb(
        "take_out_article",
        _("Take out of the issue"),
        actions.take_out_article,
        "article",
        form_class=ReasonForm,
        icon="resubmit",
    ),
    RowVerb(
        "take_back_decision",
        _("Take back the decision"),
        actions.take_back_decision,
        "article",
        form_class=ReasonForm,
        icon="resubmit",
        explanation=_("The manuscript waits for an answer again; the history keeps both."),
    ),
    RowVerb(
        "refuse_article",
        _("Refuse the manuscript"),
        actions.refuse_article,
        "article",
        form_class=OnDayReasonForm,
        icon="cross",
        explanation=_("The contributor reads the reason."),
        done=_("The manuscript is refused."),
        serious=True,
    ),
]
"""The verbs of a manuscript in the order of its life; the policy says which are offered."""


ABOUT = [
    FieldPanel("title"),
    FieldRowPanel([FieldPanel("kind"), FieldPanel("subject")]),
    FieldRowPanel([FieldPanel("received_on"), FieldPanel("channel")]),
    InlinePanel("authors", heading=_("Contributors"), min_num=1),
    FieldPanel("manuscript"),
    FieldPanel("abstract"),
]
PAGES = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("page_from"), FieldPanel("page_to"), FieldPanel("page_count")])],
    heading=_("Pages"),
)


class ArticleViewSet(RowModelViewSet):
    """Manuscripts and articles: list, filter, search, sort, export, verbs, history."""

    model = Article
    icon = "doc-empty"
    menu_label = _("Articles")
    index_view_class = ArticleIndexView
    add_view_class = VerbCreateView
    inspect_view_class = ArticleInspectView
    inspect_template_name = "journal/admin/article_inspect.html"
    verbs = VERBS
    filterset_class = ArticleFilterSet
    list_display = [
        "__str__",
        Column("byline", label=_("Contributors")),
        Column("subject", label=_("Journal subject"), sort_key="subject__position"),
        state_column(STATE_KINDS, sort_key="state_code"),
        Column("issue", label=_("Journal issue"), sort_key="issue__published_on"),
        day_column("received_on", _("Received on")),
        number_column("page_count", _("Pages")),
    ]
    list_export = [
        "title",
        "byline",
        "kind_label",
        "subject",
        "state_label",
        "received_on",
        "accepted_on",
        "refused_on",
        "issue",
        "pages_label",
        "page_count",
    ]
    inspect_view_fields = [
        "byline",
        "kind",
        "subject",
        "abstract",
        "manuscript",
        "received_on",
        "channel",
        "accepted_on",
        "refused_on",
        "refusal_reason",
        "issue",
        "pages_label",
        "page_count",
        "proof_asked_on",
        "proof_due_on",
        "proof_answered_on",
        "proof_remarks",
        "web_text",
    ]
    edit_handler = ObjectList([*ABOUT, PAGES, FieldPanel("web_text")], base_form_class=ArticleForm)
    new_handler = ObjectList([*ABOUT, FieldPanel("web_text")], base_form_class=ArticleForm)

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Ask for no pages while the manuscript has no place yet."""
        panel = self.new_handler.bind_to_model(self.model)
        facts = super().get_add_view_kwargs(**kwargs)
        return {**facts, "panel": panel, "form_class": panel.get_form_class()}
