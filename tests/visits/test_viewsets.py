"""The counter in the back office: all of the office read, the administrator states balances."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from lienhiep.accounts.choices import Role
from lienhiep.core.data_checks import all_checks
from lienhiep.core.viewsets import admin_list_url, admin_row_url
from lienhiep.visits.choices import TallyKind
from lienhiep.visits.models import DailyTally
from tests.factories.accounts import user_with
from tests.factories.visits import DailyTallyFactory, balance

pytestmark = pytest.mark.django_db

ADD = "/quan-tri/visits/dailytally/new/"


@pytest.fixture
def office(client, administrator):
    client.force_login(administrator)
    return client


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def verbs_of(client, row):
    links = page(client.get(admin_row_url(row))).select(".lh-verbs a")
    return [link["href"].split("/do/")[1].split("/")[0] for link in links]


@pytest.mark.parametrize("role", [Role.LEADER, Role.EDITOR])
def test_others_read_the_counter_and_state_nothing(client, role):
    row = balance()
    client.force_login(user_with(role))

    assert client.get(ADD).status_code == 403
    assert client.get(admin_row_url(row).replace("inspect", "edit")).status_code == 403
    assert client.get(admin_list_url(DailyTally)).status_code == 200
    assert verbs_of(client, row) == []


def test_the_administrator_states_a_balance(office):
    response = office.post(ADD, {"day": "31/12/2021", "visits": "2871400", "note": "Bộ đếm cũ"})

    row = DailyTally.objects.get()
    assert response.url == admin_row_url(row)
    assert (row.kind, row.day, row.visits) == (TallyKind.OPENING, date(2021, 12, 31), 2871400)


def test_a_day_to_come_is_refused_at_its_field_and_the_number_stays(office):
    shown = page(office.post(ADD, {"day": "31/12/2199", "visits": "77", "note": ""}))

    assert "Hãy chọn ngày đã qua" in shown.get_text()
    assert shown.select_one("[name=visits]")["value"] == "77"


def test_a_balance_is_corrected_with_its_history(office):
    row = balance(visits=5)
    address = admin_row_url(row).replace("inspect", "edit")

    office.post(address, {"day": "31/12/2021", "visits": "6", "note": ""})

    row.refresh_from_db()
    assert (row.visits, row.kind) == (6, TallyKind.OPENING)


def test_what_the_program_counted_is_changed_by_nobody(office):
    row = DailyTallyFactory()

    assert office.get(admin_row_url(row).replace("inspect", "edit")).status_code == 403
    assert verbs_of(office, row) == []


def test_a_balance_that_stands_may_be_voided_and_one_that_is_void_put_back(office):
    row = balance()
    void = admin_row_url(row).replace("inspect", "do/void_opening_balance")

    assert verbs_of(office, row) == ["void_opening_balance"]
    office.post(void, {"reason": "Đọc nhầm"})

    assert verbs_of(office, row) == ["restore_opening_balance"]


def test_the_list_opens_by_the_figure(office):
    balance()
    DailyTallyFactory(day=date(2022, 2, 3))
    DailyTallyFactory(day=date(2022, 2, 3), kind=TallyKind.BOT)

    shown = office.get(admin_list_url(DailyTally), {"figure": "E07", "period": "2022"})

    assert len(shown.context["object_list"]) == 2


def test_checks_find_days_to_come_and_balances_that_shrink():
    DailyTallyFactory(day=date(2199, 1, 1))
    DailyTallyFactory(day=date(2022, 1, 1), visits=500)
    balance(date(2022, 1, 5), visits=400)
    checks = {check.name: check for check in all_checks()}

    found = {
        name: [finding.record.day for finding in checks[name].find()]
        for name in ("visits.future_days", "visits.balance_grows")
    }

    assert found == {
        "visits.future_days": [date(2199, 1, 1)],
        "visits.balance_grows": [date(2022, 1, 5)],
    }
