"""The pages on which readers comment, report and rate; never kept by a cache."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lienhiep.core.open_forms import Limit, Limits, OpenFormView, reader_of, thanks
from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.news import actions
from lienhiep.news.addresses import article_url
from lienhiep.news.choices import CommentState
from lienhiep.news.comment_notices import comment_of, place_of, token_of
from lienhiep.news.forms.reader import (
    CommentForm,
    OwnCommentForm,
    RatingForm,
    ReportForm,
    SignedInCommentForm,
)
from lienhiep.news.models import Comment, NewsArticle, RatingVote
from lienhiep.news.rules import comments_are_shown, may_be_commented, may_still_be_changed
from lienhiep.news.stars import rating_of
from lienhiep.news.voices import threads_of

MINUTE, HOUR, DAY = 60, 3600, 86400

# A school: a thousand pupils behind one address write in one lesson. A robot writes without end.
COMMENTS = Limits(
    "comment",
    of_reader=(Limit(5, 10 * MINUTE), Limit(30, DAY)),
    of_address=(Limit(300, 10 * MINUTE), Limit(1500, HOUR)),
)
REPORTS = Limits("report", of_reader=(Limit(20, HOUR),), of_address=(Limit(300, HOUR),))
RATINGS = Limits(
    "rating", of_reader=(Limit(60, HOUR),), of_address=(Limit(120, MINUTE), Limit(1500, DAY))
)
THREADS_ON_A_PAGE = 30


class OfArticle(OpenFormView):
    """A form about an article on the site."""

    @cached_property
    def article(self) -> NewsArticle:
        """The article; one that is not on the site has no such page."""
        return get_object_or_404(
            NewsArticle.objects.open_to_readers().select_related("category"), pk=self.kwargs["pk"]
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the article and the way to it."""
        return super().get_context_data(**kwargs) | {
            "article": self.article,
            "article_url": article_url(self.article),
            "breadcrumbs": [
                {"label": _("News"), "url": reverse("news:index")},
                {"label": self.article.title, "url": article_url(self.article)},
                {"label": str(self.heading), "url": ""},
            ],
            "way_back": (article_url(self.article), self.article.title),
        }


class CommentsView(OfArticle):
    """All comments on an article, one's own, and the form for another."""

    template_name = "news/comments.html"
    heading = gettext_lazy("Comments on the article")
    button = gettext_lazy("Send the comment")
    limits = COMMENTS

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer that there is no such page where comments do not stand on the site."""
        if not comments_are_shown():
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self) -> Any:
        """Ask the name of who has not signed in only."""
        return SignedInCommentForm if self.request.user.is_authenticated else CommentForm

    @cached_property
    def answered(self) -> Comment | None:
        """The comment that is answered, if one is."""
        asked = self.request.GET.get("tra-loi", "")
        if not (asked.isascii() and asked.isdigit() and len(asked) < 19):
            return None
        return Comment.objects.shown().filter(article=self.article, pk=int(asked)).first()

    def record(self, form: Any) -> str:
        """Take the comment in."""
        user = self.request.user
        facts = form.facts()
        if user.is_authenticated:
            facts |= {"name": user.full_name}
        comment = actions.write_comment(
            article=self.article,
            parent=self.answered,
            by=user if user.is_authenticated else None,
            sender=self.sender,
            **facts,
        )
        return reverse("news:own_comment", args=[token_of(comment)]) + "?moi=1"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the comments that everybody sees, and those of this reader that wait."""
        found = threads_of(self.article)
        paginator = Paginator(found, THREADS_ON_A_PAGE)
        page = paginator.get_page(self.request.GET.get("trang"))
        return super().get_context_data(**kwargs) | {
            "threads": list(page.object_list),
            "page": page,
            "may_comment": may_be_commented(self.article),
            "answered": self.answered,
            "own": self._own(),
        }

    def _own(self) -> list[dict[str, Any]]:
        reader = reader_of(self.request)
        rows = Comment.objects.filter(article=self.article).exclude(state=CommentState.WITHDRAWN)
        if self.request.user.is_authenticated:
            rows = rows.filter(user=self.request.user)
        else:
            rows = rows.filter(edit_key=reader) if reader else rows.none()
        return [
            {"comment": one, "url": reverse("news:own_comment", args=[token_of(one)])}
            for one in rows.order_by("-written_at")[:20]
        ]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own_comment(request: HttpRequest, token: str) -> HttpResponse:
    """Let who holds its link see how a comment stands, change it, or take it back."""
    comment = Comment.objects.select_related("article").filter(pk=comment_of(token) or 0).first()
    if comment is None or comment.state == CommentState.WITHDRAWN:
        raise Http404
    user = request.user if request.user.is_authenticated else None
    may_change = may_still_be_changed(comment)
    form = OwnCommentForm(request.POST or None, initial={"text": comment.text})
    if request.method == "POST":
        if "withdraw" in request.POST:
            actions.withdraw_comment(comment=comment, by=user)
            return redirect("news:comment_withdrawn")
        if COMMENTS.admits(request, f"c{comment.pk}") and form.is_valid():
            try:
                actions.change_comment(comment=comment, text=form.cleaned_data["text"], by=user)
            except ValidationError as refusal:
                add_refusal(form, refusal)
            else:
                return redirect(f"{request.path}?sua=1")
        comment.refresh_from_db()
    context = {
        "comment": comment,
        "form": form,
        "may_change": may_change,
        "place": place_of(comment),
        "article_url": article_url(comment.article),
        "is_new": "moi" in request.GET,
        "is_changed": "sua" in request.GET,
        "noindex": True,
    }
    return render(request, "news/own_comment.html", context)


@require_safe
def comment_withdrawn(request: HttpRequest) -> HttpResponse:
    """Say that a comment was taken back."""
    return thanks(
        request,
        heading=_("Your comment has been taken back"),
        text=_("Its words, your name and your address have been deleted."),
        way_back=(reverse("news:index"), _("All news")),
    )


class ReportView(OpenFormView):
    """What is wrong with a comment."""

    template_name = "news/report_comment.html"
    form_class = ReportForm
    heading = gettext_lazy("Report a comment")
    button = gettext_lazy("Send your report")
    limits = REPORTS

    @cached_property
    def comment(self) -> Comment:
        """The comment; one that is not shown has no such page."""
        rows = Comment.objects.shown() if comments_are_shown() else Comment.objects.none()
        return get_object_or_404(rows.select_related("article"), pk=self.kwargs["pk"])

    def record(self, form: Any) -> str:
        """Take the report in."""
        actions.report_comment(comment=self.comment, reporter=self.sender, **form.facts())
        return reverse("news:comment_reported")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the comment."""
        return super().get_context_data(**kwargs) | {
            "comment": self.comment,
            "way_back": (place_of(self.comment), self.comment.article.title),
        }


@require_safe
def comment_reported(request: HttpRequest) -> HttpResponse:
    """Say that a report was received."""
    return thanks(
        request,
        heading=_("Your report has been received"),
        text=_("An editor will look at the comment. Thank you."),
        way_back=(reverse("news:index"), _("All news")),
    )


class RateView(OfArticle):
    """Stars for an article."""

    template_name = "news/rate.html"
    form_class = RatingForm
    heading = gettext_lazy("Rate this article")
    button = gettext_lazy("Send the rating")
    limits = RATINGS

    def about(self) -> object:
        """Count the votes on each article by themselves."""
        return self.article.pk

    def get_initial(self) -> dict[str, Any]:
        """Begin from this reader's vote, if there is one."""
        reader = self.reader
        vote = RatingVote.objects.filter(article=self.article, voter=reader).first()
        return {"stars": vote.stars} if reader and vote else {}

    def record(self, form: Any) -> str:
        """Take the vote in."""
        actions.rate_article(
            article=self.article, voter=self.sender, stars=form.cleaned_data["stars"]
        )
        return f"{reverse('news:rate', args=[self.article.pk])}?xong=1"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add how others have rated it."""
        return super().get_context_data(**kwargs) | {
            "rating": rating_of(self.article),
            "is_done": "xong" in self.request.GET,
        }
