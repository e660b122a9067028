"""The dated values that this room asks for."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from lienhiep.core.reference import expect_reference

DAYS_TO_ANSWER = "accounts.data_request_days"

expect_reference(
    DAYS_TO_ANSWER,
    of=int,
    label=_("Days to answer a request about personal data"),
    description=_("Counted from the day on which the request was made."),
)

FIRST_VALUES = [
    (DAYS_TO_ANSWER, 3, date(2023, 7, 1), "Nghị định 13/2023/NĐ-CP (72 giờ)"),
    (DAYS_TO_ANSWER, 20, date(2026, 1, 1), "Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP"),
]
"""What stands in a new database; the office checks and changes it under Reference values."""
