"""What is kept about the holder of an account, for the holder."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils import timezone

from lienhiep.accounts.models import Consent, DataRequest, User
from lienhiep.accounts.personal import SIGNING_IN, WHILE_OPEN
from lienhiep.core.personal import PersonalDatum, export_of
from lienhiep.core.personal import data_of as data_of_person


def own(user: User) -> Q:
    """Return the condition that a row about personal data is this person's."""
    mine = Q(user=user)
    if user.person_id:
        mine |= Q(person_id=user.person_id)
    return mine


def kept_about(user: User) -> list[PersonalDatum]:
    """Return everything that is kept about the holder of an account, room by room."""
    if user.person is not None:
        return list(data_of_person(user.person))
    # No person of the directory stands behind the account: there is the account alone.
    return [
        PersonalDatum(
            record=user,
            field=name,
            label=User._meta.get_field(name).verbose_name,
            purpose=SIGNING_IN,
            retention=WHILE_OPEN,
            value=getattr(user, name),
        )
        for name in ("full_name", "email", "phone")
    ]


def data_of(user: User) -> dict[str, Any]:
    """Return the account and its consents as they are kept, ready for JSON."""
    return {
        "made_at": timezone.localtime().isoformat(timespec="seconds"),
        "account": {
            "full_name": user.full_name,
            "email": user.email,
            "phone": user.phone,
            "language": user.language,
            "account_made": _moment(user.date_joined),
            "last_sign_in": _moment(user.last_login),
            "roles": [
                {
                    "role": grant.role,
                    "name": str(grant.get_role_display()),
                    "since": grant.since.isoformat(),
                    "until": grant.until.isoformat() if grant.until else None,
                    "reason": grant.reason,
                }
                for grant in user.role_grants.all()
            ],
        },
        "consents": [
            {
                "purpose": consent.purpose,
                "name": str(consent.get_purpose_display()),
                "text_version": consent.text_version,
                "text": consent.text,
                "channel": consent.channel,
                "given_by": consent.given_by,
                "giver_name": consent.giver_name,
                "given_at": _moment(consent.given_at),
                "withdrawn_at": _moment(consent.withdrawn_at),
            }
            for consent in Consent.objects.filter(own(user))
        ],
        "requests": [
            {
                "request": request.right,
                "words": request.words,
                "asked_on": request.asked_on.isoformat(),
                "due_on": request.due_on.isoformat(),
                "state": request.state,
                "answer": request.answer,
            }
            for request in DataRequest.objects.filter(user=user)
        ],
        # What the other rooms keep about the person behind the account
        "elsewhere": export_of(user.person)["data"] if user.person else [],
    }


def _moment(moment: Any) -> str | None:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None
