"""Fields that hold amounts of money: whole đồng in the database, office writing in forms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.core.money import LARGEST_AMOUNT, InvalidMoney, parse_money
from lienhiep.core.text.numbers import format_number


class MoneyFormField(forms.CharField):
    """Takes "1.250.000", "29 tỷ" or "1,5 triệu đồng" and gives whole đồng, or None for nothing."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "text"}))
        kwargs.setdefault("help_text", _("In đồng; 1,5 triệu and 29 tỷ are understood."))
        kwargs.pop("min_value", None)
        kwargs.pop("max_value", None)
        super().__init__(max_length=60, **kwargs)

    def to_python(self, value: Any) -> Any:
        """Return the amount."""
        typed = super().to_python(value)
        if not typed:
            return None
        try:
            return parse_money(typed)
        except InvalidMoney as wrong:
            raise ValidationError(str(wrong), code="invalid") from wrong

    def run_validators(self, value: Any) -> None:
        """Refuse less than nothing; the length of the text says nothing of an amount."""
        if value is not None:
            MinValueValidator(0)(value)
            MaxValueValidator(LARGEST_AMOUNT)(value)

    def prepare_value(self, value: Any) -> Any:
        """Show an amount with its thousands parted."""
        return format_number(value) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare amounts, not their writing."""
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True


class MoneyField(models.PositiveBigIntegerField):
    """An amount in whole đồng, never below nothing."""

    def formfield(self, **kwargs: Any) -> Any:
        """Return a field that reads amounts as an office writes them."""
        kwargs.setdefault("form_class", MoneyFormField)
        # Past the number field, which would hand on its own smallest and largest value.
        return models.Field.formfield(self, **kwargs)
