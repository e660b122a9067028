"""Where the associations and the structure of the Union stand on the site."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.site_sections import site_section

site_section("associations", label=_("Member associations"), url="associations:index", order=20)
site_section(
    "structure",
    label=_("Structure of the Union"),
    url="associations:structure",
    order=21,
    in_menu=False,
)
