"""Breaches, filed records of processing, and runs of retention."""

from lienhiep.privacy.models.breach import Breach
from lienhiep.privacy.models.dossier import Dossier
from lienhiep.privacy.models.retention import RetentionRun

__all__ = ["Breach", "Dossier", "RetentionRun"]
