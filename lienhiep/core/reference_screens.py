"""The screen of dated reference values: what the law or the office sets, and since when."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.reference import expected_references
from lienhiep.core.viewsets import RowModelViewSet


def code_choices() -> list[tuple[str, Any]]:
    """Return every code that a room asks for, with its meaning."""
    return [(one.code, f"{one.label} ({one.code})") for one in expected_references()]


def read_value(text: str, kind: type) -> Any:
    """Read a typed value as the kind that its code asks for.

    What cannot be read comes back as it was typed; the record itself refuses it then, in
    words for the person who typed.
    """
    if kind is int:
        digits = text.replace(".", "").replace(" ", "")
        return int(digits) if digits.lstrip("-").isdigit() else text
    if kind is bool:
        return WORDS.get(text.lower(), text)
    if kind is str:
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


WORDS = {"có": True, "true": True, "yes": True, "không": False, "false": False, "no": False}


class ReferenceForm(forms.ModelForm):
    """A code, its value, the days on which it holds, and where that is written."""

    code = forms.ChoiceField(label=_("Which value"), choices=code_choices)
    value = forms.CharField(
        label=_("value"), help_text=_("A whole number, words, or “có” and “không”.")
    )

    class Meta:
        model = ReferenceValue
        fields = ["code", "value", "valid_from", "valid_to", "source", "note"]

    def __init__(self, *args: Any, for_user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and not self.is_bound:
            kept = self.instance.value
            if isinstance(kept, bool):
                self.initial["value"] = gettext("Yes") if kept else gettext("No")
            elif not isinstance(kept, str):
                self.initial["value"] = json.dumps(kept, ensure_ascii=False)

    def clean(self) -> dict[str, Any]:
        """Read the value as its code asks."""
        cleaned = super().clean() or {}
        kinds = {one.code: one.of for one in expected_references()}
        if cleaned.get("code") in kinds and cleaned.get("value"):
            cleaned["value"] = read_value(cleaned["value"].strip(), kinds[cleaned["code"]])
        return cleaned


class ReferenceValueViewSet(RowModelViewSet):
    """Reference values, in the settings of the back office."""

    model = ReferenceValue
    icon = "lh-values"
    menu_label = _("Dated reference values")
    menu_order = 880
    add_to_settings_menu = True
    list_display = ["meaning", "value_in_words", "valid_from", "valid_to", "source"]
    list_filter = ["code"]
    list_export = ["code", "value", "valid_from", "valid_to", "source", "note"]
    inspect_view_fields = [
        "meaning",
        "value_in_words",
        "valid_from",
        "valid_to",
        "source",
        "note",
        "code",
    ]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        """Return the form that reads each value as its code asks."""
        return ReferenceForm
