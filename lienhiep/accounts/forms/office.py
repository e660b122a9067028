"""What administrators type about accounts in the back office."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import formfield_for_dbfield

from lienhiep.accounts.choices import Language, Role
from lienhiep.accounts.forms.fields import PhoneField
from lienhiep.accounts.models import RoleGrant, User
from lienhiep.core.period import today
from lienhiep.core.viewsets.verbs import AboutRow


class ReasonForm(forms.Form):
    """Why it is done; the history keeps it."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )


class InviteForm(forms.Form):
    """Somebody who shall have an account."""

    full_name = forms.CharField(label=_("Full name"), max_length=150)
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("A link to set a password is sent there."),
    )
    phone = PhoneField(
        required=False,
        help_text=_("Without an e-mail address, print a one-time code and hand it over."),
    )
    roles = forms.MultipleChoiceField(
        label=_("Roles from today"),
        choices=Role.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        required=False,
        help_text=_("For example the number of the decision."),
    )


class LinkPersonForm(AboutRow):
    """Which person of the directory an account belongs to."""

    field_order = ["person", "reason"]
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The chooser of persons is the directory's, and known once all rooms are loaded.
        person = formfield_for_dbfield(User._meta.get_field("person"))
        person.help_text = _("Rights that follow seats reach the account through this person.")
        person.initial = self.row.person_id
        self.fields["person"] = person
        self.order_fields(self.field_order)


class GrantRoleForm(forms.Form):
    """A role with its days."""

    role = forms.ChoiceField(label=_("Role"), choices=[("", _("Choose a role")), *Role.choices])
    since = forms.DateField(label=_("Since"), initial=today)
    until = forms.DateField(
        label=_("Until"), required=False, help_text=_("Empty while no end is known.")
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        required=False,
        help_text=_("For example the number of the decision."),
    )


class GrantChoiceField(forms.ModelChoiceField):
    """One of the roles that somebody holds, with its first day."""

    def label_from_instance(self, obj: RoleGrant) -> str:
        return f"{obj.get_role_display()}, {date_format(obj.since, 'DATE_FORMAT')}"


class EndRoleForm(AboutRow):
    """Which role ends, and with which day."""

    grant = GrantChoiceField(label=_("Role"), queryset=RoleGrant.objects.none())
    until = forms.DateField(
        label=_("Last day"), initial=today, help_text=_("The role is still held on this day.")
    )
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grants = RoleGrant.objects.filter(user=self.row).not_over_by(today())
        self.fields["grant"].queryset = grants
        self.fields["grant"].initial = grants.first()


class ContactForm(AboutRow):
    """The address and the number with which somebody signs in."""

    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = PhoneField(required=False)
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].initial = self.row.email
        self.fields["phone"].initial = self.row.phone_in_words
