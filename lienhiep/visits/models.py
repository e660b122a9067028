"""The counter of visits: balances carried over, daily rows, and how far the counting has come."""

from __future__ import annotations

from django.contrib.admin import display
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.visits.choices import Device, TallyKind
from lienhiep.visits.querysets import DailyTallyQuerySet
from lienhiep.visits.validators import validate_day_over


class DailyTally(Guarded):
    """A row of the counter: the visits of a day, or the balance carried over at its end.

    One kind of record for both, so that the total is one sum over rows that can be opened.
    What the program counts onto the row of a day is no act of anybody, and writes no
    history; that a row was begun, loaded, or stated by somebody does.
    """

    day = models.DateField(_("day of the visits"))
    kind = models.CharField(
        _("kind of row"), max_length=10, choices=TallyKind.choices, editable=False
    )
    visits = models.PositiveBigIntegerField(_("number of visits"), default=0)
    note = models.CharField(
        _("where the number comes from"),
        max_length=300,
        blank=True,
        help_text=_("Such as: counter of the former site, read on its last day."),
    )
    void_reason = models.TextField(_("why it is void"), blank=True, editable=False)

    objects = DailyTallyQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of the visit counter")
        verbose_name_plural = _("rows of the visit counter")
        ordering = ["-day", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "kind"],
                condition=Q(void_reason=""),
                name="visits_dailytally_once",
                violation_error_message=_("This day has such a row already."),
            ),
            models.CheckConstraint(
                condition=Q(kind=TallyKind.OPENING) | Q(void_reason=""),
                name="visits_dailytally_only_a_balance_is_void",
            ),
        ]
        indexes = [models.Index(fields=["kind", "day"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {date_format(self.day, 'SHORT_DATE_FORMAT')}"

    @property
    def is_opening(self) -> bool:
        """Whether the row is a balance carried over."""
        return self.kind == TallyKind.OPENING

    @property
    def is_void(self) -> bool:
        """Whether the balance was taken out of use."""
        return bool(self.void_reason)

    @property
    @display(description=_("kind of row"))
    def kind_label(self) -> str:
        """The kind in words, for exports."""
        return str(self.get_kind_display())

    def clean(self) -> None:
        """Refuse a balance at the end of a day that is not over."""
        super().clean()
        if self.is_opening and self.day:
            validate_day_over("day", self.day)


class DeviceTally(models.Model):
    """The visits of people of one day on one kind of device (thiết bị truy cập); kept for ever."""

    day = models.DateField()
    device = models.CharField(max_length=10, choices=Device.choices)
    visits = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "device"], name="visits_devicetally_once")
        ]

    def __str__(self) -> str:
        return f"{self.day}, {self.device}: {self.visits}"


class PageTally(models.Model):
    """How often people read one page on one day; kept for ever.

    `page` is the number that `core.counted_pages` gives.
    """

    page = models.BigIntegerField()
    day = models.DateField()
    visits = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "day"], name="visits_pagetally_once")
        ]
        indexes = [models.Index(fields=["day", "-visits"], name="visits_pagetally_of_a_day")]

    def __str__(self) -> str:
        return f"{self.page}, {self.day}: {self.visits}"


class PageTotal(models.Model):
    """How often people read one page altogether (lượt xem), a balance of a former site included.

    Equals `opening` and the sum of the daily rows; kept ready because lists ask for many.
    """

    page = models.BigIntegerField(primary_key=True)
    reads = models.PositiveBigIntegerField(default=0)
    opening = models.PositiveBigIntegerField(default=0)
    """What the former site had counted, machines among it."""

    class Meta:
        indexes = [models.Index(fields=["-reads"], name="visits_pagetotal_most_read")]

    def __str__(self) -> str:
        return f"{self.page}: {self.reads}"


class SegmentCursor(models.Model):
    """How far a file of counted visits was taken into the daily rows.

    Moved in the transaction that adds to the rows: so nothing is lost or counted twice,
    whenever a process is killed.
    """

    name = models.CharField(max_length=120, unique=True)
    offset = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name}: {self.offset}"


class RecentVisitor(models.Model):
    """When somebody was last seen, for the number of those on line now.

    `visitor` is a number made with a key that is thrown away each day; it leads to nobody.
    Rows are dropped after some minutes.
    """

    visitor = models.BigIntegerField(primary_key=True)
    is_bot = models.BooleanField(default=False)
    seen_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.visitor}: {self.seen_at}"
