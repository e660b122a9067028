"""What people do with spreadsheets: send in and try out, record, take back."""

from lienhiep.imports.actions.batch import load_batch, recheck_batch, take_in_file, undo_batch

__all__ = ["load_batch", "recheck_batch", "take_in_file", "undo_batch"]
