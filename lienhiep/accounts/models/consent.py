"""What somebody agreed to: purpose, text, time, channel, and who said so."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import (
    ConsentChannel,
    ConsentEnd,
    ConsentGiver,
    ConsentPurpose,
)
from lienhiep.accounts.files import SIGNED_FORM
from lienhiep.accounts.querysets import ConsentQuerySet
from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import person_key, user_key


class Consent(Guarded):
    """A consent (law 91/2025/QH15): one purpose, the text as it was shown, and its end.

    Silence is not consent: a row stands here only where somebody did something.
    """

    user = models.ForeignKey(
        "accounts.User",
        verbose_name=_("account"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="consents",
    )
    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("person in the directory"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="consents",
    )
    purpose = models.CharField(_("purpose"), max_length=40, choices=ConsentPurpose.choices)
    seen_text = models.ForeignKey(
        "accounts.ConsentText",
        verbose_name=_("text of the consent"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="consents",
    )
    text_version = models.CharField(_("version of the text"), max_length=40)
    text = models.TextField(_("text that was shown"))
    channel = models.CharField(_("channel"), max_length=20, choices=ConsentChannel.choices)
    given_by = models.CharField(
        _("given by"), max_length=20, choices=ConsentGiver.choices, default=ConsentGiver.SELF
    )
    giver_name = models.CharField(
        _("name of the representative"),
        max_length=150,
        blank=True,
        help_text=_("For a child: who gave the consent, and as what (father, mother, guardian)."),
    )
    relation = models.CharField(
        _("relation of the representative"),
        max_length=60,
        blank=True,
        help_text=_("Father, mother, guardian …"),
    )
    paper = RecordFileField(_("signed form"), use=SIGNED_FORM, blank=True)
    given_at = models.DateTimeField(_("given at"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("consent withdrawn at"), null=True, blank=True)
    ended_as = models.CharField(
        _("how the consent ended"), max_length=20, choices=ConsentEnd.choices, blank=True
    )

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) | Q(person__isnull=False),
                name="accounts_consent_of_somebody",
                violation_error_message=_("Say whose consent this is."),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("given_at")),
                name="accounts_consent_withdrawn_after_given",
                violation_error_message=_("A consent cannot be withdrawn before it was given."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}: {self.person or self.user}"

    @property
    def is_in_force(self) -> bool:
        """Whether the consent has not been withdrawn."""
        return self.withdrawn_at is None

    def reader_keys(self) -> set[str]:
        """Let people read their own consents."""
        keys = set()
        if self.user_id:
            keys.add(user_key(self.user_id))
        if self.person_id:
            keys.add(person_key(self.person_id))
        return keys
