"""Comments and ratings of an older site come over in one act, in whatever order they lie."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from lienhiep.core.history import entries_of
from lienhiep.news.actions import CommentRow, RatingRow, load_comments, load_ratings
from lienhiep.news.choices import CommentState
from lienhiep.news.models import ArticleRating, Comment
from tests.factories.news import JUNE, editor, published

pytestmark = pytest.mark.django_db


def row(article, **facts):
    return CommentRow(
        **{"article": article, "name": "Bạn đọc", "text": "Bài rất hay.", "written_at": JUNE}
        | facts
    )


def test_an_answer_may_stand_before_what_it_answers():
    article = published()

    answer, question = load_comments(
        rows=[
            row(article, imported_id="vi:2", answers="vi:1"),
            row(article, imported_id="vi:1"),
        ],
        by=editor(),
    )

    assert Comment.objects.get(pk=answer.pk).parent == question


def test_an_answer_finds_what_was_loaded_earlier():
    article = published()
    (question,) = load_comments(rows=[row(article, imported_id="vi:1")], by=None)

    (answer,) = load_comments(rows=[row(article, answers="vi:1")], by=None)

    assert answer.parent == question


def test_the_batch_has_one_entry_and_keeps_its_moments():
    article = published()

    first, second = load_comments(
        rows=[row(article), row(article, state=CommentState.WAITING)], by=editor()
    )

    assert [entry.log.action for entry in entries_of(first)] == ["news.load_comments"]
    assert not entries_of(second)
    assert (first.decided_at, second.decided_at) == (JUNE, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"answers": "vi:999"},
        {"text": ""},
        {"email": "không phải thư"},
        {"state": "khác"},
        {"written_at": timezone.now() + timedelta(days=1)},
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_loaded(wrong):
    article = published()

    with pytest.raises(ValidationError, match="2"):
        load_comments(rows=[row(article), row(article, **wrong)], by=None)

    assert not Comment.objects.exists()


def test_an_answer_to_a_comment_on_another_article_is_refused():
    with pytest.raises(ValidationError):
        load_comments(
            rows=[row(published(), imported_id="1"), row(published(), answers="1")], by=None
        )


def test_ratings_open_with_what_the_former_site_had():
    article = published()

    load_ratings(rows=[RatingRow(article=article, count=7, total=30)], by=editor())

    rating = ArticleRating.objects.get(article=article)
    assert (rating.count, rating.average) == (7, Decimal("4.3"))
    assert entries_of(article)[0].log.action == "news.load_ratings"


def test_ratings_loaded_again_are_replaced_and_votes_given_here_stay():
    article = published()
    ArticleRating.objects.create(article=article, vote_count=2, vote_sum=9)

    for _time in range(2):
        load_ratings(rows=[RatingRow(article=article, count=1, total=3)], by=None)

    rating = ArticleRating.objects.get(article=article)
    assert (rating.count, rating.total) == (3, 12)


@pytest.mark.parametrize(("count", "total"), [(1, 6), (2, 1), (0, 3), (-1, -1)])
def test_stars_that_cannot_be_are_refused(count, total):
    with pytest.raises(ValidationError):
        load_ratings(rows=[RatingRow(article=published(), count=count, total=total)], by=None)
