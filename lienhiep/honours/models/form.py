"""The forms in which somebody is honoured."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded
from lienhiep.core.text import clean
from lienhiep.honours.choices import AwardingLevel, FormKind
from lienhiep.honours.querysets import HonourFormQuerySet


class HonourForm(Guarded):
    """A form of honour (hình thức khen thưởng, danh hiệu), as law and custom name it.

    Giấy khen, bằng khen, giấy chứng nhận, kỷ niệm chương, cờ, danh hiệu and vinh danh are
    different things; each has its own row, and its code never changes.
    """

    code = models.SlugField(_("code of the form"), max_length=60, unique=True)
    name = models.CharField(_("name of the form"), max_length=200)
    kind = models.CharField(_("kind of honour"), max_length=20, choices=FormKind.choices)
    level = models.CharField(_("awarding level"), max_length=20, choices=AwardingLevel.choices)
    for_collectives = models.BooleanField(_("for collectives"), default=True)
    for_persons = models.BooleanField(_("for persons"), default=True)
    position = models.PositiveSmallIntegerField(_("position in lists of forms"), default=0)
    is_active = models.BooleanField(_("form in use"), default=True)
    source = models.CharField(
        _("legal source of the form"), max_length=255, blank=True, help_text=_("Law and article.")
    )

    objects = HonourFormQuerySet.as_manager()

    class Meta:
        verbose_name = _("form of honour")
        verbose_name_plural = _("forms of honour")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(for_collectives=True) | Q(for_persons=True),
                name="honours_honourform_for_somebody",
                violation_error_message=_("A form is for collectives, for persons, or for both."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Put the name in composed letters."""
        super().clean()
        self.name = clean(self.name)
