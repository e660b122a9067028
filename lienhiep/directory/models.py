"""Persons, organisations and administrative units."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded


class Person(Guarded):
    """Somebody the Union has to do with, signed in or not."""

    full_name = models.CharField(_("full name"), max_length=150)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")

    def __str__(self):
        return self.full_name
