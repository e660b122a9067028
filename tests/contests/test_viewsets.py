"""The screens of contests in the back office, as the people of the office use them."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.contests.choices import EntryState, Rank
from lienhiep.contests.models import (
    Contest,
    Edition,
    Entry,
    Juror,
    Nomination,
    Prize,
    Score,
)
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.core.viewsets import admin_list_url, admin_row_url
from tests.factories.accounts import user_with
from tests.factories.contests import (
    ContestFactory,
    ContestFieldFactory,
    EditionFactory,
    EntryAuthorFactory,
    JurorFactory,
    NominationFactory,
    PrizeFactory,
    PrizeLevelFactory,
    ScoreFactory,
    entry_of,
)
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client, organiser):
    """A browser in which the contest organiser is signed in."""
    client.force_login(organiser)
    return client


def page(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def verb_url(row, name):
    return admin_row_url(row).replace("inspect", f"do/{name}")


def labels_of_verbs(response):
    return [link.get_text(strip=True) for link in page(response).select(".lh-verbs a")]


MADE = {
    Contest: ContestFactory,
    Edition: EditionFactory,
    Entry: lambda: EntryAuthorFactory().entry,
    Prize: PrizeFactory,
    Nomination: NominationFactory,
    Juror: JurorFactory,
    Score: ScoreFactory,
}


@pytest.mark.parametrize("model", MADE, ids=lambda model: model.__name__)
def test_a_list_asks_the_database_as_often_for_20_rows_as_for_1(office, model):
    MADE[model]()
    office.get(admin_list_url(model))  # content types and sessions are warm from here on
    with CaptureQueriesContext(connection) as first:
        office.get(admin_list_url(model))
    for _row in range(19):
        MADE[model]()

    with CaptureQueriesContext(connection) as second:
        office.get(admin_list_url(model))

    assert len(second) == len(first)


@pytest.mark.parametrize("model", MADE, ids=lambda model: model.__name__)
def test_every_page_and_every_export_opens(office, model):
    row = MADE[model]()

    answers = [
        office.get(admin_row_url(row)),
        office.get(admin_list_url(model), {"export": "csv"}),
        office.get(admin_list_url(model), {"export": "xlsx"}),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200]


@pytest.mark.parametrize("role", [Role.EDITOR, Role.JOURNAL_SECRETARY, Role.ADMINISTRATOR])
def test_staff_of_other_rooms_read_no_entry(client, role):
    entry = entry_of()
    client.force_login(user_with(role))

    assert client.get(admin_row_url(entry)).status_code == 404


def test_the_birth_is_shown_while_the_papers_are_checked_and_only_to_the_organiser(client, office):
    entry = entry_of(PersonFactory(birth_date=date(2010, 5, 17)))
    seen = {}

    seen["organiser"] = "17/05/2010" in page(office.get(admin_row_url(entry))).get_text()
    client.force_login(user_with(Role.LEADER))
    seen["leader"] = "17/05/2010" in page(client.get(admin_row_url(entry))).get_text()

    assert seen == {"organiser": True, "leader": False}


def test_the_birth_is_hidden_again_once_the_entry_is_admitted(office):
    entry = entry_of(PersonFactory(birth_date=date(2010, 5, 17)), accepted_on=date(2022, 7, 1))

    assert "17/05/2010" not in page(office.get(admin_row_url(entry))).get_text()


def test_the_page_of_an_entry_offers_what_its_state_admits(office):
    received = entry_of()
    admitted = entry_of(accepted_on=date(2022, 7, 1))

    assert labels_of_verbs(office.get(admin_row_url(received))) == [
        "Chấp nhận dự thi",
        "Ghi nhận giấy tờ của tác giả",
        "Không chấp nhận",
        "Ghi nhận rút bài",
    ]
    assert "Trao giải" in labels_of_verbs(office.get(admin_row_url(admitted)))


def test_a_prize_is_given_from_the_page_of_the_entry(office):
    entry = entry_of(accepted_on=date(2022, 7, 1))
    level = PrizeLevelFactory(edition=entry.edition)

    response = office.post(verb_url(entry, "award_prize"), {"level": level.pk, "on": "20/07/2022"})

    assert response.url == admin_row_url(entry)
    assert Prize.objects.get().level == level


def test_what_a_verb_refuses_stands_at_its_field_with_what_was_typed(office):
    entry = entry_of(accepted_on=date(2022, 7, 1))
    level = PrizeLevelFactory(edition=entry.edition)

    response = office.post(verb_url(entry, "award_prize"), {"level": level.pk, "on": "20/05/2022"})

    assert list(response.context["form"].errors) == ["on"]
    assert page(response).select_one("[name=on]")["value"] == "20/05/2022"


def test_a_national_result_is_recorded_from_the_nomination(office):
    nomination = NominationFactory()
    level = PrizeLevelFactory(edition=nomination.edition, rank=Rank.SECOND)

    office.post(
        verb_url(nomination, "record_national_result"),
        {"level": level.pk, "on": "25/11/2022", "decided_on": "18/11/2022", "amount": "10 triệu"},
    )

    prize = Prize.objects.get()
    assert (prize.amount, prize.decided_on) == (10_000_000, date(2022, 11, 18))


def test_papers_that_came_later_are_recorded_from_the_page(office):
    entry = entry_of(PersonFactory(birth_date=None), agreed=[])
    author = entry.authors.get()

    office.post(
        verb_url(entry, "record_author_papers"),
        {
            "author": author.pk,
            "birth_date": "17/05/2010",
            "given_by": "both",
            "giver_name": "Mẹ Của Em",
            "channel": "paper",
            "agrees_contest_entry": "on",
        },
    )

    author.person.refresh_from_db()
    assert author.person.birth_date == date(2010, 5, 17)
    assert [one.purpose for one in author.person.consents.all()] == ["contest_entry"]


def test_an_entry_that_came_by_post_is_received_in_the_office(office, organiser):
    edition = EditionFactory(
        year_label=str(today().year),
        opens_on=today() - timedelta(days=9),
        deadline=today() + timedelta(days=9),
        contest__is_for_children=False,
    )
    field = ContestFieldFactory(edition=edition)

    office.post(
        reverse("contests_entry:add"),
        {
            "on": today().strftime("%d/%m/%Y"),
            "channel": "post",
            "field": field.pk,
            "title": "Máy gieo hạt",
            "author_1_name": "Lê Nông Dân",
        },
    )

    entry = Entry.objects.get()
    assert (entry.byline, entry.state, entry.sent_by) == (
        "Lê Nông Dân",
        EntryState.RECEIVED,
        None,
    )
    assert [one.log.action for one in entries_of(entry)] == ["contests.receive_entry"]


def lines(name, *rows):
    facts = {
        f"{name}-TOTAL_FORMS": len(rows),
        f"{name}-INITIAL_FORMS": 0,
        f"{name}-MIN_NUM_FORMS": 0,
        f"{name}-MAX_NUM_FORMS": 1000,
    }
    for place, row in enumerate(rows):
        facts |= {f"{name}-{place}-{key}": value for key, value in row.items()}
        facts |= {f"{name}-{place}-ORDER": place + 1, f"{name}-{place}-DELETE": ""}
    return facts


def test_an_edition_is_opened_with_its_lines(office):
    contest = ContestFactory()

    office.post(
        reverse("contests_edition:add"),
        {
            "contest": contest.pk,
            "year_label": "2023",
            "opens_on": "01/02/2023",
            "deadline": "30/06/2023",
            "is_public": "on",
            **lines("organisers"),
            **lines("fields", {"name": "Phần mềm tin học"}),
            **lines("levels", {"rank": "first", "at_most": 3, "amount": "5 triệu"}),
            **lines("criteria"),
        },
    )

    edition = Edition.objects.get()
    assert [str(field) for field in edition.fields.all()] == ["Phần mềm tin học"]
    assert [level.amount for level in edition.levels.all()] == [5_000_000]
    assert [one.log.action for one in entries_of(edition)] == ["contests.open_edition"]


def test_an_edition_left_without_lines_takes_over_those_of_the_one_before(office):
    before = EditionFactory()
    ContestFieldFactory(edition=before, name="Đồ dùng học tập")

    office.post(
        reverse("contests_edition:add"),
        {
            "contest": before.contest.pk,
            "year_label": "2023",
            "opens_on": "01/02/2023",
            "deadline": "30/06/2023",
            **lines("organisers"),
            **lines("fields"),
            **lines("levels"),
            **lines("criteria"),
        },
    )

    edition = Edition.objects.get(year_label="2023")
    assert [str(field) for field in edition.fields.all()] == ["Đồ dùng học tập"]


def test_a_figure_opens_the_list_at_its_own_records(office):
    inside = PrizeFactory()
    PrizeFactory(decided_on=date(2023, 7, 20))

    response = office.get(admin_list_url(Prize), {"figure": "F03", "period": "2022"})

    titles = [
        cell.get_text(strip=True) for cell in page(response).select("td.title .title-wrapper")
    ]
    assert titles == [inside.entry.title]
