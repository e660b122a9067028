"""Numbers given in registers: each once, none twice."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class NumberBook(models.Model):
    """One series of numbers: a book in one year, or a body's book in one term."""

    code = models.CharField(_("book"), max_length=80)
    period = models.CharField(_("year or term"), max_length=40)
    last = models.PositiveIntegerField(_("last number given"), default=0)
    carried_over = models.PositiveIntegerField(
        _("last number of the former book"),
        default=0,
        help_text=_("Numbers up to it were given before the program was used, on paper."),
    )

    class Meta:
        app_label = "core"
        verbose_name = _("book of numbers")
        verbose_name_plural = _("books of numbers")
        constraints = [
            models.UniqueConstraint(fields=["code", "period"], name="core_numberbook_once")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.period}"


class NumberState(models.TextChoices):
    """What became of a number; codes never change."""

    TAKEN = "taken", _("Given")
    RESERVED = "reserved", _("Reserved")
    VOIDED = "voided", _("Voided")


class NumberEntry(models.Model):
    """One number of a book: to what it was given, by whom, and why it was voided.

    A row is never deleted and never given to something else, so the book itself is the
    proof that no number was used twice.
    """

    book = models.ForeignKey(NumberBook, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField(_("number"))
    suffix = models.CharField(
        _("letter"), max_length=2, blank=True, help_text=_("Of a late entry, such as 15a.")
    )
    state = models.CharField(_("state"), max_length=20, choices=NumberState.choices)
    content_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    object_id = models.BigIntegerField(null=True, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("number given by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    given_at = models.DateTimeField(_("given"), default=timezone.now)
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("voided by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    voided_at = models.DateTimeField(_("voided"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        app_label = "core"
        verbose_name = _("number given")
        verbose_name_plural = _("numbers given")
        ordering = ["number", "suffix"]
        constraints = [
            models.UniqueConstraint(
                fields=["book", "number", "suffix"], name="core_numberentry_once"
            )
        ]
        indexes = [models.Index(fields=["content_type", "object_id"])]

    def __str__(self) -> str:
        return f"{self.number:02d}{self.suffix}"
