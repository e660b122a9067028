"""Rows of associations and of people; a row left empty is no row."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from lienhiep.accounts.choices import STAFF_ROLES, Role
from lienhiep.accounts.forms.fields import PhoneField
from lienhiep.core.forms import OfficeForm

SHOWN, MORE, MOST = 5, 5, 60
"""Rows at first, rows that one press adds, and the most in one form."""

ROLES = [role for role in Role if role in STAFF_ROLES] + [Role.CONTACT_OFFICER]


class AssociationRow(OfficeForm):
    """A member association in one line."""

    name = forms.CharField(label=pgettext_lazy("setup", "Name of the association"), max_length=250)
    short_name = forms.CharField(
        label=pgettext_lazy("setup", "Short name"), max_length=100, required=False
    )
    since = forms.DateField(label=pgettext_lazy("setup", "Member since"))
    founded_on = forms.DateField(label=pgettext_lazy("setup", "Founded on"), required=False)
    email = forms.EmailField(label=gettext_lazy("E-mail address"), required=False)


class StaffRow(OfficeForm):
    """Somebody of the office, with one or two roles."""

    full_name = forms.CharField(label=gettext_lazy("Full name"), max_length=150)
    email = forms.EmailField(label=gettext_lazy("E-mail address"), required=False)
    phone = PhoneField(required=False)
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        choices=[
            ("", gettext_lazy("Choose a role")),
            *((role.value, role.label) for role in ROLES),
        ],
    )
    second_role = forms.ChoiceField(
        label=pgettext_lazy("setup", "Second role"),
        required=False,
        choices=[("", "—"), *((role.value, role.label) for role in ROLES)],
    )

    def clean(self) -> dict[str, Any]:
        """Refuse somebody whom nothing reaches."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not (cleaned.get("email") or cleaned.get("phone")):
            raise ValidationError({"email": _("Give an e-mail address or a phone number.")})
        return cleaned

    def facts(self) -> dict[str, Any]:
        """Return what was typed, for the invitation."""
        typed = self.cleaned_data
        roles = [role for role in (typed["role"], typed.get("second_role")) if role]
        return {
            "full_name": typed["full_name"],
            "email": typed.get("email", ""),
            "phone": typed.get("phone", ""),
            "roles": list(dict.fromkeys(roles)),
        }


class Rows(BaseFormSet):
    """Rows of a form, of which some may be left empty, but not all."""

    def clean(self) -> None:
        if not any(self.errors) and not self.filled:
            raise ValidationError(_("Fill in at least one row."))

    @property
    def filled(self) -> list[forms.Form]:
        """The rows in which something was typed."""
        return [form for form in self.forms if form.has_changed()]


AssociationRows = formset_factory(
    AssociationRow, formset=Rows, extra=SHOWN, max_num=MOST, absolute_max=MOST
)
StaffRows = formset_factory(StaffRow, formset=Rows, extra=SHOWN, max_num=MOST, absolute_max=MOST)


def rows_of(kind: type[BaseFormSet], data: Any, *, more: bool = False) -> BaseFormSet:
    """Return the rows as typed; with `more`, some empty ones after them, and nothing refused."""
    if data is None:
        return kind(prefix="rows")
    if not more:
        return kind(data, prefix="rows")
    grown = data.copy()
    typed = grown.get("rows-TOTAL_FORMS", "")
    count = int(typed) if typed.isdigit() else SHOWN
    grown["rows-TOTAL_FORMS"] = str(min(count + MORE, MOST))
    return kind(grown, prefix="rows")
