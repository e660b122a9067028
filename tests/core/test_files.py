"""Files of records: who opens them, what never changes, and what becomes of them."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.db import models, transaction
from django.utils import timezone, translation
from wagtail.models import DraftStateMixin

from lienhiep.accounts.choices import Role
from lienhiep.core.files import (
    RecordFileField,
    destroy_file,
    remove_pending_files,
    store_bytes,
    store_upload,
    withdraw_file,
)
from lienhiep.core.history import entries_of, record_all, verb
from lienhiep.core.models.files import RecordFile, private_storage
from lienhiep.core.period import today
from lienhiep.core.principals import ANYONE
from tests.factories.accounts import UserFactory, user_with
from tests.factories.files import docx, pdf, pending, picture
from tests.sample.models import Member
from tests.sample.papers.models import NOTE, SCAN, Paper, Sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return user_with(Role.OFFICER)


@pytest.fixture
def leader():
    return user_with(Role.LEADER)


def paper(readers="", **fields):
    row = Paper(**{"title": "Tờ trình", "readers": readers} | fields)
    row.save()
    return row


def with_scan(readers="", data=None, **fields):
    return paper(readers, scan=pending(use=SCAN, data=data), **fields)


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def body(response):
    return response.body


def ask(client, file, **headers):
    """Ask for a file and read the answer to its end."""
    response = client.get(file if isinstance(file, str) else file.url, headers=headers)
    response.body = b"".join(response)
    return response


# Onto a record and off it


def test_a_file_is_pending_until_its_record_is_saved(officer):
    file = pending(officer, use=SCAN)
    assert (file.is_pending, file.uploaded_by) == (True, officer)

    row = paper(scan=file)

    file = fresh(file)
    assert (file.owner, file.field, file.is_pending) == (row, "scan", False)
    assert file.place == f"sample_papers.paper:{row.pk}:scan"


def test_a_file_stays_pending_when_its_record_is_not_saved_after_all():
    file = pending(use=SCAN)

    with transaction.atomic():
        paper(scan=file)
        transaction.set_rollback(True)

    assert fresh(file).is_pending


def test_the_bytes_are_kept_as_they_came_under_a_name_that_says_nothing():
    file = pending(use=SCAN, name="Danh sách khen thưởng.pdf")

    assert file.read() == pdf()
    assert "khen" not in file.content.name
    assert not file.content.name.endswith(".pdf")


def test_bytes_size_and_checksum_never_change():
    file = pending(use=SCAN)

    for name, value in [("sha256", "0" * 64), ("size", 1), ("content", "x")]:
        changed = fresh(file)
        setattr(changed, name, value)
        with pytest.raises(TypeError):
            changed.save()
        with pytest.raises(TypeError):
            RecordFile.objects.filter(pk=file.pk).update(**{name: value})

    assert (fresh(file).sha256, fresh(file).size) == (file.sha256, file.size)


def test_the_retention_of_its_use_is_written_down_with_the_file():
    scan, note = pending(use=SCAN), pending(use=NOTE, data=pdf("2"))

    assert (scan.retention, scan.retention_years, scan.kept_until) == ("for_ever", None, None)
    year = timezone.localdate().year
    assert (note.retention, note.kept_until) == ("sample.note", date(year + 5, 12, 31))


def test_another_file_takes_the_old_one_off_but_keeps_its_bytes():
    row = with_scan()
    old = row.scan

    row.scan = pending(use=SCAN, data=pdf("newer"))
    row.save()

    assert (fresh(old).is_present, fresh(row.scan).is_present) == (False, True)
    assert fresh(old).read() == pdf()


def test_going_back_to_the_file_before_puts_it_on_again():
    row = with_scan()
    old = row.scan
    row.scan = pending(use=SCAN, data=pdf("newer"))
    row.save()

    row.scan = fresh(old)
    row.save()

    assert fresh(old).is_present


def test_the_file_of_a_deleted_record_is_handed_out_no_longer(leader):
    row = with_scan()
    file = row.scan

    row.delete()

    assert (fresh(file).is_present, fresh(file).may_read(leader)) == (False, False)


def test_a_file_of_another_record_cannot_be_taken():
    theirs = with_scan()

    with pytest.raises(ValidationError) as refused, transaction.atomic():
        paper(note=theirs.scan)

    assert list(refused.value.message_dict) == ["note"]
    assert fresh(theirs.scan).owner == theirs


def test_saving_other_fields_alone_leaves_the_files_as_they_are():
    row = with_scan()
    old, newer = row.scan, pending(use=SCAN, data=pdf("newer"))
    row.scan = newer

    row.save(update_fields=["title"])

    assert (fresh(old).is_present, fresh(newer).is_pending) == (True, True)


def test_files_of_records_stored_at_once_are_put_onto_them(officer):
    rows = [Paper(title=word, scan=pending(use=SCAN, data=pdf(word))) for word in ("a", "b")]

    with verb("sample.finish_visit", by=officer):
        record_all(rows)

    assert [fresh(row.scan).owner for row in rows] == rows


def test_a_record_with_drafts_cannot_hold_files():
    class Draft(DraftStateMixin, models.Model):
        scan = RecordFileField("scan", use=SCAN)

        class Meta:
            app_label = "sample_papers"
            abstract = True

    field = Draft._meta.get_field("scan")
    field.model = Draft

    assert "core.E001" in [problem.id for problem in field.check()]


def test_the_same_bytes_twice_on_one_record_are_noticed():
    row = with_scan()
    row.note = pending(use=NOTE, name="bản khác.pdf")

    with translation.override("vi"), pytest.raises(ValidationError) as refused:
        row.full_clean()

    assert refused.value.message_dict == {
        "note": ["Hồ sơ đã có đúng tệp này, với tên “ban-quet.pdf”."]
    }


def test_the_same_bytes_on_two_parts_of_one_record_are_refused_when_saved():
    row = paper()
    Sheet.objects.create(paper=row, scan=pending(use=SCAN))

    with pytest.raises(ValidationError), transaction.atomic():
        Sheet.objects.create(paper=row, scan=pending(use=SCAN))

    assert RecordFile.objects.on(row).count() == 1


def test_the_same_bytes_on_two_records_are_two_files():
    one, other = with_scan(), with_scan()

    assert (one.scan.sha256, one.scan.pk) != (other.scan.sha256, other.scan.pk)


def test_the_file_of_a_part_belongs_to_the_record():
    row = paper("role:officer")
    sheet = Sheet.objects.create(paper=row, scan=pending(use=SCAN))

    assert (fresh(sheet.scan).owner, fresh(sheet.scan).field) == (row, "")


def test_a_row_of_no_guarded_record_cannot_hold_files():
    from lienhiep.core.files.actions import owner_of
    from tests.sample.models import Town

    with pytest.raises(LookupError):
        owner_of(Town(name="Vinh"))


def test_a_part_is_followed_to_the_record_that_guards_it():
    from lienhiep.core.files.actions import owner_of
    from tests.sample.models import Club

    club = Club(name="Câu lạc bộ")
    club.save()

    assert owner_of(Member(club=club, name="A")) == club


def test_the_history_of_the_record_names_the_files_before_and_after(officer):
    row = with_scan(title="Có tệp")
    row.scan = pending(use=SCAN, name="bản mới.pdf", data=pdf("newer"))
    row.save()

    change = entries_of(row)[0].changes[0]

    assert (change.before, change.after) == ("ban-quet.pdf", "bản mới.pdf")


# Who opens a file


def test_a_reader_of_the_record_opens_its_file(client, officer):
    row = with_scan("role:officer")
    client.force_login(officer)

    response = ask(client, row.scan)

    assert (response.status_code, body(response)) == (200, pdf())
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="ban-quet.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("signed_in", [True, False])
def test_a_stranger_who_asks_for_anothers_file_meets_nothing(client, signed_in):
    row = with_scan("role:officer")
    if signed_in:
        client.force_login(UserFactory())

    response = ask(client, row.scan)

    assert response.status_code == 404
    assert "ban-quet" not in response.content.decode()


def test_a_superuser_opens_no_file_of_a_record_that_they_may_not_see(client):
    row = with_scan("role:officer")
    client.force_login(UserFactory(is_superuser=True))

    assert ask(client, row.scan).status_code == 404


def test_anybody_opens_the_file_of_a_public_record(client):
    row = with_scan(ANYONE)

    assert body(ask(client, row.scan)) == pdf()


def test_the_file_of_a_hidden_field_is_hidden_too(client, officer, leader):
    row = paper("role:officer", note=pending(use=NOTE))

    client.force_login(officer)
    assert ask(client, row.note).status_code == 404

    client.force_login(leader)
    assert ask(client, row.note).status_code == 200


def test_a_pending_file_is_opened_by_its_uploader_only(client, officer, leader):
    file = pending(officer, use=SCAN)

    answers = []
    for user in (officer, leader):
        client.force_login(user)
        answers.append(ask(client, file).status_code)

    assert answers == [200, 404]
    assert not pending(use=SCAN).may_read(AnonymousUser())


def test_the_rule_and_the_list_agree_for_every_file_and_reader(officer, leader):
    stranger = UserFactory()
    rows = [with_scan(ANYONE), with_scan("role:officer"), with_scan()]
    for number, row in enumerate(rows):
        row.note = pending(use=NOTE, data=pdf(f"note {number}"))
        row.save()
        Sheet.objects.create(paper=row, scan=pending(use=SCAN, data=pdf(f"sheet {number}")))
    pending(officer, use=SCAN)
    pending(use=SCAN)
    rows[1].scan = None
    rows[1].save()

    for user in (officer, leader, stranger, AnonymousUser()):
        listed = set(RecordFile.objects.visible_to(user))
        assert listed == {file for file in RecordFile.objects.all() if file.may_read(user)}


@pytest.mark.parametrize(
    ("name", "data", "way"),
    [
        ("ảnh.png", picture("PNG"), "inline"),
        ("tờ trình.docx", docx(), "attachment"),
        ("ghi chú.txt", b"<script>alert(1)</script>", "attachment"),
    ],
)
def test_a_browser_shows_only_what_cannot_run(client, leader, name, data, way):
    row = paper(note=pending(use=NOTE, name=name, data=data))
    client.force_login(leader)

    response = ask(client, row.note)

    assert response["Content-Disposition"].startswith(f"{way}; filename*=utf-8''")
    assert response["Content-Security-Policy"].endswith("; sandbox")


def test_another_name_in_the_address_changes_nothing(client):
    file = with_scan(ANYONE).scan

    response = ask(client, file.url.replace("ban-quet.pdf", "virus.exe"))

    assert response["Content-Disposition"] == 'inline; filename="ban-quet.pdf"'


def test_an_unchanged_file_is_not_sent_twice(client):
    file = with_scan(ANYONE).scan
    first = ask(client, file)

    again = ask(client, file, **{"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=0-3", b"%PDF"),
        ("bytes=5-7", b"1.4"),
        ("bytes=-6", b"%%EOF\n"),
    ],
)
def test_a_part_of_a_file_is_sent_alone(client, asked, part):
    file = with_scan(ANYONE).scan

    response = ask(client, file, Range=asked)

    assert (response.status_code, body(response)) == (206, part)
    assert response["Content-Length"] == str(len(part))


def test_a_part_to_the_end_says_where_it_lies(client):
    file = with_scan(ANYONE).scan

    response = ask(client, file, Range="bytes=9-")

    assert body(response) == pdf()[9:]
    assert response["Content-Range"] == f"bytes 9-{file.size - 1}/{file.size}"


@pytest.mark.parametrize("asked", ["bytes=999999-", "bytes=5-2", "bytes=-0"])
def test_a_part_that_does_not_exist_is_refused_with_the_size(client, asked):
    file = with_scan(ANYONE).scan

    response = ask(client, file, Range=asked)

    assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{file.size}")


def test_a_part_of_another_version_is_answered_with_the_whole(client):
    file = with_scan(ANYONE).scan

    response = ask(client, file, **{"Range": "bytes=0-3", "If-Range": '"old"'})

    assert (response.status_code, body(response)) == (200, pdf())


def test_nginx_sends_the_bytes_where_it_is_told_to(client, settings):
    settings.FILES_ACCEL_PREFIX = "/_tep/"
    file = with_scan(ANYONE).scan

    response = ask(client, file)

    assert response["X-Accel-Redirect"] == f"/_tep/{file.content.name}"
    assert (response.content, response["Content-Type"]) == (b"", "application/pdf")


def test_nginx_is_not_asked_on_behalf_of_a_stranger(client, settings):
    settings.FILES_ACCEL_PREFIX = "/_tep/"

    response = ask(client, with_scan().scan)

    assert (response.status_code, response.has_header("X-Accel-Redirect")) == (404, False)


def test_missing_bytes_are_not_found(client, caplog):
    file = with_scan(ANYONE).scan
    private_storage().delete(file.content.name)

    response = ask(client, file)

    assert (response.status_code, str(file.uuid) in caplog.text) == (404, True)


def test_a_file_is_not_written_to(client):
    file = with_scan(ANYONE).scan

    assert client.post(file.url).status_code == 405


# Taken back, and the end


def test_a_withdrawn_file_is_gone_at_once_and_stays_gone(client, leader):
    row = with_scan(ANYONE)
    etag = ask(client, row.scan)["ETag"]

    withdraw_file(file=row.scan, by=leader, reason="Đăng nhầm bản nháp")
    fresh(row).save()

    response = ask(client, row.scan, **{"If-None-Match": etag})
    assert response.status_code == 404
    assert ask(client, row.scan).status_code == 404


def test_a_withdrawal_stands_in_the_history_of_the_record(leader):
    row = with_scan()

    withdraw_file(file=row.scan, by=leader, reason="Đăng nhầm bản nháp")

    entry = entries_of(row)[0]
    assert (entry.log.action, entry.log.user, entry.reason) == (
        "core.withdraw_file",
        leader,
        "Đăng nhầm bản nháp",
    )


def test_a_withdrawal_needs_a_reason_and_happens_once(leader):
    row = with_scan()

    with pytest.raises(ValidationError):
        withdraw_file(file=row.scan, by=leader, reason=" ")
    withdraw_file(file=row.scan, by=leader, reason="Nhầm")
    with pytest.raises(ValidationError):
        withdraw_file(file=fresh(row.scan), by=leader, reason="Nhầm")


def test_a_file_kept_for_ever_is_never_destroyed(leader):
    file = with_scan().scan

    with pytest.raises(ValidationError):
        destroy_file(file=file, by=leader, reason="Hết chỗ", on=date(2999, 1, 1))


def test_a_file_is_destroyed_only_after_its_time_and_off_its_record(
    leader, django_capture_on_commit_callbacks
):
    row = paper(note=pending(use=NOTE))
    file = row.note
    end = fresh(file).kept_until

    for day in (end, end + timedelta(days=1)):
        with pytest.raises(ValidationError):
            destroy_file(file=fresh(file), by=leader, reason="Hết hạn", on=day)
    row.note = None
    row.save()
    with django_capture_on_commit_callbacks(execute=True):
        destroy_file(file=fresh(file), by=leader, reason="Hết hạn", on=end + timedelta(days=1))

    assert not private_storage().exists(file.content.name)
    assert (fresh(file).sha256, fresh(file).name) == (file.sha256, file.name)


def test_erasing_takes_bytes_and_name_before_the_time(leader, django_capture_on_commit_callbacks):
    row = with_scan()

    with translation.override("vi"), django_capture_on_commit_callbacks(execute=True):
        destroy_file(file=row.scan, by=leader, reason="Theo yêu cầu", on=today(), erasing=True)

    assert not private_storage().exists(row.scan.content.name)
    assert (fresh(row.scan).name, fresh(row.scan).is_present) == ("Tệp đã xóa", False)


def test_files_without_a_record_are_removed_after_a_day_and_no_others():
    old, new, held = pending(use=SCAN), pending(use=SCAN), with_scan().scan
    long_ago = timezone.now() - timedelta(days=1, minutes=1)
    RecordFile.objects.filter(pk__in=[old.pk, held.pk]).update(uploaded_at=long_ago)

    removed = remove_pending_files()

    assert removed == 1
    assert set(RecordFile.objects.all()) == {new, held}
    assert [private_storage().exists(f.content.name) for f in (old, new, held)] == [
        False,
        True,
        True,
    ]


def test_what_was_half_written_when_the_program_stopped_is_cleared(monkeypatch):
    def stop(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(type(private_storage()), "save", stop)
    with pytest.raises(KeyboardInterrupt):
        pending(use=SCAN)

    assert remove_pending_files(timezone.now() + timedelta(days=2)) == 1
    assert RecordFile.objects.count() == 0


def test_bytes_stay_where_a_row_names_a_file_that_was_put_onto_no_record(caplog):
    file = pending(use=SCAN)
    row = paper()
    models.QuerySet(Paper).filter(pk=row.pk).update(scan=file)

    removed = remove_pending_files(timezone.now() + timedelta(days=2))

    assert (removed, fresh(file).read()) == (0, pdf())
    assert str(file.uuid) in caplog.text


def test_a_large_file_is_taken_from_the_disk_and_sent_in_pieces(client):
    data = pdf("x" * 2 * 1024 * 1024)
    upload = TemporaryUploadedFile("lớn.pdf", "application/pdf", len(data), None)
    upload.write(data)
    file = store_upload(upload=upload, use=SCAN, by=None)
    upload.close()
    paper(ANYONE, scan=file)

    response = client.get(file.url)
    pieces = list(response.streaming_content)

    assert b"".join(pieces) == data
    assert len(pieces) > 1
    assert response["Content-Length"] == str(len(data))


def test_a_file_made_by_the_program_is_checked_like_any_other():
    with pytest.raises(ValidationError):
        store_bytes(name="a.pdf", data=b"no pdf", use=SCAN, by=None)

    assert RecordFile.objects.count() == 0
