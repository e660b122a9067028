"""Deadlines and sizes that a regulation sets, kept as dated data."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.reference import expect_reference

REPLY_DAYS = "advisory.reply_days"
ACCEPT_DAYS = "advisory.accept_days"
COUNCIL_LEAST = "advisory.council_least"
COUNCIL_MOST = "advisory.council_most"

expect_reference(
    REPLY_DAYS,
    label=_("Days after which the asking body is asked for its reply"),
    of=int,
    description=_("From the day the final report is delivered."),
)
expect_reference(
    ACCEPT_DAYS,
    label=_("Days to accept or decline an advisory task"),
    of=int,
    description=_("From the day the task is received."),
)
expect_reference(
    COUNCIL_LEAST,
    label=_("Smallest number of members of an advisory council"),
    of=int,
    description=_("Provincial regulations differ; often five."),
)
expect_reference(
    COUNCIL_MOST,
    label=_("Largest number of members of an advisory council"),
    of=int,
    description=_("Provincial regulations differ; often nine."),
)
