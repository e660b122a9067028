"""Where the guide stands on the site."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.site_sections import site_section

site_section("guide", label=_("User guide"), url="guide:contents", order=96, in_menu=False)
