"""Who may do what here: seen from the side of those who must not get in."""

import pytest

from lienhiep.accounts.choices import Role
from lienhiep.advisory import actions
from lienhiep.advisory.choices import TASK_VERBS, TaskState
from lienhiep.advisory.models import (
    AdvisoryTask,
    CouncilInvitation,
    CouncilMember,
    DraftComment,
    Opinion,
    ProjectReport,
    Recommendation,
    ScienceTask,
)
from lienhiep.core.guarding import RecordKey
from lienhiep.core.principals import organisation_key
from lienhiep.core.rules import policy_of
from tests.factories.advisory import (
    CouncilInvitationFactory,
    CouncilMemberFactory,
    DraftCommentFactory,
    FundedProjectFactory,
    OpinionFactory,
    ProjectReportFactory,
    RecommendationFactory,
    ScienceTaskFactory,
    ScienceTaskPerformerFactory,
    task_at,
)
from tests.factories.directory import PersonFactory
from tests.factories.journal import staff

pytestmark = pytest.mark.django_db

READERS = {Role.OFFICER, Role.OFFICE_MANAGER, Role.LEADER, Role.ACCOUNTANT}
OUTSIDERS = sorted(set(Role) - READERS)

NEVER_PUBLIC = [
    (CouncilInvitation, CouncilInvitationFactory),
    (CouncilMember, CouncilMemberFactory),
    (DraftComment, DraftCommentFactory),
    (Opinion, OpinionFactory),
    (ProjectReport, ProjectReportFactory),
    (Recommendation, RecommendationFactory),
    (AdvisoryTask, lambda: task_at(TaskState.COUNCIL, is_public=True)),
    (ScienceTask, lambda: ScienceTaskFactory(is_public=False)),
]


def may(user, verb, row):
    return policy_of(type(row)).may(user, verb, row)


@pytest.mark.parametrize("role", OUTSIDERS)
@pytest.mark.parametrize(
    ("model", "make"), NEVER_PUBLIC, ids=lambda one: getattr(one, "__name__", "")
)
def test_nobody_else_reads_what_is_not_public(role, model, make):
    make()
    user = staff(role, person=PersonFactory())

    assert list(model.objects.visible_to(user)) == []


@pytest.mark.parametrize("role", sorted(READERS))
def test_staff_of_the_room_read_everything(role):
    user = staff(role)
    rows = [make() for _model, make in NEVER_PUBLIC]

    assert all(row in type(row).objects.visible_to(user) for row in rows)


def test_anyone_reads_a_public_task_once_its_report_is_delivered():
    hidden = task_at(TaskState.DELIVERED)
    shown = task_at(TaskState.DELIVERED, is_public=True)

    assert list(AdvisoryTask.objects.visible_to(None)) == [shown]
    assert list(Recommendation.objects.visible_to(None)) == list(shown.recommendations.all())
    assert hidden.recommendations.count() == 2


def test_recommendations_close_together_with_their_task():
    task = task_at(TaskState.DELIVERED, is_public=True)

    task.is_public = False
    task.save()

    assert Recommendation.objects.visible_to(None).count() == 0


def test_a_reader_of_the_site_sees_neither_money_nor_council_nor_papers():
    task = task_at(TaskState.DELIVERED, is_public=True)

    hidden = policy_of(AdvisoryTask).hidden_fields(None, task)

    assert hidden >= {
        "paid_amount",
        "planned_amount",
        "contract_number",
        "dossier",
        "minutes",
        "report_file",
        "council_on",
        "subject",
    }


def test_an_expert_reads_the_tasks_of_their_own_councils_only(expert):
    mine = task_at(TaskState.COUNCIL, expert.person)
    task_at(TaskState.COUNCIL)

    assert list(AdvisoryTask.objects.visible_to(expert)) == [mine]
    assert [seat.person for seat in CouncilMember.objects.visible_to(expert)] == [expert.person]


def test_an_expert_named_sees_no_dossier_before_the_council_is_set_up(expert):
    named = task_at(TaskState.ACCEPTED)
    CouncilMemberFactory(task=named, person=expert.person)
    seated = task_at(TaskState.COUNCIL, expert.person)
    policy = policy_of(AdvisoryTask)

    hidden = [
        "dossier" in policy.hidden_fields(expert, AdvisoryTask.objects.get(pk=row.pk))
        for row in (named, seated)
    ]

    assert hidden == [True, False]


def test_an_expert_never_sees_the_money(expert):
    task = task_at(TaskState.COUNCIL, expert.person)

    hidden = policy_of(AdvisoryTask).hidden_fields(expert, task)

    assert hidden >= {"paid_amount", "planned_amount", "contract_number"}


def test_an_expert_who_left_reads_the_task_no_longer(expert, officer):
    task = task_at(TaskState.COUNCIL, expert.person)
    seat = task.council.get(person=expert.person)

    actions.release_member(member=seat, on=task.council_on, reason="Đi học", by=officer)

    assert list(AdvisoryTask.objects.visible_to(expert)) == []


def test_an_expert_reads_their_own_paper_and_nobody_elses(expert):
    mine = OpinionFactory(member__person=expert.person)
    OpinionFactory()

    assert list(Opinion.objects.visible_to(expert)) == [mine]


def test_an_expert_acts_for_nobody_else(expert):
    other = task_at(TaskState.COUNCIL, expert.person).council.exclude(person=expert.person).first()

    assert not may(expert, "submit_opinion", other)
    assert not may(expert, "state_interest", other)


def test_those_who_act_for_a_performing_association_read_its_tasks():
    task = task_at(TaskState.ACCEPTED)
    science = ScienceTaskPerformerFactory(task__is_public=False).task

    for row in (task, science):
        key = organisation_key(row.performers.get().organisation_id)
        kept = RecordKey.objects.filter(object_id=row.pk, key=key)
        assert kept.filter(content_type__model=row._meta.model_name).exists()


@pytest.mark.parametrize("state", list(TaskState))
def test_a_verb_of_a_task_is_offered_where_its_state_admits_it(state, leader):
    task = task_at(state)
    everybody = staff(Role.OFFICER, Role.LEADER, Role.ACCOUNTANT)
    plain = set(TASK_VERBS) - {"take_back_payment"}

    offered = {verb for verb in plain if may(everybody, verb, task)}

    assert offered == {verb for verb in plain if state in TASK_VERBS[verb]}


def test_the_council_is_decided_by_the_leader_alone(officer, leader):
    task = task_at(TaskState.ACCEPTED)

    assert [may(user, "set_up_council", task) for user in (officer, leader)] == [False, True]


def test_the_accountant_records_payments_and_changes_nothing_else(accountant):
    task = task_at(TaskState.DELIVERED)

    assert may(accountant, "record_payment", task)
    assert not any(may(accountant, verb, task) for verb in ("change", "delete", "record_reply"))


def test_a_member_of_a_council_that_was_set_up_is_not_deleted(officer):
    named = CouncilMemberFactory()
    seated = task_at(TaskState.COUNCIL).council.first()

    assert [may(officer, "delete", row) for row in (named, seated)] == [True, False]


def test_a_report_of_a_project_is_voided_and_never_deleted(officer):
    row = ProjectReportFactory()

    assert may(officer, "void_project_report", row)
    assert not may(officer, "delete", row)
    assert not may(officer, "restore_project_report", row)


def test_the_money_of_a_public_project_is_for_the_office():
    project = FundedProjectFactory(is_public=True)

    assert "budget" in policy_of(type(project)).hidden_fields(None, project)
