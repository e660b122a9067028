"""Issues in the back office."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.core.forms.verbs import OnDayForm, OnDayReasonForm, ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView, admin_row_url
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.journal import actions
from lienhiep.journal.choices import IssueState
from lienhiep.journal.figures import balance_of_issue
from lienhiep.journal.filters import IssueFilterSet
from lienhiep.journal.forms.records import IssueForm
from lienhiep.journal.forms.verbs import (
    DepositForm,
    MoveForm,
    PrintedForm,
    SnapshotForm,
)
from lienhiep.journal.models import Issue
from lienhiep.journal.tables import STATE_KINDS
from lienhiep.journal.trails import steps_of_issue


class IssueIndexView(RowIndexView):
    """The register of issues, with the derived state to filter and sort by."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state."""
        return super().get_base_queryset().with_state()


class IssueInspectView(RowInspectView):
    """The page of an issue: its way, its contents, and the plan beside them."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the trail, the contents and the shares by subject."""
        context = super().get_context_data(**kwargs)
        context["trail"] = steps_of_issue(self.object)
        articles = (
            self.object.articles.visible_to(self.request.user)
            .select_related("subject")
            .prefetch_related("authors__person")
            .in_contents_order()
        )
        context["articles"] = [(article, admin_row_url(article)) for article in articles]
        context["balance"] = balance_of_issue(self.object)
        return context


VERBS = [
    RowVerb(
        "move_issue",
        _("Move to another stage"),
        actions.move_issue,
        "issue",
        form_class=MoveForm,
        icon="arrow-right",
    ),
    RowVerb(
        "sign_for_print",
        _("Sign for print"),
        actions.sign_for_print,
        "issue",
        form_class=OnDayForm,
        explanation=_(
            "Whoever signs answers for the contents. They stand fast from the signature on."
        ),
        done=_("The issue is signed for print."),
    ),
    RowVerb(
        "mark_printed",
        _("Record the printing"),
        actions.mark_printed,
        "issue",
        form_class=PrintedForm,
        icon="doc-full-inverse",
    ),
    RowVerb(
        "publish_issue",
        _("Publish the issue"),
        actions.publish_issue,
        "issue",
        form_class=OnDayForm,
        icon="upload",
        explanation=_(
            "The issue counts in the figures from its publication date on, and stands on the "
            "site at once where it is marked for it."
        ),
        done=_("The issue is published."),
    ),
    RowVerb(
        "deliver_issue",
        _("Record the sending"),
        actions.deliver_issue,
        "issue",
        form_class=OnDayForm,
        icon="mail",
        explanation=_(
            "Every line not sent yet receives this day. Where there are no lines, the list in "
            "force is copied first."
        ),
        shown=lambda issue: Issue.objects.undelivered().filter(pk=issue.pk).exists(),
    ),
    RowVerb(
        "snapshot_distribution",
        _("Copy the distribution list"),
        actions.snapshot_distribution,
        "issue",
        form_class=SnapshotForm,
        icon="copy",
    ),
    RowVerb(
        "record_deposit",
        _("Record the legal deposit"),
        actions.record_deposit,
        "issue",
        form_class=DepositForm,
        icon="clipboard-list",
    ),
    RowVerb(
        "reopen_issue",
        _("Take back the last step"),
        actions.reopen_issue,
        "issue",
        form_class=ReasonForm,
        icon="resubmit",
        explanation=_("For what was recorded by mistake; the history keeps both."),
        serious=True,
    ),
    RowVerb(
        "withdraw_issue",
        _("Withdraw from circulation"),
        actions.withdraw_issue,
        "issue",
        form_class=OnDayReasonForm,
        icon="cross",
        explanation=_("The issue leaves the site and the figures at once."),
        serious=True,
    ),
    RowVerb(
        "restore_issue",
        _("Put back into circulation"),
        actions.restore_issue,
        "issue",
        form_class=ReasonForm,
        icon="resubmit",
        shown=lambda issue: issue.state == IssueState.WITHDRAWN,
    ),
]
"""The verbs of an issue in the order of its life; the policy says which are offered."""


class IssueViewSet(RowModelViewSet):
    """Issues: list, filter, search, sort, export, verbs, history."""

    model = Issue
    icon = "doc-full"
    menu_label = _("Journal issues")
    index_view_class = IssueIndexView
    add_view_class = VerbCreateView
    inspect_view_class = IssueInspectView
    inspect_template_name = "journal/admin/issue_inspect.html"
    verbs = VERBS
    filterset_class = IssueFilterSet
    list_display = [
        "__str__",
        Column("title", label=_("Theme"), sort_key="title"),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("published_on", _("Published on")),
        number_column("page_count", _("Pages")),
        number_column("print_run", _("Print run")),
    ]
    list_export = [
        "year",
        "number_label",
        "number_count",
        "title",
        "state_label",
        "month",
        "planned_on",
        "signed_on",
        "printed_on",
        "deposited_on",
        "published_on",
        "withdrawn_on",
        "page_count",
        "print_run",
    ]
    inspect_view_fields = [
        "title",
        "number_count",
        "month",
        "planned_on",
        "cover_date",
        "page_count",
        "print_run",
        "licence",
        "print_file",
        "signed_on",
        "signed_by",
        "printed_on",
        "deposited_on",
        "deposit_receipt",
        "published_on",
        "withdrawn_on",
        "withdrawal_reason",
        "is_public",
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("year"), FieldPanel("number"), FieldPanel("number_count")]),
            FieldPanel("title"),
            FieldRowPanel(
                [FieldPanel("month"), FieldPanel("planned_on"), FieldPanel("cover_date")]
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("page_count"), FieldPanel("print_run")]),
                    FieldPanel("licence"),
                ],
                heading=_("Print"),
            ),
            FieldPanel("print_file"),
            FieldPanel("is_public"),
        ],
        base_form_class=IssueForm,
    )
