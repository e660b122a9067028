"""Passwords: forgotten, changed, and what becomes of other sessions."""

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.test import Client

from lienhiep.accounts.actions import live_sign_ins
from lienhiep.core.history.reading import logs_of
from tests.factories.accounts import PASSWORD, UserFactory

NEW = "mat-khau-moi-hoan-toan"
SIGN_IN = "/tai-khoan/dang-nhap/"
CHANGE = "/tai-khoan/mat-khau/doi/"
FORGOTTEN = "/tai-khoan/mat-khau/quen/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"


@pytest.fixture
def user(db):
    return UserFactory(email="thu@lienhiep.example")


def signed_in(**headers):
    client = Client(**headers)
    client.post(SIGN_IN, {"login": "thu@lienhiep.example", "password": PASSWORD})
    return client


def change_password(client):
    return client.post(CHANGE, {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})


def test_a_changed_password_ends_every_other_session(user):
    here, elsewhere = signed_in(), signed_in()

    response = change_password(here)

    assert (response.status_code, response.url) == (302, "/tai-khoan/")
    assert get_user(here) == user
    assert here.get("/tai-khoan/").status_code == 200
    assert get_user(elsewhere).is_anonymous
    assert elsewhere.get("/tai-khoan/").url == f"{SIGN_IN}?next=/tai-khoan/"


def test_the_session_in_which_it_was_changed_stays_on_the_list(user):
    here = signed_in(HTTP_USER_AGENT=FIREFOX)
    signed_in()

    change_password(here)

    user.refresh_from_db()
    assert [sign_in.device for sign_in in live_sign_ins(user)] == ["Firefox, Linux"]


def test_a_changed_password_is_told_by_mail_and_stands_in_the_history(user):
    here = signed_in()

    change_password(here)

    (letter,) = mail.outbox
    actions = [log.action for log in logs_of(user)]
    assert letter.to == ["thu@lienhiep.example"]
    assert "Mật khẩu của bạn đã được đổi" in letter.subject
    assert "Mật khẩu của tài khoản đã được đổi." in letter.body
    assert "accounts.set_password" in actions
    assert NEW not in str([log.data for log in logs_of(user)])


def test_a_wrong_old_password_changes_nothing(user):
    here = signed_in()

    response = here.post(CHANGE, {"oldpassword": "khong-phai", "password1": NEW, "password2": NEW})

    user.refresh_from_db()
    assert response.context["form"].errors == {"oldpassword": ["Xin nhập đúng mật khẩu hiện tại."]}
    assert user.check_password(PASSWORD)


def test_a_forgotten_password_is_chosen_anew_through_the_letter(client, user):
    asked = client.post(FORGOTTEN, {"email": "Thu@Lienhiep.example"})
    (letter,) = mail.outbox
    link = next(line for line in letter.body.splitlines() if line.startswith("http"))
    page = client.get(link.removeprefix("http://127.0.0.1:8000"), follow=True)
    done = client.post(page.request["PATH_INFO"], {"password1": NEW, "password2": NEW})
    again = Client().get(link.removeprefix("http://127.0.0.1:8000"))

    user.refresh_from_db()
    assert asked.url == "/tai-khoan/mat-khau/quen/da-gui/"
    assert (done.status_code, done.url) == (302, "/vao/")
    assert user.check_password(NEW)
    assert get_user(client) == user
    assert "Liên kết không còn hiệu lực" in again.content.decode()


@pytest.mark.parametrize("known", [True, False])
def test_asking_for_a_link_tells_nobody_whether_an_account_exists(client, user, known):
    address = "thu@lienhiep.example" if known else "ai@dau.example"

    response = client.post(FORGOTTEN, {"email": address}, follow=True)

    assert response.redirect_chain == [("/tai-khoan/mat-khau/quen/da-gui/", 302)]
    assert address not in response.content.decode()
    assert len(mail.outbox) == (1 if known else 0)


def test_a_closed_account_gets_no_link(client):
    UserFactory(email="dong@lienhiep.example", is_active=False)

    client.post(FORGOTTEN, {"email": "dong@lienhiep.example"})

    assert mail.outbox == []


def test_a_link_points_to_the_office_whatever_the_browser_says_it_asked(client, user, settings):
    settings.ALLOWED_HOSTS = ["*"]

    client.post(FORGOTTEN, {"email": "thu@lienhiep.example"}, headers={"host": "evil.example"})

    assert "evil.example" not in mail.outbox[0].body


def test_asking_again_and_again_is_stopped(client, user):
    for _attempt in range(5):
        client.post(FORGOTTEN, {"email": "thu@lienhiep.example"})

    response = client.post(FORGOTTEN, {"email": "thu@lienhiep.example"})

    assert response.status_code == 429
    assert "Quá nhiều lần thử" in response.content.decode()
    assert len(mail.outbox) == 5
