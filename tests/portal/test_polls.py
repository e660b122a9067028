"""Readers choose once; everybody sees how all chose."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.core.period import today
from lienhiep.portal.models import Poll, PollOption, PollVote
from tests.factories.accounts import user_with


@pytest.fixture(autouse=True)
def clean_counters(db):
    cache.clear()
    yield
    cache.clear()


def a_poll(**facts):
    facts = {"question": "Bạn quan tâm nội dung nào?", "is_published": True} | facts
    poll = Poll(**facts)
    poll.save()
    for place, text in enumerate(("Tập san", "Cuộc thi", "Hội thảo")):
        PollOption(poll=poll, text=text, sort_order=place).save()
    return poll


def option(poll, place=0):
    return PollOption.objects.filter(poll=poll).order_by("sort_order")[place]


def vote(client, poll, *places):
    url = reverse("portal:poll_vote", args=[poll.pk])
    mark = re.search(r'name="mark" value="([^"]+)"', client.get(url).content.decode())[1]
    chosen = [option(poll, place).pk for place in places]
    return client.post(url, {"mark": mark, "options": chosen})


def test_a_vote_counts_and_shows_for_everybody():
    poll = a_poll()

    answer = vote(Client(), poll, 1)

    page = Client().get(answer.url).content.decode()
    assert "1 lượt chọn" in page
    assert "csrfmiddlewaretoken" not in page


def test_one_reader_votes_once_and_others_still_may(client):
    poll = a_poll()
    vote(client, poll, 0)

    again = vote(client, poll, 1)
    other = vote(Client(), poll, 1)

    assert (again.status_code, other.status_code) == (200, 302)
    assert PollVote.objects.count() == 2


@pytest.mark.parametrize(
    ("most", "places", "taken"), [(1, [], 0), (2, [0, 1], 2), (2, [0, 1, 2], 0)]
)
def test_no_more_answers_than_the_poll_admits(client, most, places, taken):
    vote(client, a_poll(most_choices=most), *places)

    assert PollVote.objects.count() == taken


def test_an_answer_of_another_poll_is_refused(client):
    poll, other = a_poll(), a_poll(question="Câu khác?")
    url = reverse("portal:poll_vote", args=[poll.pk])
    mark = re.search(r'name="mark" value="([^"]+)"', client.get(url).content.decode())[1]

    answer = client.post(url, {"mark": mark, "options": option(other).pk})

    assert answer.status_code == 200
    assert not PollVote.objects.exists()


@pytest.mark.parametrize(
    ("facts", "page", "form"),
    [
        ({"is_published": False}, 404, 404),
        ({"opens_on": today() + timedelta(days=1)}, 404, 404),
        ({"opens_on": today() - timedelta(9), "closes_on": today() - timedelta(1)}, 200, 404),
        ({}, 200, 200),
    ],
)
def test_days_and_publication_say_who_sees_and_votes(client, facts, page, form):
    poll = a_poll(**facts)

    assert client.get(reverse("portal:poll", args=[poll.pk])).status_code == page
    assert client.get(reverse("portal:poll_vote", args=[poll.pk])).status_code == form


def test_votes_of_the_former_site_are_in_the_results(client):
    poll = a_poll()
    first = option(poll)
    first.opening_count = 41
    first.save()

    vote(client, poll, 0)

    assert "42 lượt chọn" in client.get(poll.get_absolute_url()).content.decode()


def test_only_editors_make_polls(client):
    client.force_login(user_with(Role.OFFICER))
    assert client.get(reverse("portal_poll:add")).status_code == 403

    client.force_login(user_with(Role.EDITOR))
    assert client.get(reverse("portal_poll:add")).status_code == 200


def test_the_list_asks_no_more_often_when_it_is_longer(client, django_assert_max_num_queries):
    for number in range(15):
        a_poll(question=f"Câu hỏi {number}?")
    with django_assert_max_num_queries(14):
        assert "Câu hỏi 14?" in client.get(reverse("portal:polls")).content.decode()
