"""What commendation keeps about a person, and what an erasure leaves."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lienhiep.core.files import store_upload
from lienhiep.core.history import entries_of
from lienhiep.core.personal import data_of, erase, export_of
from lienhiep.core.search.query import search
from lienhiep.honours.actions import Candidate
from lienhiep.honours.files import CERTIFICATE
from lienhiep.honours.models import Honour, Nominee
from tests.factories.directory import PersonFactory
from tests.factories.files import pdf
from tests.factories.honours import HonourFactory, HonourFormFactory, nominated

pytestmark = pytest.mark.django_db


@pytest.fixture
def mai():
    return PersonFactory(full_name="Lê Thị Bích Mai")


def scan(officer):
    return store_upload(
        upload=SimpleUploadedFile("giay khen Mai.pdf", pdf()), use=CERTIFICATE, by=officer
    )


def of_honours(person):
    return [datum for datum in data_of(person) if datum.record._meta.app_label == "honours"]


def honoured(person, officer):
    return HonourFactory(
        person=person,
        form=HonourFormFactory(name="Giấy khen"),
        described_as="Chi hội trưởng",
        file=scan(officer),
    )


def test_an_honour_its_description_its_scan_and_a_nomination_are_what_is_kept(mai, officer):
    honoured(mai, officer)
    nominated(officer, Candidate(person=mai), form=HonourFormFactory(name="Bằng"))
    HonourFactory()

    assert [(datum.field, str(datum.label)) for datum in of_honours(mai)] == [
        ("person", "Được khen thưởng: Giấy khen, năm 2022"),
        ("described_as", "Chức vụ, nơi công tác khi đó"),
        ("file", "Bản quét: Giấy khen"),
        ("person", f"Được đề nghị: “{Nominee.objects.get().nomination}”"),
    ]


def test_an_export_names_purpose_and_retention_of_each(mai, officer):
    honoured(mai, officer)

    rows = [row for row in export_of(mai)["data"] if row["record"] == "khen thưởng"]

    assert [(row["value"], row["retention"]) for row in rows] == [
        ("Lê Thị Bích Mai", "Vĩnh viễn."),
        ("Chi hội trưởng", "Chừng nào khen thưởng còn được lưu giữ."),
        ("giay khen Mai.pdf", "Vĩnh viễn."),
    ]


def test_an_erasure_takes_the_name_out_of_honour_history_and_search(mai, officer):
    honour = honoured(mai, officer)

    erase(person=mai, by=officer, reason="Theo đơn ngày 10/01/2023")

    honour = Honour.objects.get()
    assert "Mai" not in str(honour)
    assert honour.described_as == ""
    assert search("bich mai", officer).hits == []
    assert not any("Bích Mai" in str(entry.log.data) for entry in entries_of(honour))


def test_an_erasure_takes_the_written_name_out_of_a_nomination(mai, officer):
    nominated(
        officer,
        Candidate(person=mai, written_name="Lê Thị Bích Mai", described_as="Chi hội trưởng"),
    )

    erase(person=mai, by=officer, reason="Theo đơn ngày 10/01/2023")

    nominee = Nominee.objects.get()
    assert (nominee.written_name, nominee.described_as) == ("", "")
    assert "Mai" not in str(nominee)


def test_an_erasure_destroys_the_scan(mai, officer, django_capture_on_commit_callbacks):
    file = honoured(mai, officer).file

    with django_capture_on_commit_callbacks(execute=True):
        erase(person=mai, by=officer, reason="Theo đơn ngày 10/01/2023")

    file.refresh_from_db()
    assert Honour.objects.get().file is None
    assert file.destroyed_at is not None
