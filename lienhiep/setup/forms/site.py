"""The menu of the site, its first pages, its legal footer."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from lienhiep.core.forms import OfficeForm, OfficeModelForm
from lienhiep.core.models import SiteKind, UnionIdentity

PLACE_TO_FILL = re.compile(r"\[[^\]\n]*\]")

LEAVE, DRAFT, PUBLISH = "leave", "draft", "publish"


class MenuRow(OfficeForm):
    """A part of the site: whether it stands in the menu, and where."""

    shown = forms.BooleanField(label=pgettext_lazy("setup", "In the menu"), required=False)
    order = forms.IntegerField(
        label=pgettext_lazy("setup", "Place"), min_value=1, max_value=99, widget=forms.NumberInput
    )


class PageForm(OfficeForm):
    """A first page of the site, begun from a text with places to fill in."""

    text = forms.CharField(
        label=gettext_lazy("Text"),
        widget=forms.Textarea(attrs={"rows": 10}),
        required=False,
        help_text=pgettext_lazy(
            "setup", "Fill in what stands in [square brackets]. A blank line begins a paragraph."
        ),
    )
    what = forms.ChoiceField(
        label=pgettext_lazy("setup", "What to do with the page"),
        widget=forms.RadioSelect,
        choices=[
            (LEAVE, pgettext_lazy("setup", "Do not make it now")),
            (DRAFT, pgettext_lazy("setup", "Keep it as a draft that readers do not see")),
            (PUBLISH, pgettext_lazy("setup", "Publish it")),
        ],
        initial=LEAVE,
    )

    def clean(self) -> dict[str, Any]:
        """Publish nothing that still has places to fill in."""
        cleaned = super().clean() or self.cleaned_data
        text, what = cleaned.get("text", ""), cleaned.get("what")
        if what in (DRAFT, PUBLISH) and not text.strip():
            raise ValidationError({"text": _("Write a text first.")})
        left = PLACE_TO_FILL.search(text)
        if what == PUBLISH and left:
            raise ValidationError(
                {"text": _("Still to be filled in: %(place)s") % {"place": left.group()}}
            )
        return cleaned


class FooterForm(OfficeModelForm):
    """Who answers for the site (decree 147/2024/NĐ-CP)."""

    site_kind = forms.ChoiceField(
        label=pgettext_lazy("setup", "Kind of site"),
        choices=SiteKind.choices,
        widget=forms.RadioSelect,
        help_text=pgettext_lazy(
            "setup",
            "Decree 147/2024/NĐ-CP: a site that only tells of its owner's own activity needs no "
            "licence. One that republishes the press or others is an aggregated site and needs "
            "one from the province.",
        ),
    )
    own_words = forms.CharField(
        label=pgettext_lazy("setup", "Footer in your own words"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=pgettext_lazy("setup", "Empty: written from what stands above."),
    )

    class Meta:
        model = UnionIdentity
        fields = [
            "site_kind",
            "responsible_person",
            "licence_number",
            "licence_date",
            "licence_authority",
        ]
        help_texts = {
            "responsible_person": pgettext_lazy("setup", "Name and position, as the law asks."),
            "licence_number": pgettext_lazy("setup", "Only of an aggregated site."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["responsible_person"].required = True
