"""Choices in a form: a record that the reader may not see can be neither chosen nor guessed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms

from lienhiep.core.guarding import Guarded


def narrow_choices(form: Any, user: Any) -> None:
    """Offer only visible records in a form and in the forms inside it.

    What stands in the record already stays allowed, so that saving does not take away
    a link that the reader may not see. A number typed by hand for a hidden record is
    dropped before the form is shown again, so that its name does not come back.
    """
    for inner in _forms_in(form):
        for name, field in inner.fields.items():
            if not isinstance(field, forms.ModelChoiceField):
                continue
            if not issubclass(field.queryset.model, Guarded):
                continue
            kept = getattr(inner.instance, f"{name}_id", None) if _has_instance(inner) else None
            visible = field.queryset.visible_to(user)
            if kept is not None:
                visible = field.queryset.filter(pk__in=visible.values("pk")) | (
                    field.queryset.filter(pk=kept)
                )
            field.queryset = visible
            _drop_hidden(inner, name, visible)


def _has_instance(form: Any) -> bool:
    return getattr(form, "instance", None) is not None


def _forms_in(form: Any) -> Iterator[Any]:
    yield form
    for formset in getattr(form, "formsets", {}).values():
        for inner in formset.forms:
            yield from _forms_in(inner)


def _drop_hidden(form: Any, name: str, visible: Any) -> None:
    if not form.is_bound:
        return
    key = form.add_prefix(name)
    typed = form.data.get(key)
    if not typed or isinstance(form.fields[name], forms.ModelMultipleChoiceField):
        return
    if typed.isdigit() and visible.filter(pk=typed).exists():
        return
    if hasattr(form.data, "copy"):
        form.data = form.data.copy()
        form.data[key] = ""
