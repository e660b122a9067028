"""What waits in this room, for whom, since when and until when."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lienhiep.accounts.choices import Role
from lienhiep.core.files import store_bytes
from lienhiep.core.period import today
from lienhiep.core.reference import set_reference
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.waiting import waiting_for
from lienhiep.events import actions
from lienhiep.events.files import MINUTES
from lienhiep.events.reference_codes import MINUTES_DAYS, RECORD_DAYS, RENEWAL_DAYS
from tests.factories.accounts import user_with
from tests.factories.directory import PersonFactory
from tests.factories.events import (
    ConferenceFactory,
    CourseFactory,
    ProgrammePartnerFactory,
    SponsorshipFactory,
    coming,
    held_conference,
    received_sponsorship,
    signed_programme,
)
from tests.factories.files import pdf

pytestmark = pytest.mark.django_db

JUNE = date(2022, 6, 10)
LATER = date(2022, 6, 20)


def waits(user, on=LATER):
    return [str(item.what) for item in waiting_for(user, on) if item.room == "events"]


def days(code, number, by):
    set_reference(code=code, value=number, valid_from=date(2021, 1, 1), source="Quy chế", by=by)


@pytest.mark.parametrize("factory_class", [ConferenceFactory, CourseFactory])
def test_what_is_over_waits_to_be_recorded(officer, factory_class):
    days(RECORD_DAYS, 5, officer)
    event = factory_class(title="Kinh tế biển")

    (item,) = [one for one in waiting_for(officer, LATER) if one.room == "events"]

    assert (str(item.what), item.since, item.due, item.url) == (
        "Ghi số người dự “Kinh tế biển”, hoặc hủy",
        JUNE,
        date(2022, 6, 15),
        admin_row_url(event),
    )


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.OFFICER, Role.OFFICE_MANAGER}))
def test_it_waits_for_nobody_else(role):
    ConferenceFactory()

    assert waits(user_with(role)) == []


def test_what_is_not_over_held_or_cancelled_waits_for_no_record(officer):
    coming(title="Sắp tới")
    held_conference()
    actions.cancel_event(event=ConferenceFactory(), on=JUNE, reason="Bão", by=officer)

    assert waits(officer) == []


def test_minutes_wait_as_long_as_the_office_has_set(officer):
    days(MINUTES_DAYS, 10, officer)
    held_conference(title="Kinh tế biển")

    (item,) = [one for one in waiting_for(officer, LATER) if one.room == "events"]

    assert (str(item.what), item.due) == ("Nộp biên bản “Kinh tế biển”", LATER)


def test_minutes_on_file_wait_no_longer_and_old_ones_never(officer):
    days(MINUTES_DAYS, 10, officer)
    filed = held_conference()
    filed.minutes = store_bytes(name="bien-ban.pdf", data=pdf(), use=MINUTES, by=officer)
    filed.save()
    held_conference(on=date(2020, 5, 5))

    assert waits(officer) == []


def test_minutes_wait_for_nobody_where_no_number_of_days_is_set(officer):
    held_conference()

    assert waits(officer) == []


def test_a_postponed_event_waits_for_a_new_day(officer):
    event = ConferenceFactory(title="Kinh tế biển")
    actions.postpone_event(event=event, on=JUNE, reason="Bão", by=officer)

    assert waits(officer) == ["Ấn định ngày mới cho “Kinh tế biển”"]


def test_a_programme_waits_for_its_renewal_some_days_before_its_end(officer):
    days(RENEWAL_DAYS, 60, officer)
    signed_programme(title="Gần hết", until=date(2022, 8, 1))
    signed_programme(title="Còn lâu", until=date(2023, 8, 1))
    signed_programme(title="Đã hết", until=date(2022, 6, 1))

    assert waits(officer) == ["Tổng kết “Gần hết” và bàn bước tiếp theo"]


def test_a_programme_in_preparation_waits_for_the_leader(leader, officer):
    ProgrammePartnerFactory(programme__title="Y tế")

    assert waits(leader) == ["Đưa “Y tế” đi đến ký kết"]
    assert waits(officer) == []


def test_a_conference_waits_for_who_chairs_it_in_the_weeks_before():
    person = PersonFactory()
    chair = user_with(Role.LEADER, person=person)
    event = coming(days=10, title="Kinh tế biển", chair=person)
    coming(days=60, title="Còn lâu", chair=person)

    (item,) = [one for one in waiting_for(chair, today()) if one.room == "events"]

    assert (str(item.what), item.due) == ("Chủ trì hội nghị “Kinh tế biển”", event.starts_on)


def test_a_conference_of_our_own_without_a_chair_waits_for_the_leader(leader):
    coming(title="Của ta", host__kind="own_union")
    coming(title="Của hội bạn")

    assert waits(leader, today()) == ["Phân công chủ trì “Của ta”"]


def test_a_promise_waits_for_the_accountant_until_it_comes():
    accountant = user_with(Role.ACCOUNTANT)
    SponsorshipFactory(sponsor__name="Công ty Mẫu", purpose="Cuộc thi")
    received_sponsorship()

    assert waits(accountant) == ["Nhận khoản tài trợ của Công ty Mẫu: Cuộc thi"]


def test_what_waits_costs_as_many_questions_for_ten_as_for_one(officer):
    days(MINUTES_DAYS, 10, officer)
    held_conference()
    waits(officer)
    with CaptureQueriesContext(connection) as one:
        waits(officer)
    for number in range(9):
        held_conference(on=JUNE - timedelta(days=number))

    with CaptureQueriesContext(connection) as ten:
        waits(officer)

    assert len(ten) == len(one)
