"""What readers send about an article: a comment, a report, stars."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.forms import OfficeForm
from lienhiep.core.open_forms import OpenForm
from lienhiep.news.choices import ReportGround
from lienhiep.news.models.comment import LONGEST_COMMENT, LONGEST_NAME
from lienhiep.news.models.rating import LEAST, MOST

TEXT = forms.Textarea(attrs={"rows": 6})


class CommentForm(OpenForm):
    """A comment of somebody who has not signed in."""

    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=LONGEST_NAME,
        help_text=gettext_lazy("It stands beside your comment."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail address of yours"),
        required=False,
        help_text=gettext_lazy("Only if you want to be told; it is never shown."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    text = forms.CharField(
        label=gettext_lazy("Your comment"),
        max_length=LONGEST_COMMENT,
        help_text=gettext_lazy(
            "Write in Vietnamese with marks, politely and on the subject. An editor reads it "
            "before it is shown."
        ),
        widget=TEXT,
    )
    wants_mail = forms.BooleanField(
        label=gettext_lazy("Tell me by mail when it is shown or answered"),
        required=False,
        help_text=gettext_lazy("The mail also brings a link to change or take back the comment."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the address where a mail is wanted."""
        cleaned = super().clean()
        if cleaned.get("wants_mail") and "email" in cleaned and not cleaned["email"]:
            self.add_error(
                "email", ValidationError(_("Write the address to which we should tell you."))
            )
        return cleaned


class SignedInCommentForm(OpenForm):
    """A comment of somebody who has signed in: who they are is known."""

    text = CommentForm.declared_fields["text"]


class ReportForm(OpenForm):
    """What is wrong with a comment."""

    ground = forms.ChoiceField(
        label=gettext_lazy("What is wrong with it?"),
        choices=ReportGround.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("An editor looks at it; who reported it is not kept."),
    )
    note = forms.CharField(
        label=gettext_lazy("In your own words, if you like"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RatingForm(OpenForm):
    """One to five stars."""

    shown_at_once = True

    stars = forms.TypedChoiceField(
        label=gettext_lazy("How good is this article?"),
        coerce=int,
        choices=[
            (MOST, gettext_lazy("5 stars: very good")),
            (4, gettext_lazy("4 stars: good")),
            (3, gettext_lazy("3 stars: fair")),
            (2, gettext_lazy("2 stars: weak")),
            (LEAST, gettext_lazy("1 star: poor")),
        ],
        widget=forms.RadioSelect,
        help_text=gettext_lazy("You may change your rating at any time."),
    )


class OwnCommentForm(OfficeForm):
    """A comment changed by its writer."""

    text = forms.CharField(
        label=gettext_lazy("Your comment"),
        max_length=LONGEST_COMMENT,
        widget=TEXT,
        help_text=gettext_lazy("Changed, it waits for an editor again."),
    )
