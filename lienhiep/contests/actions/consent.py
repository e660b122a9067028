"""Recording what an author agreed to, beside the entry itself."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from lienhiep.accounts.actions import record_consent
from lienhiep.accounts.choices import ConsentChannel, ConsentGiver
from lienhiep.accounts.models import Consent, User
from lienhiep.contests.consent_texts import TEXT_VERSION, TEXTS
from lienhiep.directory.models import Person


class ConsentGiven(NamedTuple):
    """What was agreed to, by whom, and how it reached the office."""

    purposes: frozenset[str]
    given_by: str = ConsentGiver.SELF
    giver_name: str = ""
    channel: str = ConsentChannel.PAPER
    given_at: datetime | None = None


def record_consents(*, person: Person, given: ConsentGiven, by: User | None) -> None:
    """Record each purpose by itself; a consent to the same text that stands is left as it is."""
    standing = set(
        Consent.objects.in_force()
        .filter(person=person, text_version=TEXT_VERSION, given_by=given.given_by)
        .values_list("purpose", flat=True)
    )
    for purpose in sorted(given.purposes - standing):
        record_consent(
            purpose=purpose,
            text=str(TEXTS[purpose]),
            text_version=TEXT_VERSION,
            person=person,
            user=getattr(person, "account", None),
            channel=given.channel,
            given_by=given.given_by,
            giver_name=given.giver_name,
            given_at=given.given_at,
            by=by,
        )
