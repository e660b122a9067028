"""Jurors, and the sheets on which they score entries that they know by their codes only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.contests.choices import SheetState
from lienhiep.contests.models.contest import ContestField, Criterion, Edition
from lienhiep.contests.models.entry import Entry, refresh_entries
from lienhiep.contests.querysets import JurorQuerySet, ScoreQuerySet
from lienhiep.core.guarding import Guarded, refresh_all_keys
from lienhiep.core.history import Recorded
from lienhiep.core.principals import person_key

STEP = Decimal("0.5")
"""Points are given in halves; finer than that nobody judges."""


class Juror(Guarded):
    """A person who scores the entries of a field of an edition, or of all (giám khảo)."""

    merge_leaves = frozenset({"person"})
    loaded_with = ("person",)

    edition = models.ForeignKey(
        Edition,
        verbose_name=_("edition of a contest"),
        on_delete=models.PROTECT,
        related_name="jurors",
    )
    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("juror of the contest"),
        on_delete=models.PROTECT,
        related_name="contest_juries",
    )
    field = models.ForeignKey(
        ContestField,
        verbose_name=_("field that the juror scores"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="jurors",
        help_text=_("Empty: all fields of the edition."),
    )
    document = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("decision on the jury"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contest_jurors",
    )
    appointed_on = models.DateField(_("juror appointed on"))
    ended_on = models.DateField(_("juror until"), null=True, blank=True, editable=False)
    end_reason = models.TextField(_("why the juror left"), blank=True, editable=False)

    objects = JurorQuerySet.as_manager()

    class Meta:
        verbose_name = _("juror")
        verbose_name_plural = _("jurors")
        ordering = ["-edition__deadline", "field__position", "person__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "person"],
                name="contests_juror_once",
                violation_error_message=_("This person is a juror of this edition already."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, end_reason="")
                | (Q(ended_on__gte=F("appointed_on")) & ~Q(end_reason="")),
                name="contests_juror_ended_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)

    @property
    @display(description=_("Field of the juror"))
    def field_label(self) -> str:
        """The field in words, or nothing for all of them (see `Entry.field_label`)."""
        return str(self.field or "")

    def reader_keys(self) -> set[str]:
        """A juror reads their own appointment."""
        return {person_key(self.person_id)}

    def covers(self, entry: Entry) -> bool:
        """Whether the juror scores the field of an entry."""
        return self.field_id is None or self.field_id == entry.field_id

    def conflict_with(self, entry: Entry) -> str:
        """Return why this juror may not score an entry, or nothing.

        As far as the records know: the juror works at the entry's school or unit, or is an
        author or mentor of it. What no record knows (family) the juror declares at the desk.
        """
        people = {row.person_id for row in (*entry.authors.all(), *entry.mentors.all())}
        if self.person_id in people:
            return gettext("is an author or mentor of the entry")
        places = {place.organisation_id for place in self.person.affiliations.all()}
        schools = {author.school_id for author in entry.authors.all()} | {entry.unit_id}
        if places & (schools - {None}):
            return gettext("belongs to the school or unit of the entry")
        return ""


class Score(Guarded):
    """The sheet of one juror for one entry (phiếu chấm): locked from its submission on."""

    loaded_with = ("entry", "juror")

    entry = models.ForeignKey(
        Entry, verbose_name=_("contest entry"), on_delete=models.PROTECT, related_name="scores"
    )
    juror = models.ForeignKey(
        Juror, verbose_name=_("juror"), on_delete=models.PROTECT, related_name="scores"
    )
    assigned_on = models.DateField(_("sheet given out on"))
    due_on = models.DateField(_("sheet due by"), null=True, blank=True)
    submitted_on = models.DateField(_("sheet submitted on"), null=True, blank=True, editable=False)
    total = models.DecimalField(
        _("points in total"), max_digits=6, decimal_places=1, null=True, blank=True, editable=False
    )
    remark = models.TextField(_("remark of the juror"), blank=True, editable=False)
    excused_on = models.DateField(_("juror excused on"), null=True, blank=True, editable=False)
    excuse_reason = models.TextField(_("why the juror is excused"), blank=True, editable=False)

    objects = ScoreQuerySet.as_manager()

    class Meta:
        verbose_name = _("score sheet")
        verbose_name_plural = _("score sheets")
        ordering = ["entry__code", "juror", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "juror"], name="contests_score_once"),
            models.CheckConstraint(
                condition=Q(submitted_on=None, total=None)
                | Q(submitted_on__gte=F("assigned_on"), total__isnull=False),
                name="contests_score_submitted_with_total",
            ),
            models.CheckConstraint(
                condition=Q(excused_on=None, excuse_reason="")
                | (Q(excused_on__isnull=False, submitted_on=None) & ~Q(excuse_reason="")),
                name="contests_score_excused_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return gettext("Sheet of %(code)s") % {"code": self.entry.code}

    @property
    def state(self) -> SheetState:
        """Where the sheet stands; agrees with `ScoreQuerySet.with_state`."""
        if self.excused_on:
            return SheetState.EXCUSED
        return SheetState.SUBMITTED if self.submitted_on else SheetState.DUE

    @property
    @display(description=_("State of the sheet"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    def reader_keys(self) -> set[str]:
        """A juror reads their own sheets, and no others."""
        return {person_key(self.juror.person_id)}

    def after_recorded(self) -> None:
        """Let the juror read the entry that is to be scored, while it is."""
        super().after_recorded()
        refresh_entries([self.entry_id])

    @classmethod
    def after_all_recorded(cls, rows: Sequence[Score]) -> None:
        """Do so once for each entry, however many jurors it is given to."""
        refresh_all_keys(cls, rows)
        refresh_entries(row.entry_id for row in rows)


class Mark(Recorded):
    """The points of one criterion on a sheet."""

    score = models.ForeignKey(
        Score, verbose_name=_("score sheet"), on_delete=models.CASCADE, related_name="marks"
    )
    criterion = models.ForeignKey(
        Criterion,
        verbose_name=_("criterion of an edition"),
        on_delete=models.PROTECT,
        related_name="marks",
    )
    points = models.DecimalField(_("points given"), max_digits=5, decimal_places=1)

    class Meta:
        verbose_name = _("points for a criterion")
        verbose_name_plural = _("points for criteria")
        ordering = ["criterion__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["score", "criterion"], name="contests_mark_once"),
            models.CheckConstraint(condition=Q(points__gte=0), name="contests_mark_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.points}"

    def history_owner(self) -> Recorded:
        """Stand in the history of the sheet."""
        return self.score


def weighted_total(points: Iterable[tuple[Criterion, Decimal]]) -> Decimal:
    """Return the points of a sheet added up, each by the weight of its criterion."""
    return sum((value * criterion.weight for criterion, value in points), Decimal(0))
