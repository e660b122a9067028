"""Choices in a form: a record that the reader may not see can be neither chosen nor guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db.models import Q
from wagtail.admin.widgets import BaseChooser
from wagtail.snippets.widgets import AdminSnippetChooser

from lienhiep.core.guarding import Guarded
from lienhiep.core.viewsets.withholding import WITHHELD, reads_all, visible_among


class ForReader:
    """A chooser that names a record only to those who may see it.

    A form says whose it is through `narrow_choices`; unless told, the public is asked about.
    """

    reader: Any = AnonymousUser()
    kept: frozenset[Any] = frozenset()
    """What stands in the record already: shown as being there, without its name."""

    def get_value_data(self, value: Any) -> dict[str, Any] | None:
        """Return what the chooser shows of a value, which may have been typed by hand."""
        try:
            data = super().get_value_data(value)  # type: ignore[misc]
        except (ValueError, ValidationError):
            return None
        if data is None or visible_among(self.model_class, [data["id"]], self.reader):  # type: ignore[attr-defined]
            return data
        if data["id"] in self.kept:
            return {**data, "edit_url": None, self.display_title_key: str(WITHHELD)}  # type: ignore[attr-defined]
        return None


class RowChooser(ForReader, BaseChooser):
    """The widget of a chooser of records."""


class RowSnippetChooser(ForReader, AdminSnippetChooser):
    """The widget of a chooser of snippets."""


def narrow_choices(form: Any, user: Any) -> None:
    """Offer only visible records in a form and in the forms inside it.

    What stands in the record already stays allowed, so that saving does not take away a
    link that the reader may not see; its name is withheld. An id typed by hand for a
    hidden record is refused like one that does not exist.
    """
    for name, field in form.fields.items():
        if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
            _narrow(field, frozenset(_kept(form, name, field)), user)
    for formset in getattr(form, "formsets", {}).values():
        _narrow_formset(formset, user)


def _narrow(field: Any, kept: frozenset[Any], user: Any) -> None:
    if isinstance(field.widget, ForReader):
        field.widget.reader, field.widget.kept = user, kept
    rows = field.queryset
    if not issubclass(rows.model, Guarded) or reads_all(rows.model, user):
        return
    field.queryset = rows.filter(Q(pk__in=rows.visible_to(user).values("pk")) | Q(pk__in=kept))
    hidden = kept - visible_among(rows.model, kept, user)
    if hidden:
        field.label_from_instance = _withholding(hidden, field.label_from_instance)


def _withholding(hidden: frozenset[Any], label: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda row: str(WITHHELD) if row.pk in hidden else label(row)


def _kept(form: Any, name: str, field: Any) -> Iterator[Any]:
    """Yield the ids that the record names already in this field."""
    instance = getattr(form, "instance", None)
    if instance is None or instance.pk is None:
        return
    if isinstance(field, forms.ModelMultipleChoiceField):
        manager = getattr(instance, name, None)
        if hasattr(manager, "values_list"):
            yield from manager.values_list("pk", flat=True)
    elif (pk := getattr(instance, f"{name}_id", None)) is not None:
        yield pk


def _narrow_formset(formset: Any, user: Any) -> None:
    """Narrow the forms there are, and those still to be made: the empty one for a new line."""
    make = formset.form

    def narrowed(*args: Any, **kwargs: Any) -> Any:
        form = make(*args, **kwargs)
        narrow_choices(form, user)
        return form

    for form in formset.__dict__.get("forms", []):
        narrow_choices(form, user)
    formset.form = narrowed
