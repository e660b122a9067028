"""Administrative units as the law has them, with who became whom; see README.md beside this."""

from lienhiep.directory.reference.loading import Loaded, load_reference

__all__ = ["Loaded", "load_reference"]
