"""Days that the office or the law allows, kept as dated data."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from lienhiep.core.reference import expect_reference

ACKNOWLEDGE_DAYS = "office.acknowledge_days"
FORWARD_DAYS = "office.forward_days"
FORWARD_LOOK_BACK = "office.forward_look_back_days"
CHASE_DAYS = "office.chase_days"
SIGN_DAYS = "office.sign_days"
ISSUE_DAYS = "office.issue_days"

expect_reference(
    ACKNOWLEDGE_DAYS,
    label=_("Days to acknowledge a document"),
    of=int,
    description=_("From the day it was forwarded to an association."),
)
expect_reference(
    FORWARD_DAYS,
    label=_("Days to forward a document to the associations"),
    of=int,
    description=_("From the day of its arrival."),
)
expect_reference(
    FORWARD_LOOK_BACK,
    label=_("Days for which a document not forwarded is offered"),
    of=int,
    description=_("Afterwards it no longer waits; it may still be forwarded."),
)
expect_reference(
    CHASE_DAYS,
    label=_("Days for which a late acknowledgement is asked for"),
    of=int,
    description=_("Counted from the day by which it was due; the list of what is owed keeps it."),
)
expect_reference(
    SIGN_DAYS,
    label=_("Days to sign a draft"),
    of=int,
    description=_("From the day on which the draft was put forward."),
)
expect_reference(
    ISSUE_DAYS,
    label=_("Days to give a signed document its number"),
    of=int,
    description=_("Decree 30/2020/NĐ-CP: at the latest on the working day after the signature."),
)

SOURCE = "Quy chế công tác văn thư của Liên hiệp hội (giá trị ban đầu, văn phòng rà soát lại)"
FIRST_VALUES = (
    (ACKNOWLEDGE_DAYS, 3, date(2021, 1, 1), SOURCE),
    (FORWARD_DAYS, 1, date(2021, 1, 1), "Nghị định 30/2020/NĐ-CP, Điều 23"),
    (FORWARD_LOOK_BACK, 30, date(2021, 1, 1), SOURCE),
    (CHASE_DAYS, 90, date(2021, 1, 1), SOURCE),
    (SIGN_DAYS, 2, date(2021, 1, 1), SOURCE),
    (ISSUE_DAYS, 1, date(2021, 1, 1), "Nghị định 30/2020/NĐ-CP, Điều 18"),
)
"""What holds until the office enters something else; each with its source."""
