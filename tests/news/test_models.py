"""What articles, categories and topics hold, and what they refuse."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from lienhiep.news import actions
from lienhiep.news.blocks import cells_of
from lienhiep.news.choices import ArticleState, SourceKind
from lienhiep.news.models import Category, NewsArticle, Topic
from tests.factories.news import CategoryFactory, NewsArticleFactory, published

pytestmark = pytest.mark.django_db


def article_at(state, by):
    """Bring an article to a state through the verbs that lead there."""
    review = (ArticleState.SUBMITTED, ArticleState.RETURNED, ArticleState.APPROVED)
    if state in (ArticleState.DRAFT, ArticleState.SCHEDULED, *review):
        article = NewsArticleFactory()
        if state in review:
            actions.submit_article(article=article, by=by)
        if state == ArticleState.RETURNED:
            actions.return_article(article=article, reason="Thử", by=by)
        if state == ArticleState.APPROVED:
            actions.approve_article(article=article, by=by)
        if state == ArticleState.SCHEDULED:
            at = timezone.now() + timedelta(days=1)
            actions.schedule_article(article=article, at=at, by=by)
        return article
    article = published()
    if state == ArticleState.CHANGED:
        article.save_revision(clean=False)
    if state == ArticleState.ARCHIVED:
        actions.archive_article(article=article, by=by)
    if state == ArticleState.WITHDRAWN:
        actions.unpublish_article(article=article, reason="Thử", by=by)
    return article


@pytest.mark.parametrize("state", list(ArticleState))
def test_the_state_in_python_and_in_the_database_agree(state, by):
    article = article_at(state, by)

    stored = NewsArticle.objects.with_state().get(pk=article.pk)

    assert (stored.state, stored.state_code) == (state, state)


@pytest.mark.parametrize(
    "facts",
    [
        {"live": True},
        {"withdrawal_reason": "Không có ngày"},
        {"archived_at": timezone.now()},
        {"review": "submitted"},
        {"featured_until": timezone.localdate()},
        {"hot_until": timezone.localdate()},
        {
            "hot_since": timezone.localdate(),
            "hot_until": timezone.localdate() - timedelta(days=1),
        },
    ],
)
def test_the_database_refuses_facts_that_contradict_each_other(facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        NewsArticle(title="Tin", **facts).save()


def test_what_others_wrote_names_its_source():
    article = NewsArticle(title="Tin", source_kind=SourceKind.QUOTED)

    with pytest.raises(ValidationError) as refusal:
        article.clean()

    assert list(refusal.value.message_dict) == ["source_name"]


def test_the_word_of_an_address_is_made_of_the_name():
    category, topic = Category(name="Nông nghiệp, nông thôn"), Topic(name="Đại hội")

    category.clean()
    topic.clean()

    assert (category.slug, topic.slug) == ("nong-nghiep-nong-thon", "dai-hoi")


@pytest.mark.parametrize("slug", ["nam-2022", "2022"])
def test_the_address_of_a_category_is_never_taken_for_an_article(slug):
    with pytest.raises(ValidationError, match="kết thúc bằng số"):
        Category(name="Thử", slug=slug).full_clean()


def test_there_are_two_levels_of_categories():
    top = CategoryFactory()
    below = CategoryFactory(parent=top)

    with pytest.raises(ValidationError, match="hai cấp"):
        Category(name="Thứ ba", slug="thu-ba", parent=below).full_clean()
    top.parent = CategoryFactory()
    with pytest.raises(ValidationError, match="chuyên mục con"):
        top.full_clean()
    below.parent = below
    with pytest.raises(ValidationError, match="chính nó"):
        below.full_clean()


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Năm\t2022\t12", ["Năm", "2022", "12"]),
        ("| Năm | 2022 |", ["Năm", "2022"]),
        ("Một", ["Một"]),
    ],
)
def test_a_line_of_a_table_is_parted_by_tabs_or_strokes(line, cells):
    assert cells_of(line) == cells


def test_the_text_holds_what_every_part_says():
    article = NewsArticleFactory(
        body=[
            ("paragraph", "<p>Đoạn <b>đầu</b>.</p>"),
            ("heading", "Tiêu đề nhỏ"),
            ("quotation", {"text": "Lời trích", "who": "Đại biểu"}),
            ("table", {"caption": "Bảng", "rows": "Năm\t2022"}),
        ]
    )

    words = article.text

    assert [part in words for part in ("Đoạn", "Tiêu đề nhỏ", "Lời trích", "2022", "<p>")] == [
        True,
        True,
        True,
        True,
        False,
    ]
