"""What readers do with an article: give it stars."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.news.models import ArticleRating, NewsArticle, RatingVote
from lienhiep.news.models.rating import LEAST, MOST


def rate_article(*, article: NewsArticle, stars: int, voter: str) -> ArticleRating:
    """Give an article one to five stars (đánh giá bài viết); a second vote replaces the first.

    `voter` is a word for an account or a browser (`core.open_forms`). Votes leave no entry in
    the history: they are the reader's, and the sums follow from them.
    """
    if not article.is_open_to_readers:
        raise ValidationError(_("The article does not stand on the site any more."))
    if not LEAST <= stars <= MOST:
        raise ValidationError({"stars": _("Choose one to five stars.")})
    with transaction.atomic():
        ArticleRating.objects.get_or_create(article=article)
        rating = ArticleRating.objects.select_for_update().get(article=article)
        RatingVote.objects.update_or_create(
            article=article,
            voter=voter,
            defaults={"stars": stars, "changed_at": timezone.now()},
            create_defaults={"stars": stars},
        )
        # Counted anew each time: a sum that is only ever added to would keep every mistake.
        counted = RatingVote.objects.filter(article=article).aggregate(
            n=Count("pk"), s=Sum("stars")
        )
        rating.vote_count, rating.vote_sum = counted["n"], counted["s"] or 0
        rating.save(update_fields=["vote_count", "vote_sum"])
    return rating
