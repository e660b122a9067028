"""What machines read of a page."""

import json
from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import gettext_lazy

from lienhiep.core.structured_data import as_script, with_home

PAGE = Template(
    "{% load page_frame %}<title>{% keep_title %}{% block title %} Tin & bài {% endblock %}"
    "{% endkeep_title %}</title>{% head_facts %}"
)


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = "https://lienhiep.example"


def head(path="/tin-tuc/", **context):
    request = RequestFactory().get(path)
    text = PAGE.render(Context({"request": request, "site_name": "Liên hiệp Hội"} | context))
    return BeautifulSoup(text, "html.parser")


def told(shown):
    return json.loads(shown.find("script", type="application/ld+json").string)["@graph"]


def test_no_letter_of_a_fact_ends_the_block():
    text = as_script([{"@type": "Thing", "name": "</script><b>&\u2028"}])

    assert not set("<>&\u2028") & set(text)
    assert json.loads(text)["@graph"] == [{"@type": "Thing", "name": "</script><b>&\u2028"}]


def test_days_are_written_for_machines_and_what_is_empty_falls_away():
    facts = {
        "day": date(2022, 6, 10),
        "moment": datetime(2022, 6, 10, 2, tzinfo=UTC),
        "label": gettext_lazy("Home"),
        "none": None,
        "empty": [{"name": ""}],
        "nought": 0,
    }

    (plain,) = json.loads(as_script([facts]))["@graph"]

    assert (plain["day"], plain["moment"]) == ("2022-06-10", "2022-06-10T09:00:00+07:00")
    assert set(plain) == {"day", "moment", "label", "nought"}


def test_the_way_to_a_page_begins_at_the_front_page_and_once_only():
    way = with_home([{"label": "Tin tức", "url": ""}])

    assert [step["url"] for step in way] == ["/", ""]
    assert with_home(way) == way
    assert with_home(None) == []


def test_a_page_tells_its_title_description_address_and_way():
    shown = head(
        "/tin-tuc/?utm_source=x&page=2",
        breadcrumbs=[{"label": "Tin tức", "url": "/tin-tuc/"}, {"label": "Bài", "url": ""}],
        page_description="<p>Một  câu\nngắn</p>",
        structured={"@type": "NewsArticle", "headline": "Bài"},
    )

    assert shown.find("meta", property="og:title")["content"] == "Tin & bài"
    assert shown.find("meta", attrs={"name": "description"})["content"] == "Một câu ngắn"
    assert shown.find("link", rel="canonical")["href"] == "https://lienhiep.example/tin-tuc/?page=2"
    assert [one["@type"] for one in told(shown)] == ["NewsArticle", "BreadcrumbList"]
    assert [step.get("item") for step in told(shown)[1]["itemListElement"]] == [
        "https://lienhiep.example/",
        "https://lienhiep.example/tin-tuc/",
        None,
    ]


def test_a_page_that_says_nothing_of_itself_is_described_by_its_title():
    shown = head()

    assert "Tin & bài" in shown.find("meta", attrs={"name": "description"})["content"]
    assert shown.find("script") is None
    assert shown.find("meta", property="og:image")["content"].startswith("https://")


def test_a_page_kept_from_search_engines_tells_nothing_else():
    shown = head(noindex=True, structured={"@type": "Thing"})

    assert [one["name"] for one in shown.find_all("meta")] == ["robots"]
