"""Breaches: a clock of 72 hours, who is told, how they close, who may know."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from freezegun import freeze_time

from lienhiep.accounts.choices import Role
from lienhiep.core.waiting import waiting_for
from lienhiep.privacy import actions
from lienhiep.privacy.choices import BreachState
from lienhiep.privacy.models import Breach
from lienhiep.privacy.trails import clock, steps_of_breach
from tests.factories.accounts import user_with

pytestmark = pytest.mark.django_db

FOUND = datetime(2026, 3, 2, 1, tzinfo=UTC)
"""Eight in the morning in Vietnam."""


@pytest.fixture
def keeper(db):
    call_command("load_privacy_terms")
    return user_with(Role.OFFICE_MANAGER)


def found(by, **facts):
    return actions.record_breach(
        by=by,
        **{
            "title": "Gửi nhầm danh sách",
            "found_at": FOUND,
            "what": "Danh sách thí sinh gửi nhầm địa chỉ.",
            "whose": "Thí sinh và cha mẹ",
            "data_kinds": "Họ tên, điện thoại",
            **facts,
        },
    )


@freeze_time(FOUND + timedelta(hours=10))
def test_the_clock_runs_from_the_finding(keeper):
    breach = found(keeper)

    assert breach.tell_by == FOUND + timedelta(hours=72)
    assert (breach.hours_left, breach.is_late) == (62, False)
    assert clock(breach) == "còn 62 giờ, đến 08:00, 05/03/2026"


@freeze_time(FOUND + timedelta(hours=80))
def test_when_the_hours_are_over_the_step_is_red(keeper):
    breach = found(keeper)

    step = steps_of_breach(breach)[1]
    assert (step["state"], step["note"]) == ("late", "quá 8 giờ, hạn là 08:00, 05/03/2026")


@freeze_time(FOUND + timedelta(hours=10))
def test_it_waits_for_keepers_and_leaders_and_for_nobody_else(keeper):
    found(keeper)
    leader, administrator = user_with(Role.LEADER), user_with(Role.ADMINISTRATOR)

    def waits(user):
        return [one for one in waiting_for(user) if one.room == "privacy"]

    assert [len(waits(user)) for user in (keeper, leader, administrator)] == [1, 1, 1]
    assert waits(keeper)[0].due.isoformat() == "2026-03-05"
    assert waits(user_with(Role.RECORDS_CLERK)) == []


@freeze_time(FOUND + timedelta(hours=80))
def test_a_late_notice_says_why(keeper):
    breach = found(keeper)
    at = FOUND + timedelta(hours=79)

    with pytest.raises(ValidationError) as refusal:
        actions.tell_authority(breach=breach, at=at, by=keeper)
    actions.tell_authority(
        breach=breach, at=at, reference="12/TB-LHH", late_reason="Mất điện", by=keeper
    )

    assert list(refusal.value.message_dict) == ["late_reason"]
    assert (breach.state, breach.is_late) == (BreachState.TOLD, True)


@freeze_time(FOUND + timedelta(hours=80))
def test_it_closes_with_cause_measures_and_lessons(keeper):
    breach = found(keeper)

    def close(**facts):
        actions.close_breach(
            breach=breach,
            on=(FOUND + timedelta(days=3)).date(),
            by=keeper,
            **{"lessons": "Kiểm tra địa chỉ", **facts},
        )

    with pytest.raises(ValidationError):
        close()
    breach.cause, breach.measures = "Nhầm địa chỉ", "Đã xin xóa"
    breach.save()
    with pytest.raises(ValidationError) as refusal:
        close()
    close(not_told_reason="Không có rủi ro cho người liên quan")

    assert list(refusal.value.message_dict) == ["not_told_reason"]
    assert breach.state == BreachState.CLOSED
    assert waiting_for(keeper) == []
    actions.reopen_breach(breach=breach, reason="Thêm người", by=keeper)
    assert breach.state == BreachState.FOUND


def test_the_database_refuses_a_closed_breach_without_lessons(keeper):
    breach = found(keeper)
    breach.closed_on = FOUND.date()

    with pytest.raises(IntegrityError), transaction.atomic():
        breach.save()


@freeze_time(FOUND + timedelta(hours=10))
def test_the_notice_is_printed_for_those_who_may_know(client, keeper):
    breach = found(keeper)
    address = f"/quan-tri/privacy/breach/notice/{breach.pk}/"

    for role in (Role.RECORDS_CLERK, Role.OFFICER, Role.EDITOR):
        client.force_login(user_with(role))
        assert client.get(address).status_code == 404
        assert client.get(f"/quan-tri/privacy/breach/inspect/{breach.pk}/").status_code == 404
    for role in (Role.LEADER, Role.ADMINISTRATOR):
        client.force_login(user_with(role))
        assert client.get(address).content.startswith(b"%PDF")
        assert client.get(f"/quan-tri/privacy/breach/inspect/{breach.pk}/").status_code == 200


@freeze_time(FOUND + timedelta(hours=10))
def test_a_breach_is_recorded_and_told_in_the_back_office(client, keeper):
    client.force_login(keeper)
    form = {
        "title": "Mất máy tính",
        "found_at": "02/03/2026 08:00",
        "what": "Máy tính của văn phòng bị mất.",
        "whose": "Cộng tác viên",
        "data_kinds": "Họ tên, số tài khoản",
    }

    answer = client.post("/quan-tri/privacy/breach/new/", form)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    breach = Breach.objects.get()
    told = client.post(
        f"/quan-tri/privacy/breach/do/tell_authority/{breach.pk}/",
        {"at": "02/03/2026 10:00", "reference": "12/TB-LHH"},
    )

    breach.refresh_from_db()
    assert (told.status_code, breach.found_at, breach.state) == (302, FOUND, BreachState.TOLD)
