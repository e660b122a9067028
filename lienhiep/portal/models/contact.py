"""Letters that readers write to the office on the site, and what became of them."""

from __future__ import annotations

from django.conf import settings
from django.contrib.admin import display
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import user_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.portal.choices import ContactState
from lienhiep.portal.querysets import ContactMessageQuerySet

LONGEST_MESSAGE = 5000


class ContactKind(Guarded):
    """A kind of matter on which people write to the office, and who reads it first."""

    name = models.CharField(_("kind of matter"), max_length=100, unique=True)
    mail_to = models.EmailField(
        _("e-mail address told of it"),
        blank=True,
        help_text=_("Left empty, the address of the office."),
    )
    answer_days = models.PositiveSmallIntegerField(
        _("working days for an answer"), default=10, help_text=_("As the office has promised.")
    )
    position = models.PositiveSmallIntegerField(_("place in the order"), default=0)
    is_offered = models.BooleanField(_("is offered"), default=True)

    class Meta:
        verbose_name = _("kind of matter")
        verbose_name_plural = _("kinds of matter")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Put the name in composed letters."""
        super().clean()
        self.name = clean(self.name)


class ContactMessage(Guarded):
    """A letter of a reader to the office (thư liên hệ), from its coming in to its answer."""

    # Who wrote never changes, and need not be kept twice.
    history_ignored = frozenset({"name", "email", "phone", "organisation", "text"})

    kind = models.ForeignKey(
        ContactKind,
        verbose_name=_("kind of matter"),
        on_delete=models.PROTECT,
        null=True,
        related_name="messages",
    )
    name = models.CharField(_("name of the sender"), max_length=120)
    email = models.EmailField(_("e-mail address of the sender"))
    phone = models.CharField(_("telephone of the sender"), max_length=30, blank=True)
    organisation = models.CharField(_("organisation of the sender"), max_length=200, blank=True)
    subject = models.CharField(_("what the letter is about"), max_length=200)
    text = models.TextField(_("text of the letter"), max_length=LONGEST_MESSAGE)
    received_at = models.DateTimeField(_("came in at"), default=timezone.now, editable=False)
    state = models.CharField(
        _("state of the letter"),
        max_length=10,
        choices=ContactState.choices,
        default=ContactState.NEW,
        editable=False,
    )
    due_on = models.DateField(_("to be answered until"), null=True, editable=False)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("answered by whom"),
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    answer = models.TextField(_("answer to the letter"), blank=True, editable=False)
    closed_at = models.DateTimeField(_("answered or closed at"), null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("answered or closed by"),
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    imported_id = models.CharField(_("number on the former site"), max_length=60, blank=True)

    objects = ContactMessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter to the office")
        verbose_name_plural = _("letters to the office")
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[ContactState.ANSWERED, ContactState.CLOSED])
                | Q(closed_at__isnull=False),
                name="portal_contactmessage_closed_at_a_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "received_at"], name="portal_contact_queue"),
        ]

    def __str__(self) -> str:
        # Its name stands in the history for ever; what was written is forgotten in time.
        return str(_("Letter no. %(number)s") % {"number": self.pk or "…"})

    def reader_keys(self) -> set[str]:
        """Let whom it was given to read it."""
        return {user_key(self.assigned_to_id)} if self.assigned_to_id else set()

    @property
    @display(description=_("State"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.get_state_display())

    def clean(self) -> None:
        """Put texts in composed letters."""
        super().clean()
        for field in ("name", "phone", "organisation", "subject"):
            setattr(self, field, clean(getattr(self, field)))
        self.text = clean_lines(self.text)
