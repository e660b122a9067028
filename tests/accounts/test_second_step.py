"""The second step: set up, asked for, compulsory for staff where the office says so."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth import get_user

from lienhiep.accounts.choices import Role
from tests.factories.accounts import PASSWORD, UserFactory, user_with

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
SET_UP = "/tai-khoan/hai-buoc/ung-dung/bat/"
SIGN_IN = "/tai-khoan/dang-nhap/"


def code_now():
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30))


def sign_in(client, user):
    return client.post(SIGN_IN, {"login": user.email, "password": PASSWORD})


@pytest.fixture
def compulsory(settings):
    settings.STAFF_TWO_STEP = True


def test_who_has_a_second_step_is_asked_for_it(client):
    user = UserFactory()
    TOTP.activate(user, SECRET)

    asked = sign_in(client, user)
    between = get_user(client).is_anonymous
    done = client.post("/tai-khoan/hai-buoc/ma/", {"code": code_now()})

    assert asked.url == "/tai-khoan/hai-buoc/ma/"
    assert between
    assert (done.status_code, done.url) == (302, "/vao/")
    assert get_user(client) == user


def test_a_wrong_code_signs_nobody_in(client):
    user = UserFactory()
    TOTP.activate(user, SECRET)
    sign_in(client, user)

    response = client.post("/tai-khoan/hai-buoc/ma/", {"code": "000000"})

    assert response.context["form"].errors == {"code": ["Mã không đúng."]}
    assert get_user(client).is_anonymous


@pytest.mark.usefixtures("compulsory")
@pytest.mark.parametrize("address", ["/quan-tri/", "/vao/", "/tai-khoan/", "/ban-lam-viec/"])
def test_staff_without_it_are_led_to_its_set_up_before_anything_else(client, address):
    client.force_login(user_with(Role.OFFICER))

    response = client.get(address)

    assert (response.status_code, response.url) == (302, SET_UP)


@pytest.mark.usefixtures("compulsory")
def test_staff_set_it_up_and_go_on(client):
    user = user_with(Role.OFFICER)
    sign_in(client, user)
    page = client.get(SET_UP)
    secret = page.context["form"].secret
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))

    done = client.post(SET_UP, {"code": code})

    assert done.url == "/tai-khoan/hai-buoc/ma-du-phong/"
    assert client.get("/vao/").url == "/quan-tri/"
    assert set(user.authenticator_set.values_list("type", flat=True)) == {
        "totp",
        "recovery_codes",
    }


@pytest.mark.usefixtures("compulsory")
@pytest.mark.parametrize("address", ["/tai-khoan/thoat/", "/tai-khoan/mat-khau/doi/", SET_UP])
def test_what_is_needed_on_the_way_stays_open(client, address):
    sign_in(client, user := user_with(Role.OFFICER))

    assert client.get(address).status_code == 200
    assert get_user(client) == user


@pytest.mark.usefixtures("compulsory")
def test_others_are_left_alone(client):
    client.force_login(user_with(Role.JUROR))

    assert client.get("/tai-khoan/").status_code == 200


def test_staff_are_left_alone_where_it_is_not_compulsory(client):
    client.force_login(user_with(Role.OFFICER))

    assert client.get("/vao/").url == "/quan-tri/"


@pytest.mark.usefixtures("compulsory")
def test_a_visitor_is_not_asked_for_anything(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/tai-khoan/thoat/")

    assert (response.status_code, response.url) == (302, "/")


@pytest.mark.usefixtures("compulsory")
def test_staff_cannot_switch_off_their_last_second_step(client):
    user = user_with(Role.OFFICER)
    TOTP.activate(user, SECRET)
    sign_in(client, user)
    client.post("/tai-khoan/hai-buoc/ma/", {"code": code_now()})

    response = client.post("/tai-khoan/hai-buoc/ung-dung/tat/")

    page = response.content.decode()
    assert "Người của văn phòng không thể tắt bước xác thực thứ hai cuối cùng." in page
    assert user.authenticator_set.filter(type=Authenticator.Type.TOTP).count() == 1


def test_others_may_switch_it_off(client):
    user = UserFactory()
    TOTP.activate(user, SECRET)
    sign_in(client, user)
    client.post("/tai-khoan/hai-buoc/ma/", {"code": code_now()})

    client.post("/tai-khoan/hai-buoc/ung-dung/tat/")

    assert user.authenticator_set.count() == 0


def test_somebody_with_a_number_only_may_set_it_up(client):
    user = UserFactory(email=None, phone="0912345678")
    client.post(SIGN_IN, {"login": "0912345678", "password": PASSWORD})

    response = client.get(SET_UP)

    assert response.status_code == 200
    assert "0912%20345%20678" in response.context["totp_url"]
    assert get_user(client) == user
