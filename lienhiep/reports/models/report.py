"""Reports and what is written in them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField

from lienhiep.core.guarding import Guarded, GuardedQuerySet
from lienhiep.core.history import Recorded
from lienhiep.core.period import Period, today
from lienhiep.core.principals import ANYONE
from lienhiep.core.search.feeding import feed
from lienhiep.reports.choices import ReportState
from lienhiep.reports.validators import validate_figures_named, validate_period

SIGNED = ("title", "period_code", "data_date", "signer", "signer_position", "frozen_at")
"""What is never changed any more once a report is signed."""


class ReportQuerySet(GuardedQuerySet):
    """Reports by state."""

    def frozen(self) -> ReportQuerySet:
        """Return those that are signed and not withdrawn."""
        return self.filter(state=ReportState.FROZEN)

    def on_exactly(self, period: Period) -> ReportQuerySet:
        """Return those on a period itself, the newest signature first."""
        return self.filter(period_code=str(period)).order_by("-frozen_at", "-pk")

    def signed(self) -> ReportQuerySet:
        """Return those that were ever signed, withdrawn since or not."""
        return self.exclude(state=ReportState.DRAFT)

    def shown_to_all(self) -> ReportQuerySet:
        """Return those that the site shows, the newest first."""
        return self.frozen().filter(is_public=True).order_by("-data_date", "-frozen_at", "-pk")


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
        default=today,
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

    def clean(self) -> None:
        """Refuse a data date on which the period has not begun."""
        super().clean()
        if not self.period_code or self.data_date is None:
            return
        try:
            begins = self.period.start
        except ValueError:
            return
        if self.data_date < begins:
            raise ValidationError({"data_date": _("The data date lies before the period begins.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, unless this would change what was signed."""
        with transaction.atomic():
            signed = type(self).objects.signed().select_for_update().filter(pk=self.pk).first()
            if signed is not None:
                refuse_change_of_signed(signed, self)
            super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete a draft; a signed report is withdrawn instead."""
        if type(self).objects.signed().filter(pk=self.pk).exists():
            raise ValidationError(_("A signed report is not deleted; withdraw it."))
        return super().delete(*args, **kwargs)


def refuse_change_of_signed(signed: Report, now: Report) -> None:
    """Refuse a change of what stands signed, and a way back to a draft."""
    changed = [name for name in SIGNED if getattr(signed, name) != getattr(now, name)]
    if changed or now.state == ReportState.DRAFT:
        raise ValidationError(_("This report is signed; its text cannot be changed."))


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

    def after_recorded(self) -> None:
        """Let the report be found by what this chapter says."""
        super().after_recorded()
        feed(self.report)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, unless the report is signed: what was signed is not written anew."""
        with transaction.atomic():
            self._refuse_if_signed()
            super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete, unless the report is signed."""
        with transaction.atomic():
            self._refuse_if_signed()
            return super().delete(*args, **kwargs)

    def _refuse_if_signed(self) -> None:
        """Ask the database, not the report loaded: it may have been signed since."""
        held = Report.objects.filter(pk=self.report_id).select_for_update().first()
        stands_in = type(self)._base_manager.filter(pk=self.pk).values("report_id")
        if (held is not None and held.is_frozen) or (
            self.pk and Report.objects.signed().filter(pk__in=stands_in).exists()
        ):
            raise ValidationError(_("This report is signed; its text cannot be changed."))
