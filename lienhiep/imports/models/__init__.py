"""What came in from spreadsheets: the file, its rows, and the records made of them."""

from lienhiep.imports.models.batch import ImportBatch, ImportedRecord, ImportRow

__all__ = ["ImportBatch", "ImportRow", "ImportedRecord"]
