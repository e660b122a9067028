"""How readers rate an article: one vote a person, from one star to five."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienhiep.news.models.article import NewsArticle

LEAST, MOST = 1, 5


class ArticleRating(models.Model):
    """How often and how well an article was rated (đánh giá), kept ready for its page.

    `opening_*` came over from the former site, which knows no single votes; they are added
    to the votes given here. It follows from votes and keeps no history of its own.
    """

    readers_may_wait = True

    article = models.OneToOneField(
        NewsArticle, on_delete=models.CASCADE, primary_key=True, related_name="rating"
    )
    opening_count = models.PositiveIntegerField(_("votes from the former site"), default=0)
    opening_sum = models.PositiveIntegerField(_("stars from the former site"), default=0)
    vote_count = models.PositiveIntegerField(_("votes given here"), default=0)
    vote_sum = models.PositiveIntegerField(_("stars given here"), default=0)

    class Meta:
        verbose_name = _("rating of an article")
        verbose_name_plural = _("ratings of articles")
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    opening_sum__gte=F("opening_count") * LEAST,
                    opening_sum__lte=F("opening_count") * MOST,
                ),
                name="news_articlerating_opening_between_stars",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.total} / {self.count}"

    @property
    def count(self) -> int:
        """How many have rated it."""
        return self.opening_count + self.vote_count

    @property
    def total(self) -> int:
        """All stars together."""
        return self.opening_sum + self.vote_sum

    @property
    def average(self) -> Decimal | None:
        """The stars in the middle, to one decimal; None as long as nobody has rated."""
        if not self.count:
            return None
        return (Decimal(self.total) / self.count).quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def rounded(self) -> int:
        """The whole stars that are drawn."""
        average = self.average or Decimal(0)
        return int(average.quantize(Decimal(1), ROUND_HALF_UP))


class RatingVote(models.Model):
    """The vote of one reader on one article, changeable.

    `voter` is "user:<id>" or the digest of a mark that the reader's own browser keeps; no
    address is stored.
    """

    readers_may_wait = True

    article = models.ForeignKey(NewsArticle, on_delete=models.CASCADE, related_name="rating_votes")
    voter = models.CharField(max_length=64)
    stars = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(LEAST), MaxValueValidator(MOST)]
    )
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("vote on an article")
        verbose_name_plural = _("votes on articles")
        constraints = [
            models.UniqueConstraint(fields=["article", "voter"], name="news_ratingvote_once"),
            models.CheckConstraint(
                condition=Q(stars__gte=LEAST, stars__lte=MOST), name="news_ratingvote_stars"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.stars}"
