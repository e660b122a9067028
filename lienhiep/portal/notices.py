"""What the people of the office are told of letters."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.notices import notice_kind

LETTER_ASSIGNED = notice_kind(
    "portal.letter_assigned", _("“%(record)s” was given to you to answer.")
)
