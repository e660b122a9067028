"""What readers see of the news, and what does not exist for them."""

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from lienhiep.core.inline_script import theme_script
from lienhiep.core.page_sections import sections_for
from lienhiep.core.period import today
from lienhiep.core.site_blocks import front_block_named
from lienhiep.news import actions
from lienhiep.news.addresses import article_url
from lienhiep.news.choices import SourceKind
from tests.factories.directory import OrganisationFactory
from tests.factories.news import (
    JUNE,
    CategoryFactory,
    NewsArticleFactory,
    TopicFactory,
    published,
)

pytestmark = pytest.mark.django_db


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def headlines(shown):
    return [title.get_text(strip=True) for title in shown.select("main .card__title")]


def test_a_draft_has_no_page_and_stands_in_no_list(client):
    draft = NewsArticleFactory(title="Bản nháp kín")

    assert client.get(article_url(draft)).status_code == 404
    assert "Bản nháp kín" not in page(client.get("/tin-tuc/")).get_text()
    assert "kín" not in client.get("/tin-tuc/rss.xml").content.decode()


def test_what_was_taken_off_has_no_page(client, by):
    article = published()
    actions.unpublish_article(article=article, reason="Nguồn gỡ", by=by)

    assert client.get(article_url(article)).status_code == 404


def test_changes_not_published_yet_are_not_shown(client):
    article = published(title="Tên đã đăng")
    article.title = "Tên trong nháp"
    article.save_revision(clean=False)

    shown = page(client.get(f"/tin-tuc/ten-da-dang-{article.pk}/"))

    assert shown.h1.get_text() == "Tên đã đăng"


def test_an_older_address_leads_to_the_present_one(client):
    article = published(title="Tên nay")

    response = client.get(f"/tin-tuc/ten-cu-{article.pk}/")

    assert (response.status_code, response.url) == (301, f"/tin-tuc/ten-nay-{article.pk}/")


def test_an_article_shows_its_source_its_parts_and_its_surroundings(client):
    category = CategoryFactory(name="Y tế")
    before = published(title="Tin trước", at=JUNE - timedelta(days=1), category=category)
    published(title="Tin sau", at=JUNE + timedelta(days=1))
    article = published(
        title="Tin giữa",
        category=category,
        body=[
            ("paragraph", "<p>Đoạn văn.</p>"),
            ("table", {"caption": "Bảng", "rows": "Năm\tSố\n2022\t612"}),
            ("quotation", {"text": "Lời trích", "who": "Đại biểu"}),
        ],
        source_kind=SourceKind.QUOTED,
        source_name="Báo Nghệ An",
        source_url="https://bao.example/1",
        source_published_at=JUNE - timedelta(hours=3),
    )

    shown = page(client.get(article_url(article)))

    assert "Báo Nghệ An" in shown.select_one(".source").get_text()
    assert [cell.get_text() for cell in shown.select(".table-wide td")] == ["2022", "612"]
    assert shown.blockquote.footer.get_text() == "Đại biểu"
    assert shown.select_one("a[rel=prev]").get_text() == "Tin trước"
    assert shown.select_one("a[rel=next]").get_text() == "Tin sau"
    assert article_url(before) in [link["href"] for link in shown.select("#related + ul a")]


def test_search_engines_read_the_facts_and_no_headline_ends_the_block(client, settings):
    settings.SITE_URL = "https://lienhiep.example"
    article = published(title="Tin </script><script>alert(1)</script> nóng")

    shown = page(client.get(article_url(article)))

    blocks = [one for one in shown.find_all("script") if "ld+json" in one.get("type", "")]
    facts, way = json.loads(blocks[0].string)["@graph"]
    assert facts["headline"] == article.title
    assert way["itemListElement"][0]["item"] == "https://lienhiep.example/"
    assert facts["datePublished"] == "2022-06-10T09:00:00+07:00"
    assert facts["mainEntityOfPage"] == f"https://lienhiep.example{article_url(article)}"
    written = [one.string for one in shown.find_all("script") if one.string and not one.get("type")]
    assert written == [theme_script()]  # the frame's own
    assert shown.find("meta", property="og:title")["content"] == article.title


def test_a_category_lists_what_stands_under_it_and_further_articles(client):
    above, other = CategoryFactory(name="Trên"), CategoryFactory(name="Khác")
    below = CategoryFactory(name="Dưới", parent=above)
    published(title="Tin dưới", category=below)
    published(title="Tin khác", category=other, further=[above], at=JUNE + timedelta(days=1))

    assert headlines(page(client.get(above.get_absolute_url()))) == ["Tin khác", "Tin dưới"]
    assert headlines(page(client.get(below.get_absolute_url()))) == ["Tin dưới"]
    assert client.get("/tin-tuc/khong-co/").status_code == 404


def test_lists_are_cut_into_pages_and_a_page_beyond_does_not_exist(client):
    category = CategoryFactory()
    for number in range(21):
        published(title=f"Tin {number}", at=JUNE + timedelta(hours=number), category=category)

    assert len(headlines(page(client.get("/tin-tuc/?trang=1")))) == 20
    assert headlines(page(client.get(f"{category.get_absolute_url()}?trang=2"))) == ["Tin 0"]
    for wrong in ("3", "0", "x", "٣", "9" * 5000):
        assert client.get("/tin-tuc/", {"trang": wrong}).status_code == 404


def test_a_topic_and_a_month_list_their_articles(client):
    topic = TopicFactory(name="Đại hội")
    published(title="Tin đại hội", topic=topic)
    published(title="Tin tháng Bảy", at=JUNE + timedelta(days=30))

    assert headlines(page(client.get(topic.get_absolute_url()))) == ["Tin đại hội"]
    assert headlines(page(client.get("/tin-tuc/luu-tru/2022/7/"))) == ["Tin tháng Bảy"]
    for wrong in ("2022/8", "2022/13", "1999/1", "9999/1"):
        assert client.get(f"/tin-tuc/luu-tru/{wrong}/").status_code == 404


def test_an_empty_site_says_what_will_stand_here(client):
    assert "Chưa có bài nào" in page(client.get("/tin-tuc/")).get_text()


def test_hot_news_stands_above_all(client):
    published(title="Tin nóng hổi", hot_since=today(), hot_until=today())
    published(title="Tin đã nguội", hot_since=JUNE.date(), hot_until=JUNE.date())

    shown = page(client.get("/tin-tuc/"))

    assert [link.get_text() for link in shown.select(".hot a")] == ["Tin nóng hổi"]


def test_the_feed_brings_headline_lead_and_address(client, settings):
    settings.SITE_URL = "https://lienhiep.example"
    article = published(title="Tin mới", lead="Điều chính.")

    feed = BeautifulSoup(client.get("/tin-tuc/rss.xml").content, "xml")

    item = feed.find("item")
    assert item.title.get_text() == "Tin mới"
    assert item.description.get_text() == "Điều chính."
    assert item.link.get_text() == f"https://lienhiep.example{article_url(article)}"


def test_the_front_page_shows_the_head_hot_news_and_each_category():
    category = CategoryFactory(name="Khoa học")
    published(title="Tin thường", category=category)
    published(title="Tin đầu trang", featured_at=JUNE, at=JUNE - timedelta(days=9))
    published(title="Tin nóng hổi", hot_since=today(), hot_until=today())

    head, hot, columns = (
        BeautifulSoup(front_block_named(code).render(), "html.parser")
        for code in ("news.head", "news.hot", "news.categories")
    )

    assert head.select_one(".card--main .card__title").get_text(strip=True) == "Tin đầu trang"
    assert [link.get_text() for link in head.select(".front-news__columns ul a")] == [
        "Tin nóng hổi"
    ]
    assert [link.get_text() for link in hot.select("a")] == ["Tin nóng hổi"]
    assert "Khoa học" in [title.get_text(strip=True) for title in columns.select("h3")]


def test_an_association_shows_the_articles_that_tell_of_it():
    association = OrganisationFactory()
    article = published(organisation=association)
    published()
    NewsArticleFactory(organisation=association)

    (section,) = [one for one in sections_for(association) if one.order == 20]

    assert [link.url for link in section.links] == [article_url(article)]


@pytest.mark.parametrize("address", ["/tin-tuc/", "category"])
def test_a_long_list_asks_no_more_often_than_a_short_one(
    client, address, django_assert_max_num_queries
):
    category = CategoryFactory()
    for number in range(15):
        published(title=f"Tin {number}", category=category)
    url = category.get_absolute_url() if address == "category" else address
    client.get(url)

    with django_assert_max_num_queries(16):
        client.get(url)
