"""What this room takes files for."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import DOCUMENTS, PDF, FileUse

FOUNDING_DECISION = FileUse(
    "associations.founding_decision", label=_("Founding decision"), extensions=PDF
)
CHARTER = FileUse("associations.charter", label=_("Charter of the association"), extensions=PDF)
DOSSIER = FileUse("associations.dossier", label=_("Admission dossier"), extensions=DOCUMENTS)
RESOLUTION = FileUse(
    "associations.resolution", label=_("Resolution of the congress"), extensions=DOCUMENTS
)
