"""What somebody is asked to agree to: one text for each purpose, version after version."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.admin import display
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import ConsentPurpose, TextState
from lienhiep.accounts.querysets import ConsentTextQuerySet
from lienhiep.core.guarding import Guarded
from lienhiep.core.period import today
from lienhiep.core.principals import ANYONE


class ConsentText(Guarded):
    """A text of consent (law 91/2025/QH15, art. 9): what for, which data, who receives them.

    A draft has no version and may be changed. Once it is put in force it is never changed
    again, because people may have seen it; a later text of the same purpose follows it.
    """

    NEVER_CHANGE: ClassVar[tuple[str, ...]] = (
        "purpose",
        "version",
        "text",
        "data_kinds",
        "recipients",
        "retention",
        "legal_basis",
    )

    purpose = models.CharField(
        _("purpose of the consent"), max_length=40, choices=ConsentPurpose.choices
    )
    version = models.CharField(_("version of the text"), max_length=40, blank=True, editable=False)
    text = models.TextField(
        _("words that are shown"),
        max_length=4000,
        help_text=_("In the words of who agrees: “I agree that …”."),
    )
    data_kinds = models.TextField(
        _("kinds of data"), max_length=1000, help_text=_("For example: name, class, school.")
    )
    recipients = models.TextField(
        _("who receives the data"),
        max_length=1000,
        help_text=_("Also “anyone who reads the site”, where something is published."),
    )
    retention = models.CharField(_("how long the data are kept"), max_length=300)
    legal_basis = models.CharField(_("legal basis"), max_length=300)
    asks_anew = models.BooleanField(
        _("asks people anew"),
        default=True,
        help_text=_("Tick where the meaning changed: who agreed to an earlier text is asked."),
    )
    valid_from = models.DateField(_("in force from"), null=True, blank=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("approved by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    approved_on = models.DateField(_("approved on"), null=True, blank=True, editable=False)

    objects = ConsentTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of a consent")
        verbose_name_plural = _("texts of consents")
        ordering = ["purpose", "-valid_from", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "version"],
                condition=~Q(version=""),
                name="accounts_consenttext_version_once",
            ),
            models.UniqueConstraint(
                fields=["purpose", "valid_from"],
                condition=Q(valid_from__isnull=False),
                name="accounts_consenttext_day_once",
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None, version="")
                | (Q(valid_from__isnull=False) & ~Q(version="")),
                name="accounts_consenttext_version_with_day",
            ),
        ]

    def __str__(self) -> str:
        words = str(self.get_purpose_display())
        return f"{words} ({self.version})" if self.version else words

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; refuse other words under a version that people may have seen."""
        stored = type(self).objects.filter(pk=self.pk).exclude(version="").first()
        if stored is not None and self.version:
            changed = [n for n in self.NEVER_CHANGE if getattr(self, n) != getattr(stored, n)]
            if changed:
                raise TypeError(f"A text in force never changes: {', '.join(changed)}.")
        super().save(*args, **kwargs)

    @property
    @display(description=_("State of the text"))
    def state(self) -> TextState:
        """Where the text stands today."""
        if self.valid_from is None:
            return TextState.DRAFT
        if self.valid_from > today():
            return TextState.COMING
        has_later = getattr(self, "has_later", None)  # known already in lists
        if has_later is None:
            rows = type(self).objects.filter(pk=self.pk).with_later(today())
            has_later = rows.values_list("has_later", flat=True).first()
        return TextState.OVER if has_later else TextState.IN_FORCE

    @property
    def is_draft(self) -> bool:
        """Whether nobody has been asked with this text yet."""
        return self.valid_from is None

    def reader_keys(self) -> set[str]:
        """Let anyone read what is or was asked; drafts are for who writes them."""
        return {ANYONE} if self.valid_from else set()
