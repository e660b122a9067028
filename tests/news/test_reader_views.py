"""The pages on which readers comment and rate: for anyone, and safe from machines."""

import json
import re

import pytest
from django.core.cache import cache, caches
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.core.models import UnionIdentity
from lienhiep.core.models.identity import SiteKind
from lienhiep.core.open_forms import forms as open_forms
from lienhiep.news import actions, reader_views
from lienhiep.news.addresses import article_url
from lienhiep.news.comment_notices import token_of
from lienhiep.news.models import ArticleRating, Comment, RatingVote
from tests.factories.accounts import user_with
from tests.factories.news import editor, published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clean_counters():
    cache.clear()
    caches["process"].clear()
    yield
    cache.clear()
    caches["process"].clear()


@pytest.fixture
def slow_enough(monkeypatch):
    """Let forms come back at once, as if their readers had taken their time."""
    monkeypatch.setattr(open_forms, "SOONEST", 0)
    monkeypatch.setattr(open_forms.OpenForm, "shown_at_once", True)


def mark_on(response):
    return re.search(r'name="mark" value="([^"]+)"', response.content.decode())[1]


def send(client, url, **typed):
    """Open a form and send it as a person would."""
    return client.post(url, {"mark": mark_on(client.get(url)), **typed}, follow=False)


def comment_url(article):
    return reverse("news:comments", args=[article.pk])


def typed(**facts):
    return {"name": "An", "text": "Bài viết rất có ích cho chúng tôi."} | facts


def test_a_comment_comes_in_and_is_not_on_the_page_yet(client, slow_enough):
    article = published()

    response = send(client, comment_url(article), **typed())

    assert response.status_code == 302
    assert Comment.objects.get().text == "Bài viết rất có ích cho chúng tôi."
    assert "rất có ích" not in client.get(article_url(article)).content.decode()


def test_the_page_of_an_article_is_the_same_for_all_and_sets_no_cookie(client, slow_enough):
    article = published()
    send(client, comment_url(article), **typed())
    comment = Comment.objects.get()
    actions.show_comment(comment=comment, by=editor())

    with_key, without = client.get(article_url(article)), client_without().get(article_url(article))

    assert "rất có ích" in without.content.decode()
    assert with_key.content == without.content
    assert not without.cookies
    assert "csrfmiddlewaretoken" not in without.content.decode()


def client_without():
    from django.test import Client

    return Client()


def test_the_address_of_a_writer_stands_on_no_page(client, slow_enough):
    article = published()
    send(client, comment_url(article), **typed(email="an.rieng@example.vn", wants_mail="on"))
    comment = Comment.objects.get()
    actions.show_comment(comment=comment, by=editor())

    for url in (
        article_url(article),
        comment_url(article),
        reverse("news:report_comment", args=[comment.pk]),
        reverse("news:own_comment", args=[token_of(comment)]),
    ):
        assert "an.rieng" not in client.get(url).content.decode()


def test_markup_in_a_comment_is_only_words(client, slow_enough):
    article = published()
    send(client, comment_url(article), **typed(text="<script>alert(1)</script> hay lắm"))
    actions.show_comment(comment=Comment.objects.get(), by=editor())

    assert "<script>alert" not in client.get(article_url(article)).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"website": "http://spam.example"},
        {"mark": ""},
        {"mark": "made:up:mark"},
        {"text": ""},
        {"name": "x" * 81},
        {"wants_mail": "on"},
        {"email": "không phải"},
    ],
)
def test_a_wrong_form_comes_back_with_what_was_typed(client, slow_enough, wrong):
    article = published()

    response = send(client, comment_url(article), **(typed() | wrong))

    page = response.content.decode()
    assert response.status_code == 200
    assert "error-summary" in page
    assert ("rất có ích" in page) == ("text" not in wrong)
    assert not Comment.objects.exists()


def test_a_form_that_comes_back_at_once_waits_and_its_mark_stays_good(client, monkeypatch):
    article = published()
    mark = mark_on(client.get(comment_url(article)))

    refused = client.post(comment_url(article), typed() | {"mark": mark})
    monkeypatch.setattr(open_forms, "SOONEST", 0)
    monkeypatch.setattr(open_forms.OpenForm, "shown_at_once", True)
    taken = client.post(comment_url(article), typed() | {"mark": mark_on(refused)})

    assert (refused.status_code, taken.status_code) == (200, 302)


def test_one_form_makes_one_comment(client, slow_enough):
    article = published()
    mark = mark_on(client.get(comment_url(article)))

    first = client.post(comment_url(article), typed(text="Lần một nhé.") | {"mark": mark})
    again = client.post(comment_url(article), typed(text="Lần hai nhé.") | {"mark": mark})

    assert Comment.objects.count() == 1
    assert first.url == again.url


def test_one_browser_is_paused_and_a_school_behind_one_address_is_not(slow_enough):
    article = published()
    one = client_without()
    for number in range(7):  # the first gives it a key
        last = send(one, comment_url(article), **typed(text=f"Lời thứ {number} của tôi đây."))
    assert last.status_code == 429
    assert "Lời thứ 6" in last.content.decode()

    for number in range(40):
        pupil = client_without()
        taken = send(pupil, comment_url(article), **typed(text=f"Em thứ {number} thấy hay."))
        assert taken.status_code == 302


def test_a_thousand_pupils_fit_into_the_limits_and_a_robot_does_not(rf):
    def admitted(limits, count):
        return sum(limits.admits(rf.post("/"), "") for _one in range(count))

    assert admitted(reader_views.RATINGS, 130) == 120  # in one minute
    assert sum(limit.most for limit in reader_views.RATINGS.of_address[1:]) >= 1000
    assert admitted(reader_views.COMMENTS, 310) == 300  # in ten
    assert any(limit.most >= 1000 for limit in reader_views.COMMENTS.of_address)


def test_an_aggregated_site_has_no_page_for_comments(client):
    article = published()
    UnionIdentity(
        name="Liên hiệp hội", short_name="LHH", place="Vinh", site_kind=SiteKind.AGGREGATED
    ).save()

    assert client.get(comment_url(article)).status_code == 404
    assert "binh-luan" not in client.get(article_url(article)).content.decode()


def test_the_writer_changes_and_takes_back_by_the_link(client, slow_enough):
    article = published()
    url = send(client, comment_url(article), **typed()).url.split("?")[0]

    client.post(url, {"text": "Đã nghĩ lại, vẫn rất hay."})
    assert Comment.objects.get().text == "Đã nghĩ lại, vẫn rất hay."
    client.post(url, {"withdraw": "1"})

    assert Comment.objects.get().state == "withdrawn"
    assert client.get(url).status_code == 404


def test_a_link_that_is_not_ours_opens_nothing(client):
    comment = actions.write_comment(article=published(), name="An", text="Hay.", by=None)
    good = token_of(comment)

    for token in (str(comment.pk), good[:-1] + ("a" if good[-1] != "a" else "b"), "x:y"):
        assert client.get(reverse("news:own_comment", args=[token])).status_code == 404


def test_a_reader_finds_their_own_comments_that_wait_and_nobody_elses(client, slow_enough):
    article = published()
    send(client, comment_url(article), **typed())

    assert "rất có ích" in client.get(comment_url(article)).content.decode()
    assert "rất có ích" not in client_without().get(comment_url(article)).content.decode()


def test_who_has_signed_in_is_not_asked_who_they_are(client, slow_enough):
    article = published()
    writer = user_with(Role.CONTRIBUTOR, full_name="Trần Cộng Tác")
    client.force_login(writer)

    send(client, comment_url(article), text="Tôi xin bổ sung một ý.", name="Giả Danh")

    comment = Comment.objects.get()
    assert (comment.user, comment.name) == (writer, "Trần Cộng Tác")


# Stars


def rate_url(article):
    return reverse("news:rate", args=[article.pk])


def test_one_reader_has_one_vote_and_may_change_it(client):
    article = published()

    send(client, rate_url(article), stars="5")
    send(client, rate_url(article), stars="2")

    assert RatingVote.objects.get().stars == 2
    rating = ArticleRating.objects.get()
    assert (rating.count, rating.total) == (1, 2)


def test_votes_are_added_to_what_the_former_site_had(client):
    article = published()
    actions.load_ratings(rows=[actions.RatingRow(article=article, count=9, total=45)], by=None)

    send(client, rate_url(article), stars="1")

    page = client_without().get(article_url(article)).content.decode()
    assert "4,6 trên 5 trong 10 đánh giá" in page


def test_the_rating_stands_in_the_structured_data(client):
    article = published()
    send(client, rate_url(article), stars="4")

    page = client.get(article_url(article)).content.decode()
    graph = json.loads(
        re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1]
    )
    told = next(one for one in graph["@graph"] if one["@type"] == "NewsArticle")
    assert told["aggregateRating"]["ratingValue"] == "4.0"
    assert told["aggregateRating"]["ratingCount"] == 1


@pytest.mark.parametrize("stars", ["0", "6", "", "năm", "5.5"])
def test_what_is_no_star_is_refused(client, stars):
    article = published()

    assert send(client, rate_url(article), stars=stars).status_code == 200
    assert not RatingVote.objects.exists()


def test_an_article_that_is_not_on_the_site_has_no_such_pages(client):
    article = published()
    actions.unpublish_article(article=article, reason="Sai", by=editor())

    for url in (comment_url(article), rate_url(article)):
        assert client.get(url).status_code == 404
