"""The first pages work in a browser, wide and narrow, without a complaint of its own."""

import pytest
from django.urls import reverse_lazy
from wagtail.models import Locale, Page

from lienhiep.accounts.choices import Role
from lienhiep.portal.actions import open_site
from tests.browser.conftest import DESK, PHONE
from tests.factories.accounts import user_with

PAGES = ["/", reverse_lazy("account_login")]


@pytest.fixture(autouse=True)
def site(transactional_db):
    """An office that has begun: somebody has an account, and there is a front page."""
    # Tests that empty the database take away what Wagtail's migrations put there.
    Locale.objects.get_or_create(language_code="vi")
    if Page.get_first_root_node() is None:
        Page.add_root(title="Root", slug="root")
    user_with(Role.ADMINISTRATOR)
    open_site(title="Liên hiệp Hội")


@pytest.mark.parametrize("path", PAGES)
def test_page_opens_without_a_complaint_of_the_browser(browser, path):
    browser.open(str(path))

    assert browser.complaints() == []
    assert browser.find("html").get_attribute("lang") == "vi"
    assert browser.find("h1").text != ""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_page_fits_its_window(browser, path, size):
    browser.open(str(path))

    assert not browser.overflows(size)


def test_sign_in_form_says_when_the_password_is_wrong(browser):
    browser.sign_in("nobody@example.org", "not the password")

    assert browser.find("input[name=login]").get_attribute("value") == "nobody@example.org"
    assert browser.all("input[name=password]") != []
