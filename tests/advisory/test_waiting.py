"""What waits in this room, for whom, since when and until when."""

from datetime import date, timedelta

import pytest

from lienhiep.accounts.choices import Role
from lienhiep.advisory.choices import Interest, TaskState
from lienhiep.advisory.reference_codes import ACCEPT_DAYS, REPLY_DAYS
from lienhiep.core.desk import doors_for
from lienhiep.core.period import today
from lienhiep.core.reference import set_reference
from lienhiep.core.waiting import waiting_for
from tests.factories.advisory import (
    AdvisoryTaskFactory,
    CouncilInvitationFactory,
    CouncilMemberFactory,
    DraftCommentFactory,
    ScienceTaskFactory,
    full_council,
    performed_task,
    task_at,
)
from tests.factories.directory import PersonFactory
from tests.factories.journal import staff

pytestmark = pytest.mark.django_db

TODAY = today()


def waits(user):
    return [str(item.what) for item in waiting_for(user) if item.room == "advisory"]


def days(code, value, by):
    set_reference(code=code, value=value, valid_from=date(2021, 1, 1), source="Quy chế", by=by)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.OFFICER, Role.OFFICE_MANAGER}))
def test_what_an_officer_has_to_do_waits_for_nobody_else(role):
    performed_task(received_on=TODAY)
    CouncilInvitationFactory(invited_on=TODAY)
    DraftCommentFactory(received_on=TODAY)

    assert waits(staff(role, person=PersonFactory())) == []


def test_a_task_waits_to_be_accepted_as_long_as_the_regulation_allows(officer):
    days(ACCEPT_DAYS, 7, officer)
    performed_task(title="Đề án nước", received_on=TODAY - timedelta(days=9))

    (item,) = waiting_for(officer)

    assert (str(item.what), item.is_late) == ("Tiếp nhận hoặc từ chối “Đề án nước”", True)


def test_a_report_waits_in_the_month_before_it_is_due(officer):
    soon, far = TODAY + timedelta(days=20), TODAY + timedelta(days=90)
    AdvisoryTaskFactory(title="Gần", accepted_on=TODAY, received_on=TODAY, due_on=soon)
    AdvisoryTaskFactory(title="Xa", accepted_on=TODAY, received_on=TODAY, due_on=far)

    assert waits(officer) == ["Gửi báo cáo kết quả “Gần”"]


def test_a_reply_is_asked_for_after_the_days_of_the_regulation(officer):
    days(REPLY_DAYS, 30, officer)
    late = task_at(TaskState.DELIVERED, on=TODAY - timedelta(days=30), asker__name="Sở Y tế")
    task_at(TaskState.DELIVERED, on=TODAY - timedelta(days=29))
    task_at(TaskState.REPLIED, on=TODAY - timedelta(days=50))

    assert waits(officer) == [f"Đề nghị Sở Y tế trả lời về “{late.title}”"]


def test_an_officer_reminds_experts_whose_paper_is_late(officer):
    task = task_at(TaskState.COUNCIL, PersonFactory(full_name="Lê Thị Mai"), on=TODAY)
    task.council.exclude(person__full_name="Lê Thị Mai").exclude(opinion_due_on=None).get().delete()

    assert waits(officer) == [f"Nhắc Lê Thị Mai nộp bài nhận xét về “{task.title}”"]


def test_invitations_drafts_and_science_tasks_wait_for_the_officer(officer):
    CouncilInvitationFactory(title="ĐTM nhà máy")
    DraftCommentFactory(title="Nghị quyết")
    ScienceTaskFactory(title="Chè hữu cơ")

    assert sorted(waits(officer)) == [
        "Cử người tham gia “ĐTM nhà máy”",
        "Ghi nghiệm thu hoặc gia hạn “Chè hữu cơ”",
        "Góp ý “Nghị quyết”",
    ]


def test_a_council_waits_for_the_leader_once_every_member_has_stated(leader):
    ready, silent = task_at(TaskState.ACCEPTED), task_at(TaskState.ACCEPTED)
    full_council(ready)
    full_council(silent, interest=Interest.NOT_SAID)
    task_at(TaskState.ACCEPTED)

    assert waits(leader) == [f"Quyết định thành lập hội đồng “{ready.title}”"]


def test_an_expert_is_asked_for_their_statement_then_for_their_paper(expert):
    named = task_at(TaskState.ACCEPTED)
    CouncilMemberFactory(task=named, person=expert.person)
    seated = task_at(TaskState.COUNCIL, expert.person)

    assert sorted(waits(expert)) == [
        f"Kê khai lợi ích đối với “{named.title}”",
        f"Nộp bài nhận xét về “{seated.title}”",
    ]


def test_nothing_of_another_expert_waits_for_me(expert):
    task_at(TaskState.COUNCIL)
    CouncilMemberFactory()

    assert waits(expert) == []


def test_the_desk_opens_the_councils_to_experts_only(expert, officer):
    doors = [[door.url for door in doors_for(user)] for user in (expert, officer)]

    assert ["/ban-lam-viec/tu-van/" in urls for urls in doors] == [True, False]
