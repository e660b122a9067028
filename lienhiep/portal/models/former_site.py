"""The addresses of a site that stood before this one, so that each leads on to what it showed."""

from __future__ import annotations

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class FormerSite(models.Model):
    """A site that was brought over, with what is needed to understand its addresses.

    Written by the import that brought it; it follows from the import and keeps no history.
    """

    code = models.CharField(_("code of the former site"), max_length=40, unique=True)
    base_path = models.CharField(max_length=100, blank=True)
    """The folder in which the site stood on its server, such as "/portal"; mostly none."""

    language = models.CharField(max_length=8, default="vi")
    default_module = models.CharField(max_length=60, blank=True)
    modules = models.JSONField(default=dict)
    """By the word of a module in addresses: what program it is, and its words for functions."""

    class Meta:
        verbose_name = _("former site")
        verbose_name_plural = _("former sites")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.code


class FormerEntry(models.Model):
    """Something that a former site showed, and the record that shows it now.

    `key` is made of module, kind, and the number or word by which the former site knew it.
    Where the record lies open to everybody readers are led on to it; where it does not, they
    are told that it is gone, and nothing of what it said.
    """

    site = models.ForeignKey(FormerSite, on_delete=models.CASCADE, related_name="entries")
    key = models.CharField(max_length=320)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, null=True)
    object_id = models.BigIntegerField(null=True)
    target = GenericForeignKey()
    path = models.CharField(max_length=500, blank=True)
    """Where readers go if there is no record, such as to a list."""

    class Meta:
        verbose_name = _("address of a former site")
        verbose_name_plural = _("addresses of a former site")
        constraints = [
            models.UniqueConstraint(fields=["site", "key"], name="portal_formerentry_once")
        ]

    def __str__(self) -> str:
        return self.key
