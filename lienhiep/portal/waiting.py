"""Which letters wait for whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from lienhiep.accounts.choices import Role
from lienhiep.core.period import local_day
from lienhiep.core.principals import principals, role_key
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.waiting import Waiting, waits
from lienhiep.portal.choices import ContactState
from lienhiep.portal.models import ContactMessage, Question

ANSWERERS = {role_key(Role.OFFICE_MANAGER), role_key(Role.EDITOR)}
OFFICE = {role_key(Role.OFFICE_MANAGER), role_key(Role.RECORDS_CLERK)}


@waits
def letters_to_give_out(user: Any, on: date) -> Iterator[Waiting]:
    """Yield letters that nobody has read yet, to the office."""
    if not principals(user, on) & OFFICE:
        return
    for letter in ContactMessage.objects.waiting().filter(state=ContactState.NEW):
        what = _("Answer or give out “%(subject)s”") % {"subject": letter.subject}
        yield _item(letter, what)


@waits
def letters_to_answer(user: Any, on: date) -> Iterator[Waiting]:
    """Yield letters to whom they were given."""
    for letter in ContactMessage.objects.waiting().filter(assigned_to=user):
        yield _item(letter, _("Answer “%(subject)s”") % {"subject": letter.subject})


@waits
def questions_to_answer(user: Any, on: date) -> Iterator[Waiting]:
    """Yield questions of readers that nobody has answered yet."""
    if not principals(user, on) & ANSWERERS:
        return
    for question in Question.objects.waiting():
        yield Waiting(
            what=_("Answer the question “%(title)s”") % {"title": question.title},
            since=local_day(question.asked_at),
            due=None,
            url=admin_row_url(question) or "",
            room="portal",
        )


def _item(letter: ContactMessage, what: str) -> Waiting:
    return Waiting(
        what=what,
        since=local_day(letter.received_at),
        due=letter.due_on,
        url=admin_row_url(letter) or "",
        room="portal",
    )
