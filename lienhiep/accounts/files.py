"""What this room takes files for, and how long each is kept."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import PDF, SCANS, FileUse, Retention

CONSENT_KEPT = Retention("accounts.consent", years=10)
"""As long as somebody may ask whether the consent was given: it is the proof."""

SIGNED_FORM = FileUse(
    "accounts.signed_form",
    label=_("Scan of a signed form of consent"),
    extensions=SCANS,
    retention=CONSENT_KEPT,
    max_bytes=20 * 1024 * 1024,
)

ANSWER_KEPT = Retention("accounts.answer", years=5)

ANSWER_FILE = FileUse(
    "accounts.answer",
    label=_("Answer to a request about personal data"),
    extensions=(*PDF, "docx", "xlsx", "zip"),
    retention=ANSWER_KEPT,
    max_bytes=20 * 1024 * 1024,
)
