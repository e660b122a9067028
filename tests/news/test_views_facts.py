"""What machines read of the news, and how lists are narrowed by days."""

from datetime import timedelta

import pytest

from lienhiep.news.addresses import article_url
from tests.factories.news import JUNE, CategoryFactory, published
from tests.reading import facts, names, neighbours, shown, way

pytestmark = pytest.mark.django_db


def headlines(response):
    return [title.get_text(strip=True) for title in shown(response).select("main .card__title")]


def test_a_category_is_told_as_a_collection_of_its_articles(client, settings):
    settings.SITE_URL = "https://lienhiep.example"
    category = CategoryFactory(name="Khoa học", description="Tin khoa học.")
    article = published(title="Tin một", category=category)

    response = client.get(category.get_absolute_url())

    told = facts(response)["CollectionPage"]
    [line] = told["mainEntity"]["itemListElement"]
    assert (told["name"], told["description"]) == ("Khoa học", "Tin khoa học.")
    assert told["url"] == f"https://lienhiep.example{category.get_absolute_url()}"
    assert line["url"] == f"https://lienhiep.example{article_url(article)}"
    assert way(response) == ["Trang chủ", "Tin tức", "Khoa học"]


def test_an_article_leads_back_to_its_category_and_can_be_passed_on(client):
    category = CategoryFactory(name="Khoa học")
    article = published(title="Tin một", category=category)

    page = shown(client.get(article_url(article)))

    assert page.select_one(".way-back")["href"] == category.get_absolute_url()
    assert page.select_one("[data-copy]")["data-copy"].endswith(article_url(article))
    assert page.select_one("[data-print]") is not None


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"tu": "2022-06-11"}, ["Tin sau"]),
        ({"den": "2022-06-10"}, ["Tin trước"]),
        ({"tu": "10/06/2022", "den": "30/06/2022"}, ["Tin sau", "Tin trước"]),
        ({"tu": "2023-01-01"}, []),
    ],
)
def test_news_are_narrowed_by_the_days_of_publication(client, asked, found):
    category = CategoryFactory()
    published(title="Tin trước", category=category)
    published(title="Tin sau", category=category, at=JUNE + timedelta(days=5))

    assert headlines(client.get("/tin-tuc/", asked)) == found
    assert headlines(client.get(category.get_absolute_url(), asked)) == found


@pytest.mark.parametrize(
    ("asked", "shows"),
    [
        ({"tu": "31-31-2022"}, "31-31-2022"),
        ({"tu": "2022-07-01", "den": "2022-06-01"}, "01/07/2022"),
        ({"tu": "0001-01-01"}, "01/01/0001"),
    ],
)
def test_days_that_make_no_sense_are_said_at_the_field_and_narrow_nothing(client, asked, shows):
    published(title="Tin một")

    response = client.get("/tin-tuc/", asked)

    assert headlines(response) == ["Tin một"]
    assert shown(response).select_one(".by-day .field__errors") is not None
    assert shown(response).select_one("input[name=tu]")["value"] == shows


def test_days_without_news_say_so(client):
    published(title="Tin một")

    title = shown(client.get("/tin-tuc/?tu=2023-01-01")).select_one(".empty__title").get_text()

    assert title == "Không có tin nào đăng trong những ngày này"


def test_a_month_leads_to_the_months_in_which_something_appeared(client):
    published(title="Tháng Sáu")
    published(title="Tháng Tám", at=JUNE + timedelta(days=60))
    published(title="Tháng Mười", at=JUNE + timedelta(days=120))

    response = client.get("/tin-tuc/luu-tru/2022/8/")

    assert neighbours(response) == {
        "prev": "/tin-tuc/luu-tru/2022/6/",
        "next": "/tin-tuc/luu-tru/2022/10/",
    }
    assert names(facts(response)["CollectionPage"]) == ["Tháng Tám"]
