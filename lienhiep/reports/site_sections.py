"""Where the figures stand on the site."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.site_sections import site_section

site_section("reports", label=_("In figures"), url="reports:catalogue", order=90)
