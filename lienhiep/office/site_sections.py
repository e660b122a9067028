"""Where public documents stand on the site."""

from django.utils.translation import pgettext_lazy

from lienhiep.core.site_sections import site_section

site_section(
    "office", label=pgettext_lazy("site section", "Documents"), url="office:index", order=60
)
