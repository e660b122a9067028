"""Row-safe screens: what a reader may not see is in no list, form, export, chooser or history."""

import csv
import io
import json
import unicodedata
from datetime import date, datetime

import openpyxl
import pytest
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of, verb
from tests.asking import questions
from tests.factories.accounts import user_with
from tests.sample.models import Club
from tests.sample.screens.models import Receipt, Stop, Visit

pytestmark = pytest.mark.django_db

OFFICER = "role:officer"
WITHHELD = "(chưa mở cho bạn)"


@pytest.fixture
def officer():
    return user_with(Role.OFFICER, full_name="Trần Thị Cán Bộ")


@pytest.fixture
def leader():
    return user_with(Role.LEADER, full_name="Lê Văn Lãnh Đạo")


@pytest.fixture
def office(client, officer):
    client.force_login(officer)
    return client


@pytest.fixture
def open_club():
    return saved(Club(name="Câu lạc bộ mở", readers=OFFICER))


@pytest.fixture
def hidden_club():
    return saved(Club(name="Câu lạc bộ kín"))


def saved(row):
    row.save()
    return row


def visit(number=1, **fields):
    return saved(
        Visit(**{"name": f"Chuyến {number}", "number": number, "readers": OFFICER} | fields)
    )


def url(name, *args):
    return reverse(f"sample_screens_visit:{name}", args=args)


def form_of(**fields):
    return {
        "name": "Chuyến mới",
        "number": "7",
        "readers": OFFICER,
        "club": "",
        "stops-TOTAL_FORMS": "0",
        "stops-INITIAL_FORMS": "0",
        "stops-MIN_NUM_FORMS": "0",
        "stops-MAX_NUM_FORMS": "1000",
    } | fields


def page(response):
    return response.content.decode()


def csv_rows(response):
    text = b"".join(response.streaming_content)
    assert text.startswith("\ufeff".encode())
    return list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))


# Lists


def test_a_list_shows_and_counts_only_visible_rows(office):
    visit(1, name="Chuyến của tôi")
    visit(2, name="Chuyến kín", readers="")

    response = office.get(url("index"))

    assert [row.name for row in response.context["object_list"]] == ["Chuyến của tôi"]
    assert "Chuyến kín" not in page(response)


def test_a_list_leads_from_the_title_to_the_records_page(office):
    row = visit()

    response = office.get(url("index"))

    assert f'href="{url("inspect", row.pk)}"' in page(response)


def test_a_hidden_column_is_in_no_list_no_export_and_no_filter(office):
    visit(1, paid=123456)

    shown = office.get(url("index"))
    exported = csv_rows(office.get(url("index"), {"export": "csv"}))
    guessed = office.get(url("index"), {"paid": "5"})

    assert "123456" not in page(shown)
    assert exported[0] == ["Name", "Number", "Club", "Done"]
    assert len(guessed.context["object_list"]) == 1


def test_a_leader_sees_the_column_that_is_hidden_from_officers(client, leader):
    visit(1, paid=123456)
    client.force_login(leader)

    assert "123456" in page(client.get(url("index")))
    assert len(client.get(url("index"), {"paid": "5"}).context["object_list"]) == 0


def test_a_hidden_column_cannot_be_sorted_by(office):
    visit(1, paid=2)
    visit(2, paid=1)

    response = office.get(url("index"), {"ordering": "paid"})

    assert [row.number for row in response.context["object_list"]] == [1, 2]


def test_a_record_named_in_a_list_is_withheld_from_those_who_may_not_see_it(
    office, open_club, hidden_club
):
    visit(1, club=open_club)
    visit(2, club=hidden_club)

    shown = page(office.get(url("index")))
    exported = csv_rows(office.get(url("index"), {"export": "csv"}))

    assert "Câu lạc bộ mở" in shown
    assert "Câu lạc bộ kín" not in shown
    assert [line[2] for line in exported[1:]] == ["Câu lạc bộ mở", WITHHELD]


def test_filters_offer_only_visible_records(office, open_club, hidden_club):
    visit(1, club=hidden_club)

    response = office.get(url("index"))
    guessed = office.get(url("index"), {"club": hidden_club.pk})

    assert "Câu lạc bộ mở" in page(response)
    assert "Câu lạc bộ kín" not in page(response)
    assert guessed.context["filters"].is_valid() is False


def test_a_list_is_searched_in_the_search_table(office):
    saved(Club(name="Hội Nghệ An", readers=OFFICER))
    saved(Club(name="Hội Điện lực", readers=OFFICER))
    saved(Club(name="Hội Nghệ nhân kín"))

    found = office.get(reverse("sample_club:index"), {"q": "nghe"})

    assert [row.name for row in found.context["object_list"]] == ["Hội Nghệ An"]


@pytest.mark.parametrize("name", ["sample_screens_visit:index", "sample_club:index"])
def test_a_list_asks_as_often_for_thirty_rows_as_for_one(office, hidden_club, name):
    address = reverse(name)
    saved(Club(name="Câu lạc bộ 1", readers=OFFICER))
    visit(1, club=hidden_club)

    one = questions(lambda: office.get(address))
    for number in range(2, 31):
        visit(number, club=saved(Club(name=f"Câu lạc bộ {number}", readers=OFFICER)))

    assert questions(lambda: office.get(address)) == one


# Exports


def test_a_csv_keeps_formulas_as_text_and_writes_dates_as_an_office_does(office):
    saved(Club(name="=HYPERLINK(1)", founded=date(2022, 3, 1), readers=OFFICER, is_public=True))

    rows = csv_rows(office.get(reverse("sample_club:index"), {"export": "csv"}))

    assert rows[1] == ["'=HYPERLINK(1)", "Science", "01/03/2022", "", "Có"]


def test_a_csv_escapes_the_name_of_a_related_record(office):
    visit(1, club=saved(Club(name="+1+1", readers=OFFICER)))

    rows = csv_rows(office.get(url("index"), {"export": "csv"}))

    assert rows[1][2] == "'+1+1"


def test_an_excel_file_holds_text_where_text_was_written(office):
    saved(Club(name="=1+1\x0b", readers=OFFICER))

    response = office.get(reverse("sample_club:index"), {"export": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content))).active

    assert sheet["A2"].value == "=1+1"
    assert sheet["A2"].data_type == "s"


def test_an_excel_file_holds_days_as_days_written_day_first(office):
    saved(Club(name="Câu lạc bộ", founded=date(2022, 3, 1), readers=OFFICER))

    response = office.get(reverse("sample_club:index"), {"export": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    days = [cell for cell in sheet[2] if isinstance(cell.value, datetime)]

    assert [cell.value.date() for cell in days] == [date(2022, 3, 1)]
    assert [cell.number_format for cell in days] == ["dd/mm/yyyy"]
    assert sheet.title == "Clubs"


# Pages of a record


def test_a_hidden_record_does_not_exist_and_a_closed_verb_says_why(office):
    hidden, done = visit(1, readers=""), visit(2, is_done=True)

    assert office.get(url("inspect", hidden.pk)).status_code == 404
    refused = office.get(url("edit", done.pk))
    assert refused.status_code == 403
    assert "chưa" in page(refused) or "không" in page(refused)


def test_the_page_of_a_record_withholds_hidden_names_and_fields(office, hidden_club, open_club):
    row = visit(1, club=hidden_club, paid=123456)
    row.others.set([hidden_club, open_club])

    shown = page(office.get(url("inspect", row.pk)))

    assert WITHHELD in shown
    assert "Câu lạc bộ kín" not in shown
    assert "Câu lạc bộ mở" in shown
    assert "123456" not in shown


def test_the_history_withholds_hidden_names_and_fields(office, hidden_club, officer):
    row = visit(1, paid=5)
    row.club, row.paid = hidden_club, 987654
    row.save()

    shown = page(office.get(url("history", row.pk)))

    assert WITHHELD in shown
    assert "Câu lạc bộ kín" not in shown
    assert "987654" not in shown


# Forms


def test_a_form_offers_only_visible_records_in_itself_and_in_its_lines(
    office, open_club, hidden_club
):
    shown = page(office.get(url("add")))

    assert "Câu lạc bộ mở" in shown
    assert "Câu lạc bộ kín" not in shown


def test_an_id_typed_by_hand_is_refused_at_the_field_and_names_nothing(office, hidden_club):
    response = office.post(url("add"), form_of(club=hidden_club.pk))

    assert list(response.context["form"].errors) == ["club"]
    assert "Câu lạc bộ kín" not in page(response)
    assert Visit.objects.count() == 0


def test_an_id_typed_by_hand_in_a_line_is_refused(office, hidden_club):
    typed = {"stops-TOTAL_FORMS": "1", "stops-0-club": str(hidden_club.pk), "stops-0-id": ""}

    response = office.post(url("add"), form_of(**typed))

    assert response.status_code == 200
    assert "Câu lạc bộ kín" not in page(response)
    assert Visit.objects.count() == 0


def test_saving_keeps_a_link_that_the_reader_may_not_see(office, hidden_club):
    row = visit(7, club=hidden_club)
    row.others.set([hidden_club])

    shown = page(office.get(url("edit", row.pk)))
    response = office.post(
        url("edit", row.pk), form_of(club=hidden_club.pk, others=[hidden_club.pk])
    )

    row.refresh_from_db()
    assert "Câu lạc bộ kín" not in shown
    assert shown.count(WITHHELD) == 2
    assert response.status_code == 302
    assert (row.club, list(row.others.all())) == (hidden_club, [hidden_club])


def test_a_hidden_field_cannot_be_written(office):
    row = visit(7, paid=10)

    office.post(url("edit", row.pk), form_of(paid="99"))

    row.refresh_from_db()
    assert (row.name, row.paid) == ("Chuyến mới", 10)


def test_a_new_record_stands_in_the_history_once_with_its_lines(office, officer, open_club):
    lines = {"stops-TOTAL_FORMS": "1", "stops-0-club": str(open_club.pk), "stops-0-id": ""}

    response = office.post(url("add"), form_of(**lines))

    row = Visit.objects.get()
    entries = entries_of(row)
    assert response.url == url("inspect", row.pk)
    assert [entry.who for entry in entries] == [officer.full_name]
    assert [child[0] for child in entries[0].children] == [f"Stop «{open_club}»"]
    assert Stop.objects.count() == 1


def test_a_change_stands_in_the_history_once_with_what_was_and_is(office):
    row = visit(7, name="Chuyến cũ")

    office.post(url("edit", row.pk), form_of())

    newest = entries_of(row)[0]
    assert len(entries_of(row)) == 2
    assert [(change.field, change.before, change.after) for change in newest.changes] == [
        ("name", "Chuyến cũ", "Chuyến mới")
    ]


def test_whoever_saves_over_a_change_of_another_is_told_and_loses_nothing(office, leader):
    row = visit(7)
    seen = office.get(url("edit", row.pk)).context["row_version"]
    with verb("wagtail.edit", by=leader, about=row):
        row.name = "Chuyến của lãnh đạo"
        row.save()

    response = office.post(url("edit", row.pk), form_of(_version=seen))

    row.refresh_from_db()
    assert row.name == "Chuyến của lãnh đạo"
    assert "Lê Văn Lãnh Đạo" in response.context["form"].non_field_errors()[0]
    assert 'value="Chuyến mới"' in page(response)

    again = office.post(url("edit", row.pk), form_of(_version=response.context["row_version"]))

    row.refresh_from_db()
    assert (again.status_code, row.name) == (302, "Chuyến mới")


def test_a_number_recorded_by_another_meanwhile_is_a_message_and_not_a_crash(office, monkeypatch):
    visit(7, readers="")
    monkeypatch.setattr(Visit, "validate_unique", lambda self, exclude=None: None)

    response = office.post(url("add"), form_of())

    assert response.status_code == 200
    assert response.context["form"].non_field_errors() == [
        "Vừa có người khác ghi nhận trùng số hoặc tên này. Nội dung bạn nhập vẫn còn; "
        "hãy sửa chỗ trùng rồi lưu lại."
    ]
    assert Visit.objects.count() == 1


def test_typed_text_is_cleaned_and_days_are_read_as_an_office_writes_them(office):
    decomposed = unicodedata.normalize("NFD", "Hội Điện lực")
    add = reverse("sample_club:add")

    refused = office.post(add, {"name": decomposed, "founded": "31/02/2022", "readers": OFFICER})
    office.post(add, {"name": decomposed, "founded": "10/01/2023", "readers": OFFICER})

    club = Club.objects.get()
    assert list(refused.context["form"].errors) == ["founded"]
    assert (club.name, club.founded) == ("Hội Điện lực", date(2023, 1, 10))


def test_a_form_sent_twice_is_recorded_once(office):
    add = reverse("sample_club:add")
    mark = office.get(add).context["form"]["_once"].value()
    typed = {"name": "Hội Điện lực", "readers": OFFICER, "_once": mark}

    first, second = office.post(add, typed), office.post(add, typed)

    assert Club.objects.count() == 1
    assert first.url == second.url


def test_a_copy_is_a_new_record_and_never_changes_the_one_copied(office):
    row = visit(7, name="Chuyến gốc")

    shown = office.get(url("copy", row.pk))
    sent_here = office.post(url("copy", row.pk), form_of())

    row.refresh_from_db()
    assert shown.context["action_url"] == url("add")
    assert (sent_here.status_code, row.name) == (405, "Chuyến gốc")


# Deleting


def test_a_record_on_which_others_stand_is_not_deleted_and_they_are_named(office):
    row = visit()
    Receipt(visit=row).save()

    response = office.post(url("delete", row.pk))

    assert response.status_code == 409
    assert "Receipts" in page(response)
    assert Visit.objects.count() == 1
    assert len(entries_of(row)) == 1


def test_a_deleted_record_stands_in_the_history_with_its_last_values(office, officer):
    from wagtail.models import ModelLogEntry

    row = visit(3, name="Chuyến bỏ")

    response = office.post(url("delete", row.pk))

    log = ModelLogEntry.objects.filter(action="wagtail.delete").get()
    assert response.url == url("index")
    assert (log.object_id, log.user, log.label) == (str(row.pk), officer, "Chuyến bỏ")
    assert log.data["changes"]["name"] == {"before": "Chuyến bỏ", "after": None}


# Verbs


def test_a_verb_is_a_button_where_the_record_admits_it(office):
    row, done = visit(1), visit(2, is_done=True)

    assert url("do_finish", row.pk) in page(office.get(url("inspect", row.pk)))
    assert url("do_finish", done.pk) not in page(office.get(url("inspect", done.pk)))


def test_a_verb_is_done_named_in_the_history_and_leads_back(office):
    row = visit()

    response = office.post(url("do_finish", row.pk), {"note": "xong rồi"})

    row.refresh_from_db()
    newest = entries_of(row)[0]
    assert response.url == url("inspect", row.pk)
    assert row.is_done is True
    assert (newest.what, newest.reason) == ("Finish", "xong rồi")


def test_what_a_verb_refuses_stands_at_the_field_and_nothing_is_lost(office):
    row = visit()

    response = office.post(url("do_finish", row.pk), {"note": "x"})

    assert response.context["form"].errors == {"note": ["Too short."]}
    assert 'value="x"' in page(response)


def test_a_verb_that_the_record_no_longer_admits_is_refused(office):
    row = visit(is_done=True)

    assert office.post(url("do_finish", row.pk), {"note": "xong rồi"}).status_code == 403


# Choosers


def chooser(name, *args):
    return reverse(f"sample_club_chooser:{name}", args=args)


def test_a_chooser_offers_finds_and_names_visible_records_only(office, open_club, hidden_club):
    offered = page(office.get(chooser("choose")))
    found = page(office.get(chooser("choose_results"), {"q": "cau lac"}))

    assert ("Câu lạc bộ mở" in found, "Câu lạc bộ kín" in offered + found) == (True, False)
    assert office.get(chooser("chosen", open_club.pk)).status_code == 200
    assert office.get(chooser("chosen", hidden_club.pk)).status_code == 404
    assert office.get(chooser("chosen", "x")).status_code == 404


def test_a_chooser_of_several_leaves_hidden_ones_out(office, open_club, hidden_club):
    asked = {"id": [open_club.pk, hidden_club.pk, "x"], "multiple": "1"}

    answer = json.loads(office.get(chooser("chosen_multiple"), asked).content)

    assert [one["title"] for one in answer["result"]] == ["Câu lạc bộ mở"]


# What is typed by hand where an id belongs

BEYOND = "99999999999999999999999"


@pytest.mark.parametrize("typed", ["abc", "31/02/2022", "\x00", "1.5", BEYOND])
def test_what_is_no_id_is_refused_at_the_chooser_and_nothing_is_lost(office, typed):
    response = office.post(url("add"), form_of(club=typed, name="Chuyến giữ lại"))

    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["club"]
    assert 'value="Chuyến giữ lại"' in page(response)


def test_an_id_that_no_database_holds_is_refused_among_several(office):
    response = office.post(url("add"), form_of(others=[BEYOND]))

    assert list(response.context["form"].errors) == ["others"]


@pytest.mark.parametrize("typed", [BEYOND, "²", "-1"])
def test_a_chooser_of_several_leaves_out_what_is_no_id(office, open_club, typed):
    asked = {"id": [open_club.pk, typed], "multiple": "1"}

    answer = json.loads(office.get(chooser("chosen_multiple"), asked).content)

    assert [one["title"] for one in answer["result"]] == ["Câu lạc bộ mở"]
