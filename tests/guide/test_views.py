"""The guide as readers meet it, and the way to it from a screen."""

import pytest
from bs4 import BeautifulSoup

from lienhiep.accounts.choices import Role
from lienhiep.guide.book import book
from lienhiep.guide.finding import find_in_guide
from tests.factories.accounts import user_with

pytestmark = pytest.mark.django_db


def soup(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_anybody_reads_every_page_of_the_guide(client):
    answered = {page.slug: client.get(page.url).status_code for page in book().pages}

    assert set(answered.values()) == {200}


def test_contents_name_every_page(client):
    page = soup(client.get("/huong-dan/"))

    links = {link["href"] for link in page.main.find_all("a")}
    assert {one.url for one in book().pages} <= links


def test_contents_begin_with_the_pages_for_my_roles(client):
    client.force_login(user_with(Role.EDITOR))

    page = soup(client.get("/huong-dan/"))

    mine = page.find(class_="guide-mine")
    assert [link.text for link in mine.find_all("a")] == ["Tôi là biên tập viên"]


def test_page_leads_to_the_one_before_and_after(client):
    page = soup(client.get("/huong-dan/dang-nhap/"))

    assert page.find(rel="prev")["href"] == "/huong-dan/gioi-thieu/"
    assert page.find(rel="next")["href"] == "/huong-dan/tai-khoan/"


def test_page_of_a_role_names_the_tasks_of_that_role(client):
    page = soup(client.get("/huong-dan/van-thu/"))

    useful = page.find(attrs={"aria-labelledby": "guide-useful"})
    links = [link["href"] for link in useful.find_all("a")]
    assert links == [one.url for one in book().useful_to("records_clerk")]


def test_unknown_page_and_chapter_are_not_found(client):
    assert client.get("/huong-dan/khong-co/").status_code == 404
    assert client.get("/huong-dan/in/khong-co/").status_code == 404


def test_print_holds_every_page_and_no_place_twice(client):
    page = soup(client.get("/huong-dan/in/"))

    places = [tag["id"] for tag in page.find_all(id=True)]
    assert len(places) == len(set(places))
    assert len(page.main.find_all("article")) == len(book().pages)


def test_print_of_a_chapter_holds_that_chapter(client):
    page = soup(client.get("/huong-dan/in/quan-tri/"))

    assert len(page.main.find_all("article")) == len(book().chapter("quan-tri").pages)


def test_search_finds_words_without_their_marks(client):
    page = soup(client.get("/huong-dan/", {"q": "giu so"}))

    links = [link["href"] for link in page.find(class_="guide-found").find_all("a")]
    assert links[0] == "/huong-dan/van-ban-den/#so-dang-ky-va-giu-so"


def test_search_wants_every_word():
    assert find_in_guide("giữ số zzz") == []


def test_search_for_nothing_finds_nothing():
    assert find_in_guide("   ") == []


def test_search_that_finds_nothing_says_so(client):
    page = soup(client.get("/huong-dan/", {"q": "zzz"}))

    assert "Không có chỗ nào phù hợp" in page.main.text


def test_search_takes_whatever_is_typed(client):
    assert client.get("/huong-dan/", {"q": "\x00<b>" + "a" * 5000}).status_code == 200


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/quan-tri/", "/huong-dan/viec-cho/#trang-dau-cua-phan-quan-tri"),
        ("/quan-tri/news/newsarticle/", "/huong-dan/tin-bai/#viet-tin"),
        ("/quan-tri/news/category/", "/huong-dan/tin-bai/#chuyen-muc-va-dong-su-kien"),
        ("/quan-tri/figures/", "/huong-dan/so-lieu/#so-lieu-trong-nam"),
    ],
)
def test_screen_of_the_back_office_leads_to_its_place(client, address, place):
    client.force_login(user_with(Role.EDITOR))

    response = client.get(address)

    assert response.status_code == 200
    assert f'"{place}"' in response.content.decode()


def test_head_of_a_list_holds_the_link(client):
    client.force_login(user_with(Role.EDITOR))

    page = soup(client.get("/quan-tri/news/category/"))

    link = page.find(class_="lh-guidance")
    assert link["href"] == "/huong-dan/tin-bai/#chuyen-muc-va-dong-su-kien"
    assert link["aria-label"] == "Trợ giúp về màn hình này"


def test_head_of_a_form_holds_the_link(client):
    client.force_login(user_with(Role.ADMINISTRATOR))

    page = soup(client.get("/quan-tri/accounts/invite/"))

    assert page.find(class_="lh-guidance")["href"].startswith("/huong-dan/tai-khoan-nguoi-dung/")


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/ban-lam-viec/", "/huong-dan/viec-cho/#ban-lam-viec"),
        ("/tai-khoan/", "/huong-dan/tai-khoan/#trang-tai-khoan-cua-toi"),
        ("/ban-lam-viec/thu/", "/huong-dan/thong-bao/#chon-cach-nhan-thu"),
        ("/tai-khoan/du-lieu/", "/huong-dan/du-lieu-cua-toi/#xem-du-lieu-dang-luu"),
        ("/van-ban/", "/huong-dan/ban-doc/#van-ban-cong-khai"),
        ("/tim-kiem/", "/huong-dan/man-hinh/#tim-kiem-tren-toan-trang"),
    ],
)
def test_page_of_site_desk_and_account_leads_to_its_place(client, address, place):
    client.force_login(user_with(Role.EDITOR))

    page = soup(client.get(address))

    assert page.find(class_="guidance").a["href"] == place


def test_page_that_is_not_found_leads_to_the_page_for_readers(client):
    response = client.get("/khong-co-trang-nay/")

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 404
    assert page.find(class_="guidance").a["href"] == "/huong-dan/ban-doc/"


def test_guide_asks_the_database_as_often_for_a_long_page_as_for_a_short(
    client, django_assert_max_num_queries
):
    client.get("/huong-dan/tu-ngu/")

    with django_assert_max_num_queries(12):
        client.get("/huong-dan/van-ban-den/")
