"""Where albums and films stand on the site."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.site_sections import site_section

site_section("albums", label=_("Picture albums"), url="portal:albums", order=150, in_menu=False)
site_section("videos", label=_("Films"), url="portal:videos", order=155, in_menu=False)
site_section("contact", label=_("Contact"), url="portal:contact", order=900, in_menu=False)
site_section(
    "questions", label=_("Questions and answers"), url="portal:questions", order=158, in_menu=False
)
site_section(
    "digest", label=_("The digest by e-mail"), url="portal:subscribe", order=910, in_menu=False
)
site_section("polls", label=_("Polls"), url="portal:polls", order=160, in_menu=False)
