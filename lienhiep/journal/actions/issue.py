"""Making an issue: from its opening to the day it appears."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.models import RecordFile
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
)
from lienhiep.journal.choices import ISSUE_VERBS, Stage
from lienhiep.journal.models import Issue, Licence
from lienhiep.journal.notices import tell_of_issue


def open_issue(
    *,
    year: int,
    number: int,
    month: int,
    by: User,
    number_count: int = 1,
    title: str = "",
    planned_on: date | None = None,
    cover_date: date | None = None,
    licence: Licence | None = None,
    page_count: int = 0,
    print_run: int = 0,
    is_public: bool = True,
    print_file: RecordFile | None = None,
) -> Issue:
    """Open an issue, so that articles can be placed in it.

    Refuses a number that another issue of the year bears, alone or in a double number.
    """
    with verb("journal.open_issue", by=by) as act:
        issue = Issue(
            year=year,
            number=number,
            number_count=number_count,
            month=month,
            title=title,
            planned_on=planned_on,
            cover_date=cover_date,
            licence=licence,
            page_count=page_count,
            print_run=print_run,
            is_public=is_public,
            print_file=print_file,
        )
        issue.full_clean()
        issue.save()
        act.about(issue)
    return issue


def move_issue(*, issue: Issue, stage: str, by: User) -> None:
    """Move an issue to another stage of its making, forward or back."""
    with verb("journal.move_issue", by=by, about=issue):
        lock(issue)
        validate_has_state(issue, *ISSUE_VERBS["move_issue"])
        issue.stage = Stage(stage)
        issue.save()


def sign_for_print(*, issue: Issue, on: date, by: User) -> None:
    """Sign an issue for print (ký duyệt in); the one who signs answers for its contents.

    Refuses an issue without articles, pages or a print run, and one that its licence does
    not allow: from here on the contents stand fast.
    """
    validate_not_in_future("on", on)
    with verb("journal.sign_for_print", by=by, about=issue):
        lock(issue)
        validate_has_state(issue, *ISSUE_VERBS["sign_for_print"])
        _validate_complete(issue)
        _validate_licensed(issue, on)
        issue.signed_on = on
        issue.signed_by = by
        issue.save()


def mark_printed(*, issue: Issue, on: date, by: User, print_run: int | None = None) -> None:
    """Record that the printer has delivered the issue, and how many copies where it differs."""
    validate_not_in_future("on", on)
    with verb("journal.mark_printed", by=by, about=issue):
        lock(issue)
        validate_has_state(issue, *ISSUE_VERBS["mark_printed"])
        validate_not_before("on", on, issue.signed_on)
        issue.printed_on = on
        if print_run is not None:
            issue.print_run = print_run
        issue.save()


def record_deposit(*, issue: Issue, on: date, by: User, receipt: str = "") -> None:
    """Record the legal deposit (nộp lưu chiểu) and the number of its receipt."""
    validate_not_in_future("on", on)
    with verb("journal.record_deposit", by=by, about=issue):
        lock(issue)
        validate_has_state(issue, *ISSUE_VERBS["record_deposit"])
        validate_not_before("on", on, issue.printed_on)
        issue.deposited_on = on
        issue.deposit_receipt = receipt
        issue.save()


def publish_issue(*, issue: Issue, on: date, by: User) -> None:
    """Publish a printed issue (phát hành); it counts in the year's figures from that day.

    Refuses an issue that was not signed and printed, one without articles, a day in the
    future, and one before the printing. Readers may open a public issue at once.
    """
    validate_not_in_future("on", on)
    with verb("journal.publish_issue", by=by, about=issue):
        lock(issue)
        validate_has_state(issue, *ISSUE_VERBS["publish_issue"])
        validate_not_before("on", on, issue.printed_on)
        _validate_has_articles(issue)
        issue.published_on = on
        issue.save()
        tell_of_issue(issue, by)


def _validate_has_articles(issue: Issue) -> None:
    if not issue.articles.exists():
        raise ValidationError(_("%(issue)s has no articles yet.") % {"issue": issue})


def _validate_complete(issue: Issue) -> None:
    """Refuse a signature while something is missing that the printer must know."""
    _validate_has_articles(issue)
    missing = []
    if not issue.page_count:
        missing.append(_("the number of pages"))
    if not issue.print_run:
        missing.append(_("the print run"))
    if missing:
        raise ValidationError(
            _("Before the signature, fill in: %(missing)s.") % {"missing": ", ".join(missing)}
        )
    without_pages = issue.articles.filter(page_count=0).count()
    if without_pages:
        raise ValidationError(
            ngettext(
                "%(count)s article has no number of pages yet.",
                "%(count)s articles have no number of pages yet.",
                without_pages,
            )
            % {"count": without_pages}
        )
    pages = issue.articles.aggregate(total=Sum("page_count"))["total"]
    if pages > issue.page_count:
        raise ValidationError(
            _("The articles fill %(pages)s pages, the issue has only %(room)s.")
            % {"pages": pages, "room": issue.page_count}
        )


def _validate_licensed(issue: Issue, on: date) -> None:
    """Refuse a signature that the licence of the issue does not cover."""
    licence = issue.licence
    if licence is None:
        return
    if not licence.covers(on):
        raise ValidationError(
            {"on": _("The licence %(licence)s is not valid on that day.") % {"licence": licence}}
        )
    if licence.max_pages is not None and issue.page_count > licence.max_pages:
        raise ValidationError(
            _("The licence allows %(most)s pages, the issue has %(pages)s.")
            % {"most": licence.max_pages, "pages": issue.page_count}
        )
