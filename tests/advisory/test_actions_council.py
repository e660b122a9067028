"""The council for a task: members, statements, papers, the meeting."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.advisory import actions
from lienhiep.advisory.choices import CouncilRole, Interest, TaskState
from lienhiep.advisory.files import OPINION
from lienhiep.advisory.models import AdvisoryTask, CouncilMember, Opinion
from lienhiep.advisory.reference_codes import COUNCIL_LEAST, COUNCIL_MOST
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.core.reference import set_reference
from tests.factories.advisory import CouncilMemberFactory, full_council, task_at
from tests.factories.directory import PersonFactory
from tests.factories.files import pending

pytestmark = pytest.mark.django_db


@pytest.fixture
def task(db):
    return task_at(TaskState.ACCEPTED)


@pytest.fixture
def member(db):
    return task_at(TaskState.COUNCIL).council.first()


def test_name_member_waits_for_the_statement_of_the_expert(officer, task):
    member = actions.name_member(
        task=task, person=PersonFactory(), role=CouncilRole.REVIEWER, by=officer
    )

    assert member.interest == Interest.NOT_SAID
    assert entries_of(task)[0].log.action == "advisory.name_member"


def test_name_member_refuses_the_same_person_twice(officer, task):
    person = CouncilMemberFactory(task=task).person

    with pytest.raises(ValidationError):
        actions.name_member(task=task, person=person, by=officer)

    assert task.council.count() == 1


def test_state_interest_asks_for_a_choice_and_for_the_words_of_a_conflict(officer, task):
    member = CouncilMemberFactory(task=task)

    for wrong in (Interest.NOT_SAID, Interest.CONFLICT):
        with pytest.raises(ValidationError):
            actions.state_interest(member=member, interest=wrong, on=today(), by=officer)

    assert CouncilMember.objects.get().interest == Interest.NOT_SAID


def test_set_up_council_lets_the_members_begin(leader, task):
    full_council(task)

    actions.set_up_council(task=task, on=today(), by=leader)

    assert AdvisoryTask.objects.get().state == TaskState.COUNCIL


@pytest.mark.parametrize("missing", [CouncilRole.CHAIRMAN, CouncilRole.SECRETARY])
def test_set_up_council_needs_a_chairman_and_a_secretary(leader, task, missing):
    full_council(task)
    task.council.get(role=missing).delete()

    with pytest.raises(ValidationError):
        actions.set_up_council(task=task, on=today(), by=leader)

    assert AdvisoryTask.objects.get().state == TaskState.ACCEPTED


@pytest.mark.parametrize("interest", [Interest.NOT_SAID, Interest.CONFLICT])
def test_set_up_council_names_who_is_not_free_of_interest(leader, task, interest):
    mai, *_others = full_council(task, PersonFactory(full_name="Lê Thị Mai"))
    mai.interest, mai.interest_note = interest, "Là tác giả đề án"
    mai.interest_on = None if interest == Interest.NOT_SAID else today()
    mai.save()

    with pytest.raises(ValidationError) as refused:
        actions.set_up_council(task=task, on=today(), by=leader)

    assert "Lê Thị Mai" in refused.value.messages[0]


@pytest.mark.parametrize(("least", "most"), [(6, 9), (1, 4)])
def test_set_up_council_keeps_to_the_size_that_the_regulation_asks_for(leader, task, least, most):
    for code, value in ((COUNCIL_LEAST, least), (COUNCIL_MOST, most)):
        set_reference(
            code=code, value=value, valid_from=date(2021, 1, 1), source="Quy chế", by=leader
        )
    full_council(task)

    with pytest.raises(ValidationError):
        actions.set_up_council(task=task, on=today(), by=leader)


def test_a_member_who_left_is_not_counted_in_the_council(leader, officer, task):
    chairman = full_council(task)[2]
    actions.release_member(member=chairman, on=today(), reason="Đi công tác", by=officer)

    with pytest.raises(ValidationError):
        actions.set_up_council(task=task, on=today(), by=leader)


def test_bring_back_member_lets_the_expert_sit_again(officer, task):
    member = CouncilMemberFactory(task=task)
    actions.release_member(member=member, on=today(), reason="Nhầm người", by=officer)

    actions.bring_back_member(member=member, reason="Đúng người", by=officer)

    assert CouncilMember.objects.sitting().get() == member


def test_bring_back_member_refuses_who_never_left(officer, task):
    with pytest.raises(ValidationError):
        actions.bring_back_member(member=CouncilMemberFactory(task=task), reason="Nhầm", by=officer)


def test_submit_opinion_takes_a_file_or_words(officer, member):
    paper = pending(officer, use=OPINION)

    opinion = actions.submit_opinion(member=member, on=today(), paper=paper, by=officer)

    assert Opinion.objects.get().paper == paper
    assert [entries_of(row)[0].log.action for row in (opinion, member, member.task)] == [
        "advisory.submit_opinion"
    ] * 3


def test_submit_opinion_refuses_an_empty_one(officer, member):
    with pytest.raises(ValidationError) as refused:
        actions.submit_opinion(member=member, on=today(), words=" ", by=officer)

    assert list(refused.value.message_dict) == ["paper"]


def test_submit_opinion_refuses_a_second_while_the_first_stands(officer, member):
    actions.submit_opinion(member=member, on=today(), words="Đồng ý", by=officer)

    with pytest.raises(ValidationError):
        actions.submit_opinion(member=member, on=today(), words="Lần hai", by=officer)

    assert Opinion.objects.count() == 1


def test_submit_opinion_refuses_before_the_council_is_set_up(officer, task):
    member = CouncilMemberFactory(task=task)

    with pytest.raises(ValidationError):
        actions.submit_opinion(member=member, on=today(), words="Sớm", by=officer)


def test_a_paper_given_back_may_be_handed_in_again_and_both_stay(officer, member):
    first = actions.submit_opinion(member=member, on=today(), words="Ngắn", by=officer)
    actions.return_opinion(opinion=first, on=today(), reason="Thiếu mục ba", by=officer)

    actions.submit_opinion(member=member, on=today(), words="Đủ", by=officer)

    assert sorted(member.opinions.values_list("words", flat=True)) == ["Ngắn", "Đủ"]


def test_restore_opinion_refuses_where_another_took_its_place(officer, member):
    first = actions.submit_opinion(member=member, on=today(), words="Ngắn", by=officer)
    actions.return_opinion(opinion=first, on=today(), reason="Thiếu", by=officer)
    actions.submit_opinion(member=member, on=today(), words="Đủ", by=officer)

    with pytest.raises(ValidationError):
        actions.restore_opinion(opinion=first, reason="Nhầm", by=officer)


def test_restore_opinion_lets_a_paper_stand_again(officer, member):
    first = actions.submit_opinion(member=member, on=today(), words="Đủ", by=officer)
    actions.return_opinion(opinion=first, on=today(), reason="Nhầm", by=officer)

    actions.restore_opinion(opinion=first, reason="Trả nhầm", by=officer)

    assert Opinion.objects.standing().get() == first


def test_return_opinion_is_done_once(officer, member):
    paper = actions.submit_opinion(member=member, on=today(), words="Ngắn", by=officer)
    actions.return_opinion(opinion=paper, on=today(), reason="Thiếu", by=officer)

    with pytest.raises(ValidationError):
        actions.return_opinion(opinion=paper, on=today(), reason="Lại", by=officer)


@pytest.mark.parametrize(
    ("present", "agreed", "field"), [(6, 5, "present"), (4, 5, "agreed"), (None, 1, "agreed")]
)
def test_hold_session_refuses_impossible_voices(officer, present, agreed, field):
    task = task_at(TaskState.COUNCIL)

    with pytest.raises(ValidationError) as refused:
        actions.hold_session(task=task, on=today(), present=present, agreed=agreed, by=officer)

    assert list(refused.value.message_dict) == [field]


def test_hold_session_refuses_a_day_before_the_council_was_set_up(officer):
    task = task_at(TaskState.COUNCIL)

    with pytest.raises(ValidationError) as refused:
        actions.hold_session(task=task, on=task.council_on - timedelta(days=1), by=officer)

    assert list(refused.value.message_dict) == ["on"]
