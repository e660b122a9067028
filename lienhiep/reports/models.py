"""Reports, what is written in them, and the figures as they stood when they were signed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField

from lienhiep.core.figures import figure_named
from lienhiep.core.guarding import Guarded, GuardedQuerySet
from lienhiep.core.history import Recorded
from lienhiep.core.period import Period
from lienhiep.core.principals import ANYONE
from lienhiep.reports.choices import ReportState
from lienhiep.reports.validators import validate_figures_named, validate_period


class ReportQuerySet(GuardedQuerySet):
    """Reports by state and by period."""

    def frozen(self) -> ReportQuerySet:
        """Return those that are signed and not withdrawn."""
        return self.filter(state=ReportState.FROZEN)


class Report(Guarded, ClusterableModel):
    """A report (báo cáo) on a period: what is written, with the figures set in it by name."""

    title = models.CharField(_("title"), max_length=300)
    period_code = models.CharField(
        _("period"),
        max_length=40,
        validators=[validate_period],
        help_text=_(
            "2022, 2022-H1, 2022-9M, 2022-Q3, 2022-11, or two dates: 2022-03-01..2025-06-30."
        ),
    )
    data_date = models.DateField(
        _("data as of"),
        help_text=_("Records dated after this day are not counted (số liệu tính đến ngày)."),
    )
    state = models.CharField(
        _("state"), max_length=20, choices=ReportState.choices, default=ReportState.DRAFT
    )
    is_public = models.BooleanField(
        _("shown on the site"), default=False, help_text=_("Only once it is signed and frozen.")
    )
    number = models.CharField(
        _("number and symbol"), max_length=60, blank=True, help_text=_("Such as 15/BC-LHH.")
    )
    signer = models.CharField(_("signed by"), max_length=150, blank=True)
    signer_position = models.CharField(_("position of the signer"), max_length=150, blank=True)
    frozen_at = models.DateTimeField(_("frozen at"), null=True, blank=True, editable=False)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("frozen by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    replaces = models.ForeignKey(
        "self",
        verbose_name=_("takes the place of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="replaced_by",
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-data_date", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=ReportState.DRAFT) | models.Q(frozen_at__isnull=False),
                name="reports_report_frozen_has_a_time",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def period(self) -> Period:
        """The period reported on."""
        return Period.parse(self.period_code)

    @property
    def period_label(self) -> str:
        """The period in words."""
        return str(self.period.label)

    period_label.fget.short_description = _("period")  # type: ignore[attr-defined]

    @property
    def is_frozen(self) -> bool:
        """Whether the figures no longer move with the records."""
        return self.state != ReportState.DRAFT

    @property
    def shown_to_all(self) -> bool:
        """Whether the site shows it."""
        return self.is_public and self.state == ReportState.FROZEN

    def get_absolute_url(self) -> str:
        """Return the report's page on the site."""
        return reverse("reports:report", args=[self.pk])

    def reader_keys(self) -> set[str]:
        """A signed report that is made public is read by anyone."""
        return {ANYONE} if self.shown_to_all else set()


class Section(Recorded):
    """A chapter of a report: a heading and what is said under it."""

    report = ParentalKey(Report, on_delete=models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    heading = models.CharField(_("heading"), max_length=300)
    text = RichTextField(
        _("text"),
        blank=True,
        features=["bold", "italic", "ol", "ul", "h3", "h4"],
        validators=[validate_figures_named],
        help_text=_(
            "Figures are set in by name: [[E01]] is the value, [[E01|plan]] the plan, "
            "[[E03|Y tế]] one part, [[E06|over 100]] rounded down with “over”, "
            "[[E03|Y tế|about 5]] rounded with “about”."
        ),
    )

    class Meta:
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.heading

    def history_owner(self) -> Recorded:
        return self.report

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, unless the report is signed: what was signed is not written anew."""
        if self.report.is_frozen:
            raise ValidationError(_("This report is signed; its text cannot be changed."))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete, unless the report is signed."""
        if self.report.is_frozen:
            raise ValidationError(_("This report is signed; its text cannot be changed."))
        return super().delete(*args, **kwargs)


class FrozenFigure(models.Model):
    """A figure as it stood when the report was signed; never changed after."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="frozen_figures")
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=100)
    label = models.CharField(max_length=300)
    unit = models.CharField(max_length=60, blank=True)
    section = models.CharField(max_length=100, blank=True)
    counting_date = models.CharField(max_length=200)
    version = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    plan = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    parts = models.JSONField(default=list)
    records = models.PositiveIntegerField()
    content_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, null=True, related_name="+"
    )
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("frozen figure")
        verbose_name_plural = _("frozen figures")
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["report", "code"], name="reports_frozenfigure_once")
        ]

    def __str__(self) -> str:
        return f"{self.code} = {self.value}"


class FrozenRecord(models.Model):
    """What one record added to a frozen figure: its id, amount and group, and no names."""

    figure = models.ForeignKey(
        FrozenFigure, on_delete=models.CASCADE, related_name="frozen_records"
    )
    object_id = models.BigIntegerField()
    amount = models.DecimalField(max_digits=20, decimal_places=4)
    group = models.CharField(max_length=100, blank=True)

    class Meta:
        verbose_name = _("frozen record")
        verbose_name_plural = _("frozen records")
        constraints = [
            models.UniqueConstraint(
                fields=["figure", "object_id"], name="reports_frozenrecord_once"
            )
        ]

    def __str__(self) -> str:
        return f"#{self.object_id}: {self.amount}"


class Statement(Guarded):
    """A number that somebody states where it cannot be counted, or beside what is counted.

    It never takes the place of a counted value: both are shown, with the reason.
    """

    code = models.CharField(_("code of the figure"), max_length=20)
    period_code = models.CharField(_("period"), max_length=40, validators=[validate_period])
    value = models.DecimalField(_("value stated"), max_digits=20, decimal_places=2)
    reason = models.CharField(_("reason"), max_length=500)
    source = models.CharField(_("source"), max_length=300, blank=True)
    stated_on = models.DateField(_("stated on"))

    class Meta:
        verbose_name = _("stated number")
        verbose_name_plural = _("stated numbers")
        ordering = ["code", "-stated_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.code}, {self.period_code}: {self.value.normalize():f}"

    def clean(self) -> None:
        """Refuse a code that stands in no catalogue."""
        if self.code and figure_named(self.code) is None:
            raise ValidationError(
                {"code": _("There is no figure with the code “%(code)s”.") % {"code": self.code}}
            )

    def reader_keys(self) -> set[str]:
        """Stated numbers are for the office."""
        return set()


def amount_of(value: Any) -> int | float | None:
    """Return a stored amount as it is shown: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
