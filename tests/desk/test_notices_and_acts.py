"""At the desk: what one was told, and what one did."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import ModelLogEntry

from lienhiep.accounts.choices import Role
from lienhiep.core.history import verb
from lienhiep.core.models import Notice
from lienhiep.core.notices import _kinds, notice_kind, tell
from lienhiep.core.period import today
from lienhiep.core.personal import data_of, erase
from lienhiep.desk.acts import acts_of, in_words
from lienhiep.journal.actions import accept_article
from tests.asking import questions
from tests.factories.accounts import user_with
from tests.factories.directory import PersonFactory
from tests.factories.journal import ArticleAuthorFactory, ArticleFactory
from tests.sample.models import Club

pytestmark = pytest.mark.django_db

NOTICES, ACTS = "/ban-lam-viec/thong-bao/", "/ban-lam-viec/viec-da-lam/"


@pytest.fixture
def changed():
    """A kind of notice of the sample room."""
    yield notice_kind("sample.club_changed", "Câu lạc bộ “%(record)s” đã đổi")
    _kinds.pop("sample.club_changed", None)


@pytest.fixture
def reader(client):
    found = user_with(person=PersonFactory())
    client.force_login(found)
    return found


def club(name="Câu lạc bộ mở", readers="signed-in"):
    found = Club(name=name, readers=readers)
    found.save()
    return found


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


# Notices


def test_the_badge_and_the_desk_agree(client, reader, changed):
    tell(recipients=[reader], what=changed, about=club(), by=None, url="/tap-san/")
    tell(recipients=[reader], what=changed, about=club(readers="role:leader"), by=None)

    desk = soup(client.get("/ban-lam-viec/"))

    assert desk.select_one(".account .count--quiet").find(string=True, recursive=False) == "1"
    assert [one.get_text() for one in desk.select(".told__item > a")] == [
        "Câu lạc bộ “Câu lạc bộ mở” đã đổi"
    ]


def test_opening_a_notice_marks_it_read_and_leads_on(client, reader, changed):
    tell(recipients=[reader], what=changed, about=club(), by=None, url="/tap-san/")
    notice = Notice.objects.get()

    response = client.get(f"{NOTICES}{notice.pk}/")

    notice.refresh_from_db()
    assert (response.status_code, response.url) == (302, "/tap-san/")
    assert notice.read_at is not None


def test_a_notice_without_a_page_leads_back_to_the_list(client, reader, changed):
    tell(recipients=[reader], what=changed, about=club(), by=None)

    assert client.get(f"{NOTICES}{Notice.objects.get().pk}/").url == NOTICES


def test_the_notice_of_another_does_not_exist(client, reader, changed):
    tell(recipients=[user_with()], what=changed, about=club(), by=None)
    notice = Notice.objects.get()

    assert client.get(f"{NOTICES}{notice.pk}/").status_code == 404
    notice.refresh_from_db()
    assert notice.read_at is None


def test_all_are_marked_as_read_but_those_of_others(client, reader, changed):
    other = user_with()
    tell(recipients=[reader, other], what=changed, about=club(), by=None)

    client.post(f"{NOTICES}da-doc/")
    client.post(f"{NOTICES}da-doc/")

    assert list(Notice.objects.unread().values_list("user", flat=True)) == [other.pk]


def test_unread_notices_stand_first(client, reader, changed):
    for name in ("Cũ, chưa đọc", "Mới, đã đọc"):
        tell(recipients=[reader], what=changed, about=club(name=name), by=None)
    old, new = Notice.objects.order_by("pk")
    Notice.objects.filter(pk=old.pk).update(made_at=timezone.now() - timedelta(days=9))
    Notice.objects.filter(pk=new.pk).update(read_at=timezone.now())

    shown = [one.get_text() for one in soup(client.get(NOTICES)).select(".told__item > a")]

    assert ["chưa đọc" in one for one in shown] == [True, False]


def test_a_contributor_hears_that_a_manuscript_is_accepted(client, reader):
    article = ArticleFactory(title="Bài về đất", received_on=today())
    ArticleAuthorFactory(article=article, person=reader.person)

    accept_article(article=article, on=today(), by=user_with(Role.EDITOR))

    link = soup(client.get(NOTICES)).select_one(".told__item > a")
    assert link.get_text() == "“Bài về đất” đã được nhận đăng vào một số tới."
    assert client.get(link["href"]).url == f"/ban-lam-viec/tap-san/{article.pk}/"


def test_what_somebody_was_told_belongs_to_their_data(reader, changed):
    tell(recipients=[reader], what=changed, about=club(), by=None)

    values = [datum.value for datum in data_of(reader.person)]

    assert "Câu lạc bộ “Câu lạc bộ mở” đã đổi" in values


# Acts


def did(user, record, action="core.set_reference", reason=""):
    with verb(action, by=user, about=record, reason=reason):
        record.text = f"{record.text}."
        record.save()


def test_what_one_did_is_worded_and_leads_on(client, reader):
    article = ArticleFactory(title="Bài về nước", received_on=today())
    ArticleAuthorFactory(article=article, person=reader.person)
    editor = user_with(Role.EDITOR)
    accept_article(article=article, on=today(), by=editor)
    client.force_login(editor)

    page = soup(client.get(ACTS))

    assert page.select_one(".acts__record a").get_text() == "Bài về nước"
    assert client.get(page.select_one(".acts__record a")["href"]).status_code == 200
    assert page.select_one(".acts__what").get_text() != "journal.accept_article"


def test_a_record_that_one_may_not_see_any_more_is_not_named(reader):
    record = club(name="Nay đã kín")
    did(reader, record)
    record.readers = "role:leader"
    record.save()

    [act] = in_words(acts_of(reader)[:5], reader)

    assert (act.name, act.url, act.kind) == ("", "", "Club")


def test_one_sees_only_what_one_did(reader):
    did(user_with(), club())

    assert list(acts_of(reader)) == []


def test_an_act_on_several_records_stands_once(reader):
    one, other = club(name="Một"), club(name="Hai")
    with verb("core.set_reference", by=reader, about=one):
        for record in (one, other):
            record.text = "Đổi"
            record.save()

    assert [act.name for act in in_words(acts_of(reader)[:5], reader)] == ["Một"]


def test_acts_are_found_by_time_and_by_kind(client, reader):
    did(reader, club(name="Lâu rồi"))
    ModelLogEntry.objects.filter(user=reader).update(timestamp=timezone.now() - timedelta(days=40))
    did(reader, club(name="Mới đây"), action="core.withdraw_file")

    def names(query):
        page = soup(client.get(f"{ACTS}{query}"))
        return [record.get_text(strip=True) for record in page.select(".acts__record")]

    assert names("") == ["Mới đây", "Lâu rồi"]
    assert names("?span=week") == ["Mới đây"]
    assert names("?action=core.set_reference") == ["Lâu rồi"]
    assert names("?span=week&action=core.set_reference") == []
    assert names("?span=mai-mai") == ["Mới đây", "Lâu rồi"]


def test_thirty_acts_cost_as_many_questions_as_one(client, reader):
    did(reader, club())
    few = questions(lambda: client.get(ACTS))
    for number in range(25):
        did(reader, club(name=f"Số {number}"))

    assert questions(lambda: client.get(ACTS)) == few


@pytest.mark.parametrize("path", [NOTICES, ACTS, "/ban-lam-viec/thu/"])
def test_the_pages_of_the_desk_ask_who_one_is(client, path):
    response = client.get(path)

    assert response.status_code == 302
    assert response.url.endswith(f"?next={path}")


def test_an_erasure_takes_the_notices_along_closed_ones_too(reader, changed):
    for readers in ("signed-in", "role:leader"):
        tell(recipients=[reader], what=changed, about=club(readers=readers), by=None)

    erase(person=reader.person, by=user_with(Role.ADMINISTRATOR), reason="Yêu cầu số 1")

    assert Notice.objects.count() == 0
