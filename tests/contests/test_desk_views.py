"""The desks: entering a contest, following an entry, scoring by the code."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import Consent
from lienhiep.contests import actions
from lienhiep.contests.choices import EntryState, SheetState
from lienhiep.contests.models import Entry, Score
from lienhiep.core.period import today
from lienhiep.core.waiting import waiting_for
from tests.factories.accounts import user_with
from tests.factories.contests import (
    ContestFieldFactory,
    CriterionFactory,
    EditionFactory,
    JurorFactory,
    ScoreFactory,
    entry_of,
    school,
)
from tests.factories.directory import PersonFactory
from tests.factories.files import pdf

pytestmark = pytest.mark.django_db

DESK, ENTER = "/ban-lam-viec/du-thi/", "/ban-lam-viec/du-thi/gui-bai/"
JUDGING = "/ban-lam-viec/cham-thi/"


@pytest.fixture
def contestant():
    born = today().replace(year=today().year - 14, day=1)
    return user_with(
        Role.CONTESTANT, person=PersonFactory(full_name="Ngô Thử Sức", birth_date=born)
    )


@pytest.fixture
def mine(client, contestant):
    client.force_login(contestant)
    return client


@pytest.fixture
def open_edition():
    return EditionFactory(
        year_label=str(today().year),
        opens_on=today() - timedelta(days=10),
        deadline=today() + timedelta(days=10),
        born_from=today() - timedelta(days=365 * 18),
        born_until=today() - timedelta(days=365 * 6),
    )


@pytest.fixture
def juror():
    return user_with(Role.JUROR, person=PersonFactory(full_name="Phạm Chấm Thi"))


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def typed(edition, **facts):
    born = today().replace(year=today().year - 14, day=1)
    return {
        "field": ContestFieldFactory(edition=edition).pk,
        "title": "Còi báo lũ",
        "summary": "Báo khi nước dâng.",
        "description": SimpleUploadedFile("thuyet-minh.pdf", pdf()),
        "author_1_birth_date": born.strftime("%d/%m/%Y"),
        "author_1_class_name": "9B",
        "author_1_contact_name": "Mẹ Của Em",
        "author_1_contact_phone": "0912345678",
        "author_1_agrees_contest_entry": "on",
        **facts,
    }


def test_whoever_is_not_signed_in_is_asked_to_sign_in(client):
    for address in (DESK, ENTER, JUDGING):
        assert client.get(address).url.split("?")[0] == reverse("account_login")


def test_somebody_without_the_role_may_not_enter(client, open_edition):
    client.force_login(user_with(Role.CONTRIBUTOR, person=PersonFactory()))

    assert client.get(ENTER).status_code == 403


def test_an_entry_is_sent_with_consent_and_waits_to_be_checked(mine, contestant, open_edition):
    response = mine.post(ENTER, typed(open_edition))

    entry = Entry.objects.get()
    assert response.url == f"{DESK}{entry.pk}/"
    assert (entry.state, entry.sent_by, entry.byline) == (
        EntryState.RECEIVED,
        contestant,
        "Ngô Thử Sức",
    )
    assert [(one.purpose, one.given_by, one.giver_name) for one in Consent.objects.all()] == [
        ("contest_entry", "both", "Mẹ Của Em")
    ]


def test_the_school_on_record_is_found_by_its_name(mine, open_edition):
    place = school("Trường THCS Hưng Bình")

    mine.post(ENTER, typed(open_edition, unit_text="truong thcs hung binh"))

    assert (Entry.objects.get().unit, Entry.objects.get().unit_text) == (place, "")


def test_a_friend_is_added_as_the_second_author(mine, open_edition):
    born = today().replace(year=today().year - 13, day=1)
    mine.post(
        ENTER,
        typed(
            open_edition,
            author_2_name="Lê Bạn Thân",
            author_2_birth_date=born.strftime("%d/%m/%Y"),
        ),
    )

    authors = Entry.objects.get().authors.all()
    assert [(str(one.person), one.is_leader) for one in authors] == [
        ("Ngô Thử Sức", True),
        ("Lê Bạn Thân", False),
    ]


def test_silence_is_no_consent_and_nothing_typed_is_lost(mine, open_edition):
    facts = typed(open_edition)
    del facts["author_1_agrees_contest_entry"]

    response = mine.post(ENTER, facts)

    assert list(response.context["form"].errors) == ["author_1_agrees_contest_entry"]
    assert page(response).select_one("[name=title]")["value"] == "Còi báo lũ"
    assert Entry.objects.count() == 0


def test_a_birth_outside_the_window_is_refused_at_its_field(mine, open_edition):
    response = mine.post(ENTER, typed(open_edition, author_1_birth_date="01/01/1980"))

    assert list(response.context["form"].errors) == ["author_1_birth_date"]


def test_a_form_sent_twice_makes_one_entry(mine, open_edition):
    mark = page(mine.get(ENTER)).select_one("[name=_once]")["value"]
    facts = {**typed(open_edition), "_once": mark}

    mine.post(ENTER, facts)
    mine.post(ENTER, {**facts, "description": SimpleUploadedFile("a.pdf", pdf())})

    assert Entry.objects.count() == 1


def test_somebody_elses_entry_does_not_exist_at_my_desk(mine):
    assert mine.get(f"{DESK}{entry_of().pk}/").status_code == 404


def test_what_is_missing_waits_for_the_contestant_until_it_is_added(mine, contestant, open_edition):
    facts = typed(open_edition)
    del facts["description"]
    mine.post(ENTER, facts)
    entry = Entry.objects.get()

    before = [str(item.what) for item in waiting_for(contestant)]
    mine.post(f"{DESK}{entry.pk}/bo-sung/", {"description": SimpleUploadedFile("tm.pdf", pdf())})

    assert before == ["Bổ sung hồ sơ “Còi báo lũ”"]
    assert waiting_for(contestant) == []


def test_a_contestant_withdraws_an_entry_with_a_reason(mine, open_edition):
    mine.post(ENTER, typed(open_edition))
    entry = Entry.objects.get()

    mine.post(f"{DESK}{entry.pk}/rut-bai/", {"reason": "Em chuyển trường"})

    assert Entry.objects.get().state == EntryState.WITHDRAWN


def sheet_of(juror, **facts):
    edition = facts.pop("edition", None) or EditionFactory()
    CriterionFactory(edition=edition, name="Tính mới", max_points=60)
    entry = entry_of(
        PersonFactory(full_name="Nguyễn Bí Mật"),
        edition=edition,
        unit=school("Trường Giấu Tên"),
        accepted_on="2022-07-01",
        **facts,
    )
    appointed = JurorFactory(edition=edition, person=juror.person)
    return ScoreFactory(entry=entry, juror=appointed)


def test_a_juror_sees_the_code_and_never_who_made_the_entry(client, juror):
    sheet = sheet_of(juror, title="Còi báo lũ")
    client.force_login(juror)

    shown = [page(client.get(url)).get_text(" ") for url in (JUDGING, f"{JUDGING}{sheet.pk}/")]

    assert all(sheet.entry.code in text and "Còi báo lũ" in text for text in shown)
    for secret in ("Bí Mật", "Giấu Tên"):
        assert not any(secret in text for text in shown)


def test_a_sheet_is_submitted_and_locked(client, juror):
    sheet = sheet_of(juror)
    criterion = sheet.entry.edition.criteria.get()
    client.force_login(juror)

    client.post(f"{JUDGING}{sheet.pk}/", {f"points_{criterion.pk}": "45,5", "remark": "Tốt"})
    client.post(f"{JUDGING}{sheet.pk}/", {f"points_{criterion.pk}": "10"})

    sheet.refresh_from_db()
    assert (sheet.state, str(sheet.total), sheet.remark) == (SheetState.SUBMITTED, "45.5", "Tốt")


def test_points_beyond_the_most_are_refused_at_their_field(client, juror):
    sheet = sheet_of(juror)
    name = f"points_{sheet.entry.edition.criteria.get().pk}"
    client.force_login(juror)

    response = client.post(f"{JUDGING}{sheet.pk}/", {name: "61"})

    assert list(response.context["form"].errors) == [name]


def test_a_juror_with_a_conflict_gives_the_sheet_back(client, juror):
    sheet = sheet_of(juror)
    client.force_login(juror)

    client.post(f"{JUDGING}{sheet.pk}/khong-cham/", {"reason": "Cháu ruột tôi"})

    assert Score.objects.get().state == SheetState.EXCUSED


def test_another_jurors_sheet_does_not_exist(client, juror):
    sheet = sheet_of(user_with(Role.JUROR, person=PersonFactory()))
    client.force_login(juror)

    assert client.get(f"{JUDGING}{sheet.pk}/").status_code == 404


def test_sheets_wait_for_their_juror(client, juror, organiser):
    sheet = sheet_of(juror)

    owed = [item.url for item in waiting_for(juror)]
    actions.excuse_juror(score=sheet, on=today(), reason="Người thân", by=organiser)

    assert (owed, waiting_for(juror)) == ([JUDGING], [])
