"""Ages and terms that the law or the rules of a contest set, kept as dated data."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from lienhiep.core.reference import expect_reference

# Asked for by the rule on consents, which stands with accounts; the values are entered here.
CHILD_UNDER = "contests.child_under"
JOINT_CONSENT_FROM = "contests.joint_consent_from"
CONTACT_KEPT_DAYS = "contests.contact_kept_days"
RESULT_DAYS = "contests.result_days"

expect_reference(
    CONTACT_KEPT_DAYS,
    label=_("Days for which the contact of a representative is kept"),
    of=int,
    description=_("From the day on which the results of the edition are published."),
)
expect_reference(
    RESULT_DAYS,
    label=_("Days from the deadline of a contest to its results"),
    of=int,
    description=_("The office's own term; an edition beyond it stands among what waits."),
)

FIRST_VALUES = [
    (CHILD_UNDER, 16, date(2017, 6, 1), "Luật Trẻ em 2016, Điều 1"),
    (JOINT_CONSENT_FROM, 7, date(2023, 7, 1), "Nghị định 13/2023/NĐ-CP, Điều 20"),
    (JOINT_CONSENT_FROM, 7, date(2026, 1, 1), "Luật 91/2025/QH15, Điều 24"),
    (CONTACT_KEPT_DAYS, 180, date(2021, 1, 1), "Quy định của cơ quan thường trực cuộc thi"),
    (RESULT_DAYS, 120, date(2021, 1, 1), "Quy định của cơ quan thường trực cuộc thi"),
]
"""What stands in a new database; the office checks and changes it under Reference values."""
