"""Views that belong to no room: refusals, kept forms, and the files of records."""

from lienhiep.core.views.refusals import csrf_failure, permission_denied

__all__ = ["csrf_failure", "permission_denied"]
