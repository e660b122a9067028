"""The jury: appointed, given its sheets, heard."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.contests.choices import EDITION_VERBS, SHEET_VERBS
from lienhiep.contests.models import ContestField, Criterion, Edition, Juror, Mark, Score
from lienhiep.contests.models.jury import STEP, weighted_total
from lienhiep.contests.notices import tell_juror, tell_of_sheet, tell_of_sheets
from lienhiep.core.history import record_all, verb
from lienhiep.core.locking import lock
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.models import Person
from lienhiep.office.models import OfficialDocument


def appoint_juror(
    *,
    edition: Edition,
    person: Person,
    on: date,
    by: User,
    field: ContestField | None = None,
    document: OfficialDocument | None = None,
) -> Juror:
    """Appoint a juror for a field of an edition, or for all its fields."""
    with verb("contests.appoint_juror", by=by) as act:
        juror = Juror(
            edition=edition, person=person, field=field, appointed_on=on, document=document
        )
        juror.full_clean()
        if field is not None and field.edition_id != edition.pk:
            raise ValidationError({"field": _("Choose a field of this edition.")})
        juror.save()
        act.about(juror)
        tell_juror(person, edition, by)
    return juror


def dismiss_juror(*, juror: Juror, on: date, reason: str, by: User) -> None:
    """Let a juror leave; the sheets still owed are excused, those submitted stay."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("contests.dismiss_juror", by=by, about=juror, reason=reason):
        lock(juror)
        if juror.ended_on is not None:
            raise ValidationError(_("This juror has left already."))
        validate_not_before("on", on, juror.appointed_on)
        owed = list(juror.scores.owed())
        juror.ended_on = on
        juror.end_reason = reason
        juror.save()
        for sheet in owed:
            sheet.excused_on = on
            sheet.excuse_reason = reason
            sheet.save()


def assign_jurors(*, edition: Edition, on: date, by: User, due: date | None = None) -> list[Score]:
    """Give each juror a sheet for every admitted entry of their field, and return the new ones.

    A juror who belongs to the school of an entry, or made or guided it, receives none. Called
    again, it gives out what has come since; nobody receives a sheet twice.
    """
    validate_not_in_future("on", on)
    validate_not_before("due", due, on)
    with verb("contests.assign_jurors", by=by, about=edition) as act:
        lock(edition)
        validate_has_state(edition, *EDITION_VERBS["assign_jurors"])
        if not edition.criteria.exists():
            raise ValidationError(_("Name the criteria of this edition first."))
        known = set(Score.objects.filter(entry__edition=edition).values_list("entry", "juror"))
        jurors = list(
            edition.jurors.serving()
            .select_related("person")
            .prefetch_related("person__affiliations")
        )
        entries = list(edition.entries.admitted().prefetch_related("authors", "mentors"))
        sheets, conflicts = [], 0
        for entry in entries:
            for juror in jurors:
                if not juror.covers(entry) or (entry.pk, juror.pk) in known:
                    continue
                if juror.conflict_with(entry):
                    conflicts += 1
                    continue
                sheets.append(Score(entry=entry, juror=juror, assigned_on=on, due_on=due))
        record_all(sheets)
        act.note(sheets=len(sheets), conflicts=conflicts)
        tell_of_sheets(sheets, edition, by)
    return sheets


def submit_score(
    *,
    score: Score,
    points: Mapping[Criterion, Decimal],
    on: date,
    by: User,
    remark: str = "",
) -> None:
    """Submit a sheet with points for every criterion; from then on it is locked."""
    validate_not_in_future("on", on)
    with verb("contests.submit_score", by=by, about=score):
        lock(score)
        validate_has_state(score, *SHEET_VERBS["submit_score"])
        validate_not_before("on", on, score.assigned_on)
        criteria = list(score.entry.edition.criteria.all())
        _validate_points(criteria, points)
        present = {mark.criterion_id: mark for mark in score.marks.all()}
        for criterion in criteria:
            mark = present.get(criterion.pk) or Mark(score=score, criterion=criterion)
            mark.points = points[criterion]
            mark.full_clean()
            mark.save()
        score.submitted_on = on
        score.remark = remark
        score.total = weighted_total((one, points[one]) for one in criteria)
        score.save()


def reopen_score(*, score: Score, reason: str, by: User) -> None:
    """Give a submitted sheet back to its juror, such as after the jury discussed a wide spread.

    The points of before stay in the history.
    """
    validate_reason("reason", reason)
    with verb("contests.reopen_score", by=by, about=score, reason=reason) as act:
        lock(score)
        validate_has_state(score, *SHEET_VERBS["reopen_score"])
        if score.entry.prizes.standing().filter(edition=score.entry.edition).exists():
            raise ValidationError(_("The prize of this entry has been decided."))
        act.note(before=[str(mark) for mark in score.marks.select_related("criterion")])
        score.submitted_on = None
        score.total = None
        score.save()
        tell_of_sheet(score, by)


def excuse_juror(*, score: Score, on: date, reason: str, by: User) -> None:
    """Take a sheet from a juror who has a conflict of interest, told by the juror or the office."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("contests.excuse_juror", by=by, about=score, reason=reason):
        lock(score)
        validate_has_state(score, *SHEET_VERBS["excuse_juror"])
        score.excused_on = on
        score.excuse_reason = reason
        score.save()


def recall_juror(*, score: Score, reason: str, by: User) -> None:
    """Give a sheet back to a juror who was excused by mistake."""
    validate_reason("reason", reason)
    with verb("contests.recall_juror", by=by, about=score, reason=reason):
        lock(score)
        validate_has_state(score, *SHEET_VERBS["recall_juror"])
        if score.juror.ended_on is not None:
            raise ValidationError(_("This juror has left already."))
        score.excused_on = None
        score.excuse_reason = ""
        score.save()


def _validate_points(criteria: list[Criterion], points: Mapping[Criterion, Decimal]) -> None:
    """Refuse a sheet with a criterion left out, beyond its most, or finer than half a point."""
    wrong: dict[str, str] = {}
    for criterion in criteria:
        value, field = points.get(criterion), points_field(criterion)
        if value is None:
            wrong[field] = _("Give points for “%(criterion)s”.") % {"criterion": criterion}
        elif not 0 <= value <= criterion.max_points or value % STEP:
            wrong[field] = _("Give from 0 to %(most)s points, in halves.") % {
                "most": criterion.max_points
            }
    if wrong:
        raise ValidationError(wrong)


def points_field(criterion: Criterion) -> str:
    """Return the name of the field in which a form asks for the points of a criterion."""
    return f"points_{criterion.pk}"
