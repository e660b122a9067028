"""The office reads who acted on a record, by name, and nothing else of the account."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.core.history.reading import logs_of
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.viewsets.reading_history import readable_entries
from lienhiep.core.viewsets.withholding import WITHHELD, Sight, shown_to
from lienhiep.journal import actions
from lienhiep.journal.models import Issue
from tests.factories.accounts import UserFactory, user_with
from tests.factories.journal import IssueFactory, placed_article

pytestmark = pytest.mark.django_db

CONTACT = "ky.duyet@example.org"


@pytest.fixture
def signer():
    return user_with(Role.LEADER, full_name="Lê Văn Ký", email=CONTACT)


@pytest.fixture
def secretary():
    return user_with(Role.JOURNAL_SECRETARY)


@pytest.fixture
def issue(signer):
    issue = IssueFactory()
    placed_article(issue)
    actions.sign_for_print(issue=issue, on=date(2022, 6, 1), by=signer)
    return issue


def test_the_page_of_a_record_names_who_signed_and_leads_to_no_account(client, secretary, issue):
    client.force_login(secretary)

    page = client.get(admin_row_url(issue)).content.decode()

    facts = BeautifulSoup(page, "html.parser").select_one(".lh-facts")
    assert "Lê Văn Ký" in facts.get_text()
    assert CONTACT not in page
    assert admin_row_url(issue.signed_by) not in page
    assert client.get(admin_row_url(issue.signed_by)).status_code == 404


def test_the_history_names_who_signed(secretary, issue):
    newest = logs_of(issue)[:1]

    [entry] = readable_entries(newest, secretary, issue)

    assert [one.after for one in entry.changes if one.field == "signed_by"] == ["Lê Văn Ký"]


def test_a_list_names_who_signed(secretary, issue):
    rows = Issue.objects.all()

    shown = Sight(secretary).of("signed_by", issue.signed_by, lambda: [r.signed_by for r in rows])

    assert shown == "Lê Văn Ký"


def test_whoever_may_see_the_account_has_the_record_itself(signer):
    assert shown_to(user_with(Role.ADMINISTRATOR), signer) == signer


@pytest.mark.parametrize("reader", [AnonymousUser, UserFactory])
def test_nobody_outside_the_office_reads_the_name_of_an_account(signer, reader):
    assert shown_to(reader(), signer) == WITHHELD


def test_an_account_without_a_name_is_not_called_by_its_address(secretary):
    nameless = UserFactory(email=CONTACT)
    nameless.full_name = ""

    assert shown_to(secretary, nameless) == WITHHELD


def test_the_list_of_accounts_shows_nobody_else_to_who_may_read_names(client, secretary, signer):
    client.force_login(secretary)

    rows = client.get(reverse("accounts_users:index")).context["object_list"]

    assert list(rows) == [secretary]
