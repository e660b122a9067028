"""Signing in: by address or number, with limits, and without telling who has an account."""

import pytest
from django.contrib.auth import get_user

from lienhiep.accounts.choices import Role
from tests.factories.accounts import PASSWORD, UserFactory, user_with

SIGN_IN = "/tai-khoan/dang-nhap/"
WRONG = "Địa chỉ thư điện tử, số điện thoại hoặc mật khẩu không đúng."


def sign_in(client, login, password=PASSWORD, **extra):
    return client.post(SIGN_IN, {"login": login, "password": password}, **extra)


@pytest.mark.parametrize("typed", ["Thu@Lienhiep.example", " thu@lienhiep.example "])
def test_an_address_signs_in_however_it_is_written(client, typed):
    user = UserFactory(email="thu@lienhiep.example")

    response = sign_in(client, typed)

    assert response.status_code == 302
    assert response.url == "/vao/"
    assert get_user(client) == user


@pytest.mark.parametrize(
    "typed", ["0912345678", "0912 345 678", "+84 912 345 678", "84912345678", "0912.345.678"]
)
def test_a_number_signs_in_however_it_is_written(client, typed):
    user = UserFactory(email=None, phone="0912 345 678")

    sign_in(client, typed)

    assert get_user(client) == user


def test_staff_are_led_to_the_back_office(client):
    client.force_login(user_with(Role.OFFICER))

    response = client.get("/vao/")

    assert (response.status_code, response.url) == (302, "/quan-tri/")


def test_others_are_led_to_their_desk(client):
    client.force_login(user_with(Role.JUROR))

    response = client.get("/vao/")

    assert (response.status_code, response.url) == (302, "/ban-lam-viec/")


@pytest.mark.parametrize("typed", ["thu@lienhiep.example", "0912345678", "ai@dau.example", "abc"])
def test_every_mistake_is_answered_with_the_same_words(client, typed):
    UserFactory(email="thu@lienhiep.example", phone="0912345678")

    response = sign_in(client, typed, "sai-mat-khau-roi")

    assert response.context["form"].non_field_errors() == [WRONG]
    assert get_user(client).is_anonymous


def test_what_was_typed_stays_after_a_mistake(client):
    response = sign_in(client, "0912 345 678", "sai-mat-khau-roi")

    assert 'value="0912 345 678"' in response.content.decode()


@pytest.mark.parametrize("typed", ["thu@lienhiep.example", "0912345678"])
def test_five_mistakes_close_an_account_for_a_while_even_to_the_right_password(client, typed):
    UserFactory(email="thu@lienhiep.example", phone="0912345678")
    for _attempt in range(5):
        sign_in(client, typed, "sai-mat-khau-roi")

    response = sign_in(client, typed)

    assert response.context["form"].non_field_errors() == [
        "Đã có quá nhiều lần nhập sai. Xin đợi năm phút rồi thử lại."
    ]
    assert get_user(client).is_anonymous


def test_mistakes_on_one_number_do_not_close_another(client):
    other = UserFactory(email=None, phone="0987654321")
    for _attempt in range(5):
        sign_in(client, "0912345678", "sai-mat-khau-roi")

    sign_in(client, "0987654321", REMOTE_ADDR="10.0.0.9")

    assert get_user(client) == other


def test_a_number_is_counted_as_one_however_it_is_written(client):
    UserFactory(email=None, phone="0912345678")
    for typed in ("0912345678", "+84912345678", "0912 345 678", "84912345678", "0912.345.678"):
        sign_in(client, typed, "sai-mat-khau-roi")

    sign_in(client, "0912345678")

    assert get_user(client).is_anonymous


def test_a_closed_account_does_not_sign_in(client):
    UserFactory(email="thu@lienhiep.example", is_active=False)

    response = sign_in(client, "thu@lienhiep.example")

    assert response.url == "/tai-khoan/da-dong/"
    assert get_user(client).is_anonymous


def test_a_closed_account_is_not_told_to_who_does_not_know_its_password(client):
    UserFactory(email="thu@lienhiep.example", is_active=False)

    response = sign_in(client, "thu@lienhiep.example", "sai-mat-khau-roi")

    assert response.context["form"].non_field_errors() == [WRONG]


def test_nobody_signs_up(client):
    assert client.get("/tai-khoan/signup/").status_code == 404
    assert client.get("/tai-khoan/dang-ky/").status_code == 404


@pytest.mark.parametrize("address", ["/quan-tri/login/", "/_util/login/"])
def test_the_sign_in_pages_of_wagtail_lead_to_ours(client, address):
    response = client.get(address, {"next": "/quan-tri/"})

    assert (response.status_code, response.url) == (302, f"{SIGN_IN}?next=%2Fquan-tri%2F")


@pytest.mark.parametrize("address", ["/quan-tri/login/", "/_util/login/"])
def test_the_sign_in_pages_of_wagtail_sign_nobody_in(client, address):
    user = user_with(Role.ADMINISTRATOR, email="thu@lienhiep.example")

    client.post(address, {"username": user.email, "password": PASSWORD})

    assert get_user(client).is_anonymous


def test_signing_out_asks_first_and_is_done_by_sending_the_form(client):
    client.force_login(UserFactory())

    asked = client.get("/tai-khoan/thoat/")
    still_signed_in = get_user(client).is_authenticated
    client.post("/tai-khoan/thoat/")

    assert asked.status_code == 200
    assert still_signed_in
    assert get_user(client).is_anonymous


def test_an_address_to_go_on_to_leads_nowhere_else(client):
    UserFactory(email="thu@lienhiep.example")

    response = client.post(
        SIGN_IN,
        {"login": "thu@lienhiep.example", "password": PASSWORD, "next": "https://example.org/"},
    )

    assert response.url == "/vao/"


def test_the_sign_in_page_names_no_service_where_none_is_configured(client):
    page = client.get(SIGN_IN).content.decode()

    assert "dich-vu" not in page
    assert "Đăng nhập" in page
