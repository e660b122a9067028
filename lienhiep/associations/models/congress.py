"""The congress of an association, of the Union or of its Party cell."""

from __future__ import annotations

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.associations.choices import CongressKind, CongressMode, CongressState
from lienhiep.associations.files import RESOLUTION
from lienhiep.associations.models.body import Body, Term
from lienhiep.associations.querysets import CongressQuerySet
from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.text import clean, clean_lines, roman


class Congress(Guarded):
    """A congress (đại hội): planned, held with a quorum, reported to the authority.

    It is the congress of the body that it elects: an Executive Committee, or a Party cell.
    """

    body = models.ForeignKey(
        Body,
        verbose_name=_("body that it elects"),
        on_delete=models.PROTECT,
        related_name="congresses",
        help_text=_("The Executive Committee of the association or the Union, or the Party cell."),
    )
    kind = models.CharField(
        _("kind of congress"),
        max_length=20,
        choices=CongressKind.choices,
        default=CongressKind.REGULAR,
    )
    ordinal = models.PositiveSmallIntegerField(
        _("number of the congress"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("In figures; it is printed in Roman numerals: 6 is the VI congress."),
    )
    planned_on = models.DateField(_("planned for"))
    is_day_fixed = models.BooleanField(
        _("the day is fixed"),
        default=False,
        help_text=_("Without it only the month of the planned day counts."),
    )
    place = models.CharField(_("place of the congress"), max_length=200, blank=True)
    approval = models.CharField(
        _("letter allowing the congress"),
        max_length=150,
        blank=True,
        help_text=_("Number and day."),
    )
    held_on = models.DateField(
        _("first day of the congress"), null=True, blank=True, editable=False
    )
    last_day = models.DateField(
        _("last day of the congress"), null=True, blank=True, editable=False
    )
    mode = models.CharField(
        _("form of the congress"),
        max_length=20,
        choices=CongressMode.choices,
        blank=True,
        editable=False,
    )
    convened = models.PositiveIntegerField(
        _("delegates convened"), null=True, blank=True, editable=False
    )
    present = models.PositiveIntegerField(
        _("delegates present"), null=True, blank=True, editable=False
    )
    resolution = models.CharField(
        _("resolution of the congress"),
        max_length=150,
        blank=True,
        help_text=_("Number and day."),
    )
    resolution_file = RecordFileField(_("resolution, file"), use=RESOLUTION, blank=True)
    new_term = models.OneToOneField(
        Term,
        verbose_name=_("term that it began"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="congress",
    )
    reported_on = models.DateField(_("results reported on"), null=True, blank=True, editable=False)
    cancelled_on = models.DateField(
        _("congress cancelled on"), null=True, blank=True, editable=False
    )
    cancelling_reason = models.TextField(
        _("why the congress was cancelled"), blank=True, editable=False
    )
    note = models.TextField(_("note on the congress"), blank=True)

    objects = CongressQuerySet.as_manager()

    class Meta:
        verbose_name = _("congress")
        verbose_name_plural = _("congresses")
        ordering = ["-planned_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body"],
                condition=Q(held_on=None, cancelled_on=None),
                name="associations_congress_planned_once",
                violation_error_message=_("A congress of this body is planned already."),
            ),
            models.UniqueConstraint(
                fields=["body", "ordinal"],
                condition=Q(cancelled_on=None, ordinal__isnull=False),
                name="associations_congress_ordinal_once",
                violation_error_message=_("Another congress of this body bears this number."),
            ),
            models.CheckConstraint(
                condition=Q(
                    held_on=None, last_day=None, mode="", convened=None, present=None, new_term=None
                )
                | (
                    Q(
                        held_on__isnull=False,
                        last_day__gte=F("held_on"),
                        convened__gte=1,
                        present__gte=1,
                        present__lte=F("convened"),
                    )
                    & ~Q(mode="")
                ),
                name="associations_congress_held_whole",
            ),
            models.CheckConstraint(
                condition=Q(reported_on=None)
                | Q(held_on__isnull=False, reported_on__gte=F("last_day")),
                name="associations_congress_reported_after_held",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on=None, cancelling_reason="")
                | (Q(cancelled_on__isnull=False, held_on=None) & ~Q(cancelling_reason="")),
                name="associations_congress_cancelled_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["held_on"]), models.Index(fields=["planned_on"])]

    def __str__(self) -> str:
        owner = self.body.name if self.body.is_sensitive else self.body.organisation
        if self.ordinal is None:
            return f"{self.get_kind_display()}, {owner}"
        return gettext("%(ordinal)s congress, %(owner)s") % {
            "ordinal": self.ordinal_label,
            "owner": owner,
        }

    @property
    @display(description=_("Number of the congress"))
    def ordinal_label(self) -> str:
        """The number as it is printed: "VI"."""
        return roman(self.ordinal) if self.ordinal else ""

    @property
    def state(self) -> CongressState:
        """Where the congress stands; agrees with `CongressQuerySet.with_state`."""
        if self.cancelled_on:
            return CongressState.CANCELLED
        if self.reported_on:
            return CongressState.REPORTED
        return CongressState.HELD if self.held_on else CongressState.PLANNED

    @property
    @display(description=_("State of the congress"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("Planned for"))
    def planned_label(self) -> str:
        """The day where it is fixed, else the month."""
        return f"{self.planned_on:%d/%m/%Y}" if self.is_day_fixed else f"{self.planned_on:%m/%Y}"

    def reader_keys(self) -> set[str]:
        """Be read by those who read the body."""
        return self.body.reader_keys()

    def clean(self) -> None:
        """Put texts in composed letters; refuse what is no whole congress."""
        super().clean()
        for name in ("place", "approval", "resolution"):
            setattr(self, name, clean(getattr(self, name)))
        self.note = clean_lines(self.note)
        if self.present is not None and self.convened is not None and self.present > self.convened:
            raise ValidationError(
                {"present": gettext("More delegates were present than were convened.")}
            )
