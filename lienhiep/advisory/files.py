"""What this room takes files for, and how long each is kept."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import ARCHIVES, DOCUMENTS, PDF, SHEETS, FileUse, Retention

OPINION_KEPT = Retention("advisory.opinion", years=20)
"""As long as the scheme that was judged is likely to be argued about."""

LARGE = 40 * 1024 * 1024

DOSSIER = FileUse(
    "advisory.dossier",
    label=_("Dossier of the task"),
    extensions=(*DOCUMENTS, *SHEETS, *ARCHIVES),
    max_bytes=LARGE,
)
MINUTES = FileUse("advisory.minutes", label=_("Minutes of the council"), extensions=DOCUMENTS)
REPORT = FileUse("advisory.report", label=_("Final report"), extensions=DOCUMENTS)
REPLY = FileUse("advisory.reply", label=_("Reply of the asking body"), extensions=DOCUMENTS)
OPINION = FileUse(
    "advisory.opinion",
    label=_("Paper of an expert"),
    extensions=DOCUMENTS,
    retention=OPINION_KEPT,
    max_bytes=20 * 1024 * 1024,
)
COMMENT = FileUse("advisory.comment", label=_("Comment as sent"), extensions=DOCUMENTS)
ACCEPTANCE = FileUse("advisory.acceptance", label=_("Record of the acceptance"), extensions=PDF)
