"""Time limits of the news that the office or the law sets, kept as dated data."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.reference import expect_reference

DRAFT_DAYS = "news.draft_days"
HOURS_AFTER_SOURCE = "news.hours_after_source"
REVIEW_DAYS = "news.review_days"
SECOND_PERSON = "news.second_person"

expect_reference(
    DRAFT_DAYS,
    label=_("Days that a draft of the news may lie"),
    of=int,
    description=_("After them it waits for its editor to be finished or deleted."),
)
expect_reference(
    HOURS_AFTER_SOURCE,
    label=_("Hours before an article of the press may be quoted"),
    of=int,
    description=_("From its publication by the source to its publication on this site."),
)
expect_reference(
    SECOND_PERSON,
    label=_("News are published only when a second person approved them"),
    of=int,
    description=_("1: yes; 0 or nothing stated: an editor may publish without it."),
)
expect_reference(
    REVIEW_DAYS,
    label=_("Days that the review of an article may take"),
    of=int,
    description=_("From the day on which it was submitted."),
)
