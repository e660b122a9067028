"""Where advice and science stand on the site."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.site_sections import site_section

site_section("advisory", label=_("Advice and critique"), url="advisory:index", order=45)
