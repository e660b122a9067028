"""A document that came in or went out: one record, whatever happens to it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.period import FIRST_YEAR, LAST_YEAR, today
from lienhiep.core.principals import ANYONE, organisation_key, user_key
from lienhiep.core.text import clean, clean_lines, fold, format_date
from lienhiep.core.text.symbols import symbol_keys
from lienhiep.office.choices import (
    BookKind,
    Direction,
    DocumentState,
    DocumentUrgency,
    OriginLevel,
    Secrecy,
)
from lienhiep.office.files import ATTACHMENT, ORIGINAL
from lienhiep.office.models.book import DocumentKind, RegisterBook
from lienhiep.office.querysets import DocumentQuerySet
from lienhiep.office.readers import COMPLAINT_READERS, OFFICE_READERS

KEY_LENGTH = 1500


class OfficialDocument(Guarded):
    """An official document (văn bản), received or issued.

    `symbol` is the number and symbol as the document bears it; `register_number` is the
    number that our own register gave it (số đến, số đi). Its state follows from dates,
    which only the verbs of this room set.
    """

    loaded_with = ("book", "kind", "issuer", "named_readers")

    history_ignored = frozenset({"search_key"})

    direction = models.CharField(
        _("incoming or outgoing"),
        max_length=10,
        choices=Direction.choices,
        default=Direction.RECEIVED,
    )
    book = models.ForeignKey(
        RegisterBook,
        verbose_name=_("register of documents"),
        on_delete=models.PROTECT,
        related_name="documents",
    )
    year = models.PositiveSmallIntegerField(
        _("year of the register"),
        null=True,
        blank=True,
        editable=False,
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
    )
    series = models.CharField(
        _("series of numbers"),
        max_length=40,
        blank=True,
        editable=False,
        help_text=_("The year, or for Party documents the term and the kind."),
    )
    register_number = models.PositiveIntegerField(
        _("register number"), null=True, blank=True, editable=False
    )
    register_suffix = models.CharField(
        _("letter of a late number"), max_length=2, blank=True, editable=False
    )

    kind = models.ForeignKey(
        DocumentKind,
        verbose_name=_("kind of document"),
        on_delete=models.PROTECT,
        related_name="documents",
    )
    symbol = models.CharField(
        _("number and symbol"),
        max_length=80,
        blank=True,
        db_index=True,
        help_text=_("As the document has it, such as 590/QĐ-UBND or 06-NQ/TU."),
    )
    issued_on = models.DateField(_("date of the document"), null=True, blank=True)
    received_on = models.DateField(_("day of arrival"), null=True, blank=True)
    issuer = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("issuing body"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="official_documents",
    )
    summary = models.TextField(
        _("abstract of the document"), help_text=_("What the document is about, in one sentence.")
    )
    origin = models.CharField(
        _("level of origin"), max_length=10, choices=OriginLevel.choices, default=OriginLevel.OTHER
    )
    subject_field = models.CharField(_("field of work"), max_length=120, blank=True)
    urgency = models.CharField(
        _("degree of urgency"),
        max_length=12,
        choices=DocumentUrgency.choices,
        default=DocumentUrgency.NORMAL,
    )
    secrecy = models.CharField(
        _("degree of secrecy"),
        max_length=14,
        choices=Secrecy.choices,
        default=Secrecy.NONE,
        help_text=_("A secret document is read by whoever registers it and those named, only."),
    )
    signer_name = models.CharField(_("name of who signs"), max_length=120, blank=True)
    signer_position = models.CharField(
        _("position of who signs"),
        max_length=160,
        blank=True,
        help_text=_("With the authority, such as TM. Ban Thường vụ, Phó Chủ tịch."),
    )
    pages = models.PositiveSmallIntegerField(_("pages of the document"), null=True, blank=True)
    copies = models.PositiveSmallIntegerField(_("copies of the document"), null=True, blank=True)
    destinations = models.CharField(
        _("places of receipt"),
        max_length=500,
        blank=True,
        help_text=_("As the document names them."),
    )
    kept_by = models.CharField(
        _("unit that keeps the copy"), max_length=160, blank=True, help_text=_("Such as VT, VP.")
    )
    unit_symbol = models.CharField(
        _("drafting unit in the symbol"),
        max_length=20,
        blank=True,
        help_text=_("Only in official letters: VP in 15/LHH-VP."),
    )
    due_on = models.DateField(_("to be handled by"), null=True, blank=True)
    original = RecordFileField(
        _("document as a PDF"),
        use=ORIGINAL,
        blank=True,
        help_text=_("Its bytes are kept exactly as they came, with their checksum."),
    )
    attachment = RecordFileField(_("attachment of the document"), use=ATTACHMENT, blank=True)
    note = models.TextField(
        _("note of the office"), blank=True, help_text=_("Read by the Union's staff only.")
    )

    is_public = models.BooleanField(_("on the public site"), default=False, editable=False)
    published_on = models.DateField(_("on the site since"), null=True, blank=True, editable=False)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("registered by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    drafted_on = models.DateField(_("document drafted on"), null=True, blank=True, editable=False)
    signed_on = models.DateField(_("document signed on"), null=True, blank=True, editable=False)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("signature recorded by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    assigned_on = models.DateField(_("document assigned on"), null=True, blank=True, editable=False)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("document in charge of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="documents_in_charge",
    )
    coordinating = models.CharField(
        _("in co-ordination with"), max_length=255, blank=True, editable=False
    )
    instruction = models.TextField(_("instruction of the leader"), blank=True, editable=False)
    forwarded_on = models.DateField(_("first forwarded on"), null=True, blank=True, editable=False)
    handled_on = models.DateField(_("document handled on"), null=True, blank=True, editable=False)
    outcome = models.TextField(_("outcome of the handling"), blank=True, editable=False)
    closed_on = models.DateField(_("document filed on"), null=True, blank=True, editable=False)
    file_code = models.CharField(_("file code"), max_length=60, blank=True, editable=False)
    withdrawn_on = models.DateField(_("recalled on"), null=True, blank=True, editable=False)
    withdrawal_reason = models.TextField(_("reason of the recall"), blank=True, editable=False)
    voided_on = models.DateField(_("declared void on"), null=True, blank=True, editable=False)
    void_reason = models.TextField(_("reason of voiding"), blank=True, editable=False)
    search_key = models.CharField(max_length=KEY_LENGTH, editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("official document")
        verbose_name_plural = _("official documents")
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["book", "series", "register_number", "register_suffix"],
                condition=Q(register_number__isnull=False),
                name="office_document_number_once",
            ),
            models.CheckConstraint(
                condition=Q(direction=Direction.ISSUED) | Q(received_on__isnull=False),
                name="office_document_received_on_a_day",
                violation_error_message=_("State the day on which the document arrived."),
            ),
            models.CheckConstraint(
                condition=Q(register_number=None, register_suffix="")
                | (Q(register_number__gte=1) & ~Q(series="")),
                name="office_document_number_in_a_series",
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(secrecy=Secrecy.NONE, published_on__isnull=False),
                name="office_document_secret_never_public",
            ),
            models.CheckConstraint(
                condition=Q(voided_on=None, void_reason="")
                | (Q(voided_on__isnull=False) & ~Q(void_reason="")),
                name="office_document_void_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawal_reason="")
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawal_reason="")),
                name="office_document_recalled_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(assigned_on=None, assigned_to=None)
                | Q(assigned_on__isnull=False, assigned_to__isnull=False),
                name="office_document_assigned_to_somebody",
            ),
        ]
        indexes = [
            models.Index(fields=["direction", "issued_on"]),
            models.Index(fields=["received_on"]),
            models.Index(fields=["is_public", "issued_on"]),
        ]

    def __str__(self) -> str:
        name = self.symbol or f"{self.kind}: {self.summary[:60]}"
        if self.issued_on is None:
            return name
        return gettext("%(symbol)s of %(day)s") % {
            "symbol": name,
            "day": format_date(self.issued_on),
        }

    @property
    def state(self) -> DocumentState:
        """Where the document stands; agrees with `DocumentQuerySet.with_state`."""
        for day, state in (
            (self.voided_on, DocumentState.VOIDED),
            (self.withdrawn_on, DocumentState.WITHDRAWN),
            (self.closed_on, DocumentState.CLOSED),
            (self.handled_on, DocumentState.HANDLED),
            (self.forwarded_on, DocumentState.FORWARDED),
            (self.assigned_on, DocumentState.ASSIGNED),
        ):
            if day is not None:
                return state
        if self.direction == Direction.RECEIVED:
            return DocumentState.REGISTERED
        if self.issued_on is not None:
            return DocumentState.ISSUED
        return DocumentState.SIGNED if self.signed_on else DocumentState.DRAFT

    @property
    @display(description=_("State of the document"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("register number"))
    def register_label(self) -> str:
        """The number in our register as it is written: "05", or "15a" for a late one."""
        if self.register_number is None:
            return ""
        return f"{self.register_number:02d}{self.register_suffix}"

    @property
    def is_general(self) -> bool:
        """Whether it may enter general lists: neither secret nor a complaint letter."""
        return self.secrecy == Secrecy.NONE and self.book.kind == BookKind.GENERAL

    @property
    def is_open_to_readers(self) -> bool:
        """Whether it stands on the public site; agrees with `open_to_readers`."""
        return (
            self.is_public
            and self.issued_on is not None
            and self.secrecy == Secrecy.NONE
            and self.voided_on is None
            and self.withdrawn_on is None
        )

    def reader_keys(self) -> set[str]:
        """Open it to those whose work it is; a secret one to those named, and nobody else."""
        if self.secrecy != Secrecy.NONE or self.book.kind == BookKind.SECRET:
            named = {user_key(row.user_id) for row in self.named_readers.all()}
            return named | ({user_key(self.registered_by_id)} if self.registered_by_id else set())
        if self.book.kind == BookKind.COMPLAINTS:
            charged = {user_key(self.assigned_to_id)} if self.assigned_to_id else set()
            return charged | COMPLAINT_READERS
        return (
            OFFICE_READERS
            | {organisation_key(one) for one in self.recipient_ids()}
            | ({ANYONE} if self.is_open_to_readers else set())
        )

    def recipient_ids(self) -> set[int]:
        """Return the organisations to which it was forwarded, cancelled sendings left out."""
        if self.forwarded_on is None:
            return set()
        sent = self.dispatches.filter(cancelled_on=None)
        return set(sent.exclude(receipts=None).values_list("receipts__organisation", flat=True))

    def clean(self) -> None:
        """Put texts in composed letters; refuse a register of the other direction."""
        super().clean()
        self.symbol = clean(self.symbol)
        self.summary = clean(self.summary)
        self.note = clean_lines(self.note)
        if self.book_id and self.book.direction != self.direction:
            raise ValidationError(
                {"book": gettext("This register is for documents of the other direction.")}
            )
        if self.book_id and self.secrecy != Secrecy.NONE and self.book.kind != BookKind.SECRET:
            raise ValidationError(
                {"book": gettext("A secret document stands in a register of secret documents.")}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save it with the key by which it is found."""
        self.tidy()
        super().save(*args, **kwargs)

    def tidy(self) -> None:
        """Keep the key by which it is found in step, and the day since when it is public."""
        if self.is_public and self.published_on is None:
            self.published_on = today()
        keys = " ".join(symbol_keys(self.symbol)) if self.symbol else ""
        issuer = str(self.issuer) if self.issuer else ""
        self.search_key = f" {keys} {fold(f'{self.summary} {issuer}')}"[:KEY_LENGTH]


class DocumentReader(Recorded):
    """Somebody named to read a secret document."""

    document = models.ForeignKey(
        OfficialDocument,
        verbose_name=_("official document"),
        on_delete=models.CASCADE,
        related_name="named_readers",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("named reader"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        verbose_name = _("named reader of a document")
        verbose_name_plural = _("named readers of a document")
        constraints = [
            models.UniqueConstraint(fields=["document", "user"], name="office_documentreader_once")
        ]

    def __str__(self) -> str:
        return str(self.user)

    def history_owner(self) -> Recorded:
        """Stand in the history of the document."""
        return self.document

    def after_recorded(self) -> None:
        """Open the document to the reader."""
        super().after_recorded()
        self.document.after_recorded()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Take the reader away, who reads the document no longer."""
        document = self.document
        result = super().delete(*args, **kwargs)
        document.after_recorded()
        return result
