"""Deadlines of the room that the office sets, kept as dated data."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.reference import expect_reference

KEEP_DAYS = "imports.keep_days"

expect_reference(
    KEEP_DAYS,
    label=_("Days for which the rows of a spreadsheet are kept"),
    of=int,
    description=_("From the day it was sent in; they hold what people wrote of others."),
)
