"""The dated values that this room asks for."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from lienhiep.core.reference import expect_reference

BREACH_HOURS = "privacy.breach_hours"
DOSSIER_DAYS = "privacy.dossier_days"

expect_reference(
    BREACH_HOURS,
    of=int,
    label=_("Hours to tell the authority of a breach"),
    description=_("Counted from the finding, nights and holidays among them."),
)
expect_reference(
    DOSSIER_DAYS,
    of=int,
    label=_("Days after which the record of processing is filed anew"),
    description=_("From the day on which it was filed last; the office's own rhythm."),
)

FIRST_VALUES = [
    (BREACH_HOURS, 72, date(2023, 7, 1), "Nghị định 13/2023/NĐ-CP, Điều 23"),
    (BREACH_HOURS, 72, date(2026, 1, 1), "Luật 91/2025/QH15, Điều 23"),
    (DOSSIER_DAYS, 180, date(2026, 1, 1), "Nghị định 356/2025/NĐ-CP; quy định của cơ quan"),
]
"""What stands in a new database; the office checks and changes it under Reference values."""
