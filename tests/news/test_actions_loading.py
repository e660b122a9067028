"""Articles loaded together come out as if each had been drafted and published at its time."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from lienhiep.core.history import entries_of
from lienhiep.core.models import RecordKey, SearchEntry
from lienhiep.news import actions
from lienhiep.news.actions import ArticleRow, load_news_articles
from lienhiep.news.choices import ArticleState, SourceKind
from lienhiep.news.models import (
    FurtherCategory,
    ListingLine,
    NewsArticle,
    PenName,
    Source,
    Tag,
)
from tests.factories.news import JUNE, CategoryFactory, NewsArticleFactory, TopicFactory

pytestmark = pytest.mark.django_db

BODY = [
    ("paragraph", "<p>Đoạn một.</p>"),
    ("quotation", {"text": "Lời nói", "who": "Đại biểu"}),
]


def row(**facts):
    return ArticleRow(
        **{
            "title": "Một tin",
            "lead": "Vài câu.",
            "body": BODY,
            "category": facts.pop("category", None) or CategoryFactory(),
            "published_at": JUNE,
        }
        | facts
    )


def described(article):
    """Return all that is kept of an article, but ids, moments and who acted."""
    fields = {
        field.name: getattr(article, field.attname)
        for field in NewsArticle._meta.concrete_fields
        if field.name not in ("id", "body", "latest_revision", "live_revision", "last_published_at")
    }
    entry = SearchEntry.objects.get(kind="news.newsarticle", object_id=article.pk)
    keys = RecordKey.objects.filter(content_type__model="newsarticle", object_id=article.pk)
    content = article.latest_revision.content
    return {
        "fields": fields,
        "body": [(block.block_type, str(block.value)) for block in article.body],
        "entry": (entry.title, entry.body, entry.date, entry.public_url.rsplit("-", 1)[0]),
        "found by": sorted(entry.keys.values_list("key", flat=True)),
        "keys": list(keys.values_list("key", flat=True)),
        "lists": sorted(
            ListingLine.objects.filter(article=article).values_list("category", "published_at")
        ),
        "further": sorted(article.further_categories.values_list("category", flat=True)),
        "is newest": article.latest_revision_id == article.live_revision_id,
        "revision": {name: content[name] for name in ("title", "lead", "category", "source_kind")},
        "as drafted": article.get_latest_revision_as_object().title,
    }


def test_loaded_rows_are_equal_to_those_of_the_verb(by, monkeypatch):
    category, other, topic = CategoryFactory(), CategoryFactory(), TopicFactory()
    facts = {"category": category, "topic": topic, "byline": "Ban Biên tập"}
    drafted = NewsArticleFactory(title="Một tin", lead="Vài câu.", body=BODY, **facts)
    FurtherCategory(article=drafted, category=other).save()
    drafted.save_revision(clean=False)
    monkeypatch.setattr(timezone, "now", lambda: JUNE)
    actions.publish_article(article=drafted, by=by)
    monkeypatch.undo()

    (loaded,) = load_news_articles(rows=[row(further=[other], **facts)], by=by)

    verb, bulk = (NewsArticle.objects.get(pk=one.pk) for one in (drafted, loaded))
    assert described(verb) == described(bulk)


def test_loading_many_leaves_one_entry(by):
    made = load_news_articles(rows=[row(title=f"Tin {n}") for n in range(3)], by=by)

    entry = entries_of(made[0])[0]
    assert (entry.log.action, entry.log.data["articles"]) == ("news.load_news_articles", 3)
    assert entries_of(made[1]) == []


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ({"lead": " "}, "sapo"),
        ({"source_kind": SourceKind.QUOTED}, "nguồn"),
        ({"published_at": timezone.now() + timedelta(days=1)}, "chưa tới"),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_loaded(by, facts, word):
    rows = [row(title="Tin đúng"), row(title="Tin sai", **facts)]

    with pytest.raises(ValidationError, match=rf"Dòng 2, “Tin sai”.*{word}"):
        load_news_articles(rows=rows, by=by)

    assert NewsArticle.objects.count() == 0


def test_loading_asks_no_more_often_for_each_list(by, django_assert_max_num_queries):
    category = CategoryFactory()
    rows = [row(title=f"Tin {n}", category=category) for n in range(10)]
    load_news_articles(rows=rows[:1], by=by)

    # The search table is fed article by article; all else in a few questions for all.
    with django_assert_max_num_queries(25 + 12 * 9):
        load_news_articles(rows=rows[1:], by=by)


def test_loaded_rows_bring_tags_pen_names_and_source_with_them(by):
    tag = Tag.objects.create(name="Sáng kiến", slug="sang-kien")
    name = PenName.objects.create(name="Hoài Nam", slug="hoai-nam")
    source = Source.objects.create(name="Báo Nghệ An")

    (made,) = load_news_articles(
        rows=[row(tags=[tag], pen_names=[name], source=source, licence="CC BY 4.0")], by=by
    )

    article = NewsArticle.objects.get(pk=made.pk)
    assert [one.tag for one in article.article_tags.all()] == [tag]
    assert [one.pen_name for one in article.bylines.all()] == [name]
    assert (article.source, article.licence) == (source, "CC BY 4.0")
    draft = article.get_latest_revision_as_object()
    assert [one.tag for one in draft.article_tags.all()] == [tag]


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"published_at": None, "lead": "", "category": None}, ArticleState.DRAFT),
        (
            {"published_at": None, "scheduled_for": timezone.now() + timedelta(days=2)},
            ArticleState.SCHEDULED,
        ),
        (
            {"withdrawn_at": JUNE + timedelta(days=1), "withdrawal_reason": "Ngừng đăng."},
            ArticleState.WITHDRAWN,
        ),
    ],
)
def test_what_is_not_on_the_site_is_loaded_in_its_state(by, facts, state):
    (made,) = load_news_articles(rows=[rowless(**facts)], by=by)

    article = NewsArticle.objects.get(pk=made.pk)
    assert (article.state, article.live_revision) == (state, None)
    assert not ListingLine.objects.filter(article=article).exists()
    assert article.get_latest_revision_as_object().title == "Một tin"


def rowless(**facts):
    """Return a row whose category may be left out."""
    category = facts.pop("category", 0)
    made = row(**facts)
    return replace(made, category=None) if category is None else made


@pytest.mark.parametrize(
    "facts",
    [
        {"scheduled_for": timezone.now() + timedelta(days=2)},
        {"withdrawn_at": JUNE - timedelta(days=1), "withdrawal_reason": "Ngừng đăng."},
        {"withdrawn_at": JUNE + timedelta(days=1)},
    ],
)
def test_moments_that_contradict_each_other_are_refused(by, facts):
    with pytest.raises(ValidationError, match="Dòng 1"):
        load_news_articles(rows=[row(**facts)], by=by)
