"""Pages of the back office beside the registers: work done, a Word file, remarks."""

from lienhiep.news.admin_views.from_word import from_word
from lienhiep.news.admin_views.remarks import remarks
from lienhiep.news.admin_views.work_done import by_author, editorial_calendar, may_read

__all__ = ["by_author", "editorial_calendar", "from_word", "may_read", "remarks"]
