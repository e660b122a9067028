"""Contestants hear what becomes of their entries, jurors what they were given."""

from datetime import date

import pytest

from lienhiep.accounts.choices import Role
from lienhiep.contests import actions
from lienhiep.core.notices import told_to
from lienhiep.core.period import today
from tests.factories.accounts import user_with
from tests.factories.contests import (
    BORN,
    CriterionFactory,
    JurorFactory,
    PrizeFactory,
    PrizeLevelFactory,
    entry_of,
    organiser,
)
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def author():
    return user_with(Role.CONTESTANT, person=PersonFactory(birth_date=BORN))


def words(user):
    return [told.what for told in told_to(user)]


def test_the_people_of_an_entry_hear_that_it_is_not_admitted(author):
    entry = entry_of(author.person, title="Còi báo lũ")
    stranger = user_with(Role.CONTESTANT, person=PersonFactory())

    actions.refuse_entry(entry=entry, on=today(), reason="Nộp muộn", by=organiser())

    [told] = told_to(author)
    assert told.what.startswith("“Còi báo lũ” không được nhận vào vòng chấm")
    assert told.url == f"/ban-lam-viec/du-thi/{entry.pk}/"
    assert "Nộp muộn" not in told.what
    assert words(stranger) == []


def test_a_prize_is_told_when_it_is_published_and_not_before(author):
    entry = entry_of(author.person, title="Còi báo lũ", accepted_on=date(2022, 7, 1))
    other = user_with(Role.CONTESTANT, person=PersonFactory(birth_date=BORN))
    entry_of(other.person, title="Quạt", edition=entry.edition, accepted_on=date(2022, 7, 1))
    PrizeFactory(entry=entry, level=PrizeLevelFactory(edition=entry.edition))
    before = words(author)

    actions.publish_results(edition=entry.edition, on=today(), by=organiser())

    assert before == []
    assert [one.startswith("Đã công bố giải thưởng – ") for one in words(author)] == [True]
    assert words(other) == ["Cuộc thi đã công bố kết quả; “Quạt” không đạt giải."]


def test_a_juror_hears_of_all_new_sheets_in_one_notice_that_names_no_entry():
    entry = entry_of(title="Còi báo lũ", accepted_on=date(2022, 7, 1))
    entry_of(title="Quạt", edition=entry.edition, accepted_on=date(2022, 7, 1))
    CriterionFactory(edition=entry.edition)
    person = PersonFactory()
    JurorFactory(edition=entry.edition, person=person)
    juror = user_with(Role.JUROR, person=person)

    actions.assign_jurors(edition=entry.edition, on=today(), by=organiser())

    [told] = told_to(juror)
    assert told.what.endswith(": 2 phiếu.")
    assert told.url == "/ban-lam-viec/cham-thi/"
    assert "Còi báo lũ" not in told.what
