"""The first page of the back office: one for each person, made of what their roles need."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from lienhiep.accounts.choices import STAFF_ROLES, Role
from lienhiep.core.office_home.figures import figures_of_home
from lienhiep.core.period import today
from lienhiep.core.shortcuts import MOST_FIGURES, coming_for, home_figures_for, shortcuts_for
from tests.asking import questions
from tests.factories.accounts import UserFactory, user_with
from tests.factories.contests import EditionFactory
from tests.factories.events import ConferenceFactory
from tests.factories.journal import ArticleFactory, published_issue

pytestmark = pytest.mark.django_db

HOME = "/quan-tri/"


def home_of(client, user):
    client.force_login(user)
    return BeautifulSoup(client.get(HOME).content.decode(), "html.parser")


# Shortcuts


@pytest.mark.parametrize("role", sorted(STAFF_ROLES))
def test_every_shortcut_opens_for_whom_it_is_offered(client, role):
    user = user_with(role)
    client.force_login(user)

    offered = shortcuts_for(user)

    assert offered
    assert {(one.url, client.get(one.url).status_code) for one in offered} == {
        (one.url, 200) for one in offered
    }


def test_nobody_outside_the_office_is_offered_a_shortcut():
    outside = [user_with(role) for role in set(Role) - STAFF_ROLES]

    assert [shortcuts_for(user) for user in [*outside, UserFactory()]] == [[]] * (len(outside) + 1)


def test_a_person_of_two_roles_is_offered_both_and_nothing_twice():
    both = {one.url for one in shortcuts_for(user_with(Role.EDITOR, Role.JOURNAL_SECRETARY))}
    editor = {one.url for one in shortcuts_for(user_with(Role.EDITOR))}
    secretary = {one.url for one in shortcuts_for(user_with(Role.JOURNAL_SECRETARY))}

    urls = [one.url for one in shortcuts_for(user_with(Role.EDITOR, Role.JOURNAL_SECRETARY))]
    assert both == editor | secretary
    assert len(urls) == len(set(urls))


# What comes next


def test_what_comes_next_stands_in_the_order_of_the_days():
    EditionFactory(opens_on=today(), deadline=today() + timedelta(days=9))
    EditionFactory(opens_on=today(), deadline=today() + timedelta(days=2))

    days = [one.day for one in coming_for(user_with(Role.CONTEST_ORGANISER))]

    assert days == [today() + timedelta(days=2), today() + timedelta(days=9)]


def test_what_is_over_does_not_come_next():
    EditionFactory(opens_on=today() - timedelta(days=9), deadline=today() - timedelta(days=1))

    assert coming_for(user_with(Role.CONTEST_ORGANISER)) == []


def test_what_comes_next_is_not_told_to_those_outside_the_office():
    ConferenceFactory(title="Họp kín", is_public=False)

    assert coming_for(user_with(Role.CONTRIBUTOR)) == []


# Figures


def test_a_figure_that_a_role_may_not_read_is_not_on_its_page():
    names = [figure.code for figure in home_figures_for(user_with(Role.OFFICER))]

    assert "C09" not in names


def test_with_several_roles_each_has_its_first_figure_and_the_page_stays_short():
    user = user_with(Role.EDITOR, Role.RECORDS_CLERK, Role.CONTEST_ORGANISER)

    codes = [figure.code for figure in home_figures_for(user)]

    assert {"E06", "A05a", "F01"} <= set(codes)
    assert len(codes) == len(set(codes)) <= MOST_FIGURES


def test_a_figure_stands_beside_the_same_days_of_last_year():
    year = today().year
    published_issue(year=year, number=1, on=today())

    shown = figures_of_home(user_with(Role.JOURNAL_SECRETARY))

    issues = next(one for one in shown.figures if one.figure.code == "E01")
    assert issues.counted.years[-1] == (year, issues.counted.value)
    assert issues.counted.before == 0


def test_the_newest_year_that_tells_something_is_shown_and_named(client):
    last = today().year - 1
    published_issue(year=last, number=1, on=today().replace(year=last, month=1, day=9))

    shown = home_of(client, user_with(Role.JOURNAL_SECRETARY))

    assert shown.select_one("#lh-figures-title").get_text() == f"Số liệu năm {last}"
    assert f"Năm {last + 1} chưa có mấy số liệu" in shown.select_one(".lh-home__figures").get_text()


def test_a_figure_is_counted_anew_after_a_change():
    secretary = user_with(Role.JOURNAL_SECRETARY)
    published_issue(year=today().year, number=1, on=today())
    before = manuscripts_of(secretary)

    ArticleFactory(received_on=today())

    assert manuscripts_of(secretary) == before + 1


def manuscripts_of(user):
    shown = figures_of_home(user).figures
    return next(one.counted.years[-1][1] for one in shown if one.figure.code == "E04")


# The page


def test_the_most_urgent_of_each_group_is_shown_and_all_can_be_reached(client):
    for days in range(40):
        ArticleFactory(received_on=today() - timedelta(days=days))

    shown = home_of(client, user_with(Role.JOURNAL_SECRETARY))

    assert 1 <= len(shown.select(".lh-waiting__item")) <= 10
    assert shown.select_one(".lh-block__foot a")["href"] == "/ban-lam-viec/"


def test_a_page_on_which_nothing_waits_says_what_will_stand_there(client):
    shown = home_of(client, user_with(Role.ADMINISTRATOR))

    assert "Hôm nay không có việc nào chờ bạn." in shown.get_text()
    assert shown.select(".lh-shortcut")
    assert shown.select(".lh-figure")


def test_the_page_asks_no_more_when_more_waits(client):
    secretary = user_with(Role.JOURNAL_SECRETARY)
    client.force_login(secretary)
    ArticleFactory(received_on=today())
    few = questions(lambda: client.get(HOME))

    for days in range(20):
        ArticleFactory(received_on=today() - timedelta(days=days))

    assert questions(lambda: client.get(HOME)) == few


@pytest.mark.parametrize("role", sorted(STAFF_ROLES))
def test_no_role_pays_for_its_page_with_many_questions(client, role):
    client.force_login(user_with(role))

    assert questions(lambda: client.get(HOME)) <= 85


def test_late_alone_is_red(client):
    ArticleFactory(received_on=today())

    shown = home_of(client, user_with(Role.JOURNAL_SECRETARY))

    assert [tag for tag in shown.select(".lh-late") if "trễ" not in tag.get_text().lower()] == []


# The language


def test_whoever_chose_english_meets_an_english_first_page(client):
    shown = home_of(client, user_with(Role.ADMINISTRATOR, language="en"))

    assert shown.html["lang"] == "en"
    assert [title.get_text() for title in shown.select(".lh-block__title")][:1] == [
        "What waits for me"
    ]
    assert "Administrator" in shown.select_one(".lh-home__day").get_text()
