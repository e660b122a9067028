"""Letting go what was kept long enough: looked at before, done by a job, with a reason."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.jobs import start_job
from lienhiep.core.period import today
from lienhiep.core.retention import RetentionRule, rule_named
from lienhiep.core.validators import validate_reason
from lienhiep.privacy.models import RetentionRun

AT_ONCE = 50
"""Records in one short transaction."""


def start_retention(*, code: str, reason: str, expected: int, by: User) -> RetentionRun:
    """Start letting go what is due under a rule today.

    Refuses where nothing is due, and where another number is due than the one that was
    looked at: then somebody has not seen what would go.
    """
    validate_reason("reason", reason)
    rule = known_rule(code)
    due = rule.due(today()).count()
    if due == 0:
        raise ValidationError(_("Nothing is due under this rule today."))
    if due != expected:
        raise ValidationError(
            _("%(number)s records are due by now. Look at them again, then confirm.")
            % {"number": due}
        )
    with verb("privacy.start_retention", by=by, reason=reason) as act:
        run = RetentionRun(
            rule=code, on=today(), expected=due, reason=reason.strip(), started_by=by
        )
        run.full_clean()
        run.save()
        act.about(run)
        start_job("privacy.run_retention", by=by, title=str(rule.label), run_id=run.pk)
    return run


def forget_some(*, run: RetentionRun) -> int:
    """Let the next records of a run go; return how many. At the end the run is finished."""
    rule = known_rule(run.rule)
    rows = list(rule.due(run.on)[:AT_ONCE])
    before = rule.due(run.on).count()
    with verb("privacy.run_retention", by=run.started_by, about=run, reason=run.reason):
        for row in rows:
            rule.forget(row, run.started_by, run.reason)
        run.gone += len(rows)
        left = rule.due(run.on).count()
        if rows and left >= before:
            # A rule that forgets nothing would have this job go on for ever.
            raise ValidationError(
                _("These records cannot be let go: %(rule)s.") % {"rule": run.rule}
            )
        if left == 0:
            run.finished_at = timezone.now()
        run.save()
    return len(rows)


def known_rule(code: str) -> RetentionRule:
    """Return a rule; refuse one that no room knows."""
    rule = rule_named(code)
    if rule is None:
        raise ValidationError(_("No room knows this rule any more."))
    return rule
