"""Where contests stand on the site."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.site_sections import site_section

site_section("contests", label=_("Contests"), url="contests:index", order=40)
