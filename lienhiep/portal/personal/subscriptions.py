"""The addresses to which the digest goes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.history import verb
from lienhiep.core.period import Period
from lienhiep.core.personal import PersonalDatum, keeps_personal_data
from lienhiep.core.processing import Processing, count_of, processes
from lienhiep.core.retention import RetentionRule, forgets
from lienhiep.directory.models import Person
from lienhiep.portal.choices import SubscriptionState
from lienhiep.portal.models import Subscription

DAYS_UNCONFIRMED, DAYS_ENDED = 7, 30


@keeps_personal_data
def subscriptions_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the subscription of a person's address."""
    if not isinstance(person, Person) or not person.email:
        return
    for row in Subscription.objects.filter(email__iexact=person.email):
        yield PersonalDatum(
            record=row,
            field="email",
            label=gettext_lazy("Address to which the digest goes"),
            purpose=_("Sending the digest that its owner asked for."),
            retention=_("A month from the end of the subscription."),
            value=row.email,
            erase=lambda _erasure, row=row: _forget(row, None, ""),
            identifies=True,
        )


def _due(on: date) -> models.QuerySet:
    begin, _end = Period.between(on, on).datetimes()
    unconfirmed = Q(
        state=SubscriptionState.ASKED, asked_at__lt=begin - timedelta(days=DAYS_UNCONFIRMED)
    )
    ended = Q(state=SubscriptionState.ENDED, ended_at__lt=begin - timedelta(days=DAYS_ENDED))
    return Subscription.objects.filter(unconfirmed | ended).order_by("pk")


def _forget(row: Subscription, by: Any, reason: str) -> None:
    with verb("portal.forget_subscription", by=by, about=row, reason=reason):
        Subscription.objects.get(pk=row.pk).delete()


forgets(
    RetentionRule(
        code="portal.subscriptions",
        label=gettext_lazy("Addresses of the digest"),
        kept=gettext_lazy("A week where not confirmed; a month from the end"),
        due=_due,
        forget=_forget,
    )
)

processes(
    Processing(
        code="portal.subscriptions",
        label=gettext_lazy("The digest by e-mail"),
        purpose=gettext_lazy("Sending what is new on the site to those who asked for it"),
        people=gettext_lazy("Readers who asked for the digest"),
        data=gettext_lazy("E-mail address"),
        fields=("portal.subscription.email",),
        basis=gettext_lazy("Consent, confirmed by mail and withdrawn by a link in each mail"),
        recipients=gettext_lazy("Editors and the administrator"),
        retention=gettext_lazy("A month from the end of the subscription"),
        count=count_of("portal.subscription"),
    )
)
