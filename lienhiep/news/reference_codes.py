"""Time limits of the news that the office or the law sets, kept as dated data."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from lienhiep.core.reference import expect_reference

DRAFT_DAYS = "news.draft_days"
HOURS_AFTER_SOURCE = "news.hours_after_source"
REVIEW_DAYS = "news.review_days"
SECOND_PERSON = "news.second_person"
HOURS_TO_REMOVE = "news.hours_to_remove"
PRESS_BODIES = "news.press_bodies"
COMMENT_HOURS = "news.comment_hours"
ROYALTY_UNIT = "news.royalty_unit"
ROYALTY_MOST = "news.royalty_most"
ROYALTY_TAX_FROM = "news.royalty_tax_from"
ROYALTY_TAX_PERCENT = "news.royalty_tax_percent"

DECREE = "Nghị định 147/2024/NĐ-CP"
PAY = "Nghị định 18/2014/NĐ-CP"
TAX = "Thông tư 111/2013/TT-BTC, điều 25 (cần kế toán xác nhận)"

FIRST_VALUES = (
    (HOURS_AFTER_SOURCE, 1, date(2024, 12, 25), DECREE),
    (HOURS_TO_REMOVE, 3, date(2024, 12, 25), f"{DECREE} (cần bộ phận pháp chế xác nhận)"),
    (PRESS_BODIES, 3, date(2024, 12, 25), DECREE),
    (COMMENT_HOURS, 24, date(2024, 1, 1), "Quy chế biên tập của cơ quan"),
    # A tenth of the base salary of the time
    (ROYALTY_UNIT, 149_000, date(2019, 7, 1), f"{PAY}; Nghị định 38/2019/NĐ-CP"),
    (ROYALTY_UNIT, 180_000, date(2023, 7, 1), f"{PAY}; Nghị định 24/2023/NĐ-CP"),
    (ROYALTY_UNIT, 234_000, date(2024, 7, 1), f"{PAY}; Nghị định 73/2024/NĐ-CP"),
    (ROYALTY_MOST, 30, date(2014, 6, 1), f"{PAY} (cần kế toán xác nhận)"),
    (ROYALTY_TAX_FROM, 2_000_000, date(2013, 10, 1), TAX),
    (ROYALTY_TAX_PERCENT, 10, date(2013, 10, 1), TAX),
)
"""What holds until the office enters another value, with its source."""

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
expect_reference(
    HOURS_TO_REMOVE,
    label=_("Hours in which an article that its source took off leaves the site"),
    of=int,
    description=_("From the moment when the source took it off, or the office was told."),
)
expect_reference(
    PRESS_BODIES,
    label=_("Press bodies that an aggregated site quotes at least"),
    of=int,
    description=_("Counted over the articles quoted in the last thirty days."),
)
expect_reference(
    COMMENT_HOURS,
    label=_("Hours in which an editor decides on a comment"),
    of=int,
    description=_("Afterwards it is late for the editors."),
)
expect_reference(
    ROYALTY_UNIT,
    label=_("Royalty unit of an article, in đồng"),
    of=int,
    description=_("A tenth of the base salary; one article is paid its coefficient times this."),
)
expect_reference(
    ROYALTY_MOST,
    label=_("Highest royalty coefficient of an article"),
    of=int,
    description=_("A higher one is refused."),
)
expect_reference(
    ROYALTY_TAX_FROM,
    label=_("Royalties from which income tax is withheld, in đồng"),
    of=int,
    description=_("Of one payment to somebody without a contract of employment."),
)
expect_reference(
    ROYALTY_TAX_PERCENT,
    label=_("Income tax withheld of royalties, in percent"),
    of=int,
    description=_("Of the whole payment."),
)
