"""What categories and topics share when one takes another over, or changes its address."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.redirects.models import Redirect


class Mergeable(models.Model):
    """Can be taken over by another of its kind, and then leads readers there (gộp).

    It is kept, empty: earlier drafts name it, and its old addresses lead on, pages and days
    asked for included.
    """

    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_from",
    )

    class Meta:
        abstract = True

    slug: str

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; an address that was in use leads to the new one."""
        before = type(self)._base_manager.filter(pk=self.pk).first() if self.pk else None
        super().save(*args, **kwargs)
        if before is not None and before.slug != self.slug:
            lead_on(before.get_absolute_url(), self.get_absolute_url())

    def get_absolute_url(self) -> str:
        """Return where readers find it."""
        raise NotImplementedError


def lead_on(old: str, new: str) -> None:
    """Lead from an address to another one, and from whatever led to the first as well."""
    Redirect.objects.filter(old_path=Redirect.normalise_path(new)).delete()
    Redirect.objects.filter(redirect_link=old).update(redirect_link=new)
    Redirect.objects.update_or_create(
        old_path=Redirect.normalise_path(old), site=None, defaults={"redirect_link": new}
    )
