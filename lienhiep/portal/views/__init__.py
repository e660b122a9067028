from lienhiep.portal.views.machines import manifest, robots, sitemap
from lienhiep.portal.views.pages import accessibility, map_of_the_site
from lienhiep.portal.views.search import search_page

__all__ = [
    "accessibility",
    "manifest",
    "map_of_the_site",
    "robots",
    "search_page",
    "sitemap",
]
