"""What somebody agrees to when entering a contest: one text for each purpose.

The texts in force stand with accounts, where the office writes them; the words here are shown
in a house that has none on record. Whatever was shown is kept with each consent.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.actions import texts_in_force
from lienhiep.accounts.choices import ConsentPurpose
from lienhiep.core.period import today

TEXT_VERSION = "cuoc-thi-2026-01"

TEXTS: dict[str, Any] = {
    ConsentPurpose.CONTEST_ENTRY: _(
        "I agree that the standing agency of the contest keeps the name, day of birth, class "
        "and school of the author to check and judge the entry."
    ),
    ConsentPurpose.PUBLISH_NAME: _(
        "I agree that the author's name, school and result are published on the site of the "
        "Union if the entry wins a prize."
    ),
    ConsentPurpose.PUBLISH_IMAGE: _(
        "I agree that photographs and film of the entry and its authors are published."
    ),
    ConsentPurpose.NATIONAL_ROUND: _(
        "I agree that the entry and the author's data are sent to the organisers of the "
        "national contest."
    ),
}


def words_shown() -> dict[str, Any]:
    """Return the words with which each purpose is asked today."""
    texts = texts_in_force(TEXTS, today())
    return {
        purpose: texts[purpose].text if purpose in texts else words
        for purpose, words in TEXTS.items()
    }
