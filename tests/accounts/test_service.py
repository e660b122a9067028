"""The office's own sign-in service (OpenID Connect)."""

import pytest
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.core.exceptions import SignupClosedException
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.test import RequestFactory

from lienhiep.accounts.adapters import SocialAdapter
from lienhiep.accounts.models import User
from tests.factories.accounts import UserFactory

CONFIGURED = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "co-quan",
                "name": "Cổng cơ quan",
                "client_id": "lienhiep",
                "secret": "x",
                "settings": {"server_url": "https://dang-nhap.example"},
            }
        ]
    }
}


@pytest.fixture
def service(settings):
    settings.SOCIALACCOUNT_PROVIDERS = CONFIGURED


def coming(address, *, verified):
    return SocialLogin(
        user=User(),
        account=SocialAccount(provider="co-quan", uid="1"),
        email_addresses=[EmailAddress(email=address, verified=verified, primary=True)],
    )


def arrive(sociallogin):
    request = RequestFactory().get("/")
    with context.request_context(request):
        SocialAdapter(request).pre_social_login(request, sociallogin)


@pytest.mark.usefixtures("service")
def test_its_button_stands_on_the_sign_in_page_where_it_is_configured(client):
    page = client.get("/tai-khoan/dang-nhap/").content.decode()

    assert "Đăng nhập bằng Cổng cơ quan" in page
    assert "/tai-khoan/dich-vu/co-quan/" in page


@pytest.mark.usefixtures("service")
def test_a_verified_address_is_linked_to_the_account_that_has_it():
    user = UserFactory(email="thu@lienhiep.example")

    arrive(coming("Thu@Lienhiep.example", verified=True))

    assert SocialAccount.objects.get().user == user
    assert User.objects.count() == 1


@pytest.mark.usefixtures("service")
@pytest.mark.parametrize(
    ("address", "verified", "is_active"),
    [
        ("thu@lienhiep.example", False, True),
        ("thu@lienhiep.example", True, False),
        ("nguoi-la@lienhiep.example", True, True),
    ],
)
def test_nobody_else_comes_in_and_no_account_is_made(address, verified, is_active):
    UserFactory(email="thu@lienhiep.example", is_active=is_active)

    with pytest.raises(SignupClosedException):
        arrive(coming(address, verified=verified))

    assert SocialAccount.objects.count() == 0
    assert User.objects.count() == 1


def test_an_unknown_service_is_not_found(client):
    assert client.get("/tai-khoan/dich-vu/khac/").status_code == 404
