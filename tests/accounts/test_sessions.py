"""Where somebody is signed in, and ending it from elsewhere."""

import pytest
from django.contrib.auth import get_user
from django.test import Client

from lienhiep.accounts.actions import live_sign_ins
from lienhiep.accounts.actions.session import device_of
from lienhiep.accounts.models import SignIn
from lienhiep.core.history.reading import logs_of
from tests.factories.accounts import PASSWORD, UserFactory

EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0 Safari/537.36 Edg/126.0"
)
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1"


def signed_in(user, agent=""):
    client = Client(HTTP_USER_AGENT=agent)
    client.post("/tai-khoan/dang-nhap/", {"login": user.email, "password": PASSWORD})
    return client


@pytest.mark.parametrize(
    ("agent", "words"),
    [(EDGE, "Edge, Windows"), (SAFARI, "Safari, iPhone"), ("", "—"), ("curl/8.0", "curl/8.0")],
)
def test_a_browser_is_named_in_words(agent, words):
    assert device_of(agent) == words


def test_a_signed_in_person_sees_where(client):
    user = UserFactory()
    here = signed_in(user, EDGE)
    signed_in(user, SAFARI)

    page = here.get("/tai-khoan/").content.decode()

    assert {sign_in.device for sign_in in live_sign_ins(user)} == {
        "Edge, Windows",
        "Safari, iPhone",
    }
    assert "Safari, iPhone" in page
    assert page.count("Trình duyệt này".lower()) == 1


def test_one_session_is_ended_from_another():
    user = UserFactory()
    here, there = signed_in(user, EDGE), signed_in(user, SAFARI)
    other = SignIn.objects.get(device="Safari, iPhone")

    here.post(f"/tai-khoan/phien/{other.pk}/thoat/")

    assert get_user(there).is_anonymous
    assert get_user(here) == user
    assert logs_of(user).first().data["device"] == "Safari, iPhone"


def test_all_other_sessions_are_ended_at_once():
    user = UserFactory()
    here, second, third = (signed_in(user) for _number in range(3))

    here.post("/tai-khoan/phien/thoat-noi-khac/")

    assert get_user(here) == user
    assert get_user(second).is_anonymous
    assert get_user(third).is_anonymous
    assert SignIn.objects.filter(user=user).count() == 1


def test_nobody_ends_the_session_of_somebody_else():
    user, stranger = UserFactory(), UserFactory()
    there = signed_in(user)

    response = signed_in(stranger).post(
        f"/tai-khoan/phien/{SignIn.objects.get(user=user).pk}/thoat/"
    )

    assert response.status_code == 404
    assert get_user(there) == user


def test_a_session_that_has_lapsed_is_forgotten():
    user = UserFactory()
    there = signed_in(user)
    there.post("/tai-khoan/thoat/")

    assert live_sign_ins(user) == []
    assert SignIn.objects.count() == 0


def test_no_address_of_a_browser_is_kept():
    signed_in(UserFactory(), EDGE)

    assert "127.0.0.1" not in str(SignIn.objects.values())
