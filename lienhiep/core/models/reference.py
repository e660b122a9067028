"""Legal and organisational values that hold from a day to a day."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.core.guarding import Guarded, GuardedQuerySet


class ReferenceValueQuerySet(GuardedQuerySet):
    """Words to chain about reference values."""

    def in_force(self, on: date) -> "ReferenceValueQuerySet":
        """Return the values that hold on a day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)

    def overlapping(self, start: date, end: date | None) -> "ReferenceValueQuerySet":
        """Return the values that hold on some day of a stretch; no end means for ever."""
        found = self.filter(Q(valid_to=None) | Q(valid_to__gte=start))
        return found if end is None else found.filter(valid_from__lte=end)


class ReferenceValue(Guarded):
    """A deadline, a rate, a quota: what it was, from when to when, and where that is written.

    Rooms say in `reference_codes.py` which codes they ask for and what these mean.
    """

    code = models.CharField(_("code"), max_length=80)
    value = models.JSONField(_("value"))
    valid_from = models.DateField(_("holds from"))
    valid_to = models.DateField(
        _("holds to"), null=True, blank=True, help_text=_("The last day; empty while it holds.")
    )
    source = models.CharField(
        _("source"),
        max_length=300,
        help_text=_("The document that says so, with its number and article."),
    )
    note = models.TextField(_("note"), blank=True)

    objects = ReferenceValueQuerySet.as_manager()

    class Meta:
        app_label = "core"
        verbose_name = _("reference value")
        verbose_name_plural = _("reference values")
        ordering = ["code", "-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="core_reference_once"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="core_reference_ends_after_start",
                violation_error_message=_("The last day lies before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meaning()}: {self.value_in_words()}"

    def meaning(self) -> str:
        """Return what the code means, in words; the code itself where no room asks for it."""
        from lienhiep.core.reference import meaning_of  # which reads this model

        return meaning_of(self.code)

    meaning.short_description = _("Which value")  # type: ignore[attr-defined]
    meaning.admin_order_field = "code"  # type: ignore[attr-defined]

    def value_in_words(self) -> str:
        """Return the value as an office reads it: "có", "12", "sửa: 10; xóa: 20"."""
        if isinstance(self.value, bool):
            return gettext("Yes") if self.value else gettext("No")
        if isinstance(self.value, dict):
            from lienhiep.core.reference import words_of  # which reads this model

            words = words_of(self.code)
            return "; ".join(f"{words.get(key, key)}: {one}" for key, one in self.value.items())
        if isinstance(self.value, list):
            return ", ".join(map(str, self.value))
        return str(self.value)

    value_in_words.short_description = _("value")  # type: ignore[attr-defined]

    def clean(self) -> None:
        """Refuse a code that nobody asks for, a value of the wrong kind, and an overlap."""
        from lienhiep.core.reference import problem_with  # which reads this model

        problems: dict[str, Any] = problem_with(self.code, self.value)
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            problems["valid_to"] = _("The last day lies before the first.")
        elif self.valid_from:
            others = type(self).objects.filter(code=self.code).exclude(pk=self.pk)
            other = others.overlapping(self.valid_from, self.valid_to).first()
            if other is not None:
                problems["valid_from"] = _(
                    "On some of these days another value holds already: %(value)s, from %(day)s. "
                    "End that one first."
                ) % {"value": other.value, "day": date_format(other.valid_from, "DATE_FORMAT")}
        if problems:
            raise ValidationError(problems)
