"""Where events and partners stand on the site."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.site_sections import site_section

site_section("events", label=_("Events"), url="events:index", order=70)
site_section(
    "partners", label=_("Partners of the Union"), url="events:partners", order=170, in_menu=False
)
