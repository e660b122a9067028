"""Who must consent for somebody: the person, the representative, or both (art. 24)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lienhiep.accounts.choices import ConsentGiver
from lienhiep.accounts.reference_codes import CHILD_UNDER, JOINT_CONSENT_FROM
from lienhiep.core.reference import value_on

SELF, REPRESENTATIVE = ConsentGiver.SELF.value, ConsentGiver.REPRESENTATIVE.value

GIVERS = {
    SELF: {SELF},
    REPRESENTATIVE: {REPRESENTATIVE},
    ConsentGiver.BOTH.value: {SELF, REPRESENTATIVE},
}
"""Who stands behind each way of giving a consent."""


@dataclass(frozen=True)
class AgesOfConsent:
    """The ages that the law sets on a day; None where no value is on record."""

    child_under: int | None
    joint_from: int | None

    def givers_needed(self, born: date | None, on: date) -> set[str]:
        """Return who must consent to publishing something of somebody, on a day.

        Where the birth or the law is not known the stricter rule holds: both.
        """
        age = age_on(born, on) if born is not None else None
        if age is not None and self.child_under is not None and age >= self.child_under:
            return {SELF}
        if age is not None and self.joint_from is not None and age < self.joint_from:
            return {REPRESENTATIVE}
        return {SELF, REPRESENTATIVE}


def ages_of_consent(on: date) -> AgesOfConsent:
    """Return the ages in force on a day."""
    return AgesOfConsent(
        child_under=value_on(CHILD_UNDER, on, default=None),
        joint_from=value_on(JOINT_CONSENT_FROM, on, default=None),
    )


def age_on(born: date, on: date) -> int:
    """Return the whole years of somebody on a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
