"""A consent withdrawn, by whomever, takes the name off the public pages at once."""

import pytest
from django.core.management import call_command

from lienhiep.accounts.actions import withdraw_consent
from lienhiep.accounts.choices import ConsentEnd, ConsentPurpose, DataRight, RequestState
from lienhiep.accounts.models import Consent
from lienhiep.contests.addresses import entry_url
from tests.factories.accounts import DataRequestFactory
from tests.factories.contests import BORN, published_prize, school
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db

NAME = "Lê Thị Hoạmi"


@pytest.fixture
def entry(db):
    call_command("load_contest_terms")
    person = PersonFactory(full_name=NAME, birth_date=BORN)
    return published_prize(
        person,
        unit=school("Trường THCS Vắngtên"),
        agreed=[ConsentPurpose.PUBLISH_NAME],
        title="Máy gieo hạt",
    ).entry


def public_pages(client, entry):
    """Return what readers see of an entry: its page, the results, its school, and the search."""
    contest = entry.edition.contest
    addresses = [
        entry_url(entry),
        f"/cuoc-thi/{contest.slug}/{entry.edition.year_label}/",
        "/tim-kiem/?q=Hoạmi",
        "/tim-kiem/?q=hoami",
        "/tim-kiem/?q=Máy+gieo+hạt",
    ]
    answers = [client.get(address) for address in addresses]
    assert {answer.status_code for answer in answers} == {200}
    pages = [answer.content.decode() for answer in answers]
    # The question itself stands in the box of the search.
    return pages[:2] + [
        page.replace('value="Hoạmi"', "").replace("“Hoạmi”", "") for page in pages[2:]
    ]


def test_with_both_consents_the_name_stands_there(client, entry):
    assert NAME in public_pages(client, entry)[0]


@pytest.mark.parametrize("who", [ConsentEnd.SELF, ConsentEnd.REPRESENTATIVE])
def test_child_or_representative_withdraw_and_the_name_is_gone(client, entry, who):
    withdraw_consent(consent=Consent.objects.get(), by=None, ended_as=who)

    shown = "\n".join(public_pages(client, entry))

    assert "Thí sinh 1" in shown
    assert NAME not in shown
    assert "Vắngtên" not in shown


def test_a_restriction_granted_masks_as_a_withdrawal_does(client, entry):
    DataRequestFactory(
        user=None,
        person=entry.authors.get().person,
        right=DataRight.RESTRICT,
        state=RequestState.DONE,
    )

    assert NAME not in "\n".join(public_pages(client, entry))


def test_nobody_finds_the_child_by_searching_even_with_a_consent(client, entry):
    """What the search table does not hold cannot stay behind in it."""
    pages = public_pages(client, entry)

    assert "Máy gieo hạt" not in pages[2]
    assert "Máy gieo hạt" in pages[4]
