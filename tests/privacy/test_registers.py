"""The record of processing, what is let go in time, and what anyone may read of it."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.management import call_command
from freezegun import freeze_time
from openpyxl import load_workbook

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import ConsentText
from lienhiep.contests.models import RepresentativeContact
from lienhiep.contests.reference_codes import CONTACT_KEPT_DAYS
from lienhiep.core.history import entries_of
from lienhiep.core.models import RecordFile
from lienhiep.core.period import today
from lienhiep.core.processing import processings
from lienhiep.core.reference import set_reference
from lienhiep.core.retention import retention_rules, rule_named
from lienhiep.core.waiting import waiting_for
from lienhiep.privacy import actions
from lienhiep.privacy.models import Dossier, RetentionRun
from lienhiep.privacy.register import lines_of_register
from tests.factories.accounts import user_with
from tests.factories.contests import published_prize
from tests.factories.directory import PersonFactory
from tests.factories.files import pdf, pending
from tests.factories.journal import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(db):
    return user_with(Role.OFFICE_MANAGER)


# The record of processing


def test_every_room_that_keeps_data_about_people_enters_them():
    rooms = {one.code.partition(".")[0] for one in processings()}

    assert rooms >= {
        "accounts",
        "advisory",
        "associations",
        "contests",
        "directory",
        "events",
        "honours",
        "imports",
        "journal",
        "news",
        "office",
    }


def test_each_line_says_all_that_the_law_asks_and_counts_its_records():
    PersonFactory()
    lines = lines_of_register()

    assert all(
        line.label and line.purpose and line.people and line.data and line.basis for line in lines
    )
    assert all(line.recipients and line.retention and line.measures for line in lines)
    assert next(one for one in lines if one.code == "directory.persons").records == 1


def test_party_seats_and_health_are_flagged_sensitive():
    flagged = {line.code for line in lines_of_register() if line.sensitive}

    assert flagged == {"associations.party_cells", "advisory.beneficiaries"}


def test_what_is_filed_keeps_its_lines_and_papers(keeper):
    dossier = actions.file_dossier(filed_on=today(), number="01/HS-LHH", by=keeper)
    PersonFactory()

    kept = Dossier.objects.get()
    assert kept.content == dossier.content
    assert kept.paper.read().startswith(b"%PDF")
    sheet = load_workbook(BytesIO(kept.sheet.read())).active
    assert sheet.cell(4, 2).value == "Hoạt động xử lý"
    assert sheet.max_row == 4 + len(dossier.content)


def test_a_record_filed_long_ago_waits_to_be_filed_anew(keeper):
    call_command("load_privacy_terms")
    with freeze_time("2026-02-02 10:00+07:00"):
        actions.file_dossier(filed_on=date(2026, 2, 2), number="01/HS-LHH", by=keeper)
        early = [one for one in waiting_for(keeper) if one.room == "privacy"]

    late = [one.due for one in waiting_for(keeper, date(2026, 9, 2)) if one.room == "privacy"]
    assert (early, late) == ([], [date(2026, 8, 1)])


def test_the_registers_are_for_those_who_keep_them(client):
    pages = [
        "/quan-tri/privacy/register/",
        "/quan-tri/privacy/register/file.pdf",
        "/quan-tri/privacy/register/file.xlsx",
        "/quan-tri/privacy/retention/",
        "/quan-tri/privacy/retention/contests.contacts/",
    ]

    for role in (Role.ADMINISTRATOR, Role.LEADER, Role.OFFICE_MANAGER):
        client.force_login(user_with(role))
        assert [client.get(page).status_code for page in pages] == [200] * 5
    for role in (Role.RECORDS_CLERK, Role.CONTEST_ORGANISER):
        client.force_login(user_with(role))
        assert [client.get(page).status_code for page in pages] == [404] * 5


def test_a_record_is_filed_in_the_back_office(client, keeper):
    client.force_login(keeper)

    answer = client.post(
        "/quan-tri/privacy/dossier/new/",
        {"filed_on": today().strftime("%d/%m/%Y"), "number": "02/HS-LHH", "note": ""},
    )

    assert answer.status_code == 302, answer.content.decode()[:3000]
    page = client.get(f"/quan-tri/privacy/dossier/inspect/{Dossier.objects.get().pk}/")
    assert "Danh bạ người" in page.content.decode()


# Retention


def contact_long_over():
    set_reference(
        code=CONTACT_KEPT_DAYS, value=180, valid_from=date(2020, 1, 1), source="Quy định", by=None
    )
    entry = published_prize(PersonFactory(full_name="Lê Thử")).entry
    author = entry.authors.get()
    RepresentativeContact.objects.create(author=author, name="Mẹ Kín Đáo", phone="0912345678")
    return entry


def test_every_rule_says_what_it_keeps_how_long_and_what_is_due():
    rules = retention_rules()

    assert len(rules) >= 10
    assert all(rule.label and rule.kept for rule in rules)
    assert [rule.due(today()).count() for rule in rules] == [0] * len(rules)


def test_what_is_due_is_shown_before_and_let_go_with_a_reason(client, keeper):
    entry = contact_long_over()
    client.force_login(keeper)
    address = "/quan-tri/privacy/retention/contests.contacts/"

    page = client.get(address).content.decode()
    client.post(address, {"reason": "", "expected": 1})
    kept = RepresentativeContact.objects.count()
    client.post(address, {"reason": "Quyết định tiêu hủy số 5", "expected": 1})

    run = RetentionRun.objects.get()
    assert "Hôm nay có 1 hồ sơ đến hạn." in page
    assert "Kín Đáo" not in page
    assert (kept, RepresentativeContact.objects.count()) == (1, 0)
    assert (run.gone, run.finished_at is not None, run.started_by) == (1, True, keeper)
    assert entries_of(entry)[0].reason == "Quyết định tiêu hủy số 5"


def test_a_number_that_changed_since_is_looked_at_again(keeper):
    contact_long_over()

    with pytest.raises(ValidationError):
        actions.start_retention(code="contests.contacts", reason="Đến hạn", expected=2, by=keeper)

    assert RepresentativeContact.objects.count() == 1


def test_leaders_look_and_do_not_let_go(client):
    contact_long_over()
    client.force_login(user_with(Role.LEADER))
    address = "/quan-tri/privacy/retention/contests.contacts/"

    page = client.get(address).content.decode()
    refused = client.post(address, {"reason": "Đến hạn", "expected": 1})

    assert "Xóa vĩnh viễn" not in page
    assert (refused.status_code, RepresentativeContact.objects.count()) == (404, 1)


def test_a_file_goes_when_its_own_years_are_over(keeper):
    with freeze_time("2020-05-04 10:00+07:00"):
        from lienhiep.journal.files import MANUSCRIPT

        article = ArticleFactory()
        article.manuscript = pending(use=MANUSCRIPT, data=pdf("Bản thảo"))
        article.save()
    rule = rule_named("journal.manuscripts")

    assert rule.due(date(2025, 12, 31)).count() == 0
    assert list(rule.due(date(2026, 1, 1))) == [article]
    with freeze_time("2026-01-05 10:00+07:00"):
        actions.start_retention(code=rule.code, reason="Hết hạn", expected=1, by=keeper)

    article.refresh_from_db()
    assert article.manuscript is None
    assert RecordFile.objects.get().destroyed_at is not None


# What anyone may read


def test_the_policy_is_made_of_the_texts_in_force(client):
    empty = client.get("/chinh-sach-du-lieu-ca-nhan/").content.decode()
    call_command("load_consent_texts")
    page = client.get("/chinh-sach-du-lieu-ca-nhan/").content.decode()

    text = ConsentText.objects.get(purpose="publish_name").text
    assert "Chưa có văn bản nào có hiệu lực." in empty
    assert text in page
    assert "Danh bạ người" in page


def test_the_list_at_the_foot_of_every_page_leads_to_the_policy(client):
    page = BeautifulSoup(client.get("/cuoc-thi/").content, "html.parser")

    listed = [link["href"] for link in page.select(".footer nav li a")]
    assert listed.count("/chinh-sach-du-lieu-ca-nhan/") == 1


def test_a_draft_stands_nowhere_in_public(client):
    ConsentText.objects.create(
        purpose="account",
        text="Lời còn đang viết",
        data_kinds="…",
        recipients="…",
        retention="…",
        legal_basis="…",
    )

    assert "Lời còn đang viết" not in client.get("/chinh-sach-du-lieu-ca-nhan/").content.decode()


def test_nothing_of_a_day_to_come_is_due_today():
    assert rule_named("contests.contacts").due(today() - timedelta(days=1)).count() == 0
