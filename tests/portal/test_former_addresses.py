"""Readers of an address at which a page stood are told what became of it."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from wagtail.contrib.redirects.models import Redirect

from lienhiep.portal.models import FormerAddress, StandardPage
from tests.factories.accounts import user_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(home):
    made = home.add_child(instance=StandardPage(title="Quy chế", slug="quy-che", body="<p>x</p>"))
    made.save_revision().publish()
    return made


def former(**given):
    row = FormerAddress(
        **{"path": "/cu/", "title": "Trang cũ", "gone_on": date(2022, 6, 1)} | given
    )
    row.full_clean()
    row.save()
    return row


def test_a_page_that_was_taken_back_is_said_to_be_gone(client, page):
    page.unpublish()

    answer = client.get("/quy-che/")

    shown = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 410
    assert "Quy chế" in shown.main.get_text()
    assert shown.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert shown.select_one('main form[role="search"]') is not None


def test_a_page_that_was_deleted_is_said_to_be_gone(client, page):
    StandardPage.objects.get(pk=page.pk).delete()

    assert client.get("/quy-che/").status_code == 410


def test_a_page_that_is_published_again_is_there(client, page):
    page.unpublish()
    page.save_revision().publish()

    assert client.get("/quy-che/").status_code == 200
    assert not FormerAddress.objects.exists()


def test_a_draft_that_was_never_published_leaves_nothing(client, home):
    draft = home.add_child(instance=StandardPage(title="Nháp", slug="nhap", live=False))

    draft.delete()

    assert client.get("/nhap/").status_code == 404


def test_readers_are_led_to_the_new_place_with_the_reason(client, home):
    former(reason="Đã gộp vào trang giới thiệu.", new_address="/tim-kiem/")

    answer = client.get("/cu")

    shown = BeautifulSoup(client.get("/cu/").content, "html.parser")
    assert answer.status_code in (301, 410)
    assert "Đã gộp vào trang giới thiệu. (01/06/2022)" in shown.main.get_text()
    assert shown.select_one("main .button--main")["href"] == "/tim-kiem/"


def test_a_redirect_goes_before(client, home):
    former()
    Redirect.objects.create(old_path="/cu", redirect_link="/tim-kiem/")

    assert client.get("/cu/").status_code == 301


@pytest.mark.parametrize("address", ["/khac/", "/" + "a" * 5000 + "/", "/a%00b/", "/cu/them/"])
def test_other_addresses_are_not_found(client, home, address):
    former()

    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "given", [{"path": "/"}, {"path": ""}, {"new_address": "/cu"}, {"new_address": "javascript:x"}]
)
def test_an_address_that_makes_no_sense_is_refused_at_its_field(given):
    with pytest.raises(ValidationError) as refused:
        former(**given)

    assert list(refused.value.message_dict) == list(given)


def test_an_address_is_kept_as_pages_are_asked_for():
    assert former(path=" gioi-thieu/cu ").path == "/gioi-thieu/cu/"


@pytest.mark.parametrize("role", ["leader", "officer", "accountant", "contributor"])
def test_others_than_editors_do_not_list_them(client, role):
    former(title="Trang kín")
    client.force_login(user_with(role))

    assert (
        "Trang kín"
        not in client.get("/quan-tri/portal/formeraddress/", follow=True).content.decode()
    )
