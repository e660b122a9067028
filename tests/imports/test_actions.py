"""A spreadsheet sent in, tried out, recorded and taken back."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.history import entries_of
from lienhiep.core.models import SearchEntry
from lienhiep.directory.models import Affiliation, Person
from lienhiep.imports.actions import load_batch, recheck_batch, take_in_file, undo_batch
from lienhiep.imports.choices import BatchState
from lienhiep.imports.models import ImportBatch, ImportRow
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.imports.conftest import outcomes

pytestmark = pytest.mark.django_db

NO_ADDRESS = "Địa chỉ thư điện tử chưa đúng, ví dụ đúng: van.phong@example.vn."
HEADS = ["Họ và tên", "Ngày sinh", "Thư điện tử", "Nơi công tác"]


def test_a_trial_records_nothing_and_says_what_the_recording_would_do(send):
    OrganisationFactory(name="Sở Khoa học và Công nghệ")

    batch = send(
        HEADS,
        ["TS. Nguyễn Thị Lâm", date(1975, 9, 2), "", "so khoa hoc va cong nghe"],
        ["Trần Khoa", "31/02/1980", "khong-phai-thu", "Sở Không Có"],
        ["Lê Sơn", "", "khong-phai-thu", ""],
        ["Phan Yến", "", "", "Sở Không Có"],
    )

    assert batch.state == BatchState.CHECKED
    assert outcomes(batch) == [
        (2, "ready", []),
        (3, "wrong", ["Ngày sinh: Trong lịch không có ngày “31/02/1980”."]),
        (
            4,
            "wrong",
            [f"Địa chỉ thư điện tử: {NO_ADDRESS}"],
        ),
        (
            5,
            "wrong",
            [
                "Nơi công tác: Danh bạ chưa có tổ chức “Sở Không Có”. "
                "Hãy nhập tổ chức này vào danh bạ trước."
            ],
        ),
    ]
    assert Person.objects.filter(full_name="Nguyễn Thị Lâm").count() == 0
    assert SearchEntry.objects.filter(title__contains="Nguyễn Thị Lâm").count() == 0


def test_rows_that_can_be_recorded_are_and_the_others_wait(send, clerk):
    OrganisationFactory(name="Sở Khoa học và Công nghệ")
    batch = send(
        HEADS,
        ["TS. Nguyễn Thị Lâm", "02/09/1975", "", "Sở Khoa học và Công nghệ"],
        ["", "02/09/1975", "", ""],
    )

    load_batch(batch=batch, by=clerk)

    person = Person.objects.get(full_name="Nguyễn Thị Lâm")
    batch.refresh_from_db()
    assert batch.state == BatchState.LOADED
    assert (person.titles, person.birth_date) == ("TS", date(1975, 9, 2))
    assert Affiliation.objects.filter(person=person).count() == 1
    assert outcomes(batch) == [
        (2, "loaded", []),
        (3, "wrong", ["Họ và tên: Ô này phải có nội dung."]),
    ]
    assert [entry.who for entry in entries_of(person)] == [str(clerk)]


def test_whoever_is_known_already_is_not_doubled(send, clerk):
    known = PersonFactory(full_name="Nguyễn Thị Lâm", birth_date=date(1975, 9, 2))

    batch = send(HEADS, ["nguyễn thị lâm", "02/09/1975", "", ""], ["Trần Khoa", "", "", ""])
    load_batch(batch=batch, by=clerk)

    assert outcomes(batch) == [
        (2, "known", [f"Đã có trong hệ thống: “{known}”."]),
        (3, "loaded", []),
    ]
    assert Person.objects.named_like("nguyen thi lam").count() == 1


def test_a_namesake_with_another_birth_date_is_another_person(send, clerk):
    PersonFactory(full_name="Nguyễn Thị Lâm", birth_date=date(1950, 1, 1))

    batch = send(HEADS, ["Nguyễn Thị Lâm", "02/09/1975", "", ""])
    load_batch(batch=batch, by=clerk)

    assert Person.objects.named_like("nguyen thi lam").count() == 2


def test_one_person_with_two_birth_dates_is_refused(send):
    PersonFactory(full_name="Nguyễn Thị Lâm", birth_date=date(1950, 1, 1), email="lam@example.vn")

    batch = send(HEADS, ["Nguyễn Thị Lâm", "02/09/1975", "LAM@example.vn", ""])

    assert outcomes(batch) == [
        (
            2,
            "wrong",
            [
                "Ngày sinh: Nguyễn Thị Lâm đã có trong danh bạ với ngày sinh khác: 01/01/1950.",
            ],
        )
    ]


def test_one_of_several_namesakes_must_be_told_apart(send):
    PersonFactory(full_name="Nguyễn Thị Lâm")
    PersonFactory(full_name="Nguyễn Thị Lâm")

    batch = send(HEADS, ["Nguyễn Thị Lâm", "", "", ""])

    assert outcomes(batch)[0][1] == "wrong"


def test_a_row_twice_in_the_file_is_recorded_once(send, clerk):
    batch = send(HEADS, *[["Nguyễn Thị Lâm", "02/09/1975", "", ""]] * 30)

    load_batch(batch=batch, by=clerk)

    assert Person.objects.named_like("nguyen thi lam").count() == 1
    assert batch.rows.counts() == {"loaded": 1, "known": 29}


def test_an_import_is_taken_back_as_a_whole(send, clerk):
    batch = send(HEADS, ["Nguyễn Thị Lâm", "", "", ""], ["Trần Khoa", "", "", ""])
    load_batch(batch=batch, by=clerk)

    undo_batch(batch=batch, reason="Gửi nhầm tệp", by=clerk)

    batch.refresh_from_db()
    assert batch.state == BatchState.UNDONE
    assert batch.rows.counts() == {"undone": 2}
    assert Person.objects.named_like("nguyen thi lam").count() == 0
    assert SearchEntry.objects.filter(title__contains="Trần Khoa").count() == 0


def test_what_was_changed_or_used_since_is_kept_and_named(send, clerk):
    batch = send(
        HEADS, ["Nguyễn Thị Lâm", "", "", ""], ["Trần Khoa", "", "", ""], ["Lê Sơn", "", "", ""]
    )
    load_batch(batch=batch, by=clerk)
    changed = Person.objects.get(full_name="Nguyễn Thị Lâm")
    changed.phone = "0238 3844 000"
    changed.save()

    undo_batch(batch=batch, reason="Gửi nhầm tệp", by=clerk)

    assert outcomes(batch) == [
        (2, "kept", ["“Nguyễn Thị Lâm” đã được sửa sau khi nhập."]),
        (3, "undone", []),
        (4, "undone", []),
    ]


def test_nothing_is_recorded_or_taken_back_twice(send, clerk):
    batch = send(HEADS, ["Nguyễn Thị Lâm", "", "", ""])
    load_batch(batch=batch, by=clerk)

    with pytest.raises(ValidationError):
        load_batch(batch=batch, by=clerk)
    with pytest.raises(ValidationError):
        recheck_batch(batch=batch, by=clerk)
    undo_batch(batch=batch, reason="Gửi nhầm tệp", by=clerk)
    with pytest.raises(ValidationError):
        undo_batch(batch=batch, reason="Gửi nhầm tệp", by=clerk)


def test_taking_back_wants_a_reason(send, clerk):
    batch = send(HEADS, ["Nguyễn Thị Lâm", "", "", ""])
    load_batch(batch=batch, by=clerk)

    with pytest.raises(ValidationError) as refusal:
        undo_batch(batch=batch, reason=" ", by=clerk)

    assert list(refusal.value.message_dict) == ["reason"]


def test_rows_are_tried_out_again_after_something_was_corrected_here(send, clerk):
    batch = send(HEADS, ["Nguyễn Thị Lâm", "", "", "Sở Mới"])
    OrganisationFactory(name="Sở Mới")

    recheck_batch(batch=batch, by=clerk)

    assert outcomes(batch) == [(2, "ready", [])]


def test_somebody_without_the_right_sends_nothing_in(send, stranger):
    with pytest.raises(ValidationError):
        send(HEADS, ["Nguyễn Thị Lâm", "", "", ""], by=stranger)

    assert ImportBatch.objects.count() == 0


def test_a_refused_file_leaves_no_rows(clerk):
    with pytest.raises(ValidationError) as refusal:
        take_in_file(sheet="persons", file=None, by=clerk)

    assert list(refusal.value.message_dict) == ["file"]
    assert ImportRow.objects.count() == 0
