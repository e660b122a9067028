"""What the portal keeps about a person: the letters that they wrote to the office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.erasing import Place, empty_history
from lienhiep.core.history import verb
from lienhiep.core.period import Period
from lienhiep.core.personal import Erasure, PersonalDatum, keeps_personal_data
from lienhiep.core.processing import Processing, count_of, processes
from lienhiep.core.retention import RetentionRule, forgets
from lienhiep.directory.models import Person
from lienhiep.portal.choices import ContactState
from lienhiep.portal.models import ContactMessage

FIELDS = (
    ("name", gettext_lazy("Name under a letter to the office")),
    ("email", gettext_lazy("E-mail address under a letter to the office")),
    ("phone", gettext_lazy("Telephone under a letter to the office")),
    ("organisation", gettext_lazy("Organisation under a letter to the office")),
    ("subject", gettext_lazy("Subject of a letter to the office")),
    ("text", gettext_lazy("Words of a letter to the office")),
    ("answer", gettext_lazy("Answer of the office to a letter")),
)
DAYS_KEPT = 2 * 365
DAYS_OF_SPAM = 30


@keeps_personal_data
def letters_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the letters that came from a person's address."""
    if not isinstance(person, Person) or not person.email:
        return
    for letter in ContactMessage.objects.filter(email__iexact=person.email):
        for field, label in FIELDS:
            if value := getattr(letter, field):
                yield PersonalDatum(
                    record=letter,
                    field=field,
                    label=label,
                    purpose=_("Answering a letter."),
                    retention=_("Two years from the answer."),
                    value=value,
                    erase=lambda erasure, letter=letter: _erased(letter, erasure),
                    identifies=field in ("name", "email", "phone"),
                )


def _erased(letter: ContactMessage, erasure: Erasure) -> None:
    fresh = ContactMessage.objects.get(pk=letter.pk)
    if fresh.email:
        _empty(fresh, erasure.pseudonym)


def _empty(letter: ContactMessage, name: str = "…") -> None:
    """Forget who wrote and what; that a letter came and was answered stays."""
    for field, _label in FIELDS:
        setattr(letter, field, "")
    letter.name, letter.subject, letter.text = name, "…", "…"
    letter.save()


def _due(on: date) -> models.QuerySet:
    begin, _end = Period.between(on, on).datetimes()
    over = [ContactState.ANSWERED, ContactState.CLOSED]
    old = Q(state__in=over, closed_at__lt=begin - timedelta(days=DAYS_KEPT))
    spam = Q(state=ContactState.SPAM, closed_at__lt=begin - timedelta(days=DAYS_OF_SPAM))
    return ContactMessage.objects.filter(old | spam).exclude(email="").order_by("pk")


def _forget(letter: ContactMessage, by: Any, reason: str) -> None:
    with verb("portal.forget_letter", by=by, about=letter, reason=reason):
        _empty(letter)
    empty_history([Place(letter, field, True) for field, _label in FIELDS], "…")


forgets(
    RetentionRule(
        code="portal.letters",
        label=gettext_lazy("Letters of readers"),
        kept=gettext_lazy("Two years from the answer; advertising a month"),
        due=_due,
        forget=_forget,
    )
)

processes(
    Processing(
        code="portal.letters",
        label=gettext_lazy("Letters of readers"),
        purpose=gettext_lazy("Answering who writes to the office"),
        people=gettext_lazy("Readers who write"),
        data=gettext_lazy("Name, e-mail address, telephone and organisation where given, words"),
        fields=tuple(f"portal.contactmessage.{field}" for field, _label in FIELDS),
        basis=gettext_lazy("At the request of the person: an answer is asked for"),
        recipients=gettext_lazy("The office, and whom a letter was given to"),
        retention=gettext_lazy("Two years from the answer; advertising a month"),
        count=count_of("portal.contactmessage"),
    )
)
