"""The record of processing: computed from the registers of all rooms, and filed."""

from __future__ import annotations

from datetime import date

from django.utils.translation import override

from lienhiep.accounts.models import User
from lienhiep.core.files import store_bytes
from lienhiep.core.history import verb
from lienhiep.core.validators import validate_not_in_future
from lienhiep.privacy.files import DOSSIER_PAPER, DOSSIER_SHEET
from lienhiep.privacy.models import Dossier
from lienhiep.privacy.papers import dossier_pdf, dossier_workbook
from lienhiep.privacy.register import lines_of_register


def file_dossier(*, filed_on: date, number: str, by: User, note: str = "") -> Dossier:
    """Keep the record of processing as it stands, with its paper and its spreadsheet.

    In Vietnamese, whatever language the person who files it reads.
    """
    validate_not_in_future("filed_on", filed_on)
    with override("vi"):
        lines = [line.as_json() for line in lines_of_register()]
        dossier = Dossier(filed_on=filed_on, number=number.strip(), note=note, content=lines)
        dossier.full_clean(exclude=["content"])
        name = f"ho-so-xu-ly-du-lieu-{filed_on:%d-%m-%Y}"
        paper = dossier_pdf(lines, filed_on, number)
        sheet = dossier_workbook(lines, filed_on, number)
    with verb("privacy.file_dossier", by=by) as act:
        dossier.paper = store_bytes(name=f"{name}.pdf", data=paper, use=DOSSIER_PAPER, by=by)
        dossier.sheet = store_bytes(name=f"{name}.xlsx", data=sheet, use=DOSSIER_SHEET, by=by)
        dossier.save()
        act.about(dossier)
    return dossier
