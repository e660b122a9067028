"""What stands in the log: a refusal is one line, an error of ours its whole trace."""

import logging

from django.core.exceptions import PermissionDenied


class ShortRefusals(logging.Filter):
    """Drops the trace of a refusal: it is no fault, and a stranger must not fill the disk."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line pass; a refused request without its trace."""
        if record.exc_info and isinstance(record.exc_info[1], PermissionDenied):
            record.exc_info = None
            record.exc_text = None
        return True
