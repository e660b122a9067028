"""Where the statistics stand on the site."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.site_sections import site_section

site_section("visits", label=_("Visit statistics"), url="visits:index", order=95, in_menu=False)
