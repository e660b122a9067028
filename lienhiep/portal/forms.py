"""What a search may be narrowed by."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms import OfficeForm
from lienhiep.core.search.registry import declarations
from lienhiep.portal.public_records import public_records

LONGEST_QUESTION = 200


class SearchForm(OfficeForm):
    """Words, a kind of record, and the days between which it lies."""

    has_help = False

    q = forms.CharField(
        label=_("What are you looking for?"),
        max_length=LONGEST_QUESTION,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "maxlength": LONGEST_QUESTION}),
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    since = forms.DateField(label=_("From day"), required=False)
    until = forms.DateField(label=_("Until day"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the kinds of which something is public."""
        super().__init__(*args, **kwargs)
        there = set(public_records().order_by().values_list("kind", flat=True).distinct())
        offered = [(one.kind, one.label) for one in declarations() if one.kind in there]
        self.fields["kind"].choices = [("", _("Everything")), *offered]

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order."""
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", ValidationError(_("This day lies before the first.")))
        return cleaned
