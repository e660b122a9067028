"""The contributor's desk of the news: my pieces and what became of them, and writing one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import FormView

from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.rules import policy_of, why_not
from lienhiep.core.rules.reasons import Refused
from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.news.actions import change_piece, submit_article, take_piece_back, write_piece
from lienhiep.news.addresses import article_url
from lienhiep.news.choices import ArticleState
from lienhiep.news.forms.piece import PieceForm
from lienhiep.news.models import NewsArticle
from lienhiep.news.querysets import NewsArticleQuerySet
from lienhiep.news.reading import reads_facts
from lienhiep.news.tables import STATE_KINDS
from lienhiep.news.trails import steps_of_article
from lienhiep.news.wording import paragraphs_of, text_of

PER_PAGE = 20


@login_required
@require_safe
def pieces(request: HttpRequest) -> HttpResponse:
    """List what this person has written, the newest first."""
    page = Paginator(_own(request).defer("body"), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "pieces": [
            {
                "url": reverse("news:desk_piece", args=[row.pk]),
                "article": row,
                "kind": STATE_KINDS[row.state],
            }
            for row in page
        ],
        "may_write": _may_write(request),
        "breadcrumbs": _breadcrumbs(),
    }
    return render(request, "news/desk_pieces.html", context)


@login_required
@require_safe
def piece(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one of this person's pieces: where it is, what the editors say, what can be done."""
    found = get_object_or_404(_own(request), pk=pk)
    draft = found.get_latest_revision_as_object() if not found.live else found
    may = policy_of(NewsArticle).may
    context = {
        "article": found,
        "draft": draft,
        "kind": STATE_KINDS[found.state],
        "trail": steps_of_article(found),
        "remarks": found.review_remarks if found.state == ArticleState.RETURNED else "",
        "withdrawn": found.withdrawal_reason,
        "paragraphs": paragraphs_of(text_of([(one.block_type, one.value) for one in draft.body])),
        "may_change": may(request.user, "change_piece", found),
        "may_submit": may(request.user, "submit_article", found),
        "may_take_back": may(request.user, "take_piece_back", found),
        "public_url": article_url(found) if found.is_open_to_readers else "",
        "reads": reads_facts(found).get("reads"),
        "breadcrumbs": _breadcrumbs(found.title),
    }
    return render(request, "news/desk_piece.html", context)


@login_required
@require_POST
def move_piece(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Send a piece to the editors, or take it back from them."""
    found = get_object_or_404(_own(request), pk=pk)
    name = {"gui": "submit_article", "rut": "take_piece_back"}[verb]
    if not policy_of(NewsArticle).may(request.user, name, found):
        raise Refused(why_not(request.user, name, found))
    try:
        if verb == "gui":
            submit_article(article=found, by=request.user)
            messages.success(request, _("The piece is with the editors now."))
        else:
            take_piece_back(article=found, by=request.user)
            messages.success(request, _("The piece is yours again."))
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return redirect("news:desk_piece", pk=found.pk)


class WriteView(LoginRequiredMixin, OnceMixin, FormView):
    """Writes a piece: kept as a draft, or sent to the editors at once."""

    form_class = PieceForm
    template_name = "news/desk_write.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse, with the reason, whoever may not write."""
        if request.user.is_authenticated and not self.may():
            raise Refused(why_not(request.user, "write_piece", NewsArticle))
        return super().dispatch(request, *args, **kwargs)

    def may(self) -> bool:
        """Return whether this person may do it."""
        return _may_write(self.request)

    def written(self, form: PieceForm) -> NewsArticle:
        """Write down what was typed."""
        return write_piece(piece=form.piece(), by=self.request.user)

    def form_valid(self, form: PieceForm) -> HttpResponse:
        """Keep the piece, and send it where that was asked."""
        try:
            is_sent = self.request.POST.get("what") == "send"
            with transaction.atomic():  # what cannot be sent is not kept by halves either
                article = self.written(form)
                if is_sent:
                    submit_article(article=article, by=self.request.user)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(
            self.request,
            _("The piece is with the editors now.") if is_sent else _("The draft is kept."),
        )
        return redirect("news:desk_piece", pk=article.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say where one is."""
        heading = _("Write a piece")
        return {"heading": heading, "breadcrumbs": _breadcrumbs(heading)} | (
            super().get_context_data(**kwargs)
        )


class ChangeView(WriteView):
    """Works over a piece that was not sent yet, or came back."""

    @cached_property
    def article(self) -> NewsArticle:
        """The piece, one of this person's own."""
        return get_object_or_404(_own(self.request), pk=self.kwargs["pk"])

    def may(self) -> bool:
        """Return whether it is still this person's to change."""
        return policy_of(NewsArticle).may(self.request.user, "change_piece", self.article)

    def written(self, form: PieceForm) -> NewsArticle:
        """Write the changes down."""
        change_piece(article=self.article, piece=form.piece(), by=self.request.user)
        return self.article

    def get_form_kwargs(self) -> dict[str, Any]:
        """Begin with the newest draft."""
        return super().get_form_kwargs() | {"article": self.article.get_latest_revision_as_object()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say which piece it is, and what the editors say of it."""
        return super().get_context_data(**kwargs) | {
            "heading": _("Work over the piece"),
            "remarks": self.article.review_remarks,
            "article": self.article,
            "breadcrumbs": _breadcrumbs(self.article.title),
        }


def _own(request: HttpRequest) -> NewsArticleQuerySet:
    return (
        NewsArticle.objects.visible_to(request.user)
        .filter(submitted_by=request.user)
        .select_related("category", "latest_revision")
        .order_by("-pk")
    )


def _may_write(request: HttpRequest) -> bool:
    return policy_of(NewsArticle).may(request.user, "write_piece")


def _breadcrumbs(here: str = "") -> list[dict[str, str]]:
    crumbs = [
        {"label": _("My desk"), "url": reverse("desk:desk")},
        {"label": _("My pieces for the site"), "url": reverse("news:desk") if here else ""},
    ]
    return [*crumbs, {"label": here, "url": ""}] if here else crumbs
