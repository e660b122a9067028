"""What verbs have set at an article: its review, its days on the site, and what stands out."""

from __future__ import annotations

from datetime import date

from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienhiep.core.period import local_day, today
from lienhiep.news.choices import ArticleState, ReviewState


class Standing(models.Model):
    """Facts of the article as a whole: what is drafted does not touch them.

    `expires_at` is a plan and `archived_at` the fact: the worker archives what is due, or an
    editor does it sooner (hết hạn hiển thị, lưu trữ). An archived article stands at its address,
    in the archive of its month, in search and in every figure; it has left the front page, the
    lists, the feeds and the hot places. It is never deleted.
    """

    published_at = models.DateTimeField(
        _("first published on the site at"), null=True, blank=True, editable=False
    )
    withdrawn_at = models.DateTimeField(
        _("taken off the site at"), null=True, blank=True, editable=False
    )
    withdrawal_reason = models.TextField(
        _("why it was taken off the site"), blank=True, editable=False
    )
    scheduled_for = models.DateTimeField(
        _("to be published at"), null=True, blank=True, editable=False
    )
    scheduled_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("publication set by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    hot_since = models.DateField(_("hot news since"), null=True, blank=True, editable=False)
    hot_until = models.DateField(_("hot news until"), null=True, blank=True, editable=False)
    featured_at = models.DateTimeField(
        _("set at the head of the site at"), null=True, blank=True, editable=False
    )
    featured_until = models.DateField(
        _("at the head of the site until"), null=True, blank=True, editable=False
    )
    expires_at = models.DateTimeField(
        _("shown in lists until"), null=True, blank=True, editable=False
    )
    archived_at = models.DateTimeField(_("archived at"), null=True, blank=True, editable=False)
    review = models.CharField(
        _("state of the review"),
        max_length=20,
        choices=ReviewState.choices,
        default=ReviewState.NONE,
        blank=True,
        editable=False,
    )
    review_at = models.DateTimeField(_("review stands so since"), null=True, editable=False)
    review_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("review by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    review_remarks = models.TextField(_("remarks of the review"), blank=True, editable=False)
    submitted_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("submitted for review by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    royalty_coefficient = models.DecimalField(
        _("royalty coefficient"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        editable=False,
    )
    """How many units its author is paid (hệ số nhuận bút, Decree 18/2014/NĐ-CP); empty: not yet
    decided, nought: decided that none is paid."""

    class Meta:
        abstract = True

    live: bool
    has_unpublished_changes: bool

    @property
    def state(self) -> ArticleState:
        """Where the article stands; agrees with `NewsArticleQuerySet.with_state`."""
        if self.live:
            if self.archived_at is not None:
                return ArticleState.ARCHIVED
            changed = self.has_unpublished_changes
            return ArticleState.CHANGED if changed else ArticleState.PUBLISHED
        if self.withdrawn_at is not None:
            return ArticleState.WITHDRAWN
        if self.scheduled_for is not None:
            return ArticleState.SCHEDULED
        return ArticleState(self.review) if self.review else ArticleState.DRAFT

    @property
    @display(description=_("State of the article"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("first published on the site on"))
    def published_on(self) -> date | None:
        """The day in Vietnam by which the article is counted."""
        return local_day(self.published_at) if self.published_at else None

    @property
    def is_open_to_readers(self) -> bool:
        """Whether the article stands on the site, in lists or in the archive."""
        return self.live

    @property
    def is_current(self) -> bool:
        """Whether lists, feeds and the front page show the article."""
        return self.live and self.archived_at is None

    def is_hot(self, on: date | None = None) -> bool:
        """Return whether the article is hot news on a day."""
        day = on or today()
        is_over = self.hot_until is not None and self.hot_until < day
        is_begun = self.hot_since is not None and self.hot_since <= day
        return self.is_current and is_begun and not is_over

    @property
    def is_hot_today(self) -> bool:
        """Whether it is hot news now, for templates."""
        return self.is_hot()

    def is_featured(self, on: date | None = None) -> bool:
        """Return whether the article may stand at the head of the site on a day."""
        day = on or today()
        is_over = self.featured_until is not None and self.featured_until < day
        return self.is_current and self.featured_at is not None and not is_over

    def set_review(self, state: ReviewState, by: models.Model | None, remarks: str = "") -> None:
        """Bring the review to a state, now; saved by who calls."""
        self.review, self.review_remarks = state, remarks
        self.review_at = timezone.now() if state else None
        self.review_by = by if state else None  # type: ignore[assignment]


STANDING_FACTS = tuple(field.name for field in Standing._meta.local_fields)
"""The names of these facts."""

STANDING_CONSTRAINTS = [
    models.CheckConstraint(
        condition=Q(live=False) | Q(published_at__isnull=False),
        name="news_article_live_was_published",
    ),
    models.CheckConstraint(
        condition=Q(live=False) | Q(withdrawn_at=None),
        name="news_article_live_is_not_withdrawn",
    ),
    models.CheckConstraint(
        condition=Q(withdrawn_at=None, withdrawal_reason="")
        | (
            # Said twice, because a comparison with nothing is neither true nor false.
            Q(withdrawn_at__isnull=False, published_at__isnull=False)
            & Q(withdrawn_at__gte=F("published_at"))
            & ~Q(withdrawal_reason="")
        ),
        name="news_article_withdrawn_with_reason",
    ),
    models.CheckConstraint(
        condition=Q(royalty_coefficient=None) | Q(royalty_coefficient__gte=0),
        name="news_article_royalty_not_negative",
    ),
    models.CheckConstraint(
        condition=Q(scheduled_for=None) | Q(live=False),
        name="news_article_scheduled_is_not_live",
    ),
    models.CheckConstraint(
        condition=Q(hot_until=None) | Q(hot_since__isnull=False, hot_until__gte=F("hot_since")),
        name="news_article_hot_until_after_since",
    ),
    models.CheckConstraint(
        condition=Q(archived_at=None) | Q(live=True), name="news_article_archived_is_live"
    ),
    models.CheckConstraint(
        condition=Q(featured_until=None) | Q(featured_at__isnull=False),
        name="news_article_featured_until_has_begin",
    ),
    models.CheckConstraint(
        condition=Q(review="", review_at=None) | (~Q(review="") & Q(review_at__isnull=False)),
        name="news_article_review_has_moment",
    ),
]
"""What the database refuses of them."""
