"""The site's own pages."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from wagtail.models import Page, Site

from lienhiep.core.period import today
from lienhiep.core.site_sections import site_sections
from lienhiep.portal.actions import open_site
from lienhiep.portal.models import HomePage, StandardPage
from tests.asking import questions
from tests.factories.accounts import user_with
from tests.factories.journal import published_issue

pytestmark = pytest.mark.django_db

LAST_YEAR = today().year - 1


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def test_a_fresh_installation_has_a_front_page():
    call_command("load_front_page")
    call_command("load_front_page")

    assert HomePage.objects.count() == 1
    assert Page.objects.filter(depth=2).count() == 1
    assert Site.objects.get().root_page.specific == HomePage.objects.get()


def test_opening_again_names_a_bare_site_and_leaves_what_an_editor_wrote(home):
    call_command("load_front_page")
    bare = open_site(title="Khác", lead="Khác")

    assert (bare.title, bare.lead) == ("Liên hiệp Hội", "Ngôi nhà chung")


def test_the_front_page_reads_well_without_any_data(client, home):
    response = client.get("/")

    shown = soup(response)
    assert response.status_code == 200
    assert shown.h1.get_text() == "Liên hiệp Hội"
    assert "Các số mới nhất sẽ hiện ở đây" in shown.get_text()
    assert shown.select("#front-figures") == []


def test_the_front_page_shows_public_issues_and_no_others(client, home):
    published_issue(number=1, year=LAST_YEAR, on=date(LAST_YEAR, 3, 1), is_public=True)
    published_issue(
        number=2, year=LAST_YEAR, on=date(LAST_YEAR, 4, 1), title="Số kín", is_public=False
    )

    shown = soup(client.get("/"))

    cards = shown.select('section[aria-labelledby="front-journal"] .card__title a')
    assert [card.get_text() for card in cards] == [f"Số 1/{LAST_YEAR}"]
    assert client.get(cards[0]["href"]).status_code == 200
    assert "Số kín" not in shown.get_text()


def test_the_front_page_leads_from_last_years_figures_to_their_records(client, home):
    published_issue(number=1, year=LAST_YEAR, on=date(LAST_YEAR, 3, 1), is_public=True)

    figure = soup(client.get("/")).select_one(".figure-card a.figure")

    assert figure["href"] == f"/so-lieu/E01/?period={LAST_YEAR}"
    assert client.get(figure["href"]).context["value"].value == 1


def test_the_front_page_shows_what_the_newest_issue_brings(client, home):
    published_issue(number=12, year=LAST_YEAR, on=date(LAST_YEAR, 3, 1), is_public=True)
    newer = published_issue(number=1, year=LAST_YEAR, on=date(LAST_YEAR, 4, 1), is_public=True)

    contents = soup(client.get("/")).select(".front-contents a")

    assert [link.get_text() for link in contents] == [newer.articles.get().title]
    assert client.get(contents[0]["href"]).status_code == 200


def test_the_front_page_shows_this_year_once_it_counts_something(client, home):
    published_issue(number=1, year=LAST_YEAR, on=date(LAST_YEAR, 3, 1), is_public=True)
    this_year = today().year
    published_issue(number=1, year=this_year, on=date(this_year, 1, 1), is_public=True)

    figure = soup(client.get("/")).select_one(".figure-card a.figure")

    assert figure["href"] == f"/so-lieu/E01/?period={this_year}"


def test_the_front_page_is_the_same_for_whoever_looks(client, home):
    published_issue(number=2, year=LAST_YEAR, on=date(LAST_YEAR, 4, 1), is_public=False)
    client.force_login(user_with("leader"))

    assert soup(client.get("/")).select('section[aria-labelledby="front-journal"] .card') == []


def test_the_front_page_asks_as_often_for_many_records_as_for_one(client, home, union):
    published_issue(number=1, year=LAST_YEAR, on=date(LAST_YEAR, 3, 1), is_public=True)

    few = questions(lambda: client.get("/"))
    for number in range(2, 9):
        on = date(LAST_YEAR, number, 1)
        published_issue(number=number, year=LAST_YEAR, on=on, is_public=True)

    assert questions(lambda: client.get("/")) == few


def test_a_page_stands_at_the_foot_and_in_the_menu_where_its_editor_wants_it(client, home):
    for slug, title, in_menu in (("a", "Giới thiệu", True), ("b", "Quy chế", False)):
        page = StandardPage(title=title, slug=slug, body="<p>Nội dung</p>", show_in_menus=in_menu)
        home.add_child(instance=page)
        page.save_revision().publish()

    shown = soup(client.get("/a/"))

    menu = [link.get_text() for link in shown.select(".menu-fold nav a")]
    foot = [link.get_text() for link in shown.select(".footer nav a")]
    assert shown.h1.get_text() == "Giới thiệu"
    assert (menu[-1], "Quy chế" in menu) == ("Giới thiệu", False)
    assert foot[:2] == ["Giới thiệu", "Quy chế"]
    assert shown.select_one('.menu-fold a[aria-current="true"]').get_text() == "Giới thiệu"


def test_the_foot_leads_to_every_part_that_the_menu_leaves_out(client, home):
    shown = soup(client.get("/"))

    menu = {link["href"] for link in shown.select(".menu-fold nav a")}
    foot = {link["href"] for link in shown.select(".footer nav a")}
    assert {section.url for section in site_sections()} <= menu | foot
    assert "/chinh-sach-du-lieu-ca-nhan/" in foot


def test_a_page_that_is_taken_back_leaves_the_menus_at_once(client, home):
    page = home.add_child(instance=StandardPage(title="Quy chế", slug="b", body="<p>x</p>"))
    client.get("/")

    page.unpublish()

    foot = soup(client.get("/")).select(".footer nav a")
    assert "Quy chế" not in [link.get_text() for link in foot]
    assert [link.get_text() for link in foot][-3:] == [
        "Sơ đồ trang",
        "Khả năng tiếp cận",
        "Tin mới dạng Atom",
    ]


def test_the_demonstration_says_on_every_page_that_it_is_one(client, home, union):
    union.is_demonstration = True
    union.save()

    for address in ("/", "/so-lieu/", "/tim-kiem/", "/tap-san/"):
        assert soup(client.get(address)).select_one(".demonstration") is not None


def test_the_map_names_every_part_and_every_page_below_its_own(client, home):
    above = home.add_child(instance=StandardPage(title="Giới thiệu", slug="a", body="<p>x</p>"))
    above.add_child(instance=StandardPage(title="Lịch sử", slug="b", body="<p>x</p>"))
    home.add_child(instance=StandardPage(title="Nháp", slug="c", body="<p>x</p>", live=False))

    shown = soup(client.get("/so-do-trang/"))

    links = {link.get_text(): link["href"] for link in shown.select(".site-map a")}
    assert {section.url for section in site_sections()} <= set(links.values())
    assert shown.select_one("#map-pages + ul ul a").get_text() == "Lịch sử"
    assert "Nháp" not in links


def test_the_map_asks_as_often_for_many_pages_as_for_one(client, home):
    def with_pages(slug):
        page = home.add_child(instance=StandardPage(title=slug, slug=slug, body="<p>x</p>"))
        page.add_child(instance=StandardPage(title="dưới", slug="duoi", body="<p>x</p>"))

    with_pages("mot")
    few = questions(lambda: client.get("/so-do-trang/"))
    for slug in ("hai", "ba", "bon"):
        with_pages(slug)

    assert questions(lambda: client.get("/so-do-trang/")) == few


def test_every_page_leads_to_how_the_site_is_opened_to_everyone_and_whom_to_tell(
    client, home, union
):
    union.email = "vanphong@lienhiep.example"
    union.save()

    address = soup(client.get("/")).find("a", string="Khả năng tiếp cận")["href"]
    shown = soup(client.get(address))

    assert shown.h1.get_text() == "Khả năng tiếp cận"
    assert shown.main.find("a", href="mailto:vanphong@lienhiep.example") is not None


def test_a_page_below_another_shows_its_way_and_the_one_above_leads_to_it(client, home):
    above = home.add_child(instance=StandardPage(title="Giới thiệu", slug="a", body="<p>x</p>"))
    above.add_child(instance=StandardPage(title="Lịch sử", slug="b", body="<p>x</p>"))

    crumbs = soup(client.get("/a/b/")).select(".breadcrumbs li")
    aside = soup(client.get("/a/")).select(".page__aside a")

    assert [crumb.get_text() for crumb in crumbs] == ["Trang chủ", "Giới thiệu", "Lịch sử"]
    assert crumbs[-1].span["aria-current"] == "page"
    assert [link["href"] for link in aside] == ["/a/b/"]


def test_an_aggregated_site_says_so_above_its_head(client, home, union):
    assert "Trang thông tin điện tử tổng hợp" not in client.get("/").content.decode()

    union.site_kind = "aggregated"
    union.save()

    page = client.get("/").content.decode()
    assert page.index("Trang thông tin điện tử tổng hợp") < page.index("masthead__home")
