"""Recording what an author agreed to, beside the entry itself."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from lienhiep.accounts.actions import record_consent, texts_in_force
from lienhiep.accounts.choices import ConsentChannel, ConsentGiver
from lienhiep.accounts.models import Consent, User
from lienhiep.contests.consent_texts import TEXT_VERSION, TEXTS
from lienhiep.core.period import today
from lienhiep.directory.models import Person


class ConsentGiven(NamedTuple):
    """What was agreed to, by whom, and how it reached the office."""

    purposes: frozenset[str]
    given_by: str = ConsentGiver.SELF
    giver_name: str = ""
    channel: str = ConsentChannel.PAPER
    given_at: datetime | None = None
    relation: str = ""


def record_consents(*, person: Person, given: ConsentGiven, by: User | None) -> None:
    """Record each purpose by itself; a consent to the same text that stands is left as it is.

    The text is the one in force today, with which the form asks.
    """
    texts = texts_in_force(given.purposes, today())
    standing = set(
        Consent.objects.in_force()
        .filter(person=person, given_by=given.given_by)
        .values_list("purpose", "text_version")
    )
    for purpose in sorted(given.purposes):
        text = texts.get(purpose)
        version = text.version if text else TEXT_VERSION
        if (purpose, version) in standing:
            continue
        record_consent(
            purpose=purpose,
            text=text.text if text else str(TEXTS[purpose]),
            text_version=version,
            seen_text=text,
            person=person,
            user=getattr(person, "account", None),
            channel=given.channel,
            given_by=given.given_by,
            giver_name=given.giver_name,
            relation=given.relation,
            given_at=given.given_at,
            by=by,
        )
