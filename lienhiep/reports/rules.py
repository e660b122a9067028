"""Who may do what with reports, plans of work and key tasks."""

from __future__ import annotations

from typing import Any

from django.db import models

from lienhiep.accounts.choices import STAFF_ROLES, Role
from lienhiep.core.principals import principals, role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE
from lienhiep.reports.choices import TASK_VERBS, ReportState, TaskState
from lienhiep.reports.models import KeyTask, Report, Statement, WordTemplate, WorkPlan

READERS = frozenset(map(role_key, ("leader", "office_manager", "officer", "records_clerk")))
WRITERS = frozenset(map(role_key, ("leader", "office_manager", "officer")))
SIGNERS = frozenset(map(role_key, ("leader", "office_manager")))
CLERKS = frozenset({role_key("records_clerk"), role_key("office_manager")})
LEADERS = frozenset({role_key("leader")})
PLAN_READERS = frozenset(map(role_key, STAFF_ROLES - {Role.ADMINISTRATOR}))
"""Everybody who works in the office knows the plan of its work."""


class ReportPolicy(RowPolicy):
    """The office reads and writes reports; the leader and the office manager freeze them."""

    readers_of_all = READERS
    verbs = {
        "add": WRITERS,
        "change": WRITERS,
        "delete": WRITERS,
        "freeze": SIGNERS,
        "number": CLERKS,
        "show": SIGNERS,
        "hide": SIGNERS,
        "withdraw": SIGNERS,
        "redraft": WRITERS,
    }

    def row_allows(self, user: Any, verb: str, row: Any) -> bool:
        """What is signed is not changed any more; what is not signed cannot be withdrawn."""
        if verb in ("change", "delete", "freeze"):
            return row.state == ReportState.DRAFT
        if verb == "number":
            return row.state == ReportState.FROZEN and not row.number
        if verb in ("show", "hide"):
            return row.state == ReportState.FROZEN and row.is_public == (verb == "hide")
        if verb == "withdraw":
            return row.state == ReportState.FROZEN
        if verb == "redraft":
            return row.state != ReportState.DRAFT
        return True


class StatementPolicy(RowPolicy):
    """Numbers are stated by those who answer for the report."""

    readers_of_all = READERS
    verbs = {"add": SIGNERS, "change": SIGNERS, "delete": SIGNERS}


class WordTemplatePolicy(RowPolicy):
    """Those who write reports keep the templates."""

    readers_of_all = READERS
    verbs = {"add": WRITERS, "change": WRITERS, "delete": WRITERS}


class WorkPlanPolicy(RowPolicy):
    """The office draws the plan up; the leader approves it, so that two people answer for it."""

    readers_of_all = PLAN_READERS
    verbs = {
        ADD: WRITERS,
        CHANGE: WRITERS,
        DELETE: WRITERS,
        "approve_plan": LEADERS,
        "reopen_plan": LEADERS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """An approved plan is not changed or deleted; the approval is taken back first."""
        if verb == "reopen_plan":
            return row.approved_on is not None
        return row.approved_on is None


class KeyTaskPolicy(RowPolicy):
    """The office writes tasks down; whoever leads one may say that it is completed."""

    readers_of_all = PLAN_READERS
    verbs = {
        ADD: WRITERS,
        CHANGE: WRITERS,
        DELETE: WRITERS,
        "take_over": WRITERS,
        "complete_task": PLAN_READERS,
        "reopen_task": SIGNERS,
        "drop_task": SIGNERS,
        "carry_over": WRITERS,
    }

    def row_allows(self, user: Any, verb: str, row: models.Model) -> bool:
        """Offer a verb where the state of the task admits it."""
        if verb == DELETE:
            return row.state == TaskState.PLANNED
        if verb == CHANGE:
            return row.state not in (TaskState.DONE, TaskState.DROPPED)
        if verb == "complete_task" and not self._leads(user, row):
            return False
        return row.state in TASK_VERBS.get(verb, frozenset(TaskState))

    def _leads(self, user: Any, row: models.Model) -> bool:
        """Return whether a task lies with this person: by their role, or as keeper of the plan."""
        return bool(principals(user) & (WRITERS | {role_key(row.lead_role)}))

    def hidden_fields(self, user: Any, row: models.Model | None = None) -> frozenset[str]:
        """Whoever leads a task from outside the office does not read what it costs."""
        if principals(user) & PLAN_READERS:
            return frozenset()
        return frozenset({"cost", "funding", "lead_role", "source_type", "source_id"})


POLICIES = {
    KeyTask: KeyTaskPolicy,
    Report: ReportPolicy,
    Statement: StatementPolicy,
    WordTemplate: WordTemplatePolicy,
    WorkPlan: WorkPlanPolicy,
}


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    for model, policy in POLICIES.items():
        register_policy(model, policy)
