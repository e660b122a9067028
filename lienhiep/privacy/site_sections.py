"""Where the policy on personal data stands: at the foot of every page, not in the menu."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.site_sections import site_section

site_section(
    "privacy",
    label=_("Policy on personal data"),
    url="privacy:policy",
    order=95,
    in_menu=False,
)
