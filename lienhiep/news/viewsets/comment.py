"""Comments in the back office: the queue, the register, unwelcome words, the rules."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb
from lienhiep.core.viewsets.columns import moment_column, number_column, state_column
from lienhiep.core.viewsets.guard import guarded_pattern
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.news import actions
from lienhiep.news.filters import CommentFilterSet
from lienhiep.news.forms.moderation import AnswerForm, BulkForm
from lienhiep.news.models import Comment, CommentSettings, CommentWord
from lienhiep.news.rules import comments_are_lawful, comments_are_shown
from lienhiep.news.tables import COMMENT_KINDS

IN_QUEUE = 25

VERBS = [
    RowVerb(
        "show_comment",
        gettext_lazy("Let the comment show"),
        actions.show_comment,
        "comment",
        icon="check",
        done=gettext_lazy("The comment stands on the site."),
    ),
    RowVerb(
        "answer_comment",
        gettext_lazy("Answer the comment"),
        actions.answer_comment,
        "comment",
        form_class=AnswerForm,
        icon="comment",
        explanation=gettext_lazy("The answer stands below it at once, in the editors' name."),
    ),
    RowVerb(
        "settle_reports",
        gettext_lazy("Nothing is wrong with it"),
        actions.settle_reports,
        "comment",
        icon="check",
        explanation=gettext_lazy("The reports are settled; the comment stays as it is."),
        shown=lambda comment: comment.reports.filter(settled_at=None).exists(),
    ),
    RowVerb(
        "refuse_comment",
        gettext_lazy("Do not show the comment"),
        actions.refuse_comment,
        "comment",
        form_class=ReasonForm,
        icon="cross",
        explanation=gettext_lazy("Its writer reads the reason, where they asked to be told."),
    ),
    RowVerb(
        "erase_comment",
        gettext_lazy("Erase the comment"),
        actions.erase_comment,
        "comment",
        form_class=ReasonForm,
        icon="bin",
        explanation=gettext_lazy(
            "Because its writer asked: name, address and words are gone for good."
        ),
        serious=True,
    ),
]


class CommentIndexView(RowIndexView):
    """The register of comments, with open reports counted."""

    @cached_property
    def header_buttons(self) -> list[Any]:
        """Lead to the queue."""
        url = reverse(f"{self.index_url_name.split(':')[0]}:queue")
        return [HeaderButton(_("Comments that wait"), url=url, icon_name="list-ul")]

    def get_base_queryset(self) -> models.QuerySet:
        """Count the open reports in the same question."""
        open_reports = Count("reports", filter=Q(reports__settled_at=None))
        return super().get_base_queryset().annotate(report_count=open_reports)


class CommentQueueView(WagtailAdminTemplateMixin, TemplateView):
    """What waits, in full, to be decided in one go."""

    template_name = "news/admin/comment_queue.html"
    page_title = gettext_lazy("Comments that wait")
    header_icon = "comment"
    index_url_name = ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the register."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": _("Readers' comments")},
            {"url": "", "label": str(self.page_title)},
        ]

    def _rows(self) -> models.QuerySet:
        rows = Comment.objects.visible_to(self.request.user)
        waiting = Q(state="waiting")
        reported = Q(pk__in=Comment.objects.reported().filter(state="shown").values("pk"))
        return (
            rows.filter(waiting | reported)
            .select_related("article", "parent")
            .prefetch_related("reports")
            .order_by("written_at", "pk")
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the page of the queue."""
        page = Paginator(self._rows(), IN_QUEUE).get_page(self.request.GET.get("p"))
        form = kwargs.pop("form", None) or BulkForm()
        return super().get_context_data(**kwargs) | {
            "page_obj": page,
            "form": form,
            "is_lawful": comments_are_lawful(),
            "is_shown": comments_are_shown(),
            "ticked": set(self.request.POST.getlist("comments")),
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        """Decide on what was ticked."""
        form = BulkForm(request.POST)
        ticked = [int(pk) for pk in request.POST.getlist("comments") if pk.isdecimal()]
        rows = list(self._rows().filter(pk__in=ticked))
        if not rows:
            messages.error(request, _("Tick the comments on which you decide."))
        elif form.is_valid():
            try:
                self._decide(rows, form.cleaned_data)
            except ValidationError as refusal:
                for name, errors in refusal.message_dict.items():
                    form.add_error(name if name in form.fields else None, errors)
            else:
                return redirect(request.get_full_path())
        return self.render_to_response(self.get_context_data(form=form))

    def _decide(self, rows: list[Comment], said: dict[str, Any]) -> None:
        by = self.request.user
        if said["what"] == "show":
            # One that shows already was reported, and is found good.
            for row in rows:
                if row.is_shown:
                    actions.settle_reports(comment=row, by=by)
            done = actions.show_all(comments=rows, by=by)
            text = ngettext("%(n)s comment shown.", "%(n)s comments shown.", done)
        else:
            done = actions.refuse_all(comments=rows, reason=said["reason"], by=by)
            text = ngettext("%(n)s comment kept back.", "%(n)s comments kept back.", done)
        messages.success(self.request, text % {"n": done})


class CommentViewSet(RowModelViewSet):
    """Comments: the queue, the register, verbs, history."""

    model = Comment
    icon = "comment"
    menu_label = gettext_lazy("Readers' comments")
    index_view_class = CommentIndexView
    filterset_class = CommentFilterSet
    verbs = VERBS
    list_display = [
        Column("__str__", label=gettext_lazy("Comment")),
        Column("text", label=gettext_lazy("Text of the comment"), accessor="short_text"),
        Column("name", label=gettext_lazy("Name"), sort_key="name"),
        Column("article", label=gettext_lazy("News article")),
        state_column(COMMENT_KINDS, sort_key="state"),
        moment_column("written_at", gettext_lazy("Written at")),
        number_column("report_count", gettext_lazy("Reports")),
    ]
    list_export = ["article", "name", "text", "state_label", "written_at", "refusal_reason"]
    inspect_view_fields = [
        "text",
        "article",
        "parent",
        "name",
        "email",
        "wants_mail",
        "user",
        "state_label",
        "marks_in_words",
        "open_reports",
        "written_at",
        "edited_at",
        "decided_at",
        "decided_by",
        "refusal_reason",
        "imported_id",
    ]
    form_fields = ["text"]

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the queue, open to who decides."""
        view = CommentQueueView.as_view(index_url_name=self.get_url_name("index"))
        queue = guarded_pattern(path("queue/", view, name="queue"), self.model, "show_comment")
        return [*super().get_urlpatterns(), queue]


class CommentWordViewSet(RowModelViewSet):
    """Unwelcome words."""

    model = CommentWord
    icon = "warning"
    menu_label = gettext_lazy("Unwelcome words")
    list_display = [
        "word",
        BooleanColumn("refuses", label=gettext_lazy("Comments that have it are not taken")),
    ]
    list_export = ["word", "refuses"]
    inspect_view_fields = ["word", "refuses"]
    panels = [FieldPanel("word"), FieldPanel("refuses")]


class CommentSettingsViewSet(RowModelViewSet):
    """The rules for comments."""

    model = CommentSettings
    icon = "cog"
    menu_label = gettext_lazy("Rules for comments")
    list_display = [
        "__str__",
        BooleanColumn("is_open", label=gettext_lazy("Readers may comment")),
    ]
    list_export = ["is_open", "closes_after_days", "edit_minutes", "most_links"]
    inspect_view_fields = ["is_open", "closes_after_days", "edit_minutes", "most_links"]
    form_fields = ["is_open", "closes_after_days", "edit_minutes", "most_links"]
