"""Who may do what with accounts, consents and requests about personal data."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings

from lienhiep.accounts.choices import DataRight, Role, TextState
from lienhiep.accounts.models import Consent, ConsentText, DataRequest, User
from lienhiep.core.period import today
from lienhiep.core.principals import role_key
from lienhiep.core.rules import RowPolicy, register_policy
from lienhiep.core.rules.policy import ADD, CHANGE, DELETE

ADMINISTRATORS = frozenset({role_key(Role.ADMINISTRATOR)})
CLERKS = frozenset({role_key(Role.RECORDS_CLERK)})
OFFICE_MANAGERS = frozenset({role_key(Role.OFFICE_MANAGER)})

LEADERS = frozenset({role_key(Role.LEADER)})
DATA_KEEPERS = ADMINISTRATORS | OFFICE_MANAGERS
"""Who answers for consents, their texts and requests about personal data."""

REQUEST_VERBS = ("acknowledge", "extend", "fulfil", "refuse", "erase", "end_restriction")

PRINT_CODE = "print_code"
EXPLAIN = "explain"
INVITE = "invite"


class UserPolicy(RowPolicy):
    """Administrators look after accounts; records clerks see them and print codes.

    The office manager, who knows the directory, says which person an account belongs to: never
    of their own account, because rights follow.

    Wagtail's own verbs (add, change, delete) are given to nobody, so that its screens
    of users and their bulk actions stay closed whatever else is open.
    """

    readers_of_all = ADMINISTRATORS | CLERKS | OFFICE_MANAGERS
    verbs = {
        INVITE: ADMINISTRATORS,
        "grant_role": ADMINISTRATORS,
        "end_role": ADMINISTRATORS,
        "change_contact": ADMINISTRATORS,
        "link_person": OFFICE_MANAGERS,
        "deactivate": ADMINISTRATORS,
        "reactivate": ADMINISTRATORS,
        "end_second_step": ADMINISTRATORS,
        EXPLAIN: ADMINISTRATORS,
        PRINT_CODE: ADMINISTRATORS | CLERKS,
    }

    def row_allows(self, user: Any, verb: str, row: Any) -> bool:
        """Keep everybody from climbing: nobody takes over an account that may do more.

        Whoever sets up settings (a superuser) is looked after by another such person
        only, and a clerk prints no code for an administrator.
        """
        if verb == EXPLAIN:
            return True
        if row.is_superuser and not user.is_superuser:
            return False
        if verb == "link_person":
            return row.pk != user.pk
        if verb == PRINT_CODE and not is_administrator(user):
            return not holds_or_will_hold(row, Role.ADMINISTRATOR)
        return True


class ConsentTextPolicy(RowPolicy):
    """The office manager and administrators write the texts; those in force stay as they are."""

    readers_of_all = DATA_KEEPERS | CLERKS | LEADERS
    verbs = dict.fromkeys(
        (ADD, CHANGE, DELETE, "put_text_in_force", "follow_text", "take_back_text"), DATA_KEEPERS
    )

    def row_allows(self, user: Any, verb: str, row: Any) -> bool:
        """A draft is changed and put in force; a text that people may have read is followed."""
        if verb in (CHANGE, DELETE, "put_text_in_force"):
            return bool(row.is_draft)
        if verb == "take_back_text":
            return row.state == TextState.COMING
        return verb != "follow_text" or not row.is_draft


class ConsentPolicy(RowPolicy):
    """Whoever keeps the registers sees consents; people see and withdraw their own."""

    readers_of_all = ADMINISTRATORS | CLERKS | OFFICE_MANAGERS
    verbs = {ADD: CLERKS | OFFICE_MANAGERS, "withdraw": CLERKS | OFFICE_MANAGERS}

    def row_allows(self, user: Any, verb: str, row: Any) -> bool:
        """A consent that was withdrawn is not withdrawn again."""
        return bool(row.is_in_force)


class DataRequestPolicy(RowPolicy):
    """Requests about personal data are answered by the office manager or an administrator."""

    readers_of_all = ADMINISTRATORS | CLERKS | OFFICE_MANAGERS
    verbs = {
        ADD: CLERKS | DATA_KEEPERS,
        **dict.fromkeys(REQUEST_VERBS, DATA_KEEPERS),
        "answer": DATA_KEEPERS,
    }

    def row_allows(self, user: Any, verb: str, row: Any) -> bool:
        """Offer what the request admits; an answered one stays as it is."""
        if verb == "end_restriction":
            return bool(row.restricts)
        if verb == "acknowledge":
            return row.is_open and row.acknowledged_on is None
        if verb == "extend":
            return row.is_open and row.extended_on is None and not row.is_late
        if verb == "erase":
            return row.is_open and row.right == DataRight.ERASE and row.person_id is not None
        return bool(row.is_open)


def is_administrator(user: Any) -> bool:
    """Return whether somebody is an administrator today."""
    return Role.ADMINISTRATOR in user.roles_today


def holds_or_will_hold(user: User, role: str) -> bool:
    """Return whether somebody holds a role today or has it from a later day."""
    return user.role_grants.not_over_by(today()).filter(role=role).exists()


def needs_second_step(user: Any, on: date | None = None) -> bool:
    """Return whether the account must have a second step at sign-in (STAFF_TWO_STEP)."""
    return bool(settings.STAFF_TWO_STEP) and user.may_enter_back_office


POLICIES = {
    Consent: ConsentPolicy,
    ConsentText: ConsentTextPolicy,
    DataRequest: DataRequestPolicy,
    User: UserPolicy,
}


def register_policies() -> None:
    """Register the policy of each kind of record; called when the room opens."""
    for model, policy in POLICIES.items():
        register_policy(model, policy)
