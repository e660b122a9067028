"""What a contributor fills in: the piece, and up to three pictures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import RecordFileFormField
from lienhiep.core.forms import OfficeForm
from lienhiep.news.actions import Piece, SentPicture
from lienhiep.news.files import PIECE_PICTURE
from lienhiep.news.models import Category, NewsArticle
from lienhiep.news.wording import text_of

PICTURES = (1, 2, 3)
LONGEST_TEXT = 40_000


class PieceForm(OfficeForm):
    """Headline, lead, text, pictures."""

    title = forms.CharField(
        label=_("Headline of the piece"),
        max_length=255,
        help_text=_("One line that says what happened."),
    )
    category = forms.ModelChoiceField(
        label=_("Category of the piece"),
        queryset=Category.objects.in_menus(),
        required=False,
        empty_label=_("The editors decide"),
        help_text=_("The editors may move it."),
    )
    lead = forms.CharField(
        label=_("Lead of the piece"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=_("Two or three sentences: who, what, where, when."),
    )
    text = forms.CharField(
        label=_("Text of the piece"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 18}),
        required=False,
        help_text=_("Leave an empty line between two paragraphs."),
    )

    def __init__(self, *args: Any, article: NewsArticle | None = None, **kwargs: Any) -> None:
        if article is not None:
            body = [(block.block_type, block.value) for block in article.body]
            kwargs["initial"] = {
                "title": article.title,
                "category": article.category_id,
                "lead": article.lead,
                "text": text_of(body),
            } | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        for number in PICTURES:
            self.fields |= _picture_fields(number)

    def clean(self) -> dict[str, Any]:
        """Ask of each picture what it shows, and of children what was agreed."""
        cleaned = super().clean() or self.cleaned_data
        for number in PICTURES:
            if not cleaned.get(f"picture_{number}"):
                continue
            if not cleaned.get(f"about_{number}"):
                error = gettext("Say in a sentence what the picture shows.")
                self.add_error(f"about_{number}", ValidationError(error, code="required"))
        return cleaned

    def piece(self) -> Piece:
        """Return what was typed."""
        said = self.cleaned_data
        return Piece(
            title=said["title"],
            lead=said["lead"],
            text=said["text"],
            category=said["category"],
            pictures=[
                SentPicture(
                    said[f"picture_{number}"],
                    said[f"about_{number}"],
                    said[f"credit_{number}"],
                    said[f"children_{number}"],
                )
                for number in PICTURES
                if said.get(f"picture_{number}")
            ],
        )


def _picture_fields(number: int) -> dict[str, forms.Field]:
    n = {"n": number}
    return {
        f"picture_{number}": RecordFileFormField(
            label=gettext("Picture %(n)s") % n,
            use=PIECE_PICTURE,
            required=False,
            help_text=gettext("As it comes from the telephone; where it was taken is removed."),
        ),
        f"about_{number}": forms.CharField(
            label=gettext("What picture %(n)s shows") % n,
            max_length=255,
            required=False,
            help_text=gettext("Who does what, where. Read to those who cannot see it, too."),
        ),
        f"credit_{number}": forms.CharField(
            label=gettext("Who took picture %(n)s") % n,
            max_length=150,
            required=False,
            help_text=gettext("Such as: Photo: Minh Hà."),
        ),
        f"children_{number}": forms.CharField(
            label=gettext("Children in picture %(n)s: what their parents agreed to") % n,
            max_length=300,
            required=False,
            help_text=gettext("Leave it empty if no child can be recognised."),
        ),
    }
