"""The jury: appointed, given its sheets, heard, excused."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from lienhiep.accounts.choices import Role
from lienhiep.contests import actions
from lienhiep.contests.choices import SheetState
from lienhiep.contests.figures import ranking_of
from lienhiep.contests.models import Entry, Score
from lienhiep.core.history import entries_of
from tests.factories.accounts import user_with
from tests.factories.contests import (
    ContestFieldFactory,
    CriterionFactory,
    EditionFactory,
    JurorFactory,
    MentorFactory,
    ScoreFactory,
    entry_of,
    school,
)
from tests.factories.directory import AffiliationFactory, PersonFactory

pytestmark = pytest.mark.django_db

JULY = date(2022, 7, 2)


@pytest.fixture
def edition():
    edition = EditionFactory(spread_limit=10)
    CriterionFactory(edition=edition, max_points=60)
    CriterionFactory(edition=edition, max_points=40)
    return edition


def admitted(edition, **facts):
    return entry_of(edition=edition, accepted_on=date(2022, 7, 1), **facts)


def assign(edition, organiser):
    return actions.assign_jurors(edition=edition, on=JULY, due=date(2022, 7, 15), by=organiser)


def fill_in(sheet, *points, by):
    criteria = list(sheet.entry.edition.criteria.all())
    given = {one: Decimal(value) for one, value in zip(criteria, points, strict=False)}
    actions.submit_score(score=sheet, points=given, on=date(2022, 7, 10), by=by)


def test_each_juror_receives_a_sheet_for_every_admitted_entry_and_none_twice(edition, organiser):
    admitted(edition)
    entry_of(edition=edition)
    JurorFactory(edition=edition)
    JurorFactory(edition=edition)

    first, again = len(assign(edition, organiser)), len(assign(edition, organiser))

    assert (first, again) == (2, 0)


def test_a_juror_of_a_field_scores_that_field_only(edition, organiser):
    field = ContestFieldFactory(edition=edition)
    mine = admitted(edition, field=field)
    admitted(edition)
    JurorFactory(edition=edition, field=field)

    assert [sheet.entry for sheet in assign(edition, organiser)] == [mine]


def test_a_juror_of_the_school_of_an_entry_receives_no_sheet_of_it(edition, organiser):
    place = school()
    admitted(edition, unit=place)
    juror = JurorFactory(edition=edition)
    AffiliationFactory(person=juror.person, organisation=place)

    assert assign(edition, organiser) == []


def test_a_juror_who_guided_an_entry_receives_no_sheet_of_it(edition, organiser):
    entry = admitted(edition)
    juror = JurorFactory(edition=edition)
    MentorFactory(entry=entry, person=juror.person)

    assert assign(edition, organiser) == []


def test_sheets_are_not_given_out_without_criteria(organiser):
    with pytest.raises(ValidationError, match="tiêu chí"):
        assign(EditionFactory(), organiser)


def test_a_juror_reads_the_entry_while_it_is_to_be_scored(edition, organiser):
    juror = user_with(Role.JUROR, person=PersonFactory())
    entry = admitted(edition)
    JurorFactory(edition=edition, person=juror.person)

    before = Entry.objects.visible_to(juror).count()
    [sheet] = assign(edition, organiser)
    during = list(Entry.objects.visible_to(juror))
    actions.excuse_juror(score=sheet, on=JULY, reason="Người thân", by=juror)

    assert (before, during, Entry.objects.visible_to(juror).count()) == (0, [entry], 0)


def test_a_sheet_is_locked_from_its_submission_on(edition, organiser):
    sheet = ScoreFactory(entry=admitted(edition))
    fill_in(sheet, "50.5", "30", by=organiser)

    with pytest.raises(ValidationError):
        fill_in(sheet, "60", "40", by=organiser)

    assert (sheet.state, Score.objects.get().total) == (SheetState.SUBMITTED, Decimal("80.5"))


@pytest.mark.parametrize("points", [("61", "30"), ("50.3", "30"), ("-1", "30"), ("50",)])
def test_points_beyond_the_most_finer_than_halves_or_missing_are_refused(
    edition, organiser, points
):
    sheet = ScoreFactory(entry=admitted(edition))

    with pytest.raises(ValidationError):
        fill_in(sheet, *points, by=organiser)

    assert Score.objects.get().submitted_on is None


def test_a_sheet_given_back_keeps_the_points_of_before_in_the_history(edition, organiser):
    sheet = ScoreFactory(entry=admitted(edition))
    fill_in(sheet, "50", "30", by=organiser)

    actions.reopen_score(score=sheet, reason="Lệch điểm, hội đồng trao đổi", by=organiser)

    newest = next(iter(entries_of(sheet)))
    assert (sheet.state, sheet.total) == (SheetState.DUE, None)
    assert [words.rpartition(": ")[2] for words in newest.log.data["before"]] == ["50.0", "30.0"]


def test_a_juror_who_leaves_owes_nothing_and_what_was_submitted_stays(edition, organiser):
    juror = JurorFactory(edition=edition)
    done = ScoreFactory(entry=admitted(edition), juror=juror)
    fill_in(done, "50", "30", by=organiser)
    ScoreFactory(entry=admitted(edition), juror=juror)

    actions.dismiss_juror(juror=juror, on=date(2022, 7, 12), reason="Ốm", by=organiser)

    assert sorted(sheet.state for sheet in Score.objects.all()) == ["excused", "submitted"]


def test_the_ranking_puts_the_best_mean_first_and_marks_a_wide_spread(edition, organiser):
    field = ContestFieldFactory(edition=edition)
    good, better = admitted(edition, field=field), admitted(edition, field=field)
    jurors = [JurorFactory(edition=edition) for _one in range(2)]
    for entry, totals in ((good, ("40", "40")), (better, ("60", "45"))):
        for juror, total in zip(jurors, totals, strict=True):
            fill_in(ScoreFactory(entry=entry, juror=juror), total, "20", by=organiser)

    [(_field, rows)] = ranking_of(edition)

    assert [(row.entry, row.rank, row.spread, row.is_wide) for row in rows] == [
        (better, 1, 15, True),
        (good, 2, 0, False),
    ]


def test_equal_means_share_a_rank(edition, organiser):
    field = ContestFieldFactory(edition=edition)
    juror = JurorFactory(edition=edition)
    for _one in range(2):
        sheet = ScoreFactory(entry=admitted(edition, field=field), juror=juror)
        fill_in(sheet, "40", "20", by=organiser)

    [(_field, rows)] = ranking_of(edition)

    assert [row.rank for row in rows] == [1, 1]
