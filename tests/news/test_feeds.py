"""Each list of articles has its feed, in RSS and in Atom, and search engines of news their map."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from lienhiep.news.actions import merge_category
from lienhiep.news.addresses import article_url
from lienhiep.news.models import ArticleTag, Byline, PenName, Tag, Topic
from tests.factories.accounts import user_with
from tests.factories.news import CategoryFactory, NewsArticleFactory

pytestmark = pytest.mark.django_db

SITE = "https://lienhiep.example"


@pytest.fixture(autouse=True)
def at_home(settings):
    settings.SITE_URL = SITE


def published(at=None, **facts):
    at = at or timezone.now() - timedelta(hours=1)
    return NewsArticleFactory(
        live=True, published_at=at, first_published_at=at, last_published_at=at, **facts
    )


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "xml")


def kept(row):
    row.clean()
    row.save()
    return row


@pytest.fixture
def lists():
    """An article that stands in a category, a topic, under a tag and a pen name; another not."""
    category = CategoryFactory(name="Khoa học", slug="khoa-hoc")
    topic = kept(Topic(name="Nông thôn mới"))
    article = published(title="Có mặt", lead="Điều chính.", category=category, topic=topic)
    ArticleTag(article=article, tag=kept(Tag(name="giống lúa"))).save()
    Byline(article=article, pen_name=kept(PenName(name="Thu Đông"))).save()
    published(title="Vắng mặt", category=CategoryFactory(name="Khác"))
    return article


@pytest.mark.parametrize(
    "path", ["tin-tuc/khoa-hoc", "chu-de/nong-thon-moi", "the/giong-lua", "tac-gia/thu-dong"]
)
def test_a_list_has_a_feed_of_its_own_articles(client, lists, path):
    rss = read(client, f"/{path}/rss.xml")
    atom = read(client, f"/{path}/atom.xml")

    assert [one.title.get_text() for one in rss.find_all("item")] == ["Có mặt"]
    assert rss.item.link.get_text() == f"{SITE}{article_url(lists)}"
    assert rss.item.description.get_text() == "Điều chính."
    assert [one.title.get_text() for one in atom.find_all("entry")] == ["Có mặt"]
    assert atom.feed.find("link", rel="self")["href"] == f"{SITE}/{path}/atom.xml"
    assert f'href="/{path}/rss.xml"' in client.get(f"/{path}/").content.decode()


def test_all_news_are_there_in_atom_too(client, lists):
    titles = {one.title.get_text() for one in read(client, "/tin-tuc/atom.xml").find_all("entry")}

    assert titles == {"Có mặt", "Vắng mặt"}


def test_the_feed_of_a_category_that_was_merged_leads_to_the_other(client, lists):
    other = CategoryFactory(name="Công nghệ", slug="cong-nghe")
    merge_category(category=lists.category, into=other, by=user_with("editor"))

    for name in ("rss.xml", "atom.xml"):
        answer = client.get(f"/tin-tuc/khoa-hoc/{name}")
        assert (answer.status_code, answer.url) == (301, f"/tin-tuc/cong-nghe/{name}")
    assert "Có mặt" in client.get("/tin-tuc/cong-nghe/rss.xml").content.decode()


@pytest.mark.parametrize("path", ["tin-tuc/la", "chu-de/la", "the/la", "tac-gia/la"])
def test_a_list_that_is_not_there_has_no_feed(client, path):
    assert client.get(f"/{path}/rss.xml").status_code == 404


def test_search_engines_of_news_read_the_articles_of_two_days(client, lists):
    published(title="Ba ngày trước", at=timezone.now() - timedelta(days=3))

    found = read(client, "/tin-tuc/sitemap.xml")

    assert {one.get_text() for one in found.find_all("title")} == {"Có mặt", "Vắng mặt"}
    assert f"{SITE}{article_url(lists)}" in [one.get_text() for one in found.find_all("loc")]
    assert f"Sitemap: {SITE}/tin-tuc/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_a_feed_asks_no_more_for_many_articles(client, lists, django_assert_max_num_queries):
    client.get("/tin-tuc/khoa-hoc/rss.xml")
    with django_assert_max_num_queries(20) as one:
        client.get("/tin-tuc/khoa-hoc/rss.xml")
    for number in range(10):
        published(title=f"Bài {number}", category=lists.category)

    with django_assert_max_num_queries(len(one.captured_queries)):
        client.get("/tin-tuc/khoa-hoc/rss.xml")
