"""Notices: something happened that concerns somebody."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lienhiep.core.guarding import Guarded, RecordKey
from lienhiep.core.principals import principals


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Words to chain about notices."""

    def unread(self) -> Self:
        """Return those that nobody has opened."""
        return self.filter(read_at=None)

    def shown_to(self, user: Any) -> Self:
        """Return a person's own notices on records that they may see now: one question.

        A record that was closed to them since, or deleted, is told of no more.
        """
        held = principals(user)
        # Kept by Django for as long as the process lives; the first time, one question.
        kinds = ContentType.objects.get_for_models(*guarded_models())
        closed = [
            kind.pk for model, kind in kinds.items() if not held & model.policy().readers_of_all
        ]
        open_to_them = RecordKey.objects.filter(
            content_type=OuterRef("content_type"), object_id=OuterRef("object_id"), key__in=held
        )
        return self.filter(
            Q(content_type=None) | ~Q(content_type__in=closed) | Exists(open_to_them), user=user.pk
        )


def guarded_models() -> list[type[Guarded]]:
    """Return every kind of record that some may read and others may not."""
    from django.apps import apps

    return [model for model in apps.get_models() if issubclass(model, Guarded)]


class Notice(models.Model):
    """One thing told to one account; its words are made when it is read, of its kind and record.

    It keeps no name of its own: what a record is called is asked of the record, of whoever may
    see it at that moment. `words` holds codes, days and numbers, never names.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("told to"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    kind = models.CharField(_("what happened"), max_length=80)
    words = models.JSONField(default=dict)
    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, null=True, related_name="+"
    )
    object_id = models.BigIntegerField(null=True)
    record = GenericForeignKey("content_type", "object_id")
    url = models.CharField(max_length=500, blank=True)
    """Where it leads; without it, to the page of the record that the reader may open."""

    is_urgent = models.BooleanField(default=False)
    made_at = models.DateTimeField(pgettext_lazy("notices", "told"), default=timezone.now)
    read_at = models.DateTimeField(pgettext_lazy("notices", "read"), null=True, blank=True)
    mailed_at = models.DateTimeField(pgettext_lazy("notices", "mailed"), null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        app_label = "core"
        verbose_name = pgettext_lazy("notices", "notice")
        verbose_name_plural = pgettext_lazy("notices", "notices")
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["user", "read_at", "-made_at"]),
            models.Index(fields=["made_at"]),
        ]

    def __str__(self) -> str:
        return self.kind
