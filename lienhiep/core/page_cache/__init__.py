"""Ready pages, answered before Django is entered; and how they come to be made anew.

`layer` is the outermost WSGI layer, `generations` the numbers that all processes share,
`listening` raises them, `facts` is how a view speaks to the layer: see docs/rooms/core.md.
"""

from lienhiep.core.page_cache.facts import about_page, valid_until
from lienhiep.core.page_cache.listening import content_changed

__all__ = ["about_page", "content_changed", "valid_until"]
