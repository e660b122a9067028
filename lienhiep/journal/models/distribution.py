"""Who receives the journal: the standing list, and what was really sent of each issue."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.period import today
from lienhiep.core.text import fold
from lienhiep.journal.choices import RecipientKind
from lienhiep.journal.models.issue import Issue
from lienhiep.journal.querysets import DeliveryQuerySet, DistributionListQuerySet


class DistributionList(Guarded, ClusterableModel):
    """To whom the journal goes from a day on, until a newer list takes its place."""

    name = models.CharField(_("name of the list"), max_length=150)
    valid_from = models.DateField(_("list in force from"), unique=True)
    note = models.TextField(_("note on the list"), blank=True)

    objects = DistributionListQuerySet.as_manager()

    class Meta:
        verbose_name = _("distribution list")
        verbose_name_plural = _("distribution lists")
        ordering = ["-valid_from"]

    def __str__(self) -> str:
        return self.name


class DistributionLine(Recorded):
    """A line of the list: a directory group, one organisation, or a stated number of places.

    A statement stands in where only the number is known, with its source, such as the 460
    communes, wards and townships of 2022.
    """

    distribution_list = ParentalKey(
        DistributionList,
        verbose_name=_("distribution list"),
        on_delete=models.CASCADE,
        related_name="lines",
    )
    kind = models.CharField(_("kind of recipient"), max_length=20, choices=RecipientKind.choices)
    group = models.ForeignKey(
        "directory.DirectoryGroup",
        verbose_name=_("directory group"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("single organisation"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    statement = models.ForeignKey(
        "directory.UnitStatement",
        verbose_name=_("stated number of units"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Where only the number of places is known, with its source."),
    )
    label = models.CharField(
        _("written as"),
        max_length=255,
        blank=True,
        help_text=_("What stands on the delivery of a stated number of places."),
    )
    copies_each = models.PositiveSmallIntegerField(
        _("copies for each place"), default=1, validators=[MinValueValidator(1)]
    )

    class Meta:
        verbose_name = _("line of a distribution list")
        verbose_name_plural = _("lines of a distribution list")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(group__isnull=False, organisation=None, statement=None)
                | Q(group=None, organisation__isnull=False, statement=None)
                | Q(group=None, organisation=None, statement__isnull=False),
                name="journal_distributionline_one_source",
                violation_error_message=_(
                    "A line names a group, one organisation or a stated number: one of the three."
                ),
            ),
            models.CheckConstraint(
                condition=Q(copies_each__gte=1), name="journal_distributionline_copies"
            ),
        ]

    def __str__(self) -> str:
        return self.label or str(self.group or self.organisation or self.statement or "")

    def history_owner(self) -> Recorded:
        """Stand in the history of the list."""
        return self.distribution_list


class Delivery(Guarded):
    """What was sent of an issue to one recipient, as it was then.

    The lines of an issue are a snapshot: a department that is merged or renamed later keeps
    here the name and the address that stood on its parcel. A line stands for one place, or
    for as many places as its statement says.
    """

    history_ignored = frozenset({"search_key"})
    merge_leaves = frozenset({"organisation"})
    """Two records of one recipient both stood on parcels; merged, each keeps its own lines."""

    issue = models.ForeignKey(
        Issue, verbose_name=_("journal issue"), on_delete=models.PROTECT, related_name="deliveries"
    )
    kind = models.CharField(_("kind of recipient"), max_length=20, choices=RecipientKind.choices)
    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("receiving organisation"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="journal_deliveries",
    )
    statement = models.ForeignKey(
        "directory.UnitStatement",
        verbose_name=_("stated number of units"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    recipient = models.CharField(_("recipient as written"), max_length=255)
    address = models.CharField(_("address as written"), max_length=255, blank=True)
    places = models.PositiveIntegerField(_("places"), default=1)
    copies = models.PositiveIntegerField(_("copies"), default=1)
    sent_on = models.DateField(_("sent on"), null=True, blank=True)
    note = models.CharField(_("note on the delivery"), max_length=255, blank=True)
    search_key = models.CharField(max_length=600, editable=False)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery of an issue")
        verbose_name_plural = _("deliveries of issues")
        ordering = ["-issue__year", "-issue__number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["issue", "organisation"],
                condition=Q(organisation__isnull=False),
                name="journal_delivery_organisation_once",
            ),
            models.UniqueConstraint(
                fields=["issue", "statement"],
                condition=Q(statement__isnull=False),
                name="journal_delivery_statement_once",
            ),
            models.CheckConstraint(
                condition=Q(organisation=None) | Q(places=1),
                name="journal_delivery_organisation_is_one_place",
            ),
            models.CheckConstraint(condition=Q(places__gte=1), name="journal_delivery_places"),
        ]
        indexes = [models.Index(fields=["issue", "sent_on"])]

    def __str__(self) -> str:
        return f"{self.recipient} ({self.issue})"

    def tidy(self) -> None:
        """Keep the key by which the line is found in step with what is written on it."""
        self.search_key = fold(f"{self.recipient} {self.address}")[:600]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the line with its key."""
        self.tidy()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse more than one place for an organisation."""
        super().clean()
        if self.organisation_id and self.places != 1:
            raise ValidationError({"places": gettext("An organisation is one place.")})


class ReceivedExchange(Guarded):
    """A journal that a sister union sent in exchange for ours (tập san trao đổi)."""

    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("sister union"),
        on_delete=models.PROTECT,
        related_name="journals_received",
    )
    received_on = models.DateField(_("exchange received on"), default=today)
    title = models.CharField(_("journal received"), max_length=200)
    number_label = models.CharField(_("number received"), max_length=40)
    copies = models.PositiveSmallIntegerField(
        _("copies received"), default=1, validators=[MinValueValidator(1)]
    )

    class Meta:
        verbose_name = _("journal received in exchange")
        verbose_name_plural = _("journals received in exchange")
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "title", "number_label"],
                name="journal_receivedexchange_once",
            ),
            models.CheckConstraint(
                condition=Q(copies__gte=1), name="journal_receivedexchange_copies"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number_label}"
