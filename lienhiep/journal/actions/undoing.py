"""Taking back what was done with an issue; what happened stays in the history."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.journal.choices import ISSUE_VERBS, IssueState
from lienhiep.journal.models import Issue


def reopen_issue(*, issue: Issue, reason: str, by: User) -> None:
    """Take back the last step, recorded by mistake: publication, printing or the signature.

    Refuses once copies have been sent: what readers hold in their hands was published, and
    can only be withdrawn.
    """
    validate_reason("reason", reason)
    with verb("journal.reopen_issue", by=by, about=issue, reason=reason):
        lock(issue)
        validate_has_state(issue, *ISSUE_VERBS["reopen_issue"])
        match issue.state:
            case IssueState.PUBLISHED:
                _validate_nothing_sent(issue)
                issue.published_on = None
            case IssueState.PRINTED:
                issue.printed_on = None
                issue.deposited_on = None
                issue.deposit_receipt = ""
            case _:
                issue.signed_on = None
                issue.signed_by = None
        issue.save()


def withdraw_issue(*, issue: Issue, on: date, reason: str, by: User) -> None:
    """Withdraw a published issue from circulation (thu hồi).

    It leaves the public site and the figures at once; its dates and its deliveries stay.
    """
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("journal.withdraw_issue", by=by, about=issue, reason=reason):
        lock(issue)
        validate_has_state(issue, *ISSUE_VERBS["withdraw_issue"])
        validate_not_before("on", on, issue.published_on)
        issue.withdrawn_on = on
        issue.withdrawal_reason = reason
        issue.save()


def restore_issue(*, issue: Issue, reason: str, by: User) -> None:
    """Put a withdrawn issue back into circulation, counted by its first publication date."""
    validate_reason("reason", reason)
    with verb("journal.restore_issue", by=by, about=issue, reason=reason):
        lock(issue)
        validate_has_state(issue, *ISSUE_VERBS["restore_issue"])
        issue.withdrawn_on = None
        issue.withdrawal_reason = ""
        issue.save()


def _validate_nothing_sent(issue: Issue) -> None:
    if issue.has_been_sent:
        raise ValidationError(
            _("Copies of %(issue)s have been sent. Withdraw it instead.") % {"issue": issue}
        )
