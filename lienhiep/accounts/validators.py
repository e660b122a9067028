"""What a phone number is, and in which form it is kept."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

VIETNAM = "+84"
NATIONAL = re.compile(r"[35789]\d{8}|2\d{9}")
"""Nine digits for a mobile phone, ten for one on a desk, without the leading 0."""

FOREIGN = re.compile(r"\+[1-9]\d{7,14}")

INVALID_PHONE = _("Write the number as 0912 345 678, or with the country code, as +84 912 345 678.")


def normalise_phone(text: str) -> str:
    """Return a phone number as it is kept: +84912345678.

    "0912 345 678", "(+84) 912.345.678", "84912345678" and "0084 912 345 678" are the same
    number. Raises ValidationError for anything that cannot be one.
    """
    digits = re.sub(r"[\s().\-–/]", "", text)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    if digits.startswith("0"):
        digits = f"{VIETNAM}{digits[1:]}"
    elif digits.startswith("84") and NATIONAL.fullmatch(digits[2:]):
        digits = f"+{digits}"
    if digits.startswith(f"{VIETNAM}0"):
        digits = f"{VIETNAM}{digits[4:]}"
    if digits.startswith(VIETNAM):
        if NATIONAL.fullmatch(digits[3:]):
            return digits
    elif FOREIGN.fullmatch(digits):
        return digits
    raise ValidationError(INVALID_PHONE, code="invalid_phone")


def phone_in_words(phone: str | None) -> str:
    """Return a kept number as people here write it: 0912 345 678."""
    if not phone:
        return ""
    if not phone.startswith(VIETNAM):
        return phone
    national = f"0{phone[3:]}"
    return f"{national[:4]} {national[4:7]} {national[7:]}"
