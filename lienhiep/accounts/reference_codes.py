"""The dated values that this room asks for."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import DataRight
from lienhiep.core.reference import expect_reference
from lienhiep.core.working_days import FIRST_HOLIDAYS

DAYS_TO_ANSWER = "accounts.data_request_days"
DAYS_BY_RIGHT = "accounts.data_request_days_by_right"
WORKING_DAYS_TO_ACKNOWLEDGE = "accounts.acknowledge_working_days"

# Stored under the name of the room that asked for them first; contests enter the values.
CHILD_UNDER = "contests.child_under"
JOINT_CONSENT_FROM = "contests.joint_consent_from"

expect_reference(
    DAYS_TO_ANSWER,
    of=int,
    label=_("Days to answer a request about personal data"),
    description=_("Counted from the day on which the request was made."),
)
expect_reference(
    DAYS_BY_RIGHT,
    of=dict,
    words=dict(DataRight.choices),
    label=_("Days to answer, where a right has days of its own"),
    description=_(
        "By the code of the right: know, access, copy, correct, erase, restrict, object, complain."
    ),
)
expect_reference(
    WORKING_DAYS_TO_ACKNOWLEDGE,
    of=int,
    label=_("Working days to acknowledge a request about personal data"),
    description=_("Saturdays, Sundays and holidays are not counted."),
)
expect_reference(
    CHILD_UNDER,
    of=int,
    label=_("Age under which an author is a child"),
    description=_("A child consents through or together with the legal representative."),
)
expect_reference(
    JOINT_CONSENT_FROM,
    of=int,
    label=_("Age from which a child consents together with the representative"),
    description=_("For publishing a child's name, school or picture."),
)

LAW = "Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP"

FIRST_VALUES = [
    (DAYS_TO_ANSWER, 3, date(2023, 7, 1), "Nghị định 13/2023/NĐ-CP (72 giờ)"),
    (DAYS_TO_ANSWER, 20, date(2026, 1, 1), LAW),
    (
        DAYS_BY_RIGHT,
        {"know": 10, "access": 10, "copy": 10, "correct": 10, "restrict": 15, "object": 15},
        date(2026, 1, 1),
        LAW,
    ),
    (WORKING_DAYS_TO_ACKNOWLEDGE, 2, date(2026, 1, 1), LAW),
    FIRST_HOLIDAYS,
]
"""What stands in a new database; the office checks and changes it under Reference values."""
