"""What waits: a breach of which the authority must know, a record that is to be filed anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.core.principals import principals
from lienhiep.core.reference import value_on
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.waiting import Waiting, waits
from lienhiep.privacy.models import Breach, Dossier
from lienhiep.privacy.reference_codes import DOSSIER_DAYS
from lienhiep.privacy.rules import KEEPERS, READERS
from lienhiep.privacy.trails import clock

ROOM = "privacy"


@waits
def breaches_to_tell(user: Any, on: date) -> Iterator[Waiting]:
    """Yield the breaches of which the authority does not know, and those to close."""
    if not principals(user, on) & READERS:
        return
    for breach in Breach.objects.open():
        told = breach.authority_told_at is not None
        words = _("Close the breach: %(breach)s") if told else _("Tell the authority: %(breach)s")
        said = words % {"breach": breach}
        yield Waiting(
            what=said if told else f"{said} ({clock(breach)})",
            since=timezone.localtime(breach.found_at).date(),
            due=None if told else timezone.localtime(breach.tell_by).date(),
            url=admin_row_url(breach) or "",
            room=ROOM,
            record=breach,
        )


@waits
def record_to_file_anew(user: Any, on: date) -> Iterator[Waiting]:
    """Yield the record of processing when it was filed long ago; the first filing waits never."""
    days = value_on(DOSSIER_DAYS, on, default=None)
    newest = Dossier.objects.order_by("-filed_on").first()
    if days is None or newest is None or not principals(user, on) & KEEPERS:
        return
    due = newest.filed_on + timedelta(days=days)
    if due <= on:
        yield Waiting(
            what=_("File the record of processing anew"),
            since=newest.filed_on,
            due=due,
            url=reverse("privacy_register"),
            room=ROOM,
            record=newest,
        )
