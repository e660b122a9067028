"""The forms of records: former names that overlap are refused at the row concerned."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, ClassVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.text import fold
from lienhiep.directory.choices import NameKind
from lienhiep.directory.titles import parted_titles
from lienhiep.directory.validators import overlap_message, overlaps

Grouping = Callable[[Any], Hashable | None]


class DatedRowsForm(OfficeAdminModelForm):
    """A form whose rows inside it hold from a day to a day, and do not overlap."""

    dated: ClassVar[dict[str, Grouping]] = {}
    """For each inner list: which of its rows may not overlap with one another."""

    def clean(self) -> dict[str, Any]:
        """Put the message at the later of two rows that overlap."""
        cleaned = super().clean()
        for name, group_of in self.dated.items():
            groups: dict[Hashable, list[_Row]] = {}
            for form in self.kept_rows(name):
                if (group := group_of(form.instance)) is not None:
                    groups.setdefault(group, []).append(_Row(form))
            for rows in groups.values():
                for row, other in overlaps(rows):
                    row.form.add_error("valid_from", overlap_message(row.instance, other.instance))
        return cleaned

    def kept_rows(self, name: str) -> list[Any]:
        """Return the forms of an inner list that are filled, right in themselves, and stay."""
        formset = self.formsets.get(name)
        if formset is None or not formset.is_bound:
            return []
        return [
            form
            for form in formset.forms
            if form.is_valid()
            and not form.cleaned_data.get("DELETE")
            and (form.instance.pk or form.has_changed())
        ]

    def _update_errors(self, errors: ValidationError) -> None:
        """Say on top what concerns a field that this reader does not see."""
        if hasattr(errors, "error_dict"):
            for name in set(errors.error_dict) - {*self.fields, NON_FIELD_ERRORS}:
                hidden = errors.error_dict.pop(name)
                errors.error_dict.setdefault(NON_FIELD_ERRORS, []).extend(hidden)
        super()._update_errors(errors)


class _Row:
    """A dated row with the form that it was typed in."""

    def __init__(self, form: Any) -> None:
        self.form, self.instance = form, form.instance
        self.valid_from, self.valid_to = form.instance.valid_from, form.instance.valid_to


class PersonForm(DatedRowsForm):
    """A person; titles typed into the name are moved to their field, and that is said."""

    dated = {
        "names": lambda row: (
            True if row.kind == NameKind.FORMER and (row.valid_from or row.valid_to) else None
        )
    }
    moved_titles: tuple[str, ...] = ()

    def clean_full_name(self) -> str:
        """Note which titles were typed before the name; the record itself moves them."""
        name = str(self.cleaned_data["full_name"])
        self.moved_titles = tuple(parted_titles(name)[0])
        return name


class OrganisationForm(DatedRowsForm):
    """An organisation; the same other writing is not stated twice."""

    dated = {"names": lambda row: True}

    def clean(self) -> dict[str, Any]:
        """Refuse other writings that are the same but for marks and case."""
        cleaned = super().clean()
        met: set[str] = set()
        for form in self.kept_rows("aliases"):
            key = fold(form.instance.name)
            if key in met:
                form.add_error("name", _("This writing stands here already."))
            met.add(key)
        return cleaned


class GroupForm(DatedRowsForm):
    """A group; one organisation is not in it twice at the same time."""

    dated = {"memberships": lambda row: row.organisation_id}
