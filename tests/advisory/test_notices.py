"""Experts hear of their seats and of papers given back."""

import pytest

from lienhiep.advisory import actions
from lienhiep.advisory.choices import TaskState
from lienhiep.core.notices import told_to
from lienhiep.core.period import today
from tests.factories.advisory import expert, officer, task_at

pytestmark = pytest.mark.django_db


def test_an_expert_named_for_a_council_is_told_and_led_to_the_seat():
    user, other, by = expert(), expert("Lê Người Khác"), officer()
    task = task_at(TaskState.ACCEPTED)

    member = actions.name_member(task=task, person=user.person, by=by)

    [told] = told_to(user)
    assert told.what.startswith("Bạn được dự kiến tham gia hội đồng; ")
    assert told.url == f"/ban-lam-viec/tu-van/{member.pk}/"
    assert told_to(other) == []


def test_who_leaves_the_council_is_told_of_it_no_more():
    user, by = expert(), officer()
    member = actions.name_member(task=task_at(TaskState.ACCEPTED), person=user.person, by=by)

    actions.release_member(member=member, on=today(), reason="Bận công tác", by=by)

    assert told_to(user) == []
