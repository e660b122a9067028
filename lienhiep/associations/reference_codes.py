"""Numbers that the law or the Union sets for associations, kept as dated data."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from lienhiep.core.reference import expect_reference

QUORUM_PERCENT = "associations.quorum_percent"
TERM_YEARS_MOST = "associations.term_years_most"
REPORT_DAYS = "associations.report_days"
STATEMENT_DUE = "associations.statement_due"
WARNING_MONTHS = "associations.warning_months"

expect_reference(
    QUORUM_PERCENT,
    label=_("Share of delegates that must be exceeded at a congress"),
    of=int,
    description=_("In percent of the delegates convened; more than this must be present."),
)
expect_reference(
    TERM_YEARS_MOST,
    label=_("Longest term of an association, in years"),
    of=int,
    description=_("Counted from the congress before."),
)
expect_reference(
    REPORT_DAYS,
    label=_("Days to report the results of a congress"),
    of=int,
    description=_("From the last day of the congress."),
)
expect_reference(
    STATEMENT_DUE,
    label=_("Day by which associations state their members"),
    of=str,
    description=_("Month and day of each year, such as 12-10."),
)
expect_reference(
    WARNING_MONTHS,
    label=_("Months ahead in which a congress due is announced"),
    of=int,
    description=_("The office prepares it from then on."),
)

FIRST_VALUES = [
    (QUORUM_PERCENT, 50, date(2010, 7, 1), "Nghị định 45/2010/NĐ-CP"),
    (QUORUM_PERCENT, 50, date(2024, 11, 26), "Nghị định 126/2024/NĐ-CP"),
    (TERM_YEARS_MOST, 5, date(2010, 7, 1), "Nghị định 45/2010/NĐ-CP"),
    (TERM_YEARS_MOST, 5, date(2024, 11, 26), "Nghị định 126/2024/NĐ-CP"),
    (REPORT_DAYS, 30, date(2010, 7, 1), "Nghị định 45/2010/NĐ-CP"),
    (STATEMENT_DUE, "12-10", date(2020, 1, 1), "Quy chế báo cáo của Liên hiệp Hội"),
    (WARNING_MONTHS, 12, date(2020, 1, 1), "Lịch theo dõi đại hội của văn phòng"),
]
"""What a new database begins with; the office checks and changes it under Reference values."""
