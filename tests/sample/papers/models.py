"""Records that hold files, and so need the tables of the ground floor: hence a migration."""

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.core.files import (
    DOCUMENTS,
    PDF,
    PICTURES,
    SHEETS,
    TEXTS,
    FileUse,
    RecordFileField,
    Retention,
)
from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded

SCAN = FileUse("sample.scan", label="scan", extensions=PDF, max_bytes=3 * 1024 * 1024)
NOTE = FileUse(
    "sample.note",
    label="note",
    extensions=(*DOCUMENTS, *SHEETS, *PICTURES, *TEXTS),
    retention=Retention("sample.note", years=5),
)


class Paper(Guarded, ClusterableModel):
    """A paper of which the scan is for its readers, and a note for leaders only."""

    title = models.CharField("title", max_length=100)
    readers = models.CharField("readers", max_length=200, blank=True)
    scan = RecordFileField("scan", use=SCAN, blank=True)
    note = RecordFileField("note", use=NOTE, blank=True)

    class Meta:
        verbose_name = "paper"
        verbose_name_plural = "papers"

    def __str__(self):
        return self.title

    def reader_keys(self):
        return set(self.readers.split())


class Sheet(Recorded):
    """One sheet of a paper, with a file of its own."""

    paper = ParentalKey(Paper, on_delete=models.CASCADE, related_name="sheets")
    scan = RecordFileField("scan", use=SCAN)

    class Meta:
        verbose_name = "sheet"
        verbose_name_plural = "sheets"

    def __str__(self):
        return f"Sheet of {self.paper}"

    def history_owner(self):
        return self.paper
