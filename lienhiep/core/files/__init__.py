"""Files of records: checked when they come in, unchanged while they are kept, asked for to read.

A room declares what it takes and puts a field into its record:

    PRINT_FILE = FileUse("journal.print_file", label=_("issue in print"), extensions=PDF)

    class Issue(Guarded):
        print_file = RecordFileField(_("file in print"), use=PRINT_FILE, blank=True)
"""

from lienhiep.core.files.actions import (
    destroy_file,
    remove_pending_files,
    store_bytes,
    store_upload,
    withdraw_file,
)
from lienhiep.core.files.fields import RecordFileField
from lienhiep.core.files.form_fields import RecordFileFormField
from lienhiep.core.files.kinds import ARCHIVES, DOCUMENTS, PDF, PICTURES, SCANS, SHEETS, TEXTS
from lienhiep.core.files.uses import FOR_EVER, FileUse, Retention

__all__ = [
    "ARCHIVES",
    "DOCUMENTS",
    "FOR_EVER",
    "PDF",
    "PICTURES",
    "SCANS",
    "SHEETS",
    "TEXTS",
    "FileUse",
    "RecordFileField",
    "RecordFileFormField",
    "Retention",
    "destroy_file",
    "remove_pending_files",
    "store_bytes",
    "store_upload",
    "withdraw_file",
]
