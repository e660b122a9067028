"""What this room keeps about a person: the account, its roles, consents, requests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.models import Consent, DataRequest, RoleGrant, User
from lienhiep.core.personal import Erasure, PersonalDatum, keeps_personal_data

SIGNING_IN = _("Signing in and being reached")
WHILE_OPEN = _("As long as the account is open")
PROOF = _("Proof of what was agreed and done")
TEN_YEARS = _("Ten years after the end")


@keeps_personal_data
def of_account(person: Any) -> Iterator[PersonalDatum]:
    """Yield the account's own data; they go with the person, and the account is closed."""
    user = User.objects.filter(person=person).first()
    if user is None:
        return
    for name in ("full_name", "email", "phone"):
        yield PersonalDatum(
            record=user,
            field=name,
            label=User._meta.get_field(name).verbose_name,
            purpose=SIGNING_IN,
            retention=WHILE_OPEN,
            value=getattr(user, name),
            erase=lambda erasure, name=name: _close(user, name, erasure),
        )
    for grant in RoleGrant.objects.filter(user=user):
        yield PersonalDatum(
            record=grant,
            field="role",
            label=_("role held"),
            purpose=PROOF,
            retention=TEN_YEARS,
            value=f"{grant.get_role_display()}, {grant.since:%d/%m/%Y}",
            kept_because=_("It shows who was allowed to do what; it names nobody by itself."),
            identifies=False,
        )
    for request in DataRequest.objects.filter(user=user):
        yield PersonalDatum(
            record=request,
            field="words",
            label=_("request about personal data"),
            purpose=PROOF,
            retention=TEN_YEARS,
            value=request.words,
            erase=lambda erasure, request=request: _empty(request, "words"),
        )


@keeps_personal_data
def of_consents(person: Any) -> Iterator[PersonalDatum]:
    """Yield consents: their rows stay as proof, without the name of the representative."""
    for consent in Consent.objects.filter(Q(person=person) | Q(user__person=person)):
        yield PersonalDatum(
            record=consent,
            field="purpose",
            label=_("consent"),
            purpose=PROOF,
            retention=TEN_YEARS,
            value=str(consent.get_purpose_display()),
            kept_because=_("The law wants proof that the consent was given and withdrawn."),
            identifies=False,
        )
        yield PersonalDatum(
            record=consent,
            field="giver_name",
            label=_("name of the representative"),
            purpose=PROOF,
            retention=TEN_YEARS,
            value=consent.giver_name,
            erase=lambda erasure, consent=consent: _empty(consent, "giver_name"),
        )


def _close(user: User, name: str, erasure: Erasure) -> None:
    """Put the pseudonym in the place of a name, nothing in that of an address; close."""
    user.is_active = False
    user.set_unusable_password()
    setattr(user, name, erasure.pseudonym if name == "full_name" else None)
    user.save()
    user.emailaddress_set.all().delete()


def _empty(record: Any, name: str) -> None:
    setattr(record, name, "")
    record.save()
