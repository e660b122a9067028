"""Who sends spreadsheets in, and spreadsheets."""

import io

import pytest
import xlsxwriter

from lienhiep.accounts.choices import Role
from lienhiep.core.files import store_bytes
from lienhiep.imports.actions import take_in_file
from lienhiep.imports.files import SPREADSHEET
from tests.factories.accounts import RoleGrantFactory, UserFactory

OPTIONS = {"in_memory": True, "default_date_format": "dd/mm/yyyy", "strings_to_formulas": False}


@pytest.fixture
def clerk(db):
    return RoleGrantFactory(role=Role.RECORDS_CLERK).user


@pytest.fixture
def stranger(db):
    return UserFactory()


def workbook(*lines):
    """Return the bytes of an .xlsx file with these lines; days stay days."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        page = book.add_worksheet("Dữ liệu")
        for at, line in enumerate(lines):
            page.write_row(at, 0, line)
    return out.getvalue()


def text_file(*lines, encoding="utf-8-sig", separator=";"):
    """Return the bytes of a .csv file with these lines."""
    return "\r\n".join(separator.join(line) for line in lines).encode(encoding)


@pytest.fixture
def send(clerk):
    """Send lines in as a spreadsheet, and return the batch after its trial."""

    def send(*lines, sheet="persons", by=None, name="ds.xlsx", data=None):
        who = by or clerk
        file = store_bytes(
            name=name,
            data=data if data is not None else workbook(*lines),
            use=SPREADSHEET,
            by=who,
        )
        return take_in_file(sheet=sheet, file=file, by=who)

    return send


def outcomes(batch):
    """Return the number, outcome and words of every row."""
    return [(row.number, str(row.outcome), row.words) for row in batch.rows.all()]
