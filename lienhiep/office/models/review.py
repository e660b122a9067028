"""A resolution or directive reviewed midway or at its end, with the reports asked for."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.principals import organisation_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.office.choices import ReviewKind, ReviewState
from lienhiep.office.files import REVIEW_REPORT
from lienhiep.office.models.document import OfficialDocument
from lienhiep.office.querysets import ReviewQuerySet, ReviewRequestQuerySet


class ResolutionReview(Guarded, ClusterableModel):
    """The review of a resolution or directive (sơ kết, tổng kết)."""

    document = models.ForeignKey(
        OfficialDocument,
        verbose_name=_("document reviewed"),
        on_delete=models.PROTECT,
        related_name="reviews",
    )
    kind = models.CharField(_("kind of review"), max_length=10, choices=ReviewKind.choices)
    period_label = models.CharField(
        _("time reviewed"), max_length=80, help_text=_("Such as 5 years, 2016 to 2020.")
    )
    opened_on = models.DateField(_("review opened on"))
    outline = models.TextField(
        _("outline of the report asked for"),
        blank=True,
        help_text=_("Associations read it where they write their report."),
    )
    concluded_on = models.DateField(_("review concluded on"), null=True, blank=True, editable=False)
    conclusion = models.TextField(_("conclusion of the review"), blank=True, editable=False)
    missing_reason = models.TextField(
        _("why it was concluded without all reports"), blank=True, editable=False
    )

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review of a resolution")
        verbose_name_plural = _("reviews of resolutions")
        ordering = ["-opened_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "kind", "period_label"],
                name="office_review_once",
                violation_error_message=_("This review of the document is on record already."),
            ),
            models.CheckConstraint(
                condition=Q(concluded_on=None, conclusion="")
                | (Q(concluded_on__gte=F("opened_on")) & ~Q(conclusion="")),
                name="office_review_concluded_with_words",
            ),
        ]
        indexes = [models.Index(fields=["concluded_on"])]

    def __str__(self) -> str:
        return gettext("%(kind)s of %(document)s") % {
            "kind": self.get_kind_display(),
            "document": self.document.symbol or self.document,
        }

    @property
    def state(self) -> ReviewState:
        """Where the review stands; agrees with `ReviewQuerySet.with_state`."""
        if self.concluded_on is not None:
            return ReviewState.CONCLUDED
        return ReviewState.ASKED if self.requests.exists() else ReviewState.OPEN

    @property
    @display(description=_("State of the review"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("Together with"))
    def chairs_label(self) -> str:
        """Those who led the review with the Union, in one line."""
        return ", ".join(str(chair.organisation) for chair in self.co_chairs.all())

    def clean(self) -> None:
        """Put texts in composed letters."""
        super().clean()
        self.period_label = clean(self.period_label)
        self.outline = clean_lines(self.outline)


class ReviewCoChair(Recorded):
    """A body that leads the review together with the Union."""

    review = ParentalKey(
        ResolutionReview,
        verbose_name=_("review of a resolution"),
        on_delete=models.CASCADE,
        related_name="co_chairs",
    )
    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("co-chairing body"),
        on_delete=models.PROTECT,
        related_name="reviews_co_chaired",
    )

    class Meta:
        verbose_name = _("co-chair of a review")
        verbose_name_plural = _("co-chairs of a review")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "organisation"], name="office_reviewcochair_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    def history_owner(self) -> Recorded:
        """Stand in the history of the review."""
        return self.review


class ReviewRequest(Guarded):
    """A report asked of an organisation for a review, and the report once it came."""

    review = models.ForeignKey(
        ResolutionReview,
        verbose_name=_("review of a resolution"),
        on_delete=models.PROTECT,
        related_name="requests",
    )
    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("asked to report"),
        on_delete=models.PROTECT,
        related_name="review_requests",
    )
    asked_on = models.DateField(_("report asked for on"))
    due_on = models.DateField(_("report due on"), null=True, blank=True)
    received_on = models.DateField(_("report received on"), null=True, blank=True, editable=False)
    report = RecordFileField(_("report as a file"), use=REVIEW_REPORT, blank=True, editable=False)
    text = models.TextField(_("report in words"), blank=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("report recorded by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    released_on = models.DateField(
        _("asked no longer since"), null=True, blank=True, editable=False
    )
    release_reason = models.TextField(_("why asked no longer"), blank=True, editable=False)

    objects = ReviewRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("report asked for a review")
        verbose_name_plural = _("reports asked for reviews")
        ordering = ["review", "organisation"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "organisation"], name="office_reviewrequest_once"
            ),
            models.CheckConstraint(
                condition=Q(due_on=None) | Q(due_on__gte=F("asked_on")),
                name="office_reviewrequest_due_after_asked",
            ),
            models.CheckConstraint(
                condition=Q(received_on=None) | Q(received_on__gte=F("asked_on")),
                name="office_reviewrequest_received_after_asked",
            ),
            models.CheckConstraint(
                condition=Q(released_on=None, release_reason="")
                | (Q(released_on__isnull=False, received_on=None) & ~Q(release_reason="")),
                name="office_reviewrequest_released_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["received_on"])]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.review}"

    @property
    @display(description=_("Report received"), boolean=True)
    def is_received(self) -> bool:
        """Whether the report has come."""
        return self.received_on is not None

    def is_late_on(self, on: date) -> bool:
        """Whether the report is owed and overdue on a day."""
        is_owed = self.received_on is None and self.released_on is None
        return is_owed and self.due_on is not None and self.due_on < on

    def reader_keys(self) -> set[str]:
        """Let those read it who act for the organisation that is asked."""
        return {organisation_key(self.organisation_id)}
