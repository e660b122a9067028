"""The warning before an idle session ends, as people live through it."""

import pytest
from django.urls import reverse
from selenium.webdriver.support.ui import WebDriverWait

from lienhiep.accounts.choices import Role
from lienhiep.core.idle import clock
from tests.factories.accounts import PASSWORD, user_with

pytestmark = pytest.mark.django_db(transaction=True)

OPEN = "return Boolean(document.querySelector('#idle') && document.querySelector('#idle').open)"
LIMIT = 12
"""Seconds, in place of half an hour; the warning comes after half of them."""


@pytest.fixture
def officer(transactional_db, settings, monkeypatch):
    settings.IDLE_MINUTES_STAFF = LIMIT
    monkeypatch.setattr(clock, "MINUTE", 1)
    monkeypatch.setattr(clock, "WRITTEN_EVERY", 1)
    return user_with(Role.OFFICER)


def until(browser, condition, *, seconds=LIMIT * 2):
    WebDriverWait(browser.driver, seconds, poll_frequency=0.1).until(condition)


def warns(driver):
    return driver.execute_script(OPEN)


def test_the_warning_stands_in_every_tab_and_one_click_takes_it_from_all(browser, officer):
    browser.sign_in(officer.email, PASSWORD)
    browser.open("/ban-lam-viec/")
    first = browser.driver.current_window_handle
    browser.driver.switch_to.new_window("tab")
    browser.open("/ban-lam-viec/")
    second = browser.driver.current_window_handle

    until(browser, warns)
    browser.picture("idle-warning")
    words = browser.find("#idle").text
    assert "Bạn còn ở đây không?" in words
    assert "giây" in words
    browser.driver.switch_to.window(first)
    until(browser, warns)
    browser.driver.switch_to.window(second)
    browser.find("[data-idle-stay]").click()
    until(browser, lambda driver: not warns(driver), seconds=5)
    browser.driver.switch_to.window(first)
    until(browser, lambda driver: not warns(driver), seconds=5)

    browser.open("/ban-lam-viec/")
    assert "/tai-khoan/dang-nhap/" not in browser.driver.current_url
    assert browser.complaints() == []


def test_at_the_end_the_page_closes_and_what_was_typed_is_there_after_signing_in(browser, officer):
    browser.sign_in(officer.email, PASSWORD)
    browser.open(reverse("sample_papers_paper:add"))
    browser.find("[name=title]").send_keys("Tờ trình đang viết dở")

    until(browser, lambda driver: "/tai-khoan/dang-nhap/" in driver.current_url)
    until(browser, lambda driver: browser.all("input[name=login]"))
    assert "Tờ trình đang viết dở" not in browser.driver.page_source
    browser.find("input[name=login]").send_keys(officer.email)
    field = browser.find("input[name=password]")
    field.send_keys(PASSWORD)
    field.submit()

    until(browser, lambda driver: "/da-giu/" in driver.current_url)
    assert "Tờ trình đang viết dở" in browser.find("main").text
