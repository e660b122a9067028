"""Questions that a person asked the Union on the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.erasing import Place, Traces, empty_history, former_values, scrub
from lienhiep.core.history import verb
from lienhiep.core.period import Period
from lienhiep.core.personal import Erasure, PersonalDatum, keeps_personal_data
from lienhiep.core.processing import Processing, count_of, processes
from lienhiep.core.retention import RetentionRule, forgets
from lienhiep.directory.models import Person
from lienhiep.portal.choices import QuestionState
from lienhiep.portal.models import Question

FIELDS = (
    ("name", gettext_lazy("Name of who asked a question")),
    ("email", gettext_lazy("E-mail address of who asked a question")),
    ("place", gettext_lazy("Where the asker of a question lives")),
)
DAYS_KEPT = 365


@keeps_personal_data
def questions_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield what questions from a person's address say of them."""
    if not isinstance(person, Person) or not person.email:
        return
    for question in Question.objects.filter(email__iexact=person.email):
        for field, label in FIELDS:
            if value := getattr(question, field):
                yield PersonalDatum(
                    record=question,
                    field=field,
                    label=label,
                    purpose=_("Answering a question on the site."),
                    retention=_("A year from the decision."),
                    value=value,
                    erase=lambda erasure, question=question: _erased(question, erasure),
                    identifies=field != "place",
                )


def _erased(question: Question, erasure: Erasure) -> None:
    del erasure  # what stays names nobody
    _empty(Question.objects.get(pk=question.pk))


def _empty(question: Question) -> None:
    """Forget who asked; what was turned down goes too, an answered question stays."""
    question.name = question.email = question.place = ""
    question.shows_name = False
    if question.state == QuestionState.REFUSED:
        question.title, question.text, question.answer = "…", "", ""
    question.save()


def _due(on: date) -> models.QuerySet:
    begin, _end = Period.between(on, on).datetimes()
    decided = [QuestionState.PUBLISHED, QuestionState.REFUSED]
    old = Question.objects.filter(
        state__in=decided, decided_at__lt=begin - timedelta(days=DAYS_KEPT)
    )
    named = ~Q(email="") | (~Q(name="") & Q(shows_name=False))
    return old.filter(named | Q(state=QuestionState.REFUSED) & ~Q(title="…")).order_by("pk")


def _forget(question: Question, by: Any, reason: str) -> None:
    refused = question.state == QuestionState.REFUSED
    places = [Place(question, field, True) for field in ("title", "text")]
    words = {question.title, question.text, *former_values(places)}
    with verb("portal.forget_asker", by=by, about=question, reason=reason):
        # A name that its owner wanted shown stays with the question; the address goes.
        shown = question.name if question.shows_name and not refused else ""
        shown_place = question.place if not refused else ""
        _empty(question)
        if shown or shown_place:
            question.name, question.place, question.shows_name = shown, shown_place, bool(shown)
            question.save()
    if refused:
        empty_history(places, "…")
        scrub([question], Traces.of(words, "…"))  # its name stood over each entry


forgets(
    RetentionRule(
        code="portal.questions",
        label=gettext_lazy("Who asked questions on the site"),
        kept=gettext_lazy("A year from the answer; a name that its owner wanted shown stays"),
        due=_due,
        forget=_forget,
    )
)

processes(
    Processing(
        code="portal.questions",
        label=gettext_lazy("Questions of readers"),
        purpose=gettext_lazy("Answering questions on the site, and telling who asked"),
        people=gettext_lazy("Readers who ask"),
        data=gettext_lazy("Name, place and e-mail address, each where given"),
        fields=tuple(f"portal.question.{field}" for field, _label in FIELDS),
        basis=gettext_lazy("At the request of the person: an answer is asked for"),
        recipients=gettext_lazy("The office; a name only where its owner wants it shown"),
        retention=gettext_lazy("A year from the answer"),
        count=count_of("portal.question"),
    )
)
