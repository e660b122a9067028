"""Planning, moving, postponing and cancelling."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.events import actions
from lienhiep.events.choices import Audience, ConferenceKind, CourseKind, EventState, Mode
from lienhiep.events.models import Conference, Course
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.events import (
    ConferenceFactory,
    CourseFactory,
    at,
    coming,
    held_conference,
    open_event,
)

pytestmark = pytest.mark.django_db

JUNE = date(2022, 6, 10)


def plan(by, **facts):
    return actions.plan_conference(
        **{
            "title": "Hội thảo kinh tế biển",
            "kind": ConferenceKind.SEMINAR,
            "mode": Mode.ROOM,
            "audience": Audience.INTELLECTUALS,
            "host": OrganisationFactory(),
            "starts_at": at(JUNE),
            "place": "Hội trường",
            "by": by,
            **facts,
        }
    )


def test_plan_conference_keeps_the_day_first_planned_and_who_holds_it_too(officer):
    partner = OrganisationFactory(name="Sở Khoa học và Công nghệ")

    conference = plan(officer, co_hosts=[partner, partner])

    assert (conference.planned_on, conference.co_host_names) == (JUNE, "Sở Khoa học và Công nghệ")


def test_plan_conference_is_one_entry_in_the_history_under_its_own_name(officer):
    conference = plan(officer, co_hosts=[OrganisationFactory()])

    assert [(entry.log.action, entry.log.user) for entry in entries_of(conference)] == [
        ("events.plan_conference", officer)
    ]


def test_plan_conference_refuses_an_end_before_the_beginning_and_keeps_nothing(officer):
    with pytest.raises(ValidationError) as refused:
        plan(officer, ends_at=at(JUNE - timedelta(days=1)))

    assert list(refused.value.message_dict) == ["ends_at"]
    assert Conference.objects.count() == 0


def test_plan_course_names_its_teachers_in_order(officer):
    first, second = PersonFactory(), PersonFactory()

    course = actions.plan_course(
        title="Nghiệp vụ công tác hội",
        kind=CourseKind.ASSOCIATION_WORK,
        mode=Mode.ONLINE,
        audience=Audience.ASSOCIATIONS,
        host=OrganisationFactory(),
        starts_at=at(JUNE),
        sessions=2,
        teachers=[(first, "Văn thư"), (second, "Báo cáo")],
        by=officer,
    )

    assert Course.objects.get(pk=course.pk).teacher_names == f"{first}, {second}"


@pytest.mark.parametrize("factory_class", [ConferenceFactory, CourseFactory])
def test_set_days_moves_an_event_and_keeps_the_day_first_planned(officer, factory_class):
    event = factory_class(planned_on=JUNE)

    actions.set_days(event=event, starts_at=at(date(2022, 7, 1)), by=officer)

    assert (event.starts_on, event.planned_on) == (date(2022, 7, 1), JUNE)


def test_set_days_closes_registration_on_the_new_first_day(officer):
    event = open_event(days=10)

    actions.set_days(event=event, starts_at=at(today() + timedelta(days=2)), by=officer)

    assert event.registration_closes_on == today() + timedelta(days=2)


def test_a_postponed_event_waits_for_a_new_day_and_takes_nobody_new(officer):
    event = open_event()

    actions.postpone_event(event=event, on=today(), reason="Bão", by=officer)

    assert event.state == EventState.POSTPONED
    assert not event.is_open_for_registration()


def test_a_new_day_ends_the_postponement(officer):
    event = coming()
    actions.postpone_event(event=event, on=today(), reason="Bão", by=officer)

    actions.set_days(event=event, starts_at=at(today() + timedelta(days=30)), by=officer)

    assert (event.state, event.postponement_reason) == (EventState.PLANNED, "")


def test_a_cancelled_event_stays_on_record_with_its_reason_and_can_be_taken_up_again(officer):
    event = coming()

    actions.cancel_event(event=event, on=today(), reason="Không đủ người", by=officer)
    cancelled = Conference.objects.get()
    actions.restore_event(event=event, reason="Đủ người rồi", by=officer)

    assert (cancelled.state, cancelled.cancel_reason) == (EventState.CANCELLED, "Không đủ người")
    assert Conference.objects.get().state == EventState.PLANNED


@pytest.mark.parametrize("name", ["cancel_event", "postpone_event"])
def test_giving_up_asks_for_a_reason(officer, name):
    with pytest.raises(ValidationError) as refused:
        getattr(actions, name)(event=coming(), on=today(), reason=" ", by=officer)

    assert list(refused.value.message_dict) == ["reason"]


@pytest.mark.parametrize("name", ["cancel_event", "postpone_event"])
def test_what_was_held_is_not_given_up(officer, name):
    event = held_conference()

    with pytest.raises(ValidationError):
        getattr(actions, name)(event=event, on=today(), reason="Nhầm", by=officer)

    assert Conference.objects.get().state == EventState.HELD
