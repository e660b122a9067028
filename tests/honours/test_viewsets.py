"""The screens of commendation in the back office, as the people of the office use them."""

import csv
import io
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of
from lienhiep.core.viewsets import admin_list_url, admin_row_url
from lienhiep.honours.choices import HonourState, NominationState
from lienhiep.honours.models import EmulationResult, Honour, HonourForm, Nomination
from tests.factories.accounts import user_with
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.honours import (
    DECIDED,
    EmulationResultFactory,
    HonourFactory,
    HonourFormFactory,
    MeritFormFactory,
    NominationFactory,
    NomineeFactory,
    UnionFactory,
    nominated,
    nomination_at,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager():
    return user_with(Role.OFFICE_MANAGER)


@pytest.fixture
def office(client, manager):
    """A browser in which the office manager is signed in."""
    client.force_login(manager)
    return client


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def verb_url(row, name):
    return admin_row_url(row).replace("inspect", f"do/{name}")


def labels_of_verbs(response):
    return [link.get_text(strip=True) for link in page(response).select(".lh-verbs a")]


MAKE = {
    Honour: lambda: HonourFactory(person=None, organisation=OrganisationFactory()),
    Nomination: lambda: NomineeFactory(nomination=NominationFactory()),
    EmulationResult: EmulationResultFactory,
    HonourForm: HonourFormFactory,
}


@pytest.mark.parametrize("model", MAKE, ids=lambda model: model.__name__)
def test_a_list_asks_the_database_as_often_for_30_rows_as_for_1(office, model):
    MAKE[model]()
    office.get(admin_list_url(model))  # content types and sessions are warm from here on
    with CaptureQueriesContext(connection) as first:
        office.get(admin_list_url(model))
    for _number in range(29):
        MAKE[model]()

    with CaptureQueriesContext(connection) as second:
        office.get(admin_list_url(model))

    assert len(second) == len(first)


@pytest.mark.parametrize("model", MAKE, ids=lambda model: model.__name__)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_every_list_can_be_taken_to_a_spreadsheet(office, model, kind):
    MAKE[model]()

    response = office.get(admin_list_url(model), {"export": kind})

    assert response.status_code == 200
    assert len(b"".join(response.streaming_content) if response.streaming else response.content)


def test_the_export_of_honours_keeps_the_three_dates_apart(office):
    HonourFactory(conferred_on=date(2023, 1, 10), person=PersonFactory(full_name="Lê Thị Mai"))

    response = office.get(admin_list_url(Honour), {"export": "csv"})
    (row,) = csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig")))

    assert (row["Năm được khen"], row["Ngày quyết định khen thưởng"], row["Ngày trao"]) == (
        "2022",
        "05/01/2023",
        "10/01/2023",
    )
    assert (row["Đối tượng được khen"], row["Tình trạng khen thưởng"]) == ("Lê Thị Mai", "Đã trao")


def test_the_list_is_opened_by_a_figure(office):
    HonourFactory(person=PersonFactory(full_name="Lê Thị Mai"))
    HonourFactory(year_rewarded=2021)

    response = office.get(admin_list_url(Honour), {"figure": "G01b", "period": "2022"})

    titles = [cell.get_text(strip=True) for cell in page(response).select(".title-wrapper")]
    assert titles == ["Lê Thị Mai"]


def test_an_honour_received_is_recorded_on_the_form_by_its_verb(office):
    form, person = MeritFormFactory(), PersonFactory()
    body = OrganisationFactory(kind="central_union")

    response = office.post(
        f"{admin_list_url(Honour)}new/",
        {
            "form": form.pk,
            "awarding_body": body.pk,
            "year_rewarded": "2022",
            "first_year": "",
            "ground": "regular",
            "organisation": "",
            "person": person.pk,
            "described_as": "Chủ tịch hội",
            "achievement": "Có thành tích",
            "decision": "",
            "decision_symbol": "231/QĐ-LHHVN",
            "decided_on": "28/12/2022",
            "conferred_on": "10/01/2023",
            "occasion": "Lễ trao",
            "certificate_number": "117",
            "money": "1.788.000",
            "is_public": "on",
        },
    )

    honour = Honour.objects.get()
    assert response.url == admin_row_url(honour)
    assert (honour.person, honour.money, honour.state) == (person, 1_788_000, HonourState.CONFERRED)
    assert entries_of(honour)[0].log.action == "honours.record_received_honour"


def test_what_cannot_be_is_said_on_the_form_and_nothing_typed_is_lost(office):
    response = office.post(
        f"{admin_list_url(Honour)}new/",
        {
            "form": HonourFormFactory().pk,
            "awarding_body": UnionFactory().pk,
            "year_rewarded": "2022",
            "ground": "regular",
            "achievement": "Có thành tích",
            "decided_on": "05/01/2023",
        },
    )

    text = page(response).get_text()
    assert "Hãy nêu tập thể hoặc cá nhân được khen." in text
    assert "Có thành tích" in page(response).select_one("[name=achievement]").get_text()
    assert Honour.objects.count() == 0


def test_a_double_honour_is_refused_on_the_form_in_words(office):
    known = HonourFactory()
    other = HonourFactory(form=known.form)

    url = admin_row_url(other).replace("inspect", "edit")
    version = page(office.get(url)).select_one("[name=_version]")["value"]

    response = office.post(
        url,
        {
            "form": known.form.pk,
            "awarding_body": known.awarding_body.pk,
            "year_rewarded": "2022",
            "ground": "regular",
            "person": known.person.pk,
            "_version": version,
        },
    )

    said = "Cá nhân này đã có khen thưởng này của nơi này cho năm này."
    assert said in response.content.decode()


def test_the_page_of_an_honour_offers_what_can_be_done_now(office):
    decided, conferred = HonourFactory(), HonourFactory(conferred_on=date(2023, 1, 10))

    assert labels_of_verbs(office.get(admin_row_url(decided))) == [
        "Ghi việc trao",
        "Thêm người cùng quyết định",
        "Hủy việc ghi quyết định",
    ]
    assert labels_of_verbs(office.get(admin_row_url(conferred))) == [
        "Thêm người cùng quyết định",
        "Hủy việc ghi trao",
    ]


def test_a_whole_decision_is_handed_over_by_one_form(office):
    honours = [HonourFactory() for _number in range(4)]
    HonourFactory(decision_symbol="05/QĐ-LHH")

    office.post(
        verb_url(honours[0], "confer_honours"),
        {"on": "10/01/2023", "occasion": "Hội nghị tổng kết", "whole_decision": "on"},
    )

    handed_over = Honour.objects.filter(conferred_on=date(2023, 1, 10)).order_by("pk")
    assert list(handed_over) == honours


def test_a_conferral_before_the_decision_is_refused_at_the_day(office):
    honour = HonourFactory()

    response = office.post(verb_url(honour, "confer_honours"), {"on": "04/01/2023"})

    assert "04/01/2023" in page(response).get_text()
    honour.refresh_from_db()
    assert honour.state == HonourState.DECIDED


def test_somebody_is_added_to_a_decision(office):
    honour, person = HonourFactory(), PersonFactory()

    office.post(verb_url(honour, "add_to_decision"), {"person": person.pk})

    assert Honour.objects.get(person=person).decision_symbol == honour.decision_symbol


def test_the_companions_of_a_decision_stand_on_the_page(office):
    honour = HonourFactory()
    other = HonourFactory(person=PersonFactory(full_name="Lê Thị Mai"))

    links = [link.get_text() for link in page(office.get(admin_row_url(honour))).select("th a")]

    assert links == [other.subject_name]


def test_a_nomination_is_typed_with_its_nominees_and_begins_with_the_union(office):
    union, person = UnionFactory(), PersonFactory()
    url = f"{admin_list_url(Nomination)}new/"

    shown = page(office.get(url))
    response = office.post(
        url,
        {
            "proposer": union.pk,
            "awarding_body": union.pk,
            "form": HonourFormFactory().pk,
            "year_rewarded": "2022",
            "ground": "regular",
            "summary": "Có thành tích",
            "submitted_on": "20/12/2022",
            "nominees-TOTAL_FORMS": "2",
            "nominees-INITIAL_FORMS": "0",
            "nominees-MIN_NUM_FORMS": "1",
            "nominees-MAX_NUM_FORMS": "1000",
            "nominees-0-person": person.pk,
            "nominees-0-ORDER": "1",
            "nominees-1-written_name": "Trần Văn Lạ",
            "nominees-1-ORDER": "2",
        },
    )

    nomination = Nomination.objects.get()
    assert shown.select_one("[name=proposer]")["value"] == str(union.pk)
    assert response.url == admin_row_url(nomination)
    assert [str(one) for one in nomination.nominees.all()] == [str(person), "Trần Văn Lạ"]
    assert entries_of(nomination)[0].log.action == "honours.nominate"


def test_the_votes_are_recorded_for_each_nominee(office, manager):
    nomination = nominated(manager)
    first, second = nomination.nominees.all()

    office.post(
        verb_url(nomination, "record_votes"),
        {"on": "28/12/2022", "votes_of": "9", f"votes_{first.pk}": "9", f"votes_{second.pk}": "5"},
    )

    nomination.refresh_from_db()
    assert (nomination.state, nomination.votes_of) == (NominationState.CONSIDERED, 9)
    assert list(nomination.nominees.values_list("votes_for", flat=True)) == [9, 5]


def test_more_votes_than_members_are_said_at_the_nominee(office, manager):
    nomination = nominated(manager)
    first, second = nomination.nominees.all()

    response = office.post(
        verb_url(nomination, "record_votes"),
        {"on": "28/12/2022", "votes_of": "9", f"votes_{first.pk}": "10", f"votes_{second.pk}": "5"},
    )

    assert "Số phiếu nhiều hơn số thành viên bỏ phiếu." in page(response).get_text()
    nomination.refresh_from_db()
    assert nomination.state == NominationState.SUBMITTED


def test_a_nomination_is_decided_for_those_ticked_by_one_form(office, manager):
    nomination = nomination_at(NominationState.CONSIDERED, manager)
    first, _second = nomination.nominees.all()

    office.post(
        verb_url(nomination, "decide_honours"),
        {
            "on": "05/01/2023",
            "symbol": "04/QĐ-LHH",
            "nominees": [first.pk],
            "money_person": "447.000",
            "is_public": "on",
        },
    )

    (honour,) = Honour.objects.all()
    assert (honour.nominee, honour.decided_on, honour.money) == (first, DECIDED, 447_000)


def test_the_council_comes_before_the_decision_of_the_union(office, manager):
    waiting = nomination_at(NominationState.SUBMITTED, manager)
    voted = nomination_at(NominationState.CONSIDERED, manager)

    first = labels_of_verbs(office.get(admin_row_url(waiting)))[0]
    second = labels_of_verbs(office.get(admin_row_url(voted)))[0]

    assert (first, second) == ("Ghi kết quả bỏ phiếu của Hội đồng", "Quyết định khen thưởng")


def test_all_honours_of_a_nomination_are_handed_over_by_one_form(office, manager):
    nomination = nomination_at(NominationState.DECIDED, manager)

    office.post(verb_url(nomination, "confer_honours"), {"on": "10/01/2023"})

    assert list(Honour.objects.values_list("conferred_on", flat=True)) == [date(2023, 1, 10)] * 2


def test_the_register_of_a_year_is_printed(office):
    HonourFactory(money=447_000, conferred_on=date(2023, 1, 10))

    listed = page(office.get(admin_list_url(Honour)))
    response = office.get("/quan-tri/honours/register/", {"year": "2022"})

    assert "/quan-tri/honours/register/?year=2022" in str(listed)
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")


def test_the_register_of_a_year_without_honours_says_so_on_paper(office):
    response = office.get("/quan-tri/honours/register/", {"year": "1999"})

    assert response.content.startswith(b"%PDF")


@pytest.mark.parametrize("year", ["0", "abc", "9999", "99999"])
def test_a_year_that_cannot_be_is_no_mistake_of_ours(office, year):
    assert office.get("/quan-tri/honours/register/", {"year": year}).status_code in (200, 404)


def test_the_certificate_of_an_honour_is_printed_once_it_is_decided(office):
    honour = HonourFactory(person=PersonFactory(full_name='Lê "#read(1)" Mai'))
    proposed = HonourFactory(decided_on=None)

    response = office.get(f"/quan-tri/honours/honour/certificate/{honour.pk}/")

    assert response.content.startswith(b"%PDF")
    url = f"/quan-tri/honours/honour/certificate/{proposed.pk}/"
    assert office.get(url).status_code == 404


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CONTACT_OFFICER])
def test_the_papers_are_for_the_office_only(client, role):
    honour = HonourFactory()
    client.force_login(user_with(role))

    for url in (
        "/quan-tri/honours/register/",
        f"/quan-tri/honours/honour/certificate/{honour.pk}/",
    ):
        assert client.get(url).status_code in (302, 403, 404)
