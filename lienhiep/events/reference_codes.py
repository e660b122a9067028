"""Deadlines of conferences and partners that the office sets, kept as dated data."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.reference import expect_reference

RECORD_DAYS = "events.record_days"
MINUTES_DAYS = "events.minutes_days"
RENEWAL_DAYS = "events.renewal_days"
REGISTRATION_DAYS = "events.registration_days"

expect_reference(
    RECORD_DAYS,
    label=_("Days to record what was held"),
    of=int,
    description=_("From the last day of a conference or course to its attendance on record."),
)
expect_reference(
    MINUTES_DAYS,
    label=_("Days to file the minutes of a conference"),
    of=int,
    description=_("From the day it was held."),
)
expect_reference(
    RENEWAL_DAYS,
    label=_("Days before its end to take up a coordination programme again"),
    of=int,
    description=_("So that both sides can sum it up and sign the next one in time."),
)
expect_reference(
    REGISTRATION_DAYS,
    label=_("Days for which registrations are kept"),
    of=int,
    description=_("From the day of the event; names, e-mail addresses and telephone numbers go."),
)
