"""A letter of a reader reaches who answers it, is answered by mail, and is forgotten in time."""

import re
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of
from lienhiep.core.personal import data_of
from lienhiep.core.retention import retention_rules
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.waiting import waiting_for
from lienhiep.portal.actions import (
    answer_message,
    assign_message,
    close_message,
    mark_as_spam,
    open_site,
    reopen_message,
    send_message,
)
from lienhiep.portal.choices import ContactState
from lienhiep.portal.menus import forget_pages
from lienhiep.portal.models import ContactKind, ContactMessage, HomePage, StandardPage
from tests.factories.accounts import user_with
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db

FACTS = {
    "name": "Phạm Thị Ngát",
    "email": "ngat@ban-doc.example",
    "subject": "Hỏi về gia nhập hội",
    "text": "Tôi muốn gia nhập Hội Thủy sản.\nXin chỉ giúp.",
}


@pytest.fixture(autouse=True)
def clean_counters(db):
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def kind(db):
    kind = ContactKind(name="Gia nhập hội", mail_to="to-chuc@lienhiep.example", answer_days=5)
    kind.save()
    return kind


@pytest.fixture
def letter(kind):
    with freeze_time("2022-06-01 03:00"):  # a Wednesday
        letter = send_message(kind=kind, **FACTS)
    mail.outbox.clear()
    return letter


@pytest.fixture
def manager(db):
    return user_with(Role.OFFICE_MANAGER)


@pytest.fixture
def officer(db):
    return user_with(Role.OFFICER)


def send(client, about, **more):
    url = reverse("portal:contact")
    with freeze_time(timezone.now() - timedelta(seconds=30)):
        page = client.get(url).content.decode()
    mark = re.search(r'name="mark" value="([^"]+)"', page)[1]
    return client.post(url, FACTS | {"kind": about.pk, "mark": mark} | more)


# Writing


def test_a_letter_comes_in_and_both_sides_are_told_by_mail(client, kind):
    answer = send(client, kind)

    assert answer.url == reverse("portal:contact_thanks")
    assert "Đã nhận được thư của bạn" in client.get(answer.url).content.decode()
    letter = ContactMessage.objects.get()
    assert (letter.name, letter.subject) == (FACTS["name"], FACTS["subject"])
    to_reader, to_office = mail.outbox
    assert to_reader.to == [FACTS["email"]]
    assert letter.due_on.strftime("%d/%m/%Y") in to_reader.body
    assert to_office.to == ["to-chuc@lienhiep.example"]
    assert admin_row_url(letter) in to_office.body
    assert FACTS["text"] not in to_office.body


def test_it_is_to_be_answered_within_the_working_days_promised(letter):
    assert letter.due_on == date(2022, 6, 8)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"name": ""}, "name"),
        ({"email": "không phải"}, "email"),
        ({"subject": ""}, "subject"),
        ({"text": " "}, "text"),
        ({"text": "a" * 5001}, "text"),
        ({"kind": "0"}, "kind"),
        ({"website": "http://spam.example"}, None),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(client, kind, more, field):
    answer = send(client, kind, **more)

    form = answer.context["form"]
    assert ContactMessage.objects.count() == 0
    assert form.errors.get(field or "__all__")
    assert "name" in more or FACTS["name"] in answer.content.decode()
    assert mail.outbox == []


def test_a_line_break_in_the_subject_makes_no_other_head_of_a_mail(client, kind):
    send(client, kind, subject="Hỏi\nBcc: ai@do.example")

    assert all(one.bcc == [] and "\n" not in one.subject for one in mail.outbox)


def test_a_matter_that_is_no_longer_offered_is_refused(client, kind):
    other = ContactKind(name="Cũ", is_offered=False)
    other.save()

    answer = send(client, kind, kind=other.pk)

    assert answer.context["form"].errors["kind"]


def test_a_form_sent_twice_is_one_letter(client, kind):
    url = reverse("portal:contact")
    with freeze_time(timezone.now() - timedelta(seconds=30)):
        page = client.get(url).content.decode()
    mark = re.search(r'name="mark" value="([^"]+)"', page)[1]

    for _number in range(2):
        client.post(url, FACTS | {"kind": kind.pk, "mark": mark})

    assert ContactMessage.objects.count() == 1


def test_a_flood_from_one_browser_is_paused(client, kind):
    codes = [send(client, kind).status_code for _number in range(7)]

    assert codes[0] == 302
    assert codes[-1] == 429


def test_where_no_matter_is_offered_the_page_gives_the_address_only(client):
    page = client.get(reverse("portal:contact")).content.decode()

    assert "<textarea" not in page
    assert "không nhận thư" in page


# Answering


def test_the_answer_goes_to_the_sender_and_closes_the_letter(letter, manager):
    answer_message(message=letter, text="Mời bạn đến văn phòng Hội.", by=manager)

    (sent,) = mail.outbox
    assert sent.to == [FACTS["email"]]
    assert "Mời bạn đến văn phòng Hội." in sent.body
    letter.refresh_from_db()
    assert (letter.state, letter.closed_by) == (ContactState.ANSWERED, manager)
    assert entries_of(letter)[0].log.action == "portal.answer_message"


@pytest.mark.parametrize("text", ["", "  \n ", "a" * 5001])
def test_an_answer_that_is_none_is_refused(letter, manager, text):
    with pytest.raises(ValidationError) as refused:
        answer_message(message=letter, text=text, by=manager)

    assert "text" in refused.value.message_dict
    assert mail.outbox == []


def test_whom_it_is_given_to_is_told_reads_it_and_has_it_waiting(letter, manager, officer):
    assert not ContactMessage.objects.visible_to(officer).exists()

    assign_message(message=letter, to=officer, by=manager)

    assert list(ContactMessage.objects.visible_to(officer)) == [letter]
    assert [one.due for one in waiting_for(officer) if one.room == "portal"] == [letter.due_on]


def test_a_new_letter_waits_for_the_office_until_somebody_has_it(letter, manager, officer):
    assert [one.room for one in waiting_for(manager)].count("portal") == 1

    assign_message(message=letter, to=officer, by=manager)

    assert [one.room for one in waiting_for(manager)].count("portal") == 0


def test_it_is_given_to_nobody_without_a_role_that_answers(letter, manager):
    with pytest.raises(ValidationError) as refused:
        assign_message(message=letter, to=user_with(Role.JUROR), by=manager)

    assert "to" in refused.value.message_dict


def test_what_was_closed_can_be_taken_up_again_and_nothing_is_done_twice(letter, manager):
    close_message(message=letter, reason="Đã gọi điện.", by=manager)
    with pytest.raises(ValidationError):
        close_message(message=letter, reason="Lại lần nữa.", by=manager)

    reopen_message(message=letter, reason="Bạn đọc hỏi thêm.", by=manager)

    letter.refresh_from_db()
    assert (letter.state, letter.closed_at) == (ContactState.NEW, None)


@pytest.mark.parametrize("verb", ["answer_message", "assign_message", "close_message"])
def test_whoever_is_not_of_the_office_comes_to_no_letter(client, letter, verb):
    client.force_login(user_with(Role.JUROR))
    url = reverse(f"portal_contactmessage:do_{verb}", args=[letter.pk])

    assert client.get(url).status_code in (302, 403, 404)
    assert client.post(url, {"text": "x", "reason": "y"}).status_code in (302, 403, 404)
    letter.refresh_from_db()
    assert letter.state == ContactState.NEW


def test_an_officer_does_not_come_to_a_letter_of_somebody_else(client, letter, officer):
    client.force_login(officer)

    assert client.get(admin_row_url(letter)).status_code in (403, 404)


def test_the_office_answers_on_its_page(client, letter, manager):
    client.force_login(manager)
    page = client.get(admin_row_url(letter)).content.decode()
    assert FACTS["text"].splitlines()[0] in page

    client.post(
        reverse("portal_contactmessage:do_answer_message", args=[letter.pk]),
        {"text": "Xin mời bạn."},
    )

    letter.refresh_from_db()
    assert letter.answer == "Xin mời bạn."


def test_the_list_asks_no_more_for_many_letters(
    client, kind, manager, django_assert_max_num_queries
):
    client.force_login(manager)
    url = reverse("portal_contactmessage:index")
    send_message(kind=kind, **FACTS)
    client.get(url)
    with django_assert_max_num_queries(80) as one:
        client.get(url)
    for _number in range(15):
        send_message(kind=kind, **FACTS)

    with django_assert_max_num_queries(len(one.captured_queries)):
        client.get(url)


# Beside the page that an editor wrote


def test_the_words_of_the_page_stand_over_the_form_and_the_foot_names_them_once(client, kind):
    home = HomePage.objects.live().first() or open_site(title="Liên hiệp hội", lead="")
    home.add_child(
        instance=StandardPage(
            title="Liên hệ", slug="lien-he", body="<p>Giờ làm việc: 7 giờ 30 đến 17 giờ.</p>"
        )
    )
    forget_pages()

    shown = client.get(reverse("portal:contact")).content.decode()
    footer = shown[shown.index("<footer") :]
    sitemap = client.get("/sitemap.xml").content.decode()

    assert "Giờ làm việc: 7 giờ 30 đến 17 giờ." in shown
    assert 'name="subject"' in shown
    assert footer.count('href="/lien-he/"') == 1
    assert sitemap.count("/lien-he/<") == 1


# Reporting a mistake


def test_a_mistake_is_reported_from_its_page_with_the_passage(client, kind, settings):
    settings.SITE_URL = "https://lienhiep.example"
    tools = BeautifulSoup(client.get("/tin-tuc/").content, "html.parser")

    link = tools.select_one("[data-report]")["href"]
    form = client.get(f"{link}&doan=mười hai giống lúa").context["form"]

    assert form.initial["subject"] == "Báo lỗi trên trang tin"
    assert "https://lienhiep.example/tin-tuc/" in form.initial["text"]
    assert "“mười hai giống lúa”" in form.initial["text"]


@pytest.mark.parametrize("page", ["//xau.example/", "https://xau.example/", "javascript:x", ""])
def test_a_letter_begins_with_no_address_of_elsewhere(client, kind, page):
    form = client.get(reverse("portal:contact"), {"trang": page, "doan": "x"}).context["form"]

    assert "text" not in form.initial


# Forgetting


def rule():
    return next(one for one in retention_rules() if one.code == "portal.letters")


def test_advertising_goes_after_a_month_and_letters_two_years_after_the_answer(kind, manager):
    answered, spam, waiting = (send_message(kind=kind, **FACTS) for _number in range(3))
    answer_message(message=answered, text="Vâng.", by=manager)
    mark_as_spam(message=spam, by=manager)
    now = timezone.localdate()

    assert list(rule().due(now + timedelta(days=25))) == []
    assert list(rule().due(now + timedelta(days=40))) == [spam]
    assert list(rule().due(now + timedelta(days=800))) == [answered, spam]
    assert waiting not in rule().due(now + timedelta(days=4000))


def test_what_is_forgotten_stands_neither_in_the_record_nor_in_its_history(letter, manager):
    answer_message(message=letter, text="Chào chị Ngát.", by=manager)

    rule().forget(letter, manager, "Hết hạn lưu.")

    letter.refresh_from_db()
    told = repr(
        [(entry.log.action, entry.log.label, entry.log.data) for entry in entries_of(letter)]
    )
    for word in (FACTS["name"], FACTS["email"], FACTS["subject"], "Ngát"):
        assert word not in told
        assert word not in repr(letter.__dict__)
    assert letter.state == ContactState.ANSWERED


def test_a_person_sees_what_is_kept_of_letters_from_their_address(letter):
    person = PersonFactory(email=FACTS["email"])

    kept = {datum.field for datum in data_of(person) if datum.record == letter}

    assert kept == {"name", "email", "subject", "text"}
