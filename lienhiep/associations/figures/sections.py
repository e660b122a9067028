"""The section of the annual report to which these figures belong, and their counting dates."""

from django.utils.translation import gettext_lazy as _

ORGANISATION = _("Organisation and members")
LAST_DAY = _("the last day of the period")
