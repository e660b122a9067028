"""Where the journal stands on the site."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.site_sections import site_section

site_section("journal", label=_("Journal"), url="journal:years", order=30)
