"""What is asked of a picture, wherever in the back office it is sent or described."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.images.forms import BaseImageForm

from lienhiep.core.pictures.mastering import master_of

WORDS = {
    "title": (
        gettext_lazy("Name in the library"),
        gettext_lazy("How you find it again; readers do not see it."),
    ),
    "file": (
        gettext_lazy("File"),
        gettext_lazy(
            "As it comes from the telephone: it is turned upright and made smaller, and the "
            "place where it was taken is removed."
        ),
    ),
    "description": (
        pgettext_lazy("picture", "What the picture shows"),
        gettext_lazy(
            "Read to those who cannot see it: who does what, where; not “picture of…”. Such as: "
            "Four pupils test a water pump in the school yard."
        ),
    ),
    "caption": (pgettext_lazy("picture", "Caption"), gettext_lazy("Stands under the picture.")),
    "credit": (
        pgettext_lazy("picture", "Credit"),
        gettext_lazy("Who took it, such as: Photo: Minh Hà."),
    ),
    "collection": (gettext_lazy("Collection"), gettext_lazy("Where it lies in the library.")),
    "tags": (gettext_lazy("Tags"), gettext_lazy("Words by which you find it again.")),
}


def say_what_is_asked(fields: dict[str, forms.Field]) -> None:
    """Give the fields of a picture their words and helps."""
    for name, (label, text) in WORDS.items():
        if name in fields:
            fields[name].label, fields[name].help_text = label, text


def refuse_without_alt(form: forms.BaseForm, cleaned: dict[str, Any]) -> None:
    """Ask for words that stand for a picture, and for the parents' consent."""
    if "description" in form.fields and not (
        cleaned.get("is_decorative") or (cleaned.get("description") or "").strip()
    ):
        form.add_error(
            "description",
            ValidationError(
                _("Say what the picture shows, or tick that it is only decoration."),
                code="required",
            ),
        )
    if cleaned.get("shows_children") and not (cleaned.get("children_purpose") or "").strip():
        form.add_error(
            "children_purpose",
            ValidationError(
                _("Say what the parents have agreed to; without it the picture is not shown."),
                code="required",
            ),
        )


class SiteImageForm(BaseImageForm):
    """The form of a picture in the library, in the chooser and after sending many."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Give the fields our words."""
        super().__init__(*args, **kwargs)
        say_what_is_asked(self.fields)

    def clean_file(self) -> Any:
        """Keep only the picture: upright, of a sensible size, without place and telephone."""
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            master = master_of(file.file, name=file.name or "")
            self.instance.sent_checksum = master.sent_checksum
            return master.content
        return file

    def clean(self) -> dict[str, Any]:
        """Ask for words that stand for the picture."""
        cleaned = super().clean() or self.cleaned_data
        refuse_without_alt(self, cleaned)
        return cleaned
