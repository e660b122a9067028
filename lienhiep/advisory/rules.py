"""Who may do what with advice, science tasks and funded projects.

An officer does the work; a leader decides the council and cancels; the accountant records
payments. Experts read the tasks of their own councils, performing associations theirs, and
anyone what is public: all three follow from the keys of the record.
"""

from __future__ import annotations

from typing import Any

from django.db import models

from lienhiep.accounts.choices import Role
from lienhiep.advisory.choices import (
    DRAFT_VERBS,
    INVITATION_VERBS,
    PROJECT_VERBS,
    SCIENCE_VERBS,
    TASK_VERBS,
    UNDER_WAY,
    DraftState,
    InvitationState,
    ProjectState,
    ScienceState,
    TaskState,
)
from lienhiep.advisory.models import (
    AdvisoryTask,
    CouncilInvitation,
    CouncilMember,
    DraftComment,
    FundedProject,
    Opinion,
    Programme,
    ProjectReport,
    Recommendation,
    ScienceTask,
)
from lienhiep.core.principals import ANYONE, person_key, principals, role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE

WORKERS = frozenset({role_key(Role.OFFICER), role_key(Role.OFFICE_MANAGER)})
DECIDERS = frozenset({role_key(Role.LEADER)})
PAYERS = frozenset({role_key(Role.ACCOUNTANT)})
READERS = WORKERS | DECIDERS | PAYERS
EXPERTS = frozenset({role_key(Role.EXPERT)})

OFFICE_ONLY = frozenset(
    {
        "contract_number",
        "contract_on",
        "planned_amount",
        "fund_source",
        "paid_amount",
        "paid_on",
        "decline_reason",
        "closing_note",
        "cancel_reason",
    }
)
"""What neither experts nor associations need to know of a task."""

NOT_PUBLIC = OFFICE_ONLY | {
    "subject",
    "dossier",
    "received_on",
    "due_on",
    "accepted_on",
    "declined_on",
    "council_on",
    "council_decision",
    "session_on",
    "present",
    "agreed",
    "minutes",
    "report_file",
    "replied_on",
    "reply_file",
    "closed_on",
    "cancelled_on",
}
"""What a reader of a task on the site does not see: how it was made, by whom, for how much."""


class WorkPolicy(RowPolicy):
    """Staff of the room read; officers make and change; nothing with a history is deleted."""

    readers_of_all = READERS
    verbs = {ADD: WORKERS, CHANGE: WORKERS, DELETE: WORKERS}


class AdvisoryTaskPolicy(WorkPolicy):
    """Advisory tasks: the council is decided by the leader, paid by the accountant."""

    verbs = {
        **WorkPolicy.verbs,
        **dict.fromkeys(TASK_VERBS, WORKERS),
        "decline_task": WORKERS | DECIDERS,
        "set_up_council": DECIDERS,
        "cancel_task": DECIDERS,
        "take_back_step": WORKERS | DECIDERS,
        "record_payment": WORKERS | PAYERS,
        "take_back_payment": WORKERS | PAYERS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the task admits it."""
        if verb == DELETE:
            return row.state == TaskState.RECEIVED
        if verb == CHANGE:
            return row.state != TaskState.CANCELLED
        if verb == "take_back_payment":
            return row.paid_on is not None
        return row.state in TASK_VERBS.get(verb, frozenset(TaskState))

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Keep the money to the office, and how a task was done from readers of the site."""
        held = principals(user)
        if held & READERS:
            return frozenset()
        if row is None or not held & (row.reader_keys() - {ANYONE}):
            return NOT_PUBLIC
        waits_for_decision = row.council_on is None and held & row.expert_keys()
        return OFFICE_ONLY | {"dossier"} if waits_for_decision else OFFICE_ONLY


class CouncilMemberPolicy(WorkPolicy):
    """Members: an expert states their own interest and hands in their own paper."""

    verbs = {
        CHANGE: WORKERS,
        DELETE: WORKERS,
        "state_interest": WORKERS | EXPERTS,
        "submit_opinion": WORKERS | EXPERTS,
        "release_member": WORKERS | DECIDERS,
        "bring_back_member": WORKERS | DECIDERS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where council and task admit it; an expert acts for nobody else."""
        held = principals(user)
        is_own = person_key(row.person_id) in held
        if verb in ("state_interest", "submit_opinion") and not (is_own or held & WORKERS):
            return False
        if verb == "bring_back_member":
            return row.left_on is not None and row.task.state in UNDER_WAY
        if row.left_on is not None:
            return False
        match verb:
            case "submit_opinion":
                return row.opinion_on is None and row.task.state in TASK_VERBS[verb]
            case "state_interest" | "release_member":
                return row.task.state in UNDER_WAY
            case _:
                # Who sits in a council that was set up is no slip of the keyboard any more.
                return row.task.state == TaskState.ACCEPTED


class OpinionPolicy(WorkPolicy):
    """Papers: given back for completion by the office, never rewritten by it."""

    verbs = {"return_opinion": WORKERS, "restore_opinion": WORKERS}

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """A paper is given back while the council works, and taken back in if none replaced it."""
        if row.member.task.state not in TASK_VERBS["submit_opinion"]:
            return False
        if verb == "restore_opinion":
            return row.returned_on is not None and row.member.opinion_on is None
        return row.returned_on is None

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Everything of a paper is between the expert and the office."""
        return frozenset()


class RecommendationPolicy(WorkPolicy):
    """Recommendations come with the report; the answers with the reply."""

    verbs = {CHANGE: WORKERS, "answer_recommendation": WORKERS}

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """The text stands until the file is closed; answers come once there is a reply."""
        if verb == "answer_recommendation":
            return row.task.state in (TaskState.REPLIED, TaskState.CLOSED)
        return row.task.state in (TaskState.DELIVERED, TaskState.REPLIED)

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Readers of the site see what became of it, not the explanation."""
        return frozenset() if principals(user) & READERS else frozenset({"answer_reason"})


class CouncilInvitationPolicy(WorkPolicy):
    """Invitations to councils of other bodies."""

    verbs = {
        **WorkPolicy.verbs,
        **dict.fromkeys(INVITATION_VERBS, WORKERS),
        "name_delegate": WORKERS | DECIDERS,
        "decline_invitation": WORKERS | DECIDERS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the invitation admits it."""
        if verb == DELETE:
            return row.state == InvitationState.INVITED
        return row.state in INVITATION_VERBS.get(verb, frozenset(InvitationState))


class DraftCommentPolicy(WorkPolicy):
    """Comments on drafts: never public, they belong to the body that asked."""

    verbs = {**WorkPolicy.verbs, **dict.fromkeys(DRAFT_VERBS, WORKERS)}

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the draft admits it."""
        if verb == DELETE:
            return row.state == DraftState.WAITING
        return row.state in DRAFT_VERBS.get(verb, frozenset(DraftState))


class ProgrammePolicy(WorkPolicy):
    """Programmes: open to all, kept by the officer."""

    readers_of_all = frozenset({ANYONE})


class ScienceTaskPolicy(WorkPolicy):
    """Science tasks."""

    verbs = {**WorkPolicy.verbs, **dict.fromkeys(SCIENCE_VERBS, WORKERS)}

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the task admits it."""
        if verb == DELETE:
            return row.state == ScienceState.RUNNING
        return row.state in SCIENCE_VERBS.get(verb, frozenset(ScienceState))

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Readers of the site see neither papers nor why something was stopped."""
        held = principals(user)
        if held & READERS or (row is not None and held & (row.reader_keys() - {ANYONE})):
            return frozenset()
        return frozenset({"budget", "acceptance_file", "stop_reason"})


class FundedProjectPolicy(WorkPolicy):
    """Funded projects."""

    verbs = {**WorkPolicy.verbs, **dict.fromkeys(PROJECT_VERBS, WORKERS)}

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the project admits it."""
        if verb == DELETE:
            return row.state == ProjectState.COMING
        return row.state in PROJECT_VERBS.get(verb, frozenset(ProjectState))

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Keep the money to the office."""
        if principals(user) & READERS:
            return frozenset()
        return frozenset({"budget", "stop_reason"})


class ProjectReportPolicy(WorkPolicy):
    """Reports of funded projects: voided with a reason, never deleted."""

    verbs = {"void_project_report": WORKERS, "restore_project_report": WORKERS}

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """A report is voided once, and restored where none took its place."""
        return (row.voided_on is not None) == (verb == "restore_project_report")


POLICIES = {
    AdvisoryTask: AdvisoryTaskPolicy,
    CouncilInvitation: CouncilInvitationPolicy,
    CouncilMember: CouncilMemberPolicy,
    DraftComment: DraftCommentPolicy,
    FundedProject: FundedProjectPolicy,
    Opinion: OpinionPolicy,
    Programme: ProgrammePolicy,
    ProjectReport: ProjectReportPolicy,
    Recommendation: RecommendationPolicy,
    ScienceTask: ScienceTaskPolicy,
}


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    for model, policy in POLICIES.items():
        register_policy(model, policy)
