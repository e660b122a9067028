"""Consents: recorded when they are given, ended when they are withdrawn."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.actions.consent_text import text_in_force
from lienhiep.accounts.childhood import GIVERS, REPRESENTATIVE, SELF, ages_of_consent
from lienhiep.accounts.choices import PUBLISHING, ConsentChannel, ConsentEnd, ConsentGiver
from lienhiep.accounts.files import SIGNED_FORM
from lienhiep.accounts.models import Consent, ConsentText, User
from lienhiep.accounts.querysets import ConsentQuerySet
from lienhiep.core.files.actions import store_bytes
from lienhiep.core.history import verb
from lienhiep.core.models.files import RecordFile
from lienhiep.core.period import today


def record_consent(
    *,
    purpose: str,
    text: str,
    text_version: str,
    by: User | None,
    user: User | None = None,
    person: Any = None,
    channel: str = ConsentChannel.WEBSITE,
    given_by: str = ConsentGiver.SELF,
    giver_name: str = "",
    relation: str = "",
    given_at: datetime | None = None,
    seen_text: ConsentText | None = None,
    paper: RecordFile | None = None,
) -> Consent:
    """Record that somebody agreed to one purpose, with the text that was shown.

    Refuses a consent for a child without the name of the representative, and one that
    stands already for the same text.
    """
    consent = Consent(
        user=user,
        person=person or (user.person if user else None),
        purpose=purpose,
        seen_text=seen_text or _text_of(purpose, text_version),
        text=text,
        text_version=text_version,
        channel=channel,
        given_by=given_by,
        giver_name=giver_name,
        relation=relation,
        paper=paper,
        given_at=given_at or timezone.now(),
    )
    if given_by != ConsentGiver.SELF and not giver_name.strip():
        raise ValidationError({"giver_name": _("Write the name of the representative.")})
    consent.full_clean()
    same = Consent.objects.in_force().filter(
        user=consent.user,
        person=consent.person,
        purpose=purpose,
        text_version=text_version,
        given_by=given_by,
    )
    with verb("accounts.record_consent", by=by) as act:
        if user is not None:
            User.objects.select_for_update().get(pk=user.pk)
        if same.exists():
            raise ValidationError(_("This consent stands already."))
        consent.save()
        act.about(consent)
    return consent


def agree(
    *, purpose: str, by: User | None, text: ConsentText | None = None, **facts: Any
) -> Consent:
    """Record a consent to the text in force, and end an earlier one that it replaces.

    `text` is the one that was shown. Refuses where another has come into force meanwhile:
    then somebody read words that do not hold any more. Facts are those of `record_consent`.
    """
    given_at = facts.get("given_at")
    day = timezone.localtime(given_at).date() if given_at else today()
    current = text_in_force(purpose, day)
    if current is None:
        raise ValidationError(_("No text was in force for this purpose on that day."))
    if text is not None and text.pk != current.pk:
        raise ValidationError(_("The text has changed meanwhile. Please read it again."))
    with verb("accounts.record_consent", by=by):
        given = record_consent(
            purpose=purpose,
            text=current.text,
            text_version=current.version,
            seen_text=current,
            by=by,
            **facts,
        )
        earlier = Consent.objects.in_force().filter(
            user=given.user, person=given.person, purpose=purpose, given_by=given.given_by
        )
        for old in earlier.exclude(pk=given.pk):
            withdraw_consent(consent=old, by=by, ended_as=ConsentEnd.REPLACED)
    return given


def record_paper_consent(
    *,
    person: Any,
    purposes: list[str],
    given_by: str,
    given_at: datetime,
    by: User,
    giver_name: str = "",
    relation: str = "",
    paper: RecordFile | None = None,
    channel: str = ConsentChannel.PAPER,
) -> list[Consent]:
    """Record what was ticked and signed on paper, each purpose by itself; return the consents.

    Refuses a day in the future, and for publishing something of a child a form that not
    everybody signed whom the law asks (art. 24), naming who is missing.
    """
    if not purposes:
        raise ValidationError({"purposes": _("Tick what was ticked on the paper.")})
    if given_at > timezone.now():
        raise ValidationError({"given_at": _("This lies in the future.")})
    _validate_givers(person, purposes, given_by, given_at)
    consents = []
    scan = paper.read() if paper is not None and len(purposes) > 1 else b""
    with verb("accounts.record_consent", by=by):
        for nth, purpose in enumerate(purposes):
            # A file belongs to one record: further consents of one form keep a copy each.
            file = paper
            if nth and paper is not None:
                file = store_bytes(name=paper.name, data=scan, use=SIGNED_FORM, by=by)
            consents.append(
                agree(
                    purpose=purpose,
                    by=by,
                    person=person,
                    user=getattr(person, "account", None),
                    channel=channel,
                    given_by=given_by,
                    giver_name=giver_name,
                    relation=relation,
                    given_at=given_at,
                    paper=file,
                )
            )
    return consents


def withdraw_consent(
    *,
    consent: Consent,
    by: User | None,
    on: datetime | None = None,
    reason: str = "",
    ended_as: str = ConsentEnd.SELF,
) -> Consent:
    """End a consent; what it allowed stops from then on. No reason is ever demanded.

    Either who gave a consent together ends it: a child's stands no longer without both.
    """
    if not consent.is_in_force:
        raise ValidationError(_("The consent has been withdrawn already."))
    with verb("accounts.withdraw_consent", by=by, about=consent, reason=reason) as act:
        ending = [consent]
        if ended_as != ConsentEnd.REPLACED:
            # The same person may have agreed under an older text as well: all of it ends.
            ending += [one for one in _alike(consent) if ended_as in GIVERS[one.given_by]]
        for one in ending:
            one.withdrawn_at = max(on or timezone.now(), one.given_at)
            one.ended_as = ended_as
            one.save()
            act.also_about(one)
    return consent


def _alike(consent: Consent) -> ConsentQuerySet:
    """Return the other consents in force of the same person to the same purpose."""
    whose = Q(user=consent.user) if consent.user_id else Q(pk__in=())
    if consent.person_id:
        whose |= Q(person=consent.person)
    others = Consent.objects.in_force().filter(whose, purpose=consent.purpose)
    return others.exclude(pk=consent.pk)


def _text_of(purpose: str, version: str) -> ConsentText | None:
    return ConsentText.objects.filter(purpose=purpose, version=version).exclude(version="").first()


def _validate_givers(person: Any, purposes: list[str], given_by: str, given_at: datetime) -> None:
    """Refuse a child's consent to publishing that lacks a signature the law asks for."""
    if not PUBLISHING & set(purposes) or given_by == ConsentGiver.BOTH:
        return
    on = timezone.localtime(given_at).date()
    if person.birth_date is None:
        return  # grown-ups seldom give a day of birth; the pages apply the stricter rule
    needed = ages_of_consent(on).givers_needed(person.birth_date, on)
    if SELF in needed and given_by == ConsentGiver.REPRESENTATIVE:
        raise ValidationError({"given_by": _("At this age the child must consent as well.")})
    if REPRESENTATIVE in needed and given_by == ConsentGiver.SELF:
        raise ValidationError({"given_by": _("At this age the representative must consent.")})
