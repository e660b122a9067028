"""What a search may be narrowed by."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms import OfficeForm
from lienhiep.core.search.registry import SectionOffered, declarations
from lienhiep.portal.public_records import kinds_on_the_site

LONGEST_QUESTION = 200


class SearchForm(OfficeForm):
    """Words, a kind of record, a part of that kind, and the days between which it lies."""

    has_help = False

    q = forms.CharField(
        label=_("What are you looking for?"),
        max_length=LONGEST_QUESTION,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "maxlength": LONGEST_QUESTION}),
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    section = forms.ChoiceField(label=_("Category or kind of document"), required=False)
    since = forms.DateField(label=_("From day"), required=False)
    until = forms.DateField(label=_("Until day"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the kinds of which something is public."""
        super().__init__(*args, **kwargs)
        there = set(kinds_on_the_site())
        offered = [one for one in declarations() if one.kind in there]
        kinds = [(one.kind, one.label) for one in offered]
        self.fields["kind"].choices = [("", _("Everything")), *kinds]
        chosen = self.data.get("kind", "")
        parted = [one for one in offered if one.sections and chosen in ("", one.kind)]
        self.sections: dict[str, SectionOffered] = {}
        groups = []
        for one in parted:
            sections = one.sections() if one.sections else []
            self.sections |= {section.code: section for section in sections}
            choices = [(section.code, section.label) for section in sections]
            groups += [(capfirst(str(one.label)), choices)] if choices else []
        self.fields["section"].choices = [("", _("All")), *groups]
        if not groups:
            del self.fields["section"]

    @property
    def section_keys(self) -> tuple[str, ...]:
        """The keys of the section that was chosen."""
        section = self.sections.get(self.cleaned_data.get("section", ""))
        return section.keys if section else ()

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order."""
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", ValidationError(_("This day lies before the first.")))
        return cleaned
