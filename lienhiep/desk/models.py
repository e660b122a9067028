"""What the desk keeps: how each person wants to be written to, and mails on their way."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import user_key
from lienhiep.desk.choices import MailDays, MailKind, MailState, MailWaiting


class MailChoice(Guarded):
    """How one account wants to be written to; who never chose is written to as the defaults say."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.CASCADE,
        related_name="mail_choice",
    )
    days = models.CharField(
        _("when the mail comes"),
        max_length=20,
        choices=MailDays.choices,
        default=MailDays.WORKING_DAYS,
        help_text=_("It leaves at half past six, and only where there is something to say."),
    )
    waiting = models.CharField(
        _("what waits for me"),
        max_length=20,
        choices=MailWaiting.choices,
        default=MailWaiting.ALL,
    )
    notices = models.BooleanField(
        _("unread notices"),
        default=True,
        help_text=_("Each notice stands in one mail only."),
    )
    urgent_at_once = models.BooleanField(
        _("write at once when a date hangs on it"),
        default=False,
        help_text=_("For example a document to acknowledge or a proof to read."),
    )

    class Meta:
        verbose_name = pgettext_lazy("desk", "choice of mail")
        verbose_name_plural = pgettext_lazy("desk", "choices of mail")

    def __str__(self) -> str:
        return str(self.get_days_display())

    def reader_keys(self) -> set[str]:
        """Let everybody read their own choice."""
        return {user_key(self.user_id)}

    @classmethod
    def of(cls, user: Any) -> MailChoice:
        """Return the choice of an account, or the defaults where it never chose."""
        return cls.objects.filter(user=user).first() or cls(user=user)


class DueMail(models.Model):
    """A mail of the desk on its way; its words are made when it leaves, and kept nowhere.

    So what a mail server would not take today is sent when it takes mail again, as things
    stand then, and nobody is written to twice.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=MailKind.choices)
    day = models.DateField()
    state = models.CharField(max_length=20, choices=MailState.choices, default=MailState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    error = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "day"],
                condition=models.Q(kind=MailKind.DIGEST),
                name="desk_duemail_one_digest_a_day",
            )
        ]
        indexes = [models.Index(fields=["state", "next_try_at"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"
