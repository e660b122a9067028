"""An editor ticks rows of a list and does one thing with all of them; each refusal is told."""

import pytest
from bs4 import BeautifulSoup

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of
from lienhiep.core.viewsets import admin_list_url
from lienhiep.news.choices import ArticleState
from lienhiep.news.models import NewsArticle
from tests.factories.accounts import user_with
from tests.factories.news import NewsArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db):
    return user_with(Role.EDITOR)


@pytest.fixture
def articles(editor):
    ready = [_draft(f"Bài {number}") for number in (1, 2)]
    empty = _draft("Chưa có sapo", lead="")
    return [*ready, empty]


def _draft(title, **facts):
    article = NewsArticleFactory(title=title, **facts)
    article.save_revision(clean=False)
    return article


def url(client):
    page = BeautifulSoup(client.get(admin_list_url(NewsArticle)).content, "html.parser")
    return page.select_one("#lh-many")["action"]


def test_a_tick_stands_before_each_row_and_what_can_be_done_above(client, editor, articles):
    client.force_login(editor)

    page = BeautifulSoup(client.get(admin_list_url(NewsArticle)).content, "html.parser")

    ticks = {int(one["value"]) for one in page.select("input[name=row]")}
    assert ticks == {one.pk for one in articles}
    assert all(one["form"] == "lh-many" for one in page.select("input[name=row]"))
    assert "publish_article" in [one["value"] for one in page.select("#lh-many-verb option")]


def test_what_was_ticked_is_shown_before_anything_is_done(client, editor, articles):
    client.force_login(editor)

    asked = {"verb": "publish_article", "row": [one.pk for one in articles]}
    page = client.get(url(client), asked).content.decode()

    assert all(one.title in page for one in articles)
    assert {one.state for one in NewsArticle.objects.all()} == {ArticleState.DRAFT}


def test_each_row_is_done_by_itself_and_a_refusal_names_its_row(client, editor, articles):
    client.force_login(editor)

    asked = {"verb": "publish_article", "row": [one.pk for one in articles]}
    answer = client.post(url(client), asked, follow=True).content.decode()

    states = [NewsArticle.objects.get(pk=one.pk).state for one in articles]
    assert states == [ArticleState.PUBLISHED, ArticleState.PUBLISHED, ArticleState.DRAFT]
    assert "Chưa có sapo:" in answer
    (entry,) = [one for one in entries_of(articles[0]) if one.log.action == "news.publish_article"]
    assert entry.log.user == editor


def test_rows_with_which_it_cannot_be_done_are_named_with_the_reason(client, editor, articles):
    client.force_login(editor)

    asked = {"verb": "archive_article", "row": [one.pk for one in articles]}
    page = client.get(url(client), asked)

    assert page.context["admitted"] == []
    assert [row for row, _why in page.context["left_out"]] == articles
    client.post(url(client), asked)
    assert {one.state for one in NewsArticle.objects.all()} == {ArticleState.DRAFT}


def test_what_the_verb_asks_is_asked_once(client, editor, articles):
    client.force_login(editor)
    client.post(url(client), {"verb": "publish_article", "row": [one.pk for one in articles[:2]]})
    asked = {"verb": "unpublish_article", "row": [one.pk for one in articles[:2]]}

    missing = client.post(url(client), asked | {"reason": ""})
    client.post(url(client), asked | {"reason": "Nguồn đính chính."})

    assert missing.context["form"].errors["reason"]
    reasons = {NewsArticle.objects.get(pk=one.pk).withdrawal_reason for one in articles[:2]}
    assert reasons == {"Nguồn đính chính."}


@pytest.mark.parametrize("rows", [[], ["x"], ["99999999"], ["9" * 30]])
def test_without_a_tick_it_leads_back_and_says_so(client, editor, articles, rows):
    client.force_login(editor)

    answer = client.get(url(client), {"verb": "publish_article", "row": rows})

    assert answer.url == admin_list_url(NewsArticle)


def test_a_verb_that_is_not_offered_for_many_is_no_page(client, editor, articles):
    client.force_login(editor)

    assert client.get(url(client), {"verb": "mark_hot", "row": [1]}).status_code == 404


@pytest.mark.parametrize("role", [Role.OFFICE_MANAGER, Role.OFFICER])
def test_who_may_not_publish_publishes_nothing_by_ticking(client, editor, articles, role):
    client.force_login(editor)
    address = url(client)
    client.force_login(user_with(role))

    client.post(address, {"verb": "publish_article", "row": [one.pk for one in articles]})

    assert {one.state for one in NewsArticle.objects.all()} == {ArticleState.DRAFT}


def test_who_may_do_nothing_with_many_sees_no_ticks(client, editor, articles):
    client.force_login(user_with(Role.OFFICE_MANAGER))

    page = BeautifulSoup(client.get(admin_list_url(NewsArticle)).content, "html.parser")

    assert not page.select("input[name=row]")
    assert not page.select("#lh-many")
