"""A reader asks, the Union answers on the site; who asked is shown only where they want it."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of
from lienhiep.core.models import SearchEntry
from lienhiep.core.personal import data_of
from lienhiep.core.retention import retention_rules
from lienhiep.core.waiting import waiting_for
from lienhiep.portal.actions import (
    ask_question,
    publish_answer,
    refuse_question,
    withdraw_answer,
)
from lienhiep.portal.choices import QuestionState
from lienhiep.portal.models import Question, QuestionCategory
from tests.factories.accounts import user_with
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db

FACTS = {
    "title": "Giáo viên có được dự thi không?",
    "text": "Tôi dạy ở trường huyện.",
    "name": "Phạm Thị Ngát",
    "place": "Diễn Châu",
    "email": "ngat@ban-doc.example",
}


@pytest.fixture(autouse=True)
def clean_counters(db):
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def field(db):
    field = QuestionCategory(name="Cuộc thi")
    field.clean()
    field.save()
    return field


@pytest.fixture
def editor(db):
    return user_with(Role.EDITOR)


@pytest.fixture
def question(field):
    question = ask_question(category=field, **FACTS)
    mail.outbox.clear()
    return question


@pytest.fixture
def answered(question, editor):
    question.answer = "<p>Được dự thi.</p>"
    question.answered_as = "Văn phòng"
    question.save()
    publish_answer(question=question, by=editor)
    return question


def send(client, **more):
    url = reverse("portal:ask")
    with freeze_time(timezone.now() - timedelta(seconds=30)):
        page = client.get(url).content.decode()
    mark = re.search(r'name="mark" value="([^"]+)"', page)[1]
    return client.post(url, FACTS | {"mark": mark} | more)


# Asking


def test_a_question_comes_in_waits_and_is_shown_to_nobody_yet(client, field, editor):
    answer = send(client, category=field.pk)

    question = Question.objects.get()
    assert answer.url == reverse("portal:question_thanks")
    assert (question.state, question.shows_name) == (QuestionState.WAITING, False)
    assert client.get(question.get_absolute_url()).status_code == 404
    assert FACTS["title"] not in client.get(reverse("portal:questions")).content.decode()
    assert FACTS["title"] in mail.outbox[0].subject
    assert any(FACTS["title"] in str(one.what) for one in waiting_for(editor, timezone.localdate()))


def test_without_an_address_nobody_is_written_to(client, field):
    send(client, email="")

    assert Question.objects.get().email == ""
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("more", "at"),
    [
        ({"title": ""}, "title"),
        ({"email": "không phải"}, "email"),
        ({"name": "", "shows_name": "on"}, "name"),
        ({"text": "a" * 4001}, "text"),
        ({"website": "http://spam.example"}, "__all__"),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(client, field, more, at):
    answer = send(client, **more)

    assert Question.objects.count() == 0
    assert answer.context["form"].errors.get(at)
    assert FACTS["place"] in answer.content.decode()


def test_more_than_a_few_in_an_hour_are_paused(client, field):
    for _number in range(6):
        send(client)

    assert send(client).status_code == 429
    assert Question.objects.count() == 6


# Answering


def test_an_answer_stands_on_the_site_and_the_asker_is_told(client, answered):
    page = client.get(answered.get_absolute_url()).content.decode()
    listed = client.get(reverse("portal:questions")).content.decode()

    assert "Được dự thi." in page
    assert "QAPage" in page
    assert FACTS["title"] in listed
    assert mail.outbox[-1].to == [FACTS["email"]]
    assert answered.get_absolute_url() in mail.outbox[-1].body


def test_readers_see_neither_name_nor_address_of_the_asker(client, answered):
    page = client.get(answered.get_absolute_url()).content.decode()

    assert FACTS["name"] not in page
    assert FACTS["email"] not in page
    assert FACTS["place"] in page


def test_a_name_is_shown_where_its_owner_wants_it(client, question, editor):
    question.shows_name, question.answer = True, "<p>Được.</p>"
    question.save()
    publish_answer(question=question, by=editor)

    assert FACTS["name"] in client.get(question.get_absolute_url()).content.decode()


def test_a_field_lists_its_own_questions_and_one_without_any_is_no_page(client, answered):
    other = QuestionCategory(name="Tập san")
    other.clean()
    other.save()
    url = reverse("portal:questions")

    shown = client.get(url, {"linh-vuc": "cuoc-thi"}).content.decode()

    assert FACTS["title"] in shown
    assert "Tập san (" not in shown
    assert client.get(url, {"linh-vuc": "tap-san"}).status_code == 404


def test_an_old_form_of_the_address_leads_to_the_present_one(client, answered):
    answer = client.get(f"/hoi-dap/{answered.pk}-ten-cu/")

    assert (answer.status_code, answer.url) == (301, answered.get_absolute_url())


def test_nothing_is_published_without_an_answer(question, editor):
    question.answer = "<p> </p>"
    question.save()

    with pytest.raises(ValidationError, match="Viết câu trả lời"):
        publish_answer(question=question, by=editor)

    question.refresh_from_db()
    assert question.state == QuestionState.WAITING


def test_who_asked_something_that_is_not_answered_reads_why(question, editor):
    refuse_question(question=question, reason="Không đăng quảng cáo.", by=editor)

    assert "Không đăng quảng cáo." in mail.outbox[-1].body
    with pytest.raises(ValidationError, match="Không trả lời"):
        refuse_question(question=question, reason="Một lần nữa.", by=editor)


def test_an_answer_taken_back_leaves_the_site_and_the_search(client, answered, editor):
    found = SearchEntry.objects.filter(title=FACTS["title"])
    assert found.get().is_open

    withdraw_answer(question=answered, reason="Điều lệ đã đổi.", by=editor)

    assert client.get(answered.get_absolute_url()).status_code == 404
    assert not found.get().is_open


@pytest.mark.parametrize("role", [Role.OFFICER, Role.CONTRIBUTOR, Role.JUROR])
def test_no_other_role_publishes(client, question, role):
    question.answer = "<p>Được.</p>"
    question.save()
    client.force_login(user_with(role))

    client.post(reverse("portal_question:do_publish_answer", args=[question.pk]))

    question.refresh_from_db()
    assert question.state == QuestionState.WAITING


def test_an_editor_writes_the_answer_and_publishes_it_by_its_button(client, question, editor):
    client.force_login(editor)
    edit = client.get(reverse("portal_question:edit", args=[question.pk]))
    assert edit.status_code == 200

    facts = {"title": question.title, "text": "", "category": "", "answered_as": "Văn phòng"}
    answer = '{"entityMap": {}, "blocks": [{"key": "a", "text": "Được dự thi.", "type": "unstyled"'
    answer += ', "depth": 0, "inlineStyleRanges": [], "entityRanges": [], "data": {}}]}'
    client.post(edit.request["PATH_INFO"], facts | {"answer": answer})
    client.post(reverse("portal_question:do_publish_answer", args=[question.pk]))

    question.refresh_from_db()
    assert question.is_published
    assert "Được dự thi." in question.answer


def test_search_finds_an_answer_by_its_words_and_never_by_who_asked(client, answered):
    url = reverse("portal:search")

    place = answered.get_absolute_url()
    assert place in client.get(url, {"q": "được dự thi"}).content.decode()
    assert place not in client.get(url, {"q": "Phạm Thị Ngát"}).content.decode()


def test_the_list_asks_no_more_for_many_questions(client, answered, django_assert_max_num_queries):
    url = reverse("portal:questions")
    client.get(url)
    with django_assert_max_num_queries(40) as one:
        client.get(url)
    for number in range(10):
        Question(
            title=f"Câu {number}",
            category=answered.category,
            state=QuestionState.PUBLISHED,
            published_at=timezone.now(),
        ).save()

    with django_assert_max_num_queries(len(one.captured_queries)):
        client.get(url)


# Forgetting


def rule():
    return next(one for one in retention_rules() if one.code == "portal.questions")


def test_a_year_after_the_answer_the_address_goes_and_the_answer_stays(client, answered, editor):
    today = timezone.localdate()
    assert list(rule().due(today + timedelta(days=360))) == []
    assert list(rule().due(today + timedelta(days=370))) == [answered]

    rule().forget(answered, editor, "Hết hạn lưu.")

    answered.refresh_from_db()
    assert (answered.name, answered.email, answered.title) == ("", "", FACTS["title"])
    assert list(rule().due(today + timedelta(days=370))) == []
    assert client.get(answered.get_absolute_url()).status_code == 200


def test_what_was_turned_down_is_forgotten_whole_with_its_history(question, editor):
    refuse_question(question=question, reason="Quảng cáo.", by=editor)

    rule().forget(question, editor, "Hết hạn lưu.")

    question.refresh_from_db()
    told = repr([(one.log.label, one.log.data) for one in entries_of(question)])
    for word in (FACTS["title"], FACTS["text"], FACTS["name"], FACTS["email"]):
        assert word not in told
        assert word not in repr(question.__dict__)
    assert not list(rule().due(timezone.localdate() + timedelta(days=800)))


def test_a_person_sees_what_is_kept_of_questions_from_their_address(question):
    person = PersonFactory(email=FACTS["email"])

    kept = {datum.field for datum in data_of(person) if datum.record == question}

    assert kept == {"name", "email", "place"}
