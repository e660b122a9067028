"""Questions of readers with the answers of the Union."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from lienhiep.core.open_forms import Limit, Limits, OpenFormView, thanks
from lienhiep.core.structured_data import absolute
from lienhiep.core.structured_lists import collection
from lienhiep.portal.actions import ask_question
from lienhiep.portal.choices import QuestionState
from lienhiep.portal.models import Question, QuestionCategory
from lienhiep.portal.question_forms import QuestionForm

ON_A_PAGE = 20
BESIDE = 5
"""Questions of the same field under one."""

QUESTIONS = Limits(
    "question", of_reader=(Limit(5, 3600),), of_address=(Limit(40, 3600), Limit(200, 86400))
)


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """List what was answered, the newest first; of one field where one is asked for."""
    fields = list(
        QuestionCategory.objects.annotate(
            number=Count("questions", filter=Q(questions__state=QuestionState.PUBLISHED))
        ).filter(number__gt=0)
    )
    rows = Question.objects.published().select_related("category")
    slug = request.GET.get("linh-vuc", "")
    chosen = next((one for one in fields if one.slug == slug), None)
    if slug and chosen is None:
        raise Http404
    if chosen:
        rows = rows.filter(category=chosen)
    paginator = Paginator(rows, ON_A_PAGE)
    page = paginator.get_page(request.GET.get("trang"))
    lines = [(one.title, one.get_absolute_url()) for one in page]
    context = {
        "page": page,
        "fields": _tabs(fields, chosen),
        "fields_label": _("Fields of questions"),
        "chosen": chosen,
        "structured": collection(name=_("Questions and answers"), url=request.path, items=lines),
        "page_description": _("What readers ask, and what the Union answers."),
        "breadcrumbs": [{"label": _("Questions and answers"), "url": ""}],
    }
    return render(request, "portal/questions.html", context)


def _tabs(fields: list[QuestionCategory], chosen: QuestionCategory | None) -> list[dict[str, Any]]:
    """Return the ways to each field, and to all; none where there is nothing to choose."""
    if not fields:
        return []
    here = reverse("portal:questions")
    return [
        {"label": _("All fields"), "url": here, "active": chosen is None},
        *(
            {
                "label": one.name,
                "url": f"{here}?linh-vuc={one.slug}",
                "active": one == chosen,
                "count": one.number,
            }
            for one in fields
        ),
    ]


@require_safe
def question(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Show a question with its answer."""
    rows = Question.objects.published().select_related("category")
    found = get_object_or_404(rows, pk=pk)
    if request.path != found.get_absolute_url():
        return redirect(found, permanent=True)
    beside = Question.objects.published().exclude(pk=found.pk)
    if found.category_id:
        beside = beside.filter(category=found.category_id)
    context = {
        "question": found,
        "beside": beside[:BESIDE],
        "structured": _structured(found),
        "page_description": strip_tags(found.answer)[:200],
        "breadcrumbs": [
            {"label": _("Questions and answers"), "url": reverse("portal:questions")},
            {"label": found.title, "url": ""},
        ],
    }
    return render(request, "portal/question.html", context)


def _structured(found: Question) -> dict[str, Any]:
    return {
        "@type": "QAPage",
        "mainEntity": {
            "@type": "Question",
            "name": found.title,
            "text": found.text or found.title,
            "answerCount": 1,
            "dateCreated": found.asked_at,
            "acceptedAnswer": {
                "@type": "Answer",
                "text": strip_tags(found.answer),
                "dateCreated": found.published_at,
                "url": absolute(found.get_absolute_url()),
                "upvoteCount": 0,
                "author": {"@type": "Organization", "name": found.answered_as},
            },
        },
    }


class AskView(OpenFormView):
    """Asking."""

    form_class = QuestionForm
    limits = QUESTIONS
    heading = gettext_lazy("Ask a question")
    explanation = gettext_lazy(
        "The question and its answer are shown here, so that others have something of it too. "
        "For private things, write to the office."
    )
    button = gettext_lazy("Send the question")

    def record(self, form: Any) -> str:
        """Take the question in."""
        user = self.request.user
        ask_question(**form.facts(), by=user if user.is_authenticated else None)
        return reverse("portal:question_thanks")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the way here."""
        return super().get_context_data(**kwargs) | {
            "breadcrumbs": [
                {"label": _("Questions and answers"), "url": reverse("portal:questions")},
                {"label": str(self.heading), "url": ""},
            ],
            "way_back": (reverse("portal:questions"), _("Back to the questions")),
        }


@require_safe
def question_thanks(request: HttpRequest) -> HttpResponse:
    """Say that a question came in."""
    return thanks(
        request,
        heading=_("Your question has come in"),
        text=_("It is shown here once it is answered. Who left an e-mail address is told."),
        way_back=(reverse("portal:questions"), _("Back to the questions")),
    )
