"""A form sent twice makes one record and leads to it."""

import threading

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lienhiep.accounts.choices import Role
from lienhiep.core.forms.keeping import forget_old_forms
from lienhiep.core.models.kept import SENT_KEPT, SentForm
from tests.factories.accounts import UserFactory, user_with
from tests.sample.papers.models import Paper
from tests.sample.screens.models import Visit

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.sample.paper_pages")]

URL = "/thu/to-trinh/"
SAID = "Biểu mẫu này đã được ghi nhận từ trước, không ghi nhận lần thứ hai."


@pytest.fixture
def writer(client):
    user = UserFactory()
    client.force_login(user)
    return user


def hidden(response, name="_once"):
    page = BeautifulSoup(response.content, "html.parser")
    (field,) = page.select(f"input[name={name}]")
    return field["value"]


def words(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_each_form_shown_is_marked_anew(client, writer):
    assert hidden(client.get(URL)) != hidden(client.get(URL))


def test_a_form_sent_twice_makes_one_record_and_leads_to_it(client, writer):
    typed = {"title": "Tờ trình", "_once": hidden(client.get(URL))}

    first = client.post(URL, typed)
    second = client.post(URL, typed)

    assert (Paper.objects.count(), first.url, second.url) == (1, first.url, first.url)
    assert words(second) == [SAID]


def test_the_same_words_in_another_form_are_another_record(client, writer):
    for _ in range(2):
        client.post(URL, {"title": "Tờ trình", "_once": hidden(client.get(URL))})

    assert Paper.objects.count() == 2


def test_a_form_put_right_keeps_its_mark_and_is_recorded(client, writer):
    mark = hidden(client.get(URL))

    wrong = client.post(URL, {"title": "", "_once": mark})
    client.post(URL, {"title": "Tờ trình", "_once": hidden(wrong)})

    assert hidden(wrong) == mark
    assert (Paper.objects.count(), SentForm.objects.count()) == (1, 1)


def test_a_form_without_a_mark_is_recorded(client, writer):
    client.post(URL, {"title": "Tờ trình"})

    assert (Paper.objects.count(), SentForm.objects.count()) == (1, 0)


def test_nobody_is_led_to_anothers_record_by_their_mark(client, writer):
    mark = hidden(client.get(URL))
    client.post(URL, {"title": "Của tôi", "_once": mark})
    client.force_login(UserFactory())

    client.post(URL, {"title": "Của người khác", "_once": mark})

    assert sorted(Paper.objects.values_list("title", flat=True)) == ["Của người khác", "Của tôi"]


def test_an_absurdly_long_mark_is_ignored(client, writer):
    client.post(URL, {"title": "Tờ trình", "_once": "x" * 5000})

    assert (Paper.objects.count(), SentForm.objects.count()) == (1, 0)


def test_nothing_half_written_stays_when_recording_breaks_off(client, writer, monkeypatch):
    mark = hidden(client.get(URL))

    def break_off(self):
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr("tests.sample.paper_pages.PaperView.get_success_url", break_off)
        with pytest.raises(RuntimeError):
            client.post(URL, {"title": "Tờ trình", "_once": mark})

    assert (Paper.objects.count(), SentForm.objects.count()) == (0, 0)
    client.post(URL, {"title": "Tờ trình", "_once": mark})
    assert Paper.objects.count() == 1


# A view that says itself what is done with a form


NOTES = "/thu/ghi-chep/"


def test_a_view_with_a_form_valid_of_its_own_records_once(client, writer):
    typed = {"title": "Tờ trình", "_once": hidden(client.get(NOTES))}

    first, second = client.post(NOTES, typed), client.post(NOTES, typed)

    assert (Paper.objects.count(), first.url, second.url) == (1, first.url, first.url)
    assert words(second) == [SAID]


def test_the_marks_of_a_form_reach_no_action(client, writer):
    page = client.get(NOTES)

    # The function takes what was typed and nothing else; a mark would be one word too many.
    client.post(
        NOTES, {"title": "Tờ trình", "_once": hidden(page), "_by": hidden(page, name="_by")}
    )

    assert Paper.objects.count() == 1


def test_a_form_that_the_view_itself_refuses_may_be_put_right_and_sent_again(client, writer):
    mark = hidden(client.get(NOTES))

    refused = client.post(NOTES, {"title": "không", "_once": mark})
    client.post(NOTES, {"title": "Tờ trình", "_once": mark})

    assert refused.status_code == 200
    assert (Paper.objects.count(), SentForm.objects.count()) == (1, 1)


def test_old_marks_are_forgotten():
    SentForm.objects.create(token="old", at=timezone.now() - SENT_KEPT * 2)
    SentForm.objects.create(token="new")

    forget_old_forms()

    assert list(SentForm.objects.values_list("token", flat=True)) == ["new"]


# The back office


@pytest.fixture
def office(client):
    client.force_login(user_with(Role.OFFICER))
    return client


def visit_form(page, **typed):
    return {
        "name": "Chuyến thăm",
        "number": "7",
        "readers": "role:officer",
        "stops-TOTAL_FORMS": "0",
        "stops-INITIAL_FORMS": "0",
        "stops-MIN_NUM_FORMS": "0",
        "stops-MAX_NUM_FORMS": "9",
        "_once": hidden(page),
    } | typed


def test_a_new_record_of_the_back_office_sent_twice_is_recorded_once(office):
    url = reverse("sample_screens_visit:add")
    typed = visit_form(office.get(url))

    first, second = office.post(url, typed), office.post(url, typed)

    # The number is taken by then; that must not be the answer to the second sending.
    assert (Visit.objects.count(), second.status_code, second.url) == (1, 302, first.url)
    assert words(second)[-1] == SAID


def test_a_number_that_somebody_else_took_is_still_refused(office):
    url = reverse("sample_screens_visit:add")
    office.post(url, visit_form(office.get(url)))

    other = office.post(url, visit_form(office.get(url), name="Chuyến khác"))

    assert (other.status_code, Visit.objects.count()) == (200, 1)
    assert other.context["form"]["name"].value() == "Chuyến khác"


@pytest.mark.django_db(transaction=True)
def test_a_double_click_makes_one_record(django_user_model):
    user = UserFactory()
    clients = [Client(), Client()]
    for one in clients:
        one.force_login(user)
    typed = {"title": "Bấm đúp", "_once": hidden(clients[0].get(URL))}
    ready, answers = threading.Barrier(2), []

    def send(one):
        ready.wait()
        answers.append(one.post(URL, typed))
        connection.close()

    threads = [threading.Thread(target=send, args=[one]) for one in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Paper.objects.count() == 1
    assert {answer.url for answer in answers} == {f"/thu/to-trinh/{Paper.objects.get().pk}/"}
