"""A file in a form: shown, replaced, removed; a good one is not lost with a bad form."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import signing
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from lienhiep.accounts.choices import Role
from lienhiep.core.files import remove_pending_files
from lienhiep.core.files.form_fields import SALT, sign_pending
from lienhiep.core.models.files import RecordFile
from tests.factories.accounts import UserFactory, user_with
from tests.factories.files import pdf, pending, picture, upload
from tests.sample.papers.models import NOTE, SCAN, Paper, Sheet

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.sample.paper_pages")]

URL = "/thu/to-trinh/"
ROWS = {
    "sheets-TOTAL_FORMS": "0",
    "sheets-INITIAL_FORMS": "0",
    "sheets-MIN_NUM_FORMS": "0",
    "sheets-MAX_NUM_FORMS": "9",
}


@pytest.fixture
def writer(client):
    user = UserFactory()
    client.force_login(user)
    return user


@pytest.fixture
def office(client):
    user = user_with(Role.OFFICER)
    client.force_login(user)
    return user


def scan(data=None, name="Bản quét.pdf"):
    return upload(name, pdf() if data is None else data)


def value_of(response, name):
    (field,) = BeautifulSoup(response.content, "html.parser").select(f"input[name='{name}']")
    return field["value"]


def text_of(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").stripped_strings)


def test_a_file_comes_with_its_record(client, writer):
    client.post(URL, {"title": "Tờ trình", "scan": scan()})

    file = Paper.objects.get().scan
    assert (file.read(), file.name, file.uploaded_by) == (pdf(), "Bản quét.pdf", writer)
    assert file.owner == Paper.objects.get()


def test_a_good_file_is_kept_when_the_rest_is_wrong_and_need_not_be_chosen_again(client, writer):
    wrong = client.post(URL, {"title": "", "scan": scan()})
    assert "Bản quét.pdf" in text_of(wrong)

    client.post(URL, {"title": "Tờ trình", "scan-kept": value_of(wrong, "scan-kept")})

    assert Paper.objects.get().scan.read() == pdf()
    assert RecordFile.objects.count() == 1


def test_a_bad_file_does_not_cost_the_good_one_before_it(client, writer):
    first = client.post(URL, {"title": "", "scan": scan()})

    second = client.post(
        URL,
        {"title": "Tờ trình", "scan": scan(b"x"), "scan-kept": value_of(first, "scan-kept")},
    )

    assert second.status_code == 200
    client.post(URL, {"title": "Tờ trình", "scan-kept": value_of(second, "scan-kept")})
    assert Paper.objects.get().scan.read() == pdf()


def test_a_bad_file_is_refused_at_its_field_and_what_was_typed_stays(client, writer):
    response = client.post(URL, {"title": "Tờ trình", "scan": scan(picture("PNG"))})

    page = BeautifulSoup(response.content, "html.parser")
    (error,) = page.select("#id_scan_error li")
    assert error.text.strip() == (
        "Nội dung tệp không đúng với tên tệp. Nội dung thật là loại PNG. Hãy lưu tệp theo "
        "đúng loại, không chỉ đổi phần đuôi của tên."
    )
    assert page.select_one("[name=title]")["value"] == "Tờ trình"
    assert (Paper.objects.count(), RecordFile.objects.count()) == (0, 0)


def test_a_newer_file_takes_the_place_of_the_kept_one(client, writer):
    wrong = client.post(URL, {"title": "", "scan": scan()})
    kept = value_of(wrong, "scan-kept")

    client.post(URL, {"title": "Tờ trình", "scan": scan(pdf("newer")), "scan-kept": kept})

    assert Paper.objects.get().scan.read() == pdf("newer")


def test_a_kept_file_can_be_removed_before_anything_is_recorded(client, writer):
    wrong = client.post(URL, {"title": "", "scan": scan()})
    kept = value_of(wrong, "scan-kept")

    client.post(URL, {"title": "Tờ trình", "scan-kept": kept, "scan-removed": "1"})

    assert Paper.objects.get().scan is None


def test_a_stranger_cannot_take_the_kept_file_of_another(client, writer):
    theirs = pending(UserFactory(), use=SCAN)

    response = client.post(URL, {"title": "Tờ trình", "scan-kept": sign_pending(theirs)})

    assert text_of(response).count("Tệp gửi lần trước không còn được giữ. Xin chọn lại tệp.") == 2
    assert "ban-quet.pdf" not in text_of(response)
    assert Paper.objects.count() == 0


@pytest.mark.parametrize(
    "token",
    ["7", "x", signing.dumps("x", salt=SALT), signing.dumps([])],
    # A signed mark holds the time: its own words would differ between two processes.
    ids=["a number", "a letter", "signed for a letter", "signed for another use"],
)
def test_a_made_up_mark_takes_nothing(client, writer, token):
    pending(writer, use=SCAN)

    client.post(URL, {"title": "Tờ trình", "scan-kept": token})

    assert Paper.objects.count() == 0


def test_a_kept_file_that_was_meant_for_something_else_is_not_taken(client, writer):
    note = pending(writer, use=NOTE)

    client.post(URL, {"title": "Tờ trình", "scan-kept": sign_pending(note)})

    assert Paper.objects.count() == 0


def test_a_file_that_another_record_holds_by_now_is_not_taken_twice(client, writer):
    file = pending(writer, use=SCAN)
    token = sign_pending(file)
    client.post(URL, {"title": "Một", "scan-kept": token})

    client.post(URL, {"title": "Hai", "scan-kept": token})

    assert [paper.title for paper in Paper.objects.all()] == ["Một"]


def test_a_kept_file_that_was_cleared_is_asked_for_again(client, writer):
    wrong = client.post(URL, {"title": "", "scan": scan()})
    remove_pending_files(timezone.now() + timedelta(days=2))

    response = client.post(URL, {"title": "Tờ trình", "scan-kept": value_of(wrong, "scan-kept")})

    assert "Xin chọn lại tệp." in text_of(response)


def test_the_form_says_which_files_it_takes(client, writer):
    page = BeautifulSoup(client.get(URL).content, "html.parser")

    assert page.select_one("input[type=file]")["accept"] == ".pdf"
    assert "PDF; tối đa 3,0 MB." in text_of(client.get(URL)).replace("\xa0", " ")


# The back office


def edit_url(row):
    return reverse("sample_papers_paper:edit", args=[row.pk])


def saved(**fields):
    row = Paper(**{"title": "Tờ trình", "readers": "role:officer"} | fields)
    row.save()
    return row


def edited(client, row, **typed):
    return client.post(edit_url(row), {"title": row.title, "readers": row.readers} | ROWS | typed)


def test_the_back_office_shows_the_present_file_with_its_size_and_a_link(client, office):
    row = saved(scan=pending(use=SCAN))

    page = BeautifulSoup(client.get(edit_url(row)).content, "html.parser")

    link = page.select_one(".file-field__present")
    assert link.a["href"] == row.scan.url
    assert " ".join(link.text.replace("\xa0", " ").split()) == f"ban-quet.pdf ({len(pdf())} byte)"


def test_saving_a_record_without_touching_its_file_keeps_it(client, office):
    row = saved(scan=pending(use=SCAN))

    edited(client, row, title="Tên mới")

    again = Paper.objects.get()
    assert (again.title, again.scan, again.scan.is_present) == ("Tên mới", row.scan, True)


def test_a_file_is_replaced_in_the_back_office(client, office):
    row = saved(scan=pending(use=SCAN))

    edited(client, row, scan=scan(pdf("newer")))

    assert Paper.objects.get().scan.read() == pdf("newer")
    assert not RecordFile.objects.get(pk=row.scan.pk).is_present


def test_the_very_same_file_sent_again_changes_nothing(client, office):
    row = saved(scan=pending(use=SCAN))

    edited(client, row, scan=scan(name="tên khác.pdf"))

    assert (Paper.objects.get().scan, RecordFile.objects.count()) == (row.scan, 1)


def test_a_file_is_removed_in_the_back_office(client, office):
    row = saved(scan=pending(use=SCAN))

    edited(client, row, **{"scan-removed": "1"})

    assert Paper.objects.get().scan is None
    assert not RecordFile.objects.get().is_present


def test_a_kept_file_sent_twice_is_no_mistake(client, office):
    row = saved()
    token = sign_pending(pending(office, use=SCAN))

    answers = [edited(client, row, **{"scan-kept": token}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert RecordFile.objects.get().owner == row


def test_the_page_of_a_record_leads_to_its_file(client, office):
    row = saved(scan=pending(use=SCAN))

    page = client.get(reverse("sample_papers_paper:inspect", args=[row.pk]))

    (link,) = BeautifulSoup(page.content, "html.parser").select(f"a[href='{row.scan.url}']")
    assert link.text == "ban-quet.pdf"


def test_the_list_asks_as_often_for_many_files_as_for_one(client, office):
    url = reverse("sample_papers_paper:index")
    counts = []
    for number in range(3):
        saved(title=f"Tờ trình {number}", scan=pending(use=SCAN, data=pdf(str(number))))
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            page = client.get(url)
        counts.append(len(asked))

    assert text_of(page).count("ban-quet.pdf") == 3
    assert counts[0] == counts[2]


def test_a_hidden_file_stays_when_somebody_else_saves_the_record(client, office):
    row = saved(note=pending(use=NOTE))

    edited(client, row, **{"note-removed": "1"})

    assert Paper.objects.get().note == row.note
    assert "ban-quet.pdf" not in text_of(client.get(edit_url(row)))


def test_rows_of_a_record_bring_files_of_their_own(client, office):
    row = saved()
    typed = {"sheets-TOTAL_FORMS": "2", "sheets-0-scan": scan(), "sheets-1-scan": scan(pdf("2"))}

    response = edited(client, row, **typed)

    assert response.status_code == 302
    assert [sheet.scan.owner for sheet in Sheet.objects.all()] == [row, row]


def test_a_row_without_its_file_is_refused_and_the_other_rows_file_is_kept(client, office):
    row = saved()
    typed = {"sheets-TOTAL_FORMS": "2", "sheets-0-scan": scan(), "sheets-1-ORDER": "2"}

    wrong = edited(client, row, **typed, **{"sheets-1-scan": scan(b"x")})
    kept = value_of(wrong, "sheets-0-scan-kept")
    typed = {"sheets-TOTAL_FORMS": "2", "sheets-0-scan-kept": kept}
    edited(client, row, **typed, **{"sheets-1-scan": scan(pdf("2"))})

    assert sorted(sheet.scan.read() for sheet in Sheet.objects.all()) == sorted([pdf(), pdf("2")])


def test_the_same_file_in_two_rows_is_noticed_and_nothing_is_half_written(client, office):
    row = saved()
    typed = {"sheets-TOTAL_FORMS": "2", "sheets-0-scan": scan(), "sheets-1-scan": scan()}

    response = edited(client, row, title="Tên mới", **typed)

    assert "Hồ sơ đã có đúng tệp này" in text_of(response)
    assert (Paper.objects.get().title, Sheet.objects.count()) == ("Tờ trình", 0)


def test_a_number_of_a_file_sent_as_a_choice_is_no_file(client, office):
    theirs = Paper(title="Của người khác", scan=pending(use=SCAN))
    theirs.save()
    row = saved()

    edited(client, row, scan=str(theirs.scan.pk))

    assert Paper.objects.get(pk=row.pk).scan is None
