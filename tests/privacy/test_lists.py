"""Every list of the room asks as often for many rows as for one."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import ConsentText
from lienhiep.privacy.models import Breach, RetentionRun
from tests.asking import questions
from tests.factories.accounts import ConsentFactory, DataRequestFactory, user_with

pytestmark = pytest.mark.django_db


def a_text(number):
    return ConsentText.objects.create(
        purpose="account",
        version=f"v{number}",
        text="…",
        data_kinds="…",
        recipients="…",
        retention="…",
        legal_basis="…",
        valid_from=date(2025, 1, 1) + timedelta(days=number),
    )


def a_breach(number):
    return Breach.objects.create(title=f"Vi phạm {number}", what="…", whose="…", data_kinds="…")


def a_run(number):
    return RetentionRun.objects.create(
        rule="contests.contacts", on=timezone.localdate(), expected=number, reason="…"
    )


@pytest.mark.parametrize(
    ("address", "make"),
    [
        ("/quan-tri/consent-texts/", a_text),
        ("/quan-tri/consents/", lambda number: ConsentFactory()),
        ("/quan-tri/data-requests/", lambda number: DataRequestFactory()),
        ("/quan-tri/privacy/breach/", a_breach),
        ("/quan-tri/privacy/retentionrun/", a_run),
    ],
)
def test_a_list_asks_as_often_for_many_rows(client, address, make):
    client.force_login(user_with(Role.OFFICE_MANAGER))
    make(1)
    one = questions(lambda: client.get(address))
    for number in range(2, 6):
        make(number)

    assert questions(lambda: client.get(address)) == one
