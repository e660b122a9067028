"""Every page at the door and on one's account: Vietnamese, styled, safe."""

import re
from html.parser import HTMLParser

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.accounts.urls import urlpatterns
from lienhiep.core.inline_script import theme_script
from tests.factories.accounts import (
    PASSWORD,
    ConsentFactory,
    DataRequestFactory,
    UserFactory,
    user_with,
)

OPEN = [
    "/tai-khoan/dang-nhap/",
    "/tai-khoan/da-dong/",
    "/tai-khoan/ma-mot-lan/",
    "/tai-khoan/mat-khau/quen/",
    "/tai-khoan/mat-khau/quen/da-gui/",
    "/tai-khoan/mat-khau/da-doi/",
    "/tai-khoan/mat-khau/moi/1-sai-khoa/",
    "/tai-khoan/dich-vu/da-huy/",
]
OWN = [
    "/tai-khoan/",
    "/tai-khoan/ho-so/",
    "/tai-khoan/dien-thoai/",
    "/tai-khoan/du-lieu/",
    "/tai-khoan/du-lieu/dang-luu/",
    "/tai-khoan/du-lieu/dong-y/",
    "/tai-khoan/thoat/",
    "/tai-khoan/xac-nhan-lai/",
    "/tai-khoan/mat-khau/doi/",
    "/tai-khoan/hai-buoc/",
    "/tai-khoan/hai-buoc/xac-nhan-lai/",
    "/tai-khoan/hai-buoc/ung-dung/tat/",
    "/tai-khoan/hai-buoc/ma-du-phong/",
    "/tai-khoan/hai-buoc/ma-du-phong/tao/",
    "/tai-khoan/hai-buoc/khoa/",
    "/tai-khoan/hai-buoc/khoa/them/",
]
ENGLISH = re.compile(
    r"\b(the|your|and|please|password|account|sign|code|enter|email|login|add|key|back|you)\b",
    re.IGNORECASE,
)
FOREIGN_WORDS = ("JavaScript", "JSON", "PIN", "English", "email")


class Words(HTMLParser):
    """Gathers the words that a reader meets, also those in buttons and descriptions."""

    def __init__(self):
        super().__init__()
        self.words, self.silent = [], 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in ("script", "style", "code")
        self.words += [
            value for name, value in attrs if name in ("alt", "placeholder", "title", "aria-label")
        ]

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style", "code")

    def handle_data(self, data):
        if not self.silent:
            self.words.append(data)


def words_of(response):
    parser = Words()
    parser.feed(response.content.decode())
    text = " ".join(" ".join(filter(None, parser.words)).split())
    for word in FOREIGN_WORDS:
        text = text.replace(word, "")
    return re.sub(r"\S+@\S+|/\S+", "", text)


@pytest.fixture
def signed_in(client):
    """Somebody with everything that these pages can show, who has just signed in."""
    user = user_with(Role.JUROR)
    ConsentFactory(user=user)
    DataRequestFactory(user=user)
    client.post("/tai-khoan/dang-nhap/", {"login": user.email, "password": PASSWORD})
    client.get("/tai-khoan/hai-buoc/ung-dung/bat/")
    TOTP.activate(user, "A" * 32)
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    RecoveryCodes.activate(user)
    return client


def check(response, status=200):
    page = response.content.decode()
    assert response.status_code == status
    assert '<main id="main"' in page
    assert ENGLISH.findall(words_of(response)) == []
    assert " style=" not in page
    # But the frame's own, which the policy names by its hash: see `core.inline_script`.
    page = page.replace(f"<script>{theme_script()}</script>", "")
    assert re.findall(r"<script(?![^>]*\b(?:src|type=\"application/(?:ld\+)?json\"))", page) == []
    assert "onclick" not in page


@pytest.mark.parametrize("address", OPEN)
def test_pages_at_the_door_are_vietnamese_and_ours(client, address):
    check(client.get(address))


@pytest.mark.parametrize("address", OWN)
def test_pages_of_an_account_are_vietnamese_and_ours(signed_in, address):
    check(signed_in.get(address))


def test_the_set_up_of_the_app_is_vietnamese_and_ours(client):
    user = UserFactory()
    client.post("/tai-khoan/dang-nhap/", {"login": user.email, "password": PASSWORD})

    check(client.get("/tai-khoan/hai-buoc/ung-dung/bat/"))


def test_the_question_for_the_second_step_is_vietnamese_and_ours(client):
    user = UserFactory()
    TOTP.activate(user, "A" * 32)
    client.post("/tai-khoan/dang-nhap/", {"login": user.email, "password": PASSWORD})

    check(client.get("/tai-khoan/hai-buoc/ma/"))


def test_a_failure_of_the_sign_in_service_is_told_in_vietnamese(client):
    check(client.get("/tai-khoan/dich-vu/loi/"), status=401)


def test_mistakes_are_told_in_vietnamese(client):
    response = client.post("/tai-khoan/dang-nhap/", {"login": "", "password": ""})

    check(response)


def test_passwords_that_are_too_weak_are_refused_in_vietnamese(signed_in):
    response = signed_in.post(
        "/tai-khoan/mat-khau/doi/",
        {"oldpassword": PASSWORD, "password1": "1234", "password2": "12345"},
    )

    check(response)
    assert list(response.context["form"].errors["password1"]) == [
        "Mật khẩu quá ngắn, cần ít nhất 10 ký tự.",
        "Mật khẩu này quá phổ biến.",
        "Mật khẩu này hoàn toàn là số.",
    ]


def test_every_address_of_the_room_is_known_to_this_test():
    untested = {
        "account_set_password",  # leads on for who has a password
        "accounts_agree",  # only sent to
        "accounts_end_others",
        "accounts_end_session",
        "accounts_my_data_file",
        "accounts_new_password",
        "accounts_withdraw_consent",
        "mfa_download_recovery_codes",
        "mfa_edit_webauthn",
        "mfa_login_webauthn",
        "mfa_reauthenticate_webauthn",
        "mfa_remove_webauthn",
        "openid_connect_callback",
        "openid_connect_login",
    }
    # The set-up and the question of the second step, and the failure of the service
    tested = len(OPEN) + len(OWN) + 3

    assert len([one for one in urlpatterns if one.name not in untested]) == tested


def test_a_person_who_prefers_english_reads_english(client):
    client.force_login(UserFactory(language="en"))

    page = client.get("/tai-khoan/").content.decode()

    assert '<html lang="en">' in page
    assert "Where I am signed in" in page


def test_the_profile_changes_name_and_language(client):
    user = UserFactory()
    client.force_login(user)

    client.post("/tai-khoan/ho-so/", {"full_name": "  Trần  Thị Mới ", "language": "en"})

    user.refresh_from_db()
    assert (user.full_name, user.language) == ("Trần Thị Mới", "en")


def test_nobody_changes_more_than_name_and_language_there(client):
    user = UserFactory(email="cu@lienhiep.example")
    client.force_login(user)

    client.post(
        "/tai-khoan/ho-so/",
        {"full_name": "A B", "language": "vi", "email": "x@y.example", "is_superuser": "on"},
    )

    user.refresh_from_db()
    assert (user.email, user.is_superuser) == ("cu@lienhiep.example", False)


@pytest.mark.parametrize("address", ["/tai-khoan/", "/tai-khoan/du-lieu/", "/tai-khoan/ho-so/"])
def test_pages_of_an_account_are_never_kept_by_a_cache(signed_in, address):
    assert "no-store" in signed_in.get(address)["Cache-Control"]


def test_my_account_costs_the_same_however_much_there_is(client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    user = UserFactory()
    client.force_login(user)
    client.get("/tai-khoan/du-lieu/")
    with CaptureQueriesContext(connection) as few:
        client.get("/tai-khoan/du-lieu/")
    for _number in range(3):
        ConsentFactory(user=user)
        DataRequestFactory(user=user)
    with CaptureQueriesContext(connection) as many:
        client.get("/tai-khoan/du-lieu/")

    assert len(many) == len(few)


def test_search_engines_find_the_way_in_and_nothing_else_behind_the_door(client):
    robots = client.get("/robots.txt").content.decode()
    door, lost = client.get("/tai-khoan/dang-nhap/"), client.get(reverse("account_reset_password"))

    assert "Disallow: /tai-khoan/\nAllow: /tai-khoan/dang-nhap/$" in robots
    assert 'name="robots"' not in door.content.decode()
    assert 'name="robots" content="noindex"' in lost.content.decode()
