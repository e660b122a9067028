"""Where commendation stands on the site."""

from django.utils.translation import pgettext_lazy

from lienhiep.core.site_sections import site_section

site_section(
    "honours", label=pgettext_lazy("part of the site", "Honours"), url="honours:index", order=50
)
