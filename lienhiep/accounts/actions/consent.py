"""Consents: recorded when they are given, ended when they are withdrawn."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.choices import ConsentChannel, ConsentGiver
from lienhiep.accounts.models import Consent, User
from lienhiep.core.history import verb


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
    given_at: datetime | None = None,
) -> Consent:
    """Record that somebody agreed to one purpose, with the text that was shown.

    Refuses a consent for a child without the name of the representative, and one that
    stands already for the same text.
    """
    consent = Consent(
        user=user,
        person=person or (user.person if user else None),
        purpose=purpose,
        text=text,
        text_version=text_version,
        channel=channel,
        given_by=given_by,
        giver_name=giver_name,
        given_at=given_at or timezone.now(),
    )
    if given_by != ConsentGiver.SELF and not giver_name.strip():
        raise ValidationError({"giver_name": _("Write the name of the representative.")})
    consent.full_clean()
    same = Consent.objects.in_force().filter(
        user=consent.user, person=consent.person, purpose=purpose, text_version=text_version
    )
    with verb("accounts.record_consent", by=by) as act:
        if user is not None:
            User.objects.select_for_update().get(pk=user.pk)
        if same.exists():
            raise ValidationError(_("This consent stands already."))
        consent.save()
        act.about(consent)
    return consent


def withdraw_consent(
    *, consent: Consent, by: User | None, on: datetime | None = None, reason: str = ""
) -> Consent:
    """End a consent; what it allowed stops from then on. No reason is ever demanded."""
    if not consent.is_in_force:
        raise ValidationError(_("The consent has been withdrawn already."))
    with verb("accounts.withdraw_consent", by=by, about=consent, reason=reason):
        consent.withdrawn_at = on or timezone.now()
        consent.save()
    return consent
