"""What people do in the room of personal data."""

from lienhiep.privacy.actions.breach import (
    close_breach,
    record_breach,
    reopen_breach,
    tell_authority,
    tell_people,
)
from lienhiep.privacy.actions.dossier import file_dossier
from lienhiep.privacy.actions.retention import forget_some, start_retention

__all__ = [
    "close_breach",
    "file_dossier",
    "forget_some",
    "record_breach",
    "reopen_breach",
    "start_retention",
    "tell_authority",
    "tell_people",
]
