"""Deadlines of the journal that the office or the law sets, kept as dated data."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.reference import expect_reference

REPLY_DAYS = "journal.reply_days"
DEPOSIT_DAYS = "journal.deposit_days"

expect_reference(
    REPLY_DAYS,
    label=_("Days to answer a contributor"),
    of=int,
    description=_("From the day a manuscript is received to its acceptance or refusal."),
)
expect_reference(
    DEPOSIT_DAYS,
    label=_("Days to make the legal deposit of an issue"),
    of=int,
    description=_("From the day the printer delivers the issue."),
)
