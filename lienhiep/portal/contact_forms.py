"""The letter that a reader writes, and what the office says to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.models import User
from lienhiep.core.forms import OfficeForm
from lienhiep.core.open_forms import OpenForm
from lienhiep.portal.actions.contact import LONGEST_ANSWER
from lienhiep.portal.letters import answerers
from lienhiep.portal.models import ContactKind
from lienhiep.portal.models.contact import LONGEST_MESSAGE


class ContactForm(OpenForm):
    """What about, from whom, and the letter itself."""

    kind = forms.ModelChoiceField(
        label=_("What is it about?"),
        queryset=ContactKind.objects.filter(is_offered=True),
        empty_label=None,
        help_text=_("So that it comes to the right person at once."),
    )
    name = forms.CharField(
        label=_("Your name"), max_length=120, help_text=_("So that we know how to address you.")
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("The answer goes there. It is used for nothing else, and shown to nobody."),
    )
    phone = forms.CharField(
        label=_("Your telephone"),
        max_length=30,
        required=False,
        help_text=_("Only if you would rather be called."),
    )
    organisation = forms.CharField(
        label=_("Your organisation"),
        max_length=200,
        required=False,
        help_text=_("Only if you write for one."),
    )
    subject = forms.CharField(
        label=_("Subject"),
        max_length=200,
        help_text=_("In one line what you want to know or tell."),
    )
    text = forms.CharField(
        label=_("Your letter"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text=_("At most 5,000 characters. Write no numbers of identity cards or accounts."),
    )


class AssignForm(OfficeForm):
    """To whom a letter is given."""

    to = forms.ModelChoiceField(
        label=_("Who answers it"),
        queryset=User.objects.none(),
        help_text=_("The person is told at once, and sees this letter."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = answerers()


class AnswerForm(OfficeForm):
    """The answer."""

    text = forms.CharField(
        label=_("Answer to the letter"),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("It goes to the sender by mail as you write it, in the name of the office."),
    )
