"""What this room keeps about a person: the account, its roles, consents, requests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.models import Consent, DataRequest, RoleGrant, User
from lienhiep.core.files import destroy_file
from lienhiep.core.period import today
from lienhiep.core.personal import Erasure, PersonalDatum, keeps_personal_data
from lienhiep.core.processing import (
    CONSENT,
    DUTY,
    OFFICE,
    Processing,
    count_of,
    processes,
)
from lienhiep.core.retention import file_rule, forgets

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


@keeps_personal_data
def of_requests(person: Any) -> Iterator[PersonalDatum]:
    """Yield requests: their rows stay as proof of what was asked, without words and files."""
    mine = DataRequest.objects.filter(Q(person=person) | Q(user__person=person))
    for request in mine.select_related("answer_file"):
        yield PersonalDatum(
            record=request,
            field="words",
            label=_("request about personal data"),
            purpose=PROOF,
            retention=TEN_YEARS,
            value=request.words,
            erase=lambda erasure, request=request: _empty(request, "words"),
        )
        yield PersonalDatum(
            record=request,
            field="answer",
            label=_("answer of the office to a request"),
            purpose=PROOF,
            retention=TEN_YEARS,
            value=request.answer,
            erase=lambda erasure, request=request: _empty(request, "answer"),
            identifies=False,
        )
        if request.extension_reason:
            yield PersonalDatum(
                record=request,
                field="extension_reason",
                label=_("why the term was extended"),
                purpose=PROOF,
                retention=TEN_YEARS,
                value=request.extension_reason,
                erase=lambda erasure, request=request: _empty(request, "extension_reason"),
                identifies=False,
            )
        if request.answer_file is not None:
            yield _file_of(request, "answer_file")


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
        if consent.relation:
            yield PersonalDatum(
                record=consent,
                field="relation",
                label=_("relation of the representative"),
                purpose=PROOF,
                retention=TEN_YEARS,
                value=consent.relation,
                erase=lambda erasure, consent=consent: _empty(consent, "relation"),
                identifies=False,
            )
        if consent.paper is not None:
            yield _file_of(consent, "paper")


def _close(user: User, name: str, erasure: Erasure) -> None:
    """Put the pseudonym in the place of a name, nothing in that of an address; close."""
    user.is_active = False
    user.set_unusable_password()
    setattr(user, name, erasure.pseudonym if name == "full_name" else None)
    user.save()
    user.emailaddress_set.all().delete()


def _empty(record: Any, name: str) -> None:
    # Read anew: each field goes in its own turn, and the last must not undo the first.
    fresh = type(record)._base_manager.get(pk=record.pk)
    setattr(fresh, name, "")
    fresh.save()


def _file_of(record: Any, name: str) -> PersonalDatum:
    """Return a file that names the person in its pages; its row and checksum stay as proof."""
    file = getattr(record, name)
    return PersonalDatum(
        record=record,
        field=name,
        label=record._meta.get_field(name).verbose_name,
        purpose=PROOF,
        retention=TEN_YEARS,
        value=file.name,
        file=file,
        erase=lambda erasure: _destroy(record, name, erasure),
    )


def _destroy(record: Any, name: str, erasure: Erasure) -> None:
    fresh = type(record)._base_manager.get(pk=record.pk)
    file = getattr(fresh, name)
    setattr(fresh, name, None)
    fresh.save()
    destroy_file(file=file, by=erasure.by, reason=erasure.reason, on=today(), erasing=True)


processes(
    Processing(
        code="accounts.accounts",
        label=gettext_lazy("Accounts and sign-in"),
        purpose=gettext_lazy("Signing in, being reached, knowing who was allowed to do what"),
        people=gettext_lazy("Holders of an account"),
        data=gettext_lazy("Name, e-mail, telephone, roles with their days, browser of a session"),
        fields=(
            "accounts.user.full_name",
            "accounts.user.email",
            "accounts.user.phone",
            "accounts.rolegrant.role",
        ),
        basis=CONSENT,
        recipients=OFFICE,
        retention=gettext_lazy("Until the account is closed; roles ten years"),
        count=count_of("accounts.user"),
        consent="account",
    )
)
processes(
    Processing(
        code="accounts.consents",
        label=gettext_lazy("Consents and requests about personal data"),
        purpose=gettext_lazy("Proof of what was agreed to, asked for and done"),
        people=gettext_lazy("Whoever agreed or asked; representatives of children"),
        data=gettext_lazy(
            "Purpose, text, time, name and relation of the representative, signed form, request"
        ),
        fields=(
            "accounts.consent.purpose",
            "accounts.consent.giver_name",
            "accounts.consent.relation",
            "accounts.consent.paper",
            "accounts.datarequest.words",
            "accounts.datarequest.answer",
            "accounts.datarequest.extension_reason",
            "accounts.datarequest.answer_file",
        ),
        basis=gettext_lazy("Law 91/2025/QH15: proof of consent"),
        recipients=OFFICE,
        retention=gettext_lazy("Ten years after the end"),
        count=count_of("accounts.consent"),
    )
)
processes(
    Processing(
        code="accounts.history",
        label=gettext_lazy("History of changes"),
        purpose=gettext_lazy("Knowing who changed what, when and why"),
        people=gettext_lazy("Whoever works with the system"),
        data=gettext_lazy("Account that acted, fields before and after"),
        fields=("wagtailcore.modellogentry.data",),
        basis=DUTY,
        recipients=gettext_lazy("Whoever may read the record"),
        retention=gettext_lazy("As long as the record; names go with an erasure"),
        count=count_of("wagtailcore.modellogentry"),
    )
)

forgets(
    file_rule(
        "accounts.signed_forms",
        Consent,
        "paper",
        label=gettext_lazy("Scans of signed forms of consent"),
        kept=gettext_lazy("Ten years after they were received"),
    )
)
forgets(
    file_rule(
        "accounts.answers",
        DataRequest,
        "answer_file",
        label=gettext_lazy("Files with answers to requests about personal data"),
        kept=gettext_lazy("Five years after they were sent"),
    )
)
