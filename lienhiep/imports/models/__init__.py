"""The records of what comes in from elsewhere."""

from lienhiep.imports.models.batch import ImportBatch, ImportedRecord, ImportRow
from lienhiep.imports.models.site import CarriedRecord, SiteImport, SiteImportLine

__all__ = [
    "CarriedRecord",
    "ImportBatch",
    "ImportRow",
    "ImportedRecord",
    "SiteImport",
    "SiteImportLine",
]
