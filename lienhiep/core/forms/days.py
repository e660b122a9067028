"""A day of the year typed as an office writes it, whatever language the browser speaks."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms


class OfficeDateInput(forms.DateInput):
    """A line for a day, "05/01/2023".

    The browser's own field for days writes them as the browser's language does: month first in
    many. An address may name a day as 2023-01-05; it is shown day first all the same.
    """

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        usual = {"inputmode": "numeric", "autocomplete": "off", "maxlength": 10, "size": 10}
        super().__init__(attrs=usual | (attrs or {}), format="%d/%m/%Y")

    def format_value(self, value: Any) -> str | None:
        """Return the day in the office's order; what is no day stays as it was typed."""
        try:
            return super().format_value(date.fromisoformat(value))
        except (TypeError, ValueError):
            return super().format_value(value)
