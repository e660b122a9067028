"""What is planned for a year: which issues, and how much of each subject."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any

from django.contrib.admin import display
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.period import FIRST_YEAR, LAST_YEAR
from lienhiep.journal.querysets import PlannedIssueQuerySet, YearPlanQuerySet


class Subject(Guarded):
    """A field of knowledge that the journal writes about (chuyên đề), in the order of its pages."""

    name = models.CharField(_("subject name"), max_length=150, unique=True)
    code = models.SlugField(
        _("subject code"),
        max_length=40,
        unique=True,
        help_text=_("Latin letters and hyphens; it stays the same when the name changes."),
    )
    position = models.PositiveSmallIntegerField(_("position in the contents"), default=0)
    is_active = models.BooleanField(
        _("in use"),
        default=True,
        help_text=_("A subject no longer in use is not offered, but keeps its articles."),
    )

    class Meta:
        verbose_name = _("journal subject")
        verbose_name_plural = _("journal subjects")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


class YearPlan(Guarded, ClusterableModel):
    """The plan of a year (kế hoạch xuất bản): its numbers and its shares by subject."""

    year = models.PositiveSmallIntegerField(
        _("plan year"),
        unique=True,
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
    )
    approved_on = models.DateField(
        _("plan approved on"),
        null=True,
        blank=True,
        help_text=_("The day of the decision that approves the plan, once there is one."),
    )
    note = models.TextField(_("note on the plan"), blank=True)

    objects = YearPlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("year plan of the journal")
        verbose_name_plural = _("year plans of the journal")
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                name="journal_yearplan_year",
            )
        ]

    def __str__(self) -> str:
        return gettext("Plan of %(year)s") % {"year": self.year}

    @property
    @display(description=_("Planned numbers"))
    def issue_count(self) -> int:
        """How many numbers are planned; it follows from the rows and is never typed."""
        return self.planned_issues.count()


class PlannedIssue(Recorded):
    """One number that the plan foresees. A double number is planned as two rows."""

    history_ignored = frozenset({"due_on"})

    plan = ParentalKey(
        YearPlan,
        on_delete=models.CASCADE,
        related_name="planned_issues",
        verbose_name=_("year plan of the journal"),
    )
    number = models.PositiveSmallIntegerField(
        _("planned number"), validators=[MinValueValidator(1)]
    )
    month = models.PositiveSmallIntegerField(
        _("planned month"), validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    theme = models.CharField(_("planned theme"), max_length=255, blank=True)
    due_on = models.DateField(_("due by"), editable=False)

    objects = PlannedIssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("planned number")
        verbose_name_plural = _("planned numbers")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="journal_plannedissue_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="journal_plannedissue_number"),
            models.CheckConstraint(
                condition=Q(month__gte=1, month__lte=12), name="journal_plannedissue_month"
            ),
        ]
        indexes = [models.Index(fields=["due_on"])]

    def __str__(self) -> str:
        return gettext("No. %(number)s/%(year)s") % {"number": self.number, "year": self.plan.year}

    def history_owner(self) -> Recorded:
        """Stand in the history of the plan."""
        return self.plan

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Work out the last day of the planned month, by which the number is due."""
        year = self.plan.year
        self.due_on = date(year, self.month, monthrange(year, self.month)[1])
        super().save(*args, **kwargs)


class SubjectTarget(Recorded):
    """The share of a subject that the plan aims at, in whole percent; a plan's add up to 100."""

    plan = ParentalKey(
        YearPlan,
        on_delete=models.CASCADE,
        related_name="targets",
        verbose_name=_("year plan of the journal"),
    )
    subject = models.ForeignKey(
        Subject,
        on_delete=models.PROTECT,
        related_name="targets",
        verbose_name=_("journal subject"),
    )
    share = models.PositiveSmallIntegerField(
        _("planned share (%)"), validators=[MaxValueValidator(100)]
    )

    class Meta:
        verbose_name = _("planned share of a subject")
        verbose_name_plural = _("planned shares of subjects")
        ordering = ["subject__position"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "subject"], name="journal_subjecttarget_once"),
            models.CheckConstraint(condition=Q(share__lte=100), name="journal_subjecttarget_share"),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.share} %"

    def history_owner(self) -> Recorded:
        """Stand in the history of the plan."""
        return self.plan
