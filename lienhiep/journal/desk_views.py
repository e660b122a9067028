"""The contributor's desk: my articles and their fate, and sending a manuscript."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe
from django.views.generic import FormView

from lienhiep.core.forms.once import OnceMixin
from lienhiep.core.period import today
from lienhiep.core.rules import policy_of, why_not
from lienhiep.core.rules.reasons import Refused
from lienhiep.core.views.receipt import moment_of, receipt
from lienhiep.core.viewsets.refusals import add_refusal
from lienhiep.journal.actions import Byline, answer_proof, receive_article
from lienhiep.journal.addresses import article_url
from lienhiep.journal.choices import Channel
from lienhiep.journal.forms.sending import ManuscriptForm, ProofAnswerForm
from lienhiep.journal.models import Article
from lienhiep.journal.querysets import ArticleQuerySet
from lienhiep.journal.tables import STATE_KINDS
from lienhiep.journal.trails import steps_of_article

PER_PAGE = 20


@login_required
@require_safe
def articles(request: HttpRequest) -> HttpResponse:
    """List what this person has sent, the newest first."""
    rows = _own(request).select_related("subject", "issue")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "articles": [
            {
                "url": reverse("journal:desk_article", args=[row.pk]),
                "article": row,
                "kind": STATE_KINDS[row.state],
            }
            for row in page
        ],
        "may_send": _may_send(request),
        "breadcrumbs": _breadcrumbs(),
    }
    return render(request, "journal/desk_articles.html", context)


@login_required
@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one of this person's articles: where it is, and why."""
    found = get_object_or_404(_own(request).select_related("subject", "issue"), pk=pk)
    context = {
        "article": found,
        "kind": STATE_KINDS[found.state],
        "trail": steps_of_article(found),
        "sent_at": moment_of(found, "journal.receive_article"),
        "may_answer": _may_answer(request, found),
        "public_url": article_url(found) if found.is_open_to_readers else "",
        "breadcrumbs": _breadcrumbs(found.title),
    }
    return render(request, "journal/desk_article.html", context)


@login_required
@require_safe
def article_receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the confirmation that a manuscript was received."""
    found = get_object_or_404(_own(request).select_related("subject", "issue"), pk=pk)
    return receipt(
        request,
        title=_("Confirmation of receipt of a manuscript"),
        record=found,
        verb="journal.receive_article",
        facts=[
            (_("Title"), found.title),
            (_("Contributors"), ", ".join(str(author.person) for author in found.authors.all())),
            (_("Journal subject"), found.subject),
            (_("Received on"), found.received_on),
            (
                pgettext("journal", "Manuscript"),
                found.manuscript.name if found.manuscript else None,
            ),
        ],
        back=reverse("journal:desk_article", args=[found.pk]),
        breadcrumbs=_breadcrumbs(found.title),
    )


class SendView(LoginRequiredMixin, OnceMixin, FormView):
    """Takes in a manuscript with its file, each form once; the office answers it."""

    form_class = ManuscriptForm
    template_name = "journal/desk_send.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse, with the reason, whoever may not send a manuscript."""
        if request.user.is_authenticated and not _may_send(request):
            raise Refused(why_not(request.user, "receive_article", Article))
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: ManuscriptForm) -> HttpResponse:
        """Receive the manuscript in the name of the contributor."""
        try:
            received = receive_article(
                **form.cleaned_data,
                authors=[Byline(self.request.user.person)],
                on=today(),
                channel=Channel.DESK,
                by=self.request.user,
            )
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(
            self.request, _("“%(title)s” has reached the office.") % {"title": received.title}
        )
        return redirect("journal:desk_article", pk=received.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say where one is."""
        return super().get_context_data(breadcrumbs=_breadcrumbs(_("Send a manuscript")), **kwargs)


class ProofView(LoginRequiredMixin, OnceMixin, FormView):
    """Shows the proof of an article to its contributor and takes the answer, while one is owed."""

    form_class = ProofAnswerForm
    template_name = "journal/desk_proof.html"

    @cached_property
    def article(self) -> Article:
        """The article, one of this person's own."""
        return get_object_or_404(
            _own(self.request).select_related("subject", "issue"), pk=self.kwargs["pk"]
        )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Lead to the article where no answer is owed any more."""
        if request.user.is_authenticated and not _may_answer(request, self.article):
            return redirect("journal:desk_article", pk=self.article.pk)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: ProofAnswerForm) -> HttpResponse:
        """Pass the answer on to the office."""
        remarks = form.cleaned_data["remarks"]
        try:
            answer_proof(article=self.article, on=today(), remarks=remarks, by=self.request.user)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        messages.success(self.request, _("Your answer has reached the office."))
        return redirect("journal:desk_article", pk=self.article.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Show the text that is going to be printed."""
        return super().get_context_data(
            article=self.article, breadcrumbs=_breadcrumbs(self.article.title), **kwargs
        )


def _may_answer(request: HttpRequest, article: Article) -> bool:
    return policy_of(Article).may(request.user, "answer_proof", article)


def _own(request: HttpRequest) -> ArticleQuerySet:
    """Return this person's own articles; whoever is no person on record has none."""
    if request.user.person_id is None:
        return Article.objects.none()
    return (
        Article.objects.visible_to(request.user)
        .by_person(request.user.person_id)
        .prefetch_related("authors__person")
        .order_by("-received_on", "-pk")
    )


def _may_send(request: HttpRequest) -> bool:
    return request.user.person_id is not None and policy_of(Article).may(
        request.user, "receive_article"
    )


def _breadcrumbs(here: str = "") -> list[dict[str, str]]:
    crumbs = [
        {"label": _("My desk"), "url": reverse("desk:desk")},
        {"label": _("My articles"), "url": reverse("journal:desk") if here else ""},
    ]
    return [*crumbs, {"label": here, "url": ""}] if here else crumbs
