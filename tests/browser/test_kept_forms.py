"""A session that ends while somebody types in the back office, as they live through it."""

import pytest
from django.urls import reverse
from selenium.webdriver.support.ui import WebDriverWait

from lienhiep.accounts.choices import Role
from tests.factories.accounts import PASSWORD, user_with
from tests.factories.files import pdf
from tests.sample.papers.models import Paper

SEND_AGAIN = "main form[enctype] button"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def officer(transactional_db):
    return user_with(Role.OFFICER)


def wait_for(browser, selector):
    """Wait until the next page is there: a click does not."""
    WebDriverWait(browser.driver, 15).until(lambda driver: browser.all(selector))


def sign_in_here(browser, user):
    wait_for(browser, "input[name=login]")
    browser.find("input[name=login]").send_keys(user.email)
    field = browser.find("input[name=password]")
    field.send_keys(PASSWORD)
    field.submit()


def test_what_was_typed_and_chosen_is_sent_again_after_signing_in(browser, officer, tmp_path):
    scan = tmp_path / "Bản quét tờ trình.pdf"
    scan.write_bytes(pdf())
    browser.sign_in(officer.email, PASSWORD)
    browser.open(reverse("sample_papers_paper:add"))
    browser.find("[name=title]").send_keys("Tờ trình về tập san số 12")
    browser.find("[name=readers]").send_keys("role:officer")
    browser.find("[name=scan]").send_keys(str(scan))
    browser.picture("file-in-panel")

    browser.driver.delete_cookie("sessionid")
    browser.find("form[data-edit-form] button[type=submit]").click()
    sign_in_here(browser, officer)
    wait_for(browser, SEND_AGAIN)
    browser.picture("kept-form")
    assert "Tờ trình về tập san số 12" in browser.find("main").text
    assert "Bản quét tờ trình.pdf" in browser.find("main").text
    complaints = browser.complaints()
    browser.find(SEND_AGAIN).click()
    wait_for(browser, "#wagtail-sidebar")

    paper = Paper.objects.get()
    assert (paper.title, paper.scan.name) == ("Tờ trình về tập san số 12", scan.name)
    assert complaints == []
    assert reverse("sample_papers_paper:inspect", args=[paper.pk]) in browser.driver.current_url
