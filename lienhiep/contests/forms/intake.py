"""The form by which an entry comes in: at the contestant's desk, and in the office."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from lienhiep.accounts.choices import ConsentPurpose
from lienhiep.contests.consent_texts import words_shown
from lienhiep.contests.files import DESCRIPTION, PHOTO
from lienhiep.contests.models import ContestField, Edition
from lienhiep.contests.validators import validate_born_within
from lienhiep.core.files import RecordFileFormField
from lienhiep.core.forms import OfficeForm
from lienhiep.core.period import today
from lienhiep.directory.models import AdministrativeUnit
from lienhiep.directory.validators import validate_phone

MOST_AUTHORS = 3
"""Authors for whom the form has room; the office adds more on the page of the entry."""

PURPOSES = (
    ConsentPurpose.CONTEST_ENTRY,
    ConsentPurpose.PUBLISH_NAME,
    ConsentPurpose.PUBLISH_IMAGE,
    ConsentPurpose.NATIONAL_ROUND,
)
ABOUT = (
    "field",
    "title",
    "summary",
    "unit_text",
    "commune",
    "is_mountain_area",
    "description",
    "photo",
    "mentor_1",
    "mentor_2",
)


class FieldChoice(forms.ModelChoiceField):
    """The fields of the open editions, under the name of each edition."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=ContestField.objects.none(), **kwargs)

    def offer(self, editions: list[Edition]) -> None:
        """Offer the fields of some editions, grouped in the select."""
        self.queryset = ContestField.objects.filter(edition__in=editions).select_related(
            "edition__contest"
        )
        by_edition: dict[Edition, list[tuple[int, str]]] = {}
        for row in self.queryset:
            by_edition.setdefault(row.edition, []).append((row.pk, row.name))
        self.widget.choices = [
            ("", "---------"),
            *((str(edition), rows) for edition, rows in by_edition.items()),
        ]


class IntakeForm(OfficeForm):
    """An entry with its authors, whom to call about a child, and what each agreed to."""

    field = FieldChoice(label=gettext_lazy("Contest and field"))
    title = forms.CharField(label=gettext_lazy("Title of the entry"), max_length=255)
    summary = forms.CharField(
        label=gettext_lazy("Summary of the entry"),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
        max_length=3000,
        help_text=gettext_lazy(
            "What it does, what is new in it. Name neither authors nor school: jurors read this."
        ),
    )
    unit_text = forms.CharField(
        label=gettext_lazy("School or unit of the entry"),
        max_length=255,
        required=False,
        help_text=gettext_lazy("The full name, such as Trường THCS Hưng Bình."),
    )
    commune = forms.ModelChoiceField(
        label=gettext_lazy("Commune or ward of the entry"),
        queryset=AdministrativeUnit.objects.none(),
        required=False,
    )
    is_mountain_area = forms.BooleanField(
        label=gettext_lazy("From a mountain, border or island area"), required=False
    )
    description = RecordFileFormField(
        label=gettext_lazy("Written explanation"),
        use=DESCRIPTION,
        required=False,
        help_text=gettext_lazy("It can be added until the papers have been checked."),
    )
    photo = RecordFileFormField(
        label=gettext_lazy("Photograph of the entry"), use=PHOTO, required=False
    )
    mentor_1 = forms.CharField(
        label=gettext_lazy("Mentor of the entry"), max_length=150, required=False
    )
    mentor_2 = forms.CharField(
        label=gettext_lazy("Second mentor of the entry"), max_length=150, required=False
    )

    def __init__(
        self,
        *args: Any,
        editions: list[Edition],
        own_name: str = "",
        office: bool = False,
        **kw: Any,
    ) -> None:
        self.own_name, self.is_office = own_name, office
        self.words = words_shown()
        super().__init__(*args, **kw)
        self.fields["field"].offer(editions)
        self.fields["commune"].queryset = (
            AdministrativeUnit.objects.communes().on(today()).in_order()
        )
        for place in self.places:
            self._ask_author(place)
        if office:
            self.fields["on"] = forms.DateField(
                label=_("Received on (of a letter, the postmark)"),
                initial=today,
                widget=AdminDateInput,
            )
            self.order_fields(["on"])

    @property
    def places(self) -> range:
        """The places for authors."""
        return range(1, MOST_AUTHORS + 1)

    def groups(self) -> Iterator[dict[str, Any]]:
        """Yield the parts of the form in order; those of further authors begin folded."""
        about = [*(["on", "channel"] if self.is_office else []), *ABOUT]
        yield {"title": _("The entry"), "fields": [self[name] for name in about], "open": True}
        for place in self.places:
            names = [name for name in self.fields if name.startswith(f"author_{place}_")]
            filled = any(self[name].value() for name in names) or any(
                self[name].errors for name in names
            )
            yield {
                "title": _("Author %(number)s") % {"number": place},
                "fields": [self[name] for name in names],
                "open": place == 1 or filled,
                "folds": place > 1,
            }

    def _ask_author(self, place: int) -> None:
        """Ask for one author: name, birth, class, representative, and a tick for each purpose."""
        own = place == 1 and self.own_name
        dates = AdminDateInput if self.is_office else forms.DateInput
        asked: dict[str, forms.Field] = {
            "name": forms.CharField(
                label=_("Full name of the author"),
                max_length=150,
                required=place == 1,
                initial=self.own_name if own else "",
                disabled=bool(own),
            ),
            "birth_date": forms.DateField(
                label=_("Day of birth of the author"),
                required=False,
                widget=dates,
                help_text=_("Used to check the age only; it is never published."),
            ),
            "class_name": forms.CharField(
                label=_("Class or position"), max_length=80, required=False
            ),
            "contact_name": forms.CharField(
                label=_("Full name of the representative"),
                max_length=150,
                required=False,
                help_text=_("Father, mother or guardian, for an author who is a child."),
            ),
            "contact_relation": forms.CharField(
                label=_("Relation to the author"), max_length=60, required=False
            ),
            "contact_phone": forms.CharField(
                label=_("Phone of the representative"),
                max_length=30,
                required=False,
                validators=[validate_phone],
                help_text=_("Kept until some months after the results, then deleted."),
            ),
        }
        for purpose in PURPOSES:
            asked[f"agrees_{purpose}"] = forms.BooleanField(
                label=self.words[purpose], required=False
            )
        for name, field in asked.items():
            self.fields[f"author_{place}_{name}"] = field

    def author(self, place: int) -> dict[str, Any]:
        """Return what was typed of one author."""
        prefix = f"author_{place}_"
        return {
            name.removeprefix(prefix): value
            for name, value in self.cleaned_data.items()
            if name.startswith(prefix)
        }

    def clean(self) -> dict[str, Any]:
        """Refuse, at the field, what the rules of the chosen edition do not admit."""
        cleaned = super().clean() or self.cleaned_data
        if (field := cleaned.get("field")) is not None:
            for place in self.places:
                typed = self.author(place)
                if typed.get("name"):
                    self._check_author(place, typed, field.edition)
                elif any(typed.values()):
                    self.add_error(f"author_{place}_name", _("Write the name of this author."))
        return cleaned

    def _check_author(self, place: int, typed: dict[str, Any], edition: Edition) -> None:
        born = typed.get("birth_date")
        if born is not None:
            try:
                validate_born_within(born, edition.born_from, edition.born_until)
            except ValidationError as refusal:
                self.add_error(f"author_{place}_birth_date", refusal.messages)
        if not edition.contest.is_for_children:
            return
        if born is None:
            self.add_error(f"author_{place}_birth_date", _("The rules ask for the day of birth."))
        agreed = f"agrees_{ConsentPurpose.CONTEST_ENTRY}"
        if place == 1 and not self.is_office and not typed.get(agreed):
            self.add_error(
                f"author_1_{agreed}", _("Without this consent the entry cannot be taken.")
            )
        ticked = any(typed.get(f"agrees_{purpose}") for purpose in PURPOSES)
        if ticked and not typed.get("contact_name"):
            self.add_error(
                f"author_{place}_contact_name",
                _("A consent for a child needs the name of the representative."),
            )
        if typed.get("contact_name") and not typed.get("contact_phone"):
            self.add_error(
                f"author_{place}_contact_phone", _("Write how the representative is reached.")
            )
