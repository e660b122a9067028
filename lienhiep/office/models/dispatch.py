"""A document passed on to member associations, and what became of it at each of them."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import organisation_key
from lienhiep.core.text import clean_lines, format_date
from lienhiep.office.choices import DispatchScope, ReceiptState
from lienhiep.office.models.document import OfficialDocument
from lienhiep.office.querysets import DispatchQuerySet, ReceiptQuerySet


class Dispatch(Guarded):
    """One sending of a document (lượt chuyển), with the recipients as they were that day."""

    document = models.ForeignKey(
        OfficialDocument,
        verbose_name=_("official document"),
        on_delete=models.PROTECT,
        related_name="dispatches",
    )
    sent_on = models.DateField(_("document forwarded on"))
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("forwarded by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    scope = models.CharField(
        _("forwarded to"),
        max_length=12,
        choices=DispatchScope.choices,
        default=DispatchScope.ALL_MEMBERS,
    )
    due_on = models.DateField(_("to be acknowledged by"), null=True, blank=True)
    message = models.TextField(_("message to the recipients"), blank=True)
    cancelled_on = models.DateField(_("sending cancelled on"), null=True, blank=True)
    cancellation_reason = models.TextField(_("reason of the cancellation"), blank=True)

    objects = DispatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("sending of a document")
        verbose_name_plural = _("sendings of documents")
        ordering = ["-sent_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on=None) | Q(due_on__gte=F("sent_on")),
                name="office_dispatch_due_after_sent",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on=None, cancellation_reason="")
                | (Q(cancelled_on__isnull=False) & ~Q(cancellation_reason="")),
                name="office_dispatch_cancelled_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["sent_on"])]

    def __str__(self) -> str:
        return gettext("%(document)s, forwarded on %(day)s") % {
            "document": self.document,
            "day": format_date(self.sent_on),
        }

    def clean(self) -> None:
        """Keep the message in composed letters."""
        super().clean()
        self.message = clean_lines(self.message)


class Receipt(Guarded):
    """What became of a sending at one recipient, whose name stands as it was on that day."""

    loaded_with = ("dispatch__document",)

    dispatch = models.ForeignKey(
        Dispatch,
        verbose_name=_("sending of a document"),
        on_delete=models.PROTECT,
        related_name="receipts",
    )
    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("receiving association"),
        on_delete=models.PROTECT,
        related_name="document_receipts",
    )
    recipient = models.CharField(_("recipient as it was called"), max_length=255)
    sent_at = models.DateTimeField(_("moment of sending"))
    due_on = models.DateField(_("receipt to be confirmed by"), null=True, blank=True)
    opened_at = models.DateTimeField(_("first opened at"), null=True, blank=True)
    acknowledged_at = models.DateTimeField(_("acknowledged at"), null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("acknowledgement recorded by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    acknowledged_name = models.CharField(_("acknowledged in the name"), max_length=160, blank=True)
    acknowledgement_note = models.CharField(
        _("note on the acknowledgement"), max_length=300, blank=True
    )
    reminded_at = models.DateTimeField(_("last reminded at"), null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(_("reminders sent"), default=0)
    returned_on = models.DateField(_("returned on"), null=True, blank=True)
    return_reason = models.TextField(_("reason of the return"), blank=True)

    objects = ReceiptQuerySet.as_manager()

    class Meta:
        verbose_name = _("receipt of a document")
        verbose_name_plural = _("receipts of documents")
        ordering = ["-sent_at", "recipient", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dispatch", "organisation"], name="office_receipt_once"
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_at=None, acknowledged_name="")
                | (Q(acknowledged_at__isnull=False) & ~Q(acknowledged_name="")),
                name="office_receipt_acknowledged_by_name",
            ),
            models.CheckConstraint(
                condition=Q(returned_on=None, return_reason="")
                | (Q(returned_on__isnull=False, acknowledged_at=None) & ~Q(return_reason="")),
                name="office_receipt_returned_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "acknowledged_at"])]

    def __str__(self) -> str:
        return f"{self.recipient}: {self.dispatch.document}"

    @property
    def state(self) -> ReceiptState:
        """Where it stands; agrees with `ReceiptQuerySet.with_state`."""
        if self.acknowledged_at:
            return ReceiptState.ACKNOWLEDGED
        if self.returned_on:
            return ReceiptState.RETURNED
        return ReceiptState.OPENED if self.opened_at else ReceiptState.SENT

    @property
    @display(description=_("State of the receipt"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    def acknowledged_on(self) -> date | None:
        """The day of the acknowledgement, in Vietnam."""
        return timezone.localdate(self.acknowledged_at) if self.acknowledged_at else None

    @property
    @display(description=_("Acknowledged in time"), boolean=True)
    def is_in_time(self) -> bool | None:
        """Whether it was acknowledged by the day asked for; unknown without both."""
        if self.acknowledged_on is None or self.due_on is None:
            return None
        return self.acknowledged_on <= self.due_on

    def is_late_on(self, on: date) -> bool:
        """Whether the acknowledgement is owed and overdue on a day."""
        is_owed = self.acknowledged_at is None and self.returned_on is None
        return is_owed and self.due_on is not None and self.due_on < on

    def reader_keys(self) -> set[str]:
        """Let those read it who act for the recipient, while the sending stands."""
        if self.dispatch.cancelled_on is not None:
            return set()
        return {organisation_key(self.organisation_id)}
