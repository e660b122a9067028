"""Pages on which somebody has to stop: what happened, and the ways on."""

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from tests.factories.accounts import user_with

pytestmark = pytest.mark.django_db


def is_kept_out(shown):
    robots = [one["content"] for one in shown.find_all("meta", attrs={"name": "robots"})]
    return robots == ["noindex"] and shown.find("link", rel="canonical") is None


def test_where_nothing_stands_there_are_a_search_and_the_parts_of_the_site(client, home):
    answer = client.get("/khong-co-gi/")

    shown = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 404
    assert shown.select_one('main form[role="search"] input[name="q"]') is not None
    assert "/tin-tuc/" in [link["href"] for link in shown.select(".way-on a")]
    assert is_kept_out(shown)


def test_what_is_closed_says_so_and_leads_on(client, home):
    client.force_login(user_with("contributor"))

    answer = client.get("/quan-tri/", follow=True)

    shown = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 403
    assert shown.select(".way-on a") != []
    assert is_kept_out(shown)


@pytest.mark.parametrize("name", ["400.html", "429.html", "404.html"])
def test_pages_without_any_context_stand_all_the_same(name):
    shown = BeautifulSoup(render_to_string(name), "html.parser")

    assert shown.h1.get_text(strip=True)
    assert shown.select('.way-on a[href="/"]') != []
    assert is_kept_out(shown)


def test_the_page_of_an_error_of_ours_asks_nothing_of_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        shown = BeautifulSoup(render_to_string("500.html"), "html.parser")

    assert [link["href"] for link in shown.select(".buttons a")] == ["/", "/tim-kiem/"]
