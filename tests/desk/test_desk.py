"""The desk, the badge and the first page of the back office tell of the same items."""

import json
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import resolve

from lienhiep.accounts.choices import Role
from lienhiep.core import desk as registry
from lienhiep.core import waiting as waiting_registry
from lienhiep.core.desk import Door, doors_for
from lienhiep.core.period import today
from lienhiep.core.waiting import Waiting, waiting_for
from tests.asking import questions
from tests.factories.accounts import user_with
from tests.factories.directory import PersonFactory
from tests.factories.journal import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretary():
    return user_with(Role.JOURNAL_SECRETARY, full_name="Đặng Thư Ký")


@pytest.fixture
def manuscripts():
    return [
        ArticleFactory(title=f"Bản thảo {number}", received_on=today() - timedelta(days=number))
        for number in (1, 2, 3)
    ]


def soup(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def test_the_desk_asks_who_one_is(client):
    response = client.get("/ban-lam-viec/")

    assert response.status_code == 302
    assert response.url.endswith("?next=/ban-lam-viec/")


def test_the_desk_the_badge_and_the_first_page_agree(client, secretary, manuscripts):
    client.force_login(secretary)
    waiting = [str(item.what) for item in waiting_for(secretary)]

    desk, page = soup(client.get("/ban-lam-viec/")), client.get("/quan-tri/")
    office = soup(page)

    number = str(len(waiting))
    assert len(waiting) >= 3
    assert [link.get_text() for link in desk.select(".waiting__item > a")] == waiting
    assert [link.get_text() for link in office.select(".lh-waiting__item > a")] == waiting
    assert desk.select_one(".account .count").find(string=True, recursive=False) == number
    assert json.dumps(f"Việc chờ tôi ({number})") in page.content.decode()


def test_every_item_leads_somewhere_and_says_since_when(client, secretary, manuscripts):
    client.force_login(secretary)

    for item in waiting_for(secretary):
        assert client.get(item.url).status_code == 200
        assert isinstance(item.since, date)


def test_what_waits_stands_in_groups_with_what_is_late_first(client, monkeypatch):
    def things(user, on):
        for what, days in (("Về sau", 30), ("Trễ", -2), ("Hôm nay", 0), ("Sắp tới", 1)):
            yield Waiting(
                what=what, since=on, due=on + timedelta(days=days), url="/", room="sample"
            )
        yield Waiting(what="Không hạn", since=on, url="/", room="sample")

    monkeypatch.setattr(waiting_registry, "_providers", [things])
    client.force_login(user_with())

    shown = soup(client.get("/ban-lam-viec/"))

    heads = [head.find(string=True).strip() for head in shown.select(".waiting-group")]
    assert heads == [
        "Trễ hạn",
        "Đến hạn hôm nay",
        "Trong ba ngày tới",
        "Về sau",
        "Không ghi hạn",
    ]
    marks = [
        mark.get_text() if mark else ""
        for mark in (item.select_one(".due strong") for item in shown.select(".waiting__item"))
    ]
    assert marks == ["Trễ 2 ngày", "Đến hạn hôm nay", "Đến hạn ngày mai", "Còn 30 ngày", ""]


def test_a_desk_where_nothing_waits_says_so_and_has_no_badge(client):
    client.force_login(user_with())

    shown = soup(client.get("/ban-lam-viec/"))

    assert "Hôm nay không có việc nào chờ bạn" in shown.get_text()
    assert shown.select_one(".account .count") is None


def test_one_person_sees_nothing_of_what_waits_for_another(client, manuscripts):
    client.force_login(user_with(Role.CONTRIBUTOR))

    assert "Bản thảo 1" not in client.get("/ban-lam-viec/").content.decode()


def test_the_rooms_are_asked_once_for_each_page(client, secretary, manuscripts):
    client.force_login(secretary)

    few = questions(lambda: client.get("/ban-lam-viec/"))
    for number in range(20):
        ArticleFactory(received_on=today() - timedelta(days=number))

    assert questions(lambda: client.get("/ban-lam-viec/")) == few


# Doors


@pytest.mark.parametrize("role", list(Role))
def test_every_door_opens_for_whom_it_is_offered(client, role):
    user = user_with(role, person=PersonFactory())
    client.force_login(user)

    for door in doors_for(user):
        assert (str(door.label) != "", str(door.about) != "") == (True, True)
        assert resolve(door.url)
        assert client.get(door.url).status_code == 200


def test_doors_stand_at_the_desk_in_the_order_of_the_rooms(client, monkeypatch):
    monkeypatch.setattr(registry, "_providers", [])
    for name in ("Một", "Hai"):
        registry.desk_doors(lambda user, name=name: [Door(name, f"Về {name}", "/tap-san/")])
    client.force_login(user_with())

    shown = soup(client.get("/ban-lam-viec/"))

    assert [title.get_text() for title in shown.select(".doors__link")] == ["Một", "Hai"]


def test_a_room_opens_its_doors_once_however_often_it_is_loaded(monkeypatch):
    monkeypatch.setattr(registry, "_providers", [])

    def doors(user):
        yield Door("Một", "Về một", "/")

    registry.desk_doors(doors)
    registry.desk_doors(doors)

    assert len(doors_for(None)) == 1
