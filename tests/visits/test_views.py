"""The statistics page, the block at the foot of every page, and the live numbers."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.cache import caches
from django.utils import timezone, translation

from lienhiep.core.counted_pages import page_number
from lienhiep.core.site_blocks import SiteBlock
from lienhiep.news.addresses import article_url
from lienhiep.visits.figures import NumbersNow
from lienhiep.visits.models import DeviceTally, PageTotal
from tests.factories.news import NewsArticleFactory
from tests.factories.visits import DailyTallyFactory, balance

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept():
    caches["process"].clear()


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def lines(part):
    return {line.dt.get_text(): line.dd.get_text() for line in part.select("dl > div")}


def test_the_block_is_set_as_readers_know_it():
    numbers = NumbersNow(online=55, online_bots=9, today=8152, month=419506, total=5597285)
    with translation.override("vi"):
        shown = SiteBlock("visits/includes/counter.html", {"numbers": numbers}).render()

    block = BeautifulSoup(shown, "html.parser")
    assert block.p.get_text() == "Thống kê truy cập"
    assert lines(block) == {
        "Đang truy cập": "55",
        "Hôm nay": "8.152",
        "Tháng hiện tại": "419.506",
        "Tổng lượt truy cập": "5.597.285",
    }


def test_the_block_stands_at_the_foot_of_every_page(client):
    balance(visits=1234567)

    footer = page(client.get("/tim-kiem/")).find("footer")

    assert lines(footer)["Tổng lượt truy cập"] == "1.234.567"


def test_an_empty_counter_says_what_will_stand_here(client):
    assert "Chưa có lượt truy cập nào" in page(client.get("/thong-ke/")).get_text()


def test_the_newest_year_and_month_are_shown_first(client):
    DailyTallyFactory(day=date(2022, 6, 10), visits=40)
    DailyTallyFactory(day=date(2023, 1, 9), visits=3210)

    shown = page(client.get("/thong-ke/"))

    assert "Tháng 1/2023" in shown.get_text()
    assert shown.select_one(".tabs [aria-current]").get_text(strip=True) == "2023"
    assert "3.210" in shown.select_one(".chart--months").get_text()


def test_a_month_is_shown_day_by_day(client):
    DailyTallyFactory(day=date(2022, 6, 10), visits=40)

    shown = page(client.get("/thong-ke/2022/thang-6/"))

    days = shown.select(".chart--months")[1].select("tbody tr")
    assert [(day.th.get_text(), day.td.get_text()) for day in days if "40" in day.get_text()] == [
        ("10", "40")
    ]
    assert len(days) == 30


@pytest.mark.parametrize(
    "address", ["/thong-ke/2021/", "/thong-ke/2022/thang-5/", "/thong-ke/2022/thang-13/"]
)
def test_what_was_not_counted_does_not_exist(client, address):
    DailyTallyFactory(day=date(2022, 6, 10))

    assert client.get(address).status_code == 404


def test_the_live_numbers_are_kept_by_nobody(client):
    balance(visits=10)

    response = client.get("/thong-ke/so.json")

    assert response.json() == {
        "online": 0,
        "online_bots": 0,
        "today": 0,
        "month": 0,
        "total": 10,
    }
    assert "no-store" in response.headers["Cache-Control"]


def test_the_statistics_of_many_days_ask_no_more_often(client, django_assert_max_num_queries):
    for day in range(1, 29):
        DailyTallyFactory(day=date(2022, 6, day))
    client.get("/thong-ke/")

    with django_assert_max_num_queries(12):
        client.get("/thong-ke/")


def test_a_page_that_names_itself_is_told_its_reads(client):
    PageTotal.objects.create(page=1_000_000_000_007, reads=41)

    response = client.get("/thong-ke/so.json?trang=1000000000007")

    assert response.json()["reads"] == 41


@pytest.mark.parametrize("asked", ["x", "-1", "9" * 40, "٣", ""])
def test_a_page_that_is_none_is_told_the_counter_alone(client, asked):
    response = client.get("/thong-ke/so.json", {"trang": asked})

    assert (response.status_code, "reads" in response.json()) == (200, False)


def test_a_crowd_that_asks_costs_one_look(client, django_assert_num_queries):
    client.get("/thong-ke/so.json?trang=1000000000007")

    with django_assert_num_queries(0):
        client.get("/thong-ke/so.json?trang=1000000000007")


def test_devices_and_the_most_read_articles_are_shown(client):
    article = NewsArticleFactory(live=True, published_at=timezone.now())
    DailyTallyFactory(day=date(2022, 6, 10), visits=40)
    DeviceTally.objects.create(day=date(2022, 6, 10), device="phone", visits=30)
    PageTotal.objects.create(page=page_number("news.article", article.pk), reads=1234)

    shown = page(client.get("/thong-ke/")).find("main")

    assert "Điện thoại" in shown.get_text()
    assert shown.select_one("ol.most-read li").get_text(" ", strip=True) == (
        f"{article.title} 1.234 lượt xem"
    )


def test_an_article_tells_how_often_it_was_read(client):
    article = NewsArticleFactory(live=True, published_at=timezone.now())
    number = page_number("news.article", article.pk)
    PageTotal.objects.create(page=number, reads=1234)

    shown = page(client.get(article_url(article)))

    assert shown.select_one(f'[data-live-page="{number}"]').get_text(" ", strip=True) == (
        "Lượt xem: 1.234"
    )
