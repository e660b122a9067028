"""Records of advice, science tasks and projects for tests, and people who work with them."""

from datetime import date, timedelta

import factory

from lienhiep.accounts.choices import Role
from lienhiep.advisory import actions, models
from lienhiep.advisory.choices import (
    CouncilRole,
    DraftKind,
    Interest,
    OtherCouncilKind,
    PartnerRole,
    ScienceLevel,
    TaskKind,
    TaskOrigin,
    TaskState,
)
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.journal import staff

MARCH = date(2022, 3, 1)


class AdvisoryTaskFactory(factory.django.DjangoModelFactory):
    """A task just received, which nobody performs yet."""

    class Meta:
        model = models.AdvisoryTask

    title = factory.Sequence(lambda n: f"Phản biện đề án số {n}")
    kind = TaskKind.CRITIQUE
    origin = TaskOrigin.ASKED
    asker = factory.SubFactory(OrganisationFactory, kind="department")
    received_on = MARCH


class TaskPerformerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.TaskPerformer

    task = factory.SubFactory(AdvisoryTaskFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class CouncilMemberFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.CouncilMember

    task = factory.SubFactory(AdvisoryTaskFactory, accepted_on=MARCH)
    person = factory.SubFactory(PersonFactory)
    role = CouncilRole.REVIEWER


class OpinionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Opinion

    member = factory.SubFactory(CouncilMemberFactory)
    received_on = date(2022, 3, 20)
    words = "Đồng ý với hướng của đề án."


class RecommendationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Recommendation

    task = factory.SubFactory(AdvisoryTaskFactory)
    position = factory.Sequence(lambda n: n + 1)
    text = factory.Sequence(lambda n: f"Kiến nghị số {n}")


class CouncilInvitationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.CouncilInvitation

    title = factory.Sequence(lambda n: f"Hội đồng số {n}")
    kind = OtherCouncilKind.FRONT
    inviter = factory.SubFactory(OrganisationFactory, kind="committee")
    invited_on = MARCH


class DraftCommentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.DraftComment

    title = factory.Sequence(lambda n: f"Dự thảo số {n}")
    kind = DraftKind.PLAN
    asker = factory.SubFactory(OrganisationFactory, kind="department")
    received_on = MARCH


class ProgrammeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Programme

    name = factory.Sequence(lambda n: f"Chương trình số {n}")


class ScienceTaskFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ScienceTask

    title = factory.Sequence(lambda n: f"Đề tài số {n}")
    level = ScienceLevel.PROVINCE
    starts_on = MARCH
    due_on = date(2023, 2, 28)


class ScienceTaskPerformerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ScienceTaskPerformer

    task = factory.SubFactory(ScienceTaskFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class FundedProjectFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.FundedProject

    title = factory.Sequence(lambda n: f"Dự án số {n}")
    starts_on = date(2022, 1, 1)
    ends_on = date(2023, 12, 31)


class ProjectPartnerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ProjectPartner

    project = factory.SubFactory(FundedProjectFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = PartnerRole.DONOR


class ProjectReportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ProjectReport

    project = factory.SubFactory(FundedProjectFactory)
    since = date(2022, 1, 1)
    until = date(2022, 6, 30)
    reported_on = date(2022, 7, 10)
    beneficiaries = 100


def officer():
    """Make an officer, who does the work."""
    return staff(Role.OFFICER)


def leader():
    """Make a leader, who decides councils."""
    return staff(Role.LEADER)


def expert(name: str = "Đinh Chuyên Gia"):
    """Make an expert with an account."""
    return staff(Role.EXPERT, person=PersonFactory(full_name=name))


def performed_task(**facts) -> models.AdvisoryTask:
    """Make a task with one body that leads it."""
    return TaskPerformerFactory(task=AdvisoryTaskFactory(**facts)).task


def full_council(task: models.AdvisoryTask, *first, interest: str = Interest.NONE):
    """Name five members, some given persons first, all of whom have stated their interest."""
    roles = [
        CouncilRole.REVIEWER,
        CouncilRole.REVIEWER,
        CouncilRole.CHAIRMAN,
        CouncilRole.MEMBER,
        CouncilRole.SECRETARY,
    ]
    people = [*first, *(PersonFactory() for _ in roles[len(first) :])]
    return [
        CouncilMemberFactory(
            task=task,
            person=person,
            role=role,
            interest=interest,
            interest_on=None if interest == Interest.NOT_SAID else MARCH,
            opinion_due_on=date(2022, 4, 1) if role == CouncilRole.REVIEWER else None,
        )
        for person, role in zip(people, roles, strict=True)
    ]


def task_at(state: TaskState, *experts, on: date = date(2022, 5, 20), **facts):
    """Bring a task to a state through the verbs that lead there.

    The report is delivered on the day given; the council has five members.
    """
    facts.setdefault("received_on", on - timedelta(days=60))
    task, by = performed_task(**facts), officer()
    if state == TaskState.DECLINED:
        actions.decline_task(task=task, on=on, reason="Ngoài chuyên môn", by=by)
        return task
    if state == TaskState.CANCELLED:
        actions.cancel_task(task=task, on=on, reason="Đề án không làm nữa", by=by)
        return task
    way = list(TaskState)
    steps = {
        TaskState.ACCEPTED: lambda: actions.accept_task(
            task=task, on=on - timedelta(days=55), by=by
        ),
        TaskState.COUNCIL: lambda: (
            full_council(task, *experts),
            actions.set_up_council(task=task, on=on - timedelta(days=40), by=leader()),
        ),
        TaskState.REVIEWED: lambda: actions.hold_session(
            task=task, on=on - timedelta(days=10), present=5, agreed=4, by=by
        ),
        TaskState.DELIVERED: lambda: actions.deliver_report(
            task=task, on=on, recommendations=["Tính lại số liệu", "Bỏ mục ba"], by=by
        ),
        TaskState.REPLIED: lambda: actions.record_reply(
            task=task, on=on + timedelta(days=20), by=by
        ),
        TaskState.CLOSED: lambda: actions.close_task(task=task, on=on + timedelta(days=40), by=by),
    }
    for step, take in steps.items():
        if way.index(step) <= way.index(state):
            take()
    return task
