"""What this room keeps about a person, and what an erasure leaves."""

import pytest

from lienhiep.core.history import entries_of
from lienhiep.core.personal import data_of, erase, export_of
from lienhiep.core.search.query import search
from lienhiep.events.models import Conference, Course, Registration
from tests.factories.directory import PersonFactory
from tests.factories.events import (
    ConclusionFactory,
    ConferenceFactory,
    RegistrationFactory,
    TeacherFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def mai():
    return PersonFactory(full_name="Lê Thị Bích Mai")


def of_events(person):
    return [datum for datum in data_of(person) if datum.record._meta.app_label == "events"]


def test_chairs_speakers_teachers_and_registrations_are_what_is_kept(mai):
    conference = ConferenceFactory(title="Kinh tế biển", chair=mai)
    ConclusionFactory(conference=conference, number=3, speaker=mai)
    TeacherFactory(person=mai, course__title="Văn thư")
    RegistrationFactory(
        conference=conference, person=mai, name="Bích Mai", email="mai@lienhiep.example"
    )
    RegistrationFactory()

    assert [(datum.field, str(datum.label)) for datum in of_events(mai)] == [
        ("chair", "Chủ trì “Kinh tế biển”"),
        ("speaker", "Kết luận số 3 của “Kinh tế biển”"),
        ("person", "Giảng viên lớp “Văn thư”"),
        ("person", "Đăng ký dự “Kinh tế biển”"),
        ("name", "họ tên người dự"),
        ("email", "thư điện tử liên hệ"),
    ]


def test_an_export_names_purpose_and_retention(mai):
    ConferenceFactory(title="Kinh tế biển", chair=mai)

    rows = [row for row in export_of(mai)["data"] if row["field"] == "Chủ trì “Kinh tế biển”"]

    assert [(row["value"], row["retention"]) for row in rows] == [
        ("Lê Thị Bích Mai", "Lưu cùng hồ sơ sự kiện.")
    ]


def test_an_erasure_takes_name_and_address_out_of_a_registration(mai, officer):
    RegistrationFactory(person=mai, name="Lê Thị Bích Mai", email="bich-mai@lienhiep.example")

    erase(person=mai, by=officer, reason="Theo đơn ngày 10/01/2023")

    row = Registration.objects.get()
    assert (row.name, row.email) == ("", "")
    assert "Mai" not in str(row)
    assert not any("bich-mai" in str(entry.log.data) for entry in entries_of(row))


def test_an_erasure_takes_the_name_out_of_conferences_and_courses(mai, officer):
    conference = ConferenceFactory(chair=mai)
    TeacherFactory(person=mai)

    erase(person=mai, by=officer, reason="Theo đơn ngày 10/01/2023")

    assert "Mai" not in str(Conference.objects.get().chair)
    assert "Mai" not in Course.objects.get().teacher_names
    assert search("bich mai", officer).hits == []
    assert not any("Bích Mai" in str(entry.log.data) for entry in entries_of(conference))
