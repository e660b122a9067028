"""What is stored is checked against itself."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from lienhiep.core import data_checks
from lienhiep.core.data_checks import Finding, all_checks, data_check
from lienhiep.core.guarding import RecordKey
from lienhiep.core.models import SearchEntry
from lienhiep.core.models.files import private_storage
from lienhiep.core.search.index import index
from tests.factories.files import pending
from tests.sample.models import Club
from tests.sample.papers.models import SCAN, Paper

pytestmark = pytest.mark.django_db


def findings_of(name):
    check = next(check for check in all_checks() if check.name == name)
    return [finding.message for finding in check.find()]


@pytest.fixture
def only_ours(monkeypatch):
    monkeypatch.setattr(data_checks, "_checks", {})


def test_a_house_in_order_has_no_findings():
    Club.objects.create(name="Hội")

    assert findings_of("core.search") == []


def test_a_record_that_searching_would_miss_is_found():
    Club._base_manager.bulk_create([Club(name="Hội")])

    assert findings_of("core.search") == ["Tìm kiếm không thấy Club “Hội”."]


def test_an_entry_without_its_record_is_found():
    lost = Club.objects.create(name="Hội")
    Club._base_manager.filter(pk=lost.pk).delete()

    assert findings_of("core.search") == [
        f"Club {lost.pk} còn trong bảng tìm kiếm nhưng hồ sơ không còn."
    ]


def test_words_that_are_lost_are_found():
    Club.objects.create(name="Hội")
    index().remove(SearchEntry.objects.values_list("place", flat=True))

    assert findings_of("core.search") == ["Chỉ mục toàn văn có 0 mục, lẽ ra phải có 1."]


def test_keys_that_differ_from_what_the_record_says_are_found():
    kept = Club.objects.create(name="Hội giữ", readers="role:officer")
    opened = Club.objects.create(name="Hội hở", readers="role:officer")
    RecordKey.objects.filter(object_id=opened.pk).update(key="anyone")
    lost = Club.objects.create(name="Hội mất", readers="role:officer")
    Club._base_manager.filter(pk=lost.pk).delete()

    assert findings_of("core.keys") == [
        "Những người được xem club “Hội hở” khác với điều hồ sơ quy định.",
        f"Club {lost.pk} còn người được xem nhưng hồ sơ không còn.",
    ]
    assert RecordKey.objects.filter(object_id=kept.pk).count() == 1


def test_a_file_that_is_missing_or_others_is_found():
    papers = [Paper(title=word, scan=pending(use=SCAN, name=f"{word}.pdf")) for word in "abc"]
    for paper in papers:
        paper.save()
    sound, gone, changed = (paper.scan.content.name for paper in papers)
    private_storage().delete(gone)
    Path(private_storage().path(changed)).write_bytes(b"other")

    assert findings_of("core.files") == [
        f"Tệp “b.pdf” không còn trong kho ({gone}).",
        f"Nội dung tệp “c.pdf” khác với khi gửi vào ({changed}).",
    ]
    assert private_storage().exists(sound)


def test_check_data_ends_well_where_nothing_is_wrong(only_ours, capsys):
    data_check("sample.fine", label="All is fine")(list)

    call_command("check_data")

    assert capsys.readouterr().out == "All is fine: không có sai sót\n"


def test_check_data_fails_and_prints_what_it_found_for_programs(only_ours, capsys):
    club = Club.objects.create(name="Hội")
    data_check("sample.wrong", label="Wrong")(lambda: [Finding("Sai rồi.", club)])

    with pytest.raises(SystemExit) as end:
        call_command("check_data", json=True)

    assert end.value.code == 1
    assert json.loads(capsys.readouterr().out) == {
        "findings": [
            {"check": "sample.wrong", "message": "Sai rồi.", "kind": "sample.club", "id": club.pk}
        ]
    }
