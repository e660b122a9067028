"""No page that somebody gets to says anything in English, or writes a day as others do."""

import csv
import io
import os

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.template.loader import render_to_string
from docx import Document
from openpyxl import load_workbook

from lienhiep.accounts.choices import Role
from lienhiep.core.period import today
from lienhiep.demo.people import address
from lienhiep.desk.digest import Letter, digest_for
from lienhiep.office.models import Receipt
from lienhiep.office.tasks import letter
from tests.house.crawling import Walker
from tests.house.english import english, faults, foreign, texts_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

SAID_ON_PURPOSE = (
    # How a period of two days is typed, on the page of figures and on the command line.
    "2022-03-01..2025-06-30",
    # The places of a template of Word, as they are typed into it.
    "{{",
    "{%",
)
"""What stands on a page in another form because people type it so."""


ENOUGH = int(os.environ.get("LIENHIEP_WALKERS", "1"))
"""How many people look at one kind of page; 20 lets every role look at everything, for minutes."""


def texts_in(response):
    """Return what a file says that a page offers: the first rows of a table, or a document."""
    kind = response.headers.get("Content-Type", "")
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if "csv" in kind:
        lines = csv.reader(io.StringIO(content.decode("utf-8-sig")))
        return [cell for _, line in zip(range(5), lines, strict=False) for cell in line]
    if "spreadsheetml" in kind:
        sheets = load_workbook(io.BytesIO(content), read_only=True)
        return [
            str(cell)
            for sheet in sheets
            for line in sheet.iter_rows(max_row=5, values_only=True)
            for cell in line
            if isinstance(cell, str)
        ]
    if "wordprocessingml" in kind:
        return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]
    return []


def people():
    """Return a visitor, then one account for each role, those with fewer pages first."""
    yield "visitor", None
    for role in reversed(Role):
        user = get_user_model().objects.filter(email=address(role.value)).first()
        if user is not None:
            yield role.value, user


# Wagtail leaves the file from which it makes a rendition to be closed by itself.
@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning"
)
def test_nobody_meets_a_word_of_english():
    walker, met, broken = Walker(enough=ENOUGH), {}, []

    for who, user in people():
        for seen in walker.walk(who, user):
            if seen.response.status_code >= 500:
                broken.append((who, seen.url))
            said = texts_of(seen.body) if seen.body else texts_in(seen.response)
            for text in said:
                if faults(text) and not any(known in text for known in SAID_ON_PURPOSE):
                    met.setdefault(text, (faults(text), who, seen.url))
    for sent in mail.outbox:
        for text in [sent.subject, *sent.body.splitlines()]:
            if faults(text):
                met.setdefault(text, (faults(text), "mail", sent.to))

    assert broken == []
    told = [f"{words} in {text!r}: {who}, {url}" for text, (words, who, url) in met.items()]
    assert "\n".join(told) == ""
    assert len(walker.looked) > 200


def mail_of(one):
    """Return the mail itself: the desk's comes with the notices that it tells of."""
    return one.message if isinstance(one, Letter) else one


def test_no_letter_of_ours_has_a_word_of_english():
    accounts = get_user_model().objects.all()
    letters = [digest_for(user, today()) for user in accounts]
    letters += [letter(receipt, ["ai-do@example.vn"]) for receipt in Receipt.objects.all()[:20]]
    lines = {
        line
        for one in letters
        if one is not None
        for line in [mail_of(one).subject, *mail_of(one).body.splitlines()]
    }

    assert len(lines) > 20
    assert {line: faults(line) for line in lines if faults(line)} == {}


@pytest.mark.parametrize("name", ["400.html", "403.html", "404.html", "429.html", "500.html"])
def test_no_page_of_a_fault_has_a_word_of_english(name):
    said = list(texts_of(render_to_string(name)))

    assert said
    assert {text: faults(text) for text in said if faults(text)} == {}


@pytest.mark.parametrize(
    "text",
    [
        "Save the record",
        "Tìm kiếm: no results found",
        "This field is required.",
        "Page 1 of 3",
        "Choose an image",
        "Lưu (Save changes)",
    ],
)
def test_english_is_known(text):
    assert english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị lấy ý kiến về quy hoạch vùng nguyên liệu: thông tin từ Thường trực",
        "An toàn thông tin cho cán bộ xã",
        "Tải PDF, Word, Excel",
        "VUSTA, VIFOTEC",
        "Ma túy, to lớn, can thiệp, an ninh",
        "van.phong@example.vn",
    ],
)
def test_vietnamese_is_left_in_peace(text):
    assert english(text) == []


@pytest.mark.parametrize(
    "text", ["2023-01-10", "Jan. 10, 2023", "2 p.m.", "4,469,335", "12.5 %", "None", "%(name)s"]
)
def test_what_no_office_writes_is_known(text):
    assert foreign(text)


@pytest.mark.parametrize(
    "text", ["10/01/2023", "ngày 10 tháng 01 năm 2023", "4.469.335", "8,152", "12,5 %", "14:30"]
)
def test_what_an_office_writes_is_left_in_peace(text):
    assert foreign(text) == []
