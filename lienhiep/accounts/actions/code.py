"""The printed one-time code: made by a clerk, handed over, used once."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from lienhiep.accounts.models import OneTimeCode, User
from lienhiep.core.history import verb

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Letters and digits that nobody takes for each other on paper."""

MOST_ATTEMPTS = 5


def print_one_time_code(
    *, user: User, by: User | None, reason: str = ""
) -> tuple[str, OneTimeCode]:
    """Make a code with which somebody sets a new password; return it once, with its record.

    An older code of the same person is worthless from then on. Only a keyed digest is
    kept; the history names who made it.
    """
    if not user.is_active:
        raise ValidationError(_("The account is closed. Open it again first."))
    written = "".join(secrets.choice(ALPHABET) for _place in range(8))
    now = timezone.now()
    with verb("accounts.print_one_time_code", by=by, about=user, reason=reason) as act:
        user.one_time_codes.live(now, MOST_ATTEMPTS).update(ended_at=now)
        code = OneTimeCode.objects.create(
            user=user,
            digest=digest_of(user, written),
            made_by=by,
            made_at=now,
            valid_until=now + timedelta(hours=settings.ONE_TIME_CODE_HOURS),
        )
        act.note(valid_until=code.valid_until.isoformat())
    return f"{written[:4]}-{written[4:]}", code


def use_one_time_code(
    *, user: User | None, typed: str, on: datetime | None = None
) -> OneTimeCode | None:
    """Take a code, once, and return its record; None where it is not accepted.

    Unknown people, closed accounts, old, used and wrong codes all give the same answer,
    so that nobody learns who has an account. A wrong code counts against the one in
    force, which dies after five.
    """
    now = on or timezone.now()
    digest = digest_of(user, typed)
    if user is None or not user.is_active:
        return None
    code = user.one_time_codes.live(now, MOST_ATTEMPTS).first()
    if code is None:
        return None
    if not constant_time_compare(code.digest, digest):
        OneTimeCode.objects.filter(pk=code.pk).update(attempts=F("attempts") + 1)
        return None
    with transaction.atomic():
        # Of two who send the code at the same moment, one changes the row.
        taken = OneTimeCode.objects.live(now, MOST_ATTEMPTS).filter(pk=code.pk)
        if not taken.update(used_at=now):
            return None
        with verb("accounts.use_one_time_code", by=user, about=user):
            code.used_at = now
    return code


def digest_of(user: User | None, typed: str) -> str:
    """Return the digest of a code as somebody typed it, for the account that it belongs to."""
    plain = "".join(letter for letter in typed.upper() if letter in ALPHABET)
    return salted_hmac(
        "lienhiep.accounts.one_time_code", f"{user.pk if user else 0}:{plain}", algorithm="sha256"
    ).hexdigest()
