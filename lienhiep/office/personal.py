"""What the e-office keeps about a person: who acknowledged a document, in whose name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.accounts.models import User
from lienhiep.core.personal import Erasure, PersonalDatum, keeps_personal_data
from lienhiep.core.processing import (
    DUTY,
    OFFICE,
    Processing,
    count_of,
    processes,
)
from lienhiep.directory.models import Person
from lienhiep.office.models import OfficialDocument, Receipt


@keeps_personal_data
def acknowledgements_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the acknowledgements in the name of a person who has an account."""
    if not isinstance(person, Person):
        return
    users = User.objects.filter(person=person)
    rows = Receipt.objects.filter(acknowledged_by__in=users, acknowledgement_note="")
    for receipt in rows.select_related("dispatch__document__kind"):
        yield PersonalDatum(
            record=receipt,
            field="acknowledged_name",
            label=_("Acknowledgement of “%(document)s”") % {"document": receipt.dispatch.document},
            purpose=_("Showing that the association received the document."),
            retention=_("As long as the document is kept."),
            value=receipt.acknowledged_name,
            erase=lambda erasure, receipt=receipt: _under_pseudonym(receipt, erasure),
        )


@keeps_personal_data
def signatures_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the documents of the Union that a person signed: an act of office, which is kept."""
    if not isinstance(person, Person):
        return
    users = User.objects.filter(person=person)
    for document in OfficialDocument.objects.filter(signed_by__in=users).select_related("kind"):
        yield PersonalDatum(
            record=document,
            field="signer_name",
            label=_("Signature of “%(document)s”") % {"document": document},
            purpose=_("Showing who answers for a document of the Union."),
            retention=_("As long as the document is kept."),
            value=document.signer_name,
            kept_because=_("The name under a document is a part of the document."),
        )


def _under_pseudonym(receipt: Receipt, erasure: Erasure) -> None:
    """Keep the acknowledgement, and put the pseudonym in the place of the name."""
    receipt.acknowledged_name = erasure.pseudonym
    receipt.save()


processes(
    Processing(
        code="office.papers",
        label=gettext_lazy("Signatures and acknowledgements of documents"),
        purpose=gettext_lazy("Showing who answers for a document and who received it"),
        people=gettext_lazy("Signers and contact officers"),
        data=gettext_lazy("Name, day"),
        fields=(
            "office.officialdocument.signer_name",
            "office.receipt.acknowledged_name",
        ),
        basis=DUTY,
        recipients=OFFICE,
        retention=gettext_lazy("As long as the document is kept"),
        count=count_of("office.officialdocument"),
    )
)
