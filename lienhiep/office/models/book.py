"""What documents are called and in which register they stand: reference data of the office."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import ANYONE
from lienhiep.office.choices import BookKind, BookPeriod, Direction, DocumentSystem


class DocumentKind(Guarded):
    """A kind of document (tên loại văn bản) with the abbreviation that stands in its symbol.

    Large and small letters count: QĐ is a decision, QyĐ a regulation (decree 30/2020/NĐ-CP,
    appendix III). Official letters (công văn) have none.
    """

    system = models.CharField(
        _("written by the rules of"), max_length=10, choices=DocumentSystem.choices
    )
    code = models.SlugField(
        _("code of the kind"), max_length=40, help_text=_("It stays when the name changes.")
    )
    name = models.CharField(_("name of the kind"), max_length=80)
    abbreviation = models.CharField(_("abbreviation"), max_length=10, blank=True)
    position = models.PositiveSmallIntegerField(_("place in the legal list"), default=0)
    is_active = models.BooleanField(
        _("kind in use"),
        default=True,
        help_text=_("A kind no longer in use is not offered, but keeps its documents."),
    )

    class Meta:
        verbose_name = _("kind of document")
        verbose_name_plural = _("kinds of document")
        ordering = ["-system", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["system", "code"],
                name="office_documentkind_code",
                violation_error_message=_("A kind with this code stands in the list already."),
            ),
            models.UniqueConstraint(
                fields=["system", "abbreviation"],
                condition=~Q(abbreviation=""),
                name="office_documentkind_abbreviation",
                violation_error_message=_("Another kind has this abbreviation."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def reader_keys(self) -> set[str]:
        """The kinds of document may be read by anyone."""
        return {ANYONE}


class RegisterBook(Guarded):
    """A register (sổ đăng ký văn bản): one series of numbers, in one direction."""

    code = models.SlugField(
        _("code of the register"),
        max_length=40,
        unique=True,
        help_text=_("It names the series of numbers and never changes."),
    )
    name = models.CharField(_("name of the register"), max_length=120)
    direction = models.CharField(
        _("documents of the register"), max_length=10, choices=Direction.choices
    )
    kind = models.CharField(
        _("kind of register"), max_length=12, choices=BookKind.choices, default=BookKind.GENERAL
    )
    runs_by = models.CharField(
        _("numbers begin again"), max_length=5, choices=BookPeriod.choices, default=BookPeriod.YEAR
    )
    term = models.CharField(
        _("present term"),
        max_length=20,
        blank=True,
        help_text=_("Only where numbers run by the term, such as 2022-2025."),
    )
    body_symbol = models.CharField(
        _("body in the symbol"),
        max_length=30,
        blank=True,
        help_text=_("Such as BTC for a committee under the Union's seal; empty: the Union itself."),
    )
    is_active = models.BooleanField(_("register in use"), default=True)

    class Meta:
        verbose_name = _("register of documents")
        verbose_name_plural = _("registers of documents")
        ordering = ["-direction", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(runs_by=BookPeriod.YEAR) | ~Q(term=""),
                name="office_registerbook_term",
                violation_error_message=_("State the term in which the numbers run."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def series_of(self, kind: DocumentKind, on: date) -> str:
        """Return the series of a number: the year, or the term and the kind (Party)."""
        if self.runs_by == BookPeriod.YEAR:
            return str(on.year)
        return f"{self.term} {kind.abbreviation or kind.code}"

    @property
    def series_code(self) -> str:
        """The name of the series in the book of numbers."""
        return f"office.{self.code}"
