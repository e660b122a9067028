"""From a record to a frozen figure that opens: the whole way, as people walk it."""

import pytest
from django.core.management import call_command
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait
from wagtail.models import Collection, Locale, Page

from lienhiep.core.figures import evaluate, figure_named
from lienhiep.core.period import Period, today
from lienhiep.demo import people
from lienhiep.journal.choices import IssueState
from lienhiep.journal.models import Issue
from lienhiep.reports.models import Report

YEAR = "2026"


@pytest.fixture
def demonstration(transactional_db):
    """The demonstration year, in the database that the server of this test reads."""
    # Tests that empty the database take away what Wagtail's migrations put there.
    Locale.objects.get_or_create(language_code="vi")
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    if Page.get_first_root_node() is None:
        Page.add_root(title="Root", slug="root")
    call_command("demo", verbosity=0)


def sign_in_as(browser, role):
    browser.driver.delete_all_cookies()
    browser.sign_in(people.address(role), people.password())
    WebDriverWait(browser.driver, 10).until(lambda driver: "/dang-nhap/" not in driver.current_url)


def press(browser, selector):
    button = browser.find(selector)
    browser.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", button)
    page = browser.find("html")
    button.click()
    WebDriverWait(browser.driver, 10).until(lambda driver: is_gone(page))


def is_gone(element):
    try:
        element.is_enabled()
    except Exception:
        return True
    return False


def shown_figure(browser, code):
    browser.open(f"/quan-tri/figures/?period={YEAR}")
    for row in browser.all("table.lh-register tbody tr"):
        if row.find_element(By.TAG_NAME, "th").text.startswith(f"{code} "):
            return row.find_element(By.CSS_SELECTOR, ".figure")
    raise AssertionError(f"{code} is not on the page")


def issue_waiting_to_be_published():
    issues = Issue.objects.filter(year=int(YEAR)).order_by("number")
    return next(issue for issue in issues if issue.state == IssueState.PRINTED)


def do(browser, issue, verb, **typed):
    browser.open(f"/quan-tri/journal/issue/do/{verb}/{issue.pk}/")
    for name, value in typed.items():
        field = browser.find(f"[name={name}]")
        field.clear()
        field.send_keys(value)
    press(browser, "main form button[type=submit]")


@pytest.mark.slow
def test_a_published_issue_counts_opens_is_frozen_and_shows_when_it_changes(browser, demonstration):
    issue = issue_waiting_to_be_published()
    before = evaluate(figure_named("E01"), Period.parse(YEAR)).value

    # The secretary publishes; the figure rises and opens to the issue.
    sign_in_as(browser, "journal_secretary")
    assert shown_figure(browser, "E01").text.split()[0] == str(before)
    do(browser, issue, "publish_issue")
    figure = shown_figure(browser, "E01")
    assert figure.text.split()[0] == str(before + issue.number_count)
    browser.driver.get(figure.get_attribute("href"))
    assert str(issue) in browser.find("#listing-results").text
    assert browser.complaints() == []

    # The leader signs a small report on it.
    sign_in_as(browser, "leader")
    report = Report.objects.create(
        title="Báo cáo thử", period_code=YEAR, data_date=Period.parse(YEAR).until(today()).end
    )
    browser.open(f"/quan-tri/reports/report/do/freeze/{report.pk}/")
    press(browser, "main form button[type=submit]")
    report.refresh_from_db()
    assert report.is_frozen
    assert report.frozen_figures.get(code="E01").value == before + issue.number_count

    # The secretary withdraws the issue; the report stays and says what changed.
    sign_in_as(browser, "journal_secretary")
    do(browser, issue, "withdraw_issue", reason="In sai trang bìa")
    sign_in_as(browser, "leader")
    browser.open(f"/quan-tri/reports/report/inspect/{report.pk}/")
    differences = browser.find(".lh-differences").text
    assert "E01" in differences
    assert people.NAMES["journal_secretary"] in differences
