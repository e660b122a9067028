"""Lists know how long they are, and agree with the articles whatever happens to these."""

import importlib

import pytest
from django.apps import apps
from django.db.models import Count

from lienhiep.news import actions
from lienhiep.news.models import (
    ArticleTag,
    ListingLine,
    NewsArticle,
    PenName,
    ShelfCount,
    ShelfLine,
    Tag,
)
from lienhiep.news.models.shelf import CURRENT, number_on, shelf_of
from lienhiep.news.paging import KeptPaginator
from tests.factories.news import JUNE, CategoryFactory, TopicFactory, published

pytestmark = pytest.mark.django_db


def kept():
    return dict(ShelfCount.objects.exclude(number=0).values_list("shelf", "number"))


def counted():
    """Count the lines themselves."""
    lines = ShelfLine.objects.values_list("shelf").annotate(n=Count("pk")).order_by()
    categories = ListingLine.objects.values_list("category").annotate(n=Count("pk")).order_by()
    return dict(lines) | {f"category:{pk}": n for pk, n in categories}


@pytest.fixture
def placed(by):
    """An article with all that lists are made of."""
    return published(
        topic=TopicFactory(),
        tags=[Tag.objects.create(name="Sáng kiến", slug="sang-kien")],
        pen_names=[PenName.objects.create(name="Hoài Nam", slug="hoai-nam")],
        by=by,
    )


def test_an_article_stands_in_every_list_once(placed):
    tag, name = placed.article_tags.get().tag, placed.bylines.get().pen_name

    assert (
        kept()
        == counted()
        == dict.fromkeys(
            {
                CURRENT,
                "month:2022-06",
                shelf_of(placed.category),
                shelf_of(placed.topic),
                shelf_of(tag),
                shelf_of(name),
            },
            1,
        )
    )


def test_what_is_taken_off_leaves_every_list_and_comes_back(placed, by):
    before = kept()

    actions.unpublish_article(article=placed, reason="Nguồn gỡ", by=by)
    assert kept() == counted() == {}

    actions.publish_article(article=NewsArticle.objects.get(pk=placed.pk), by=by)
    assert kept() == counted() == before


def test_what_is_archived_stays_in_its_month_only(placed, by):
    actions.archive_article(article=placed, by=by)

    assert kept() == counted() == {"month:2022-06": 1}


def test_a_change_of_tag_and_category_moves_it_when_it_is_published(placed, by):
    other = Tag.objects.create(name="Làng nghề", slug="lang-nghe")
    placed.article_tags.set([ArticleTag(tag=other)])
    placed.category = CategoryFactory()
    placed.save_revision(clean=False)
    old = shelf_of(Tag.objects.get(slug="sang-kien"))
    assert number_on(old) == 1

    actions.publish_article(article=NewsArticle.objects.get(pk=placed.pk), by=by)

    assert kept() == counted()
    assert (number_on(old), number_on(shelf_of(other))) == (0, 1)
    assert number_on(shelf_of(placed.category)) == 1


def test_saved_again_nothing_is_counted_twice(placed):
    before = kept()

    NewsArticle.objects.get(pk=placed.pk).save()

    assert kept() == counted() == before


def test_older_sites_are_put_into_lists_as_the_verbs_do(placed, by):
    archived = published(title="Cũ")
    actions.archive_article(article=archived, by=by)
    before, lines = kept(), set(ShelfLine.objects.values_list("shelf", "article", "published_at"))
    ShelfLine.objects.all().delete()
    ShelfCount.objects.all().delete()

    module = importlib.import_module("lienhiep.news.migrations.0007_lists_and_their_numbers")
    module.fill(apps, None)

    assert kept() == before
    assert set(ShelfLine.objects.values_list("shelf", "article", "published_at")) == lines


def test_pages_read_from_the_end_are_those_read_from_the_beginning():
    for n in range(47):
        Tag.objects.create(name=f"Thẻ {n:02}", slug=f"the-{n:02}x")
    rows = Tag.objects.order_by("slug")
    paginator = KeptPaginator(rows, number=47)

    pages = [[one.slug for one in paginator.page(n)] for n in (1, 2, 3)]

    assert [len(page) for page in pages] == [20, 20, 7]
    assert [slug for page in pages for slug in page] == [one.slug for one in rows]


@pytest.mark.parametrize("page", ["0", "3", "x", "²", "-1", "9999999"])
def test_a_page_that_is_none_does_not_exist(client, page):
    category = CategoryFactory()
    for n in range(21):
        published(title=f"Tin {n}", category=category, at=JUNE)

    assert client.get(f"{category.get_absolute_url()}?trang=2").status_code == 200
    assert client.get(f"{category.get_absolute_url()}?trang={page}").status_code == 404
