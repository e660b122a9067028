"""A file in a form: what is there, what comes, and what is kept while the rest is corrected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from lienhiep.core.files.actions import PENDING_KEPT, keep_checked
from lienhiep.core.files.checking import check_upload
from lienhiep.core.files.uses import FileUse
from lienhiep.core.history import acting_user
from lienhiep.core.models.files import RecordFile

SALT = "lienhiep.pending-file"
KEPT, REMOVED, USE = "-kept", "-removed", "-use"
"""Ends of the names of the hidden fields beside the file."""


def sign_pending(file: RecordFile) -> str:
    """Return what a form carries so that a file need not be chosen again."""
    return signing.dumps([str(file.uuid), file.uploaded_by_id], salt=SALT)


def read_pending(
    token: str, *, by: Any, use: FileUse, present: RecordFile | None = None
) -> RecordFile | None:
    """Return the pending file of a token; only its own uploader's, for the same use, in time.

    A form sent twice names a file that the record holds by now (`present`): that is its file.
    """
    try:
        uuid, uploader = signing.loads(token, salt=SALT, max_age=PENDING_KEPT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    if uploader != (by.pk if by is not None else None):
        return None
    if present is not None and str(present.uuid) == uuid:
        return present
    return RecordFile.objects.pending().filter(uuid=uuid, use=use.code).first()


@dataclass
class Sent:
    """What came from the browser for one file field."""

    upload: UploadedFile | None
    kept: str
    removed: bool


@dataclass
class Shown:
    """What a form shows for one file field: a file, and whether it waits for its record."""

    file: RecordFile | None
    is_pending: bool = False


class RecordFileWidget(forms.Widget):
    """The present file with its size, a box to remove it, and a place for another one."""

    template_name = "core/files/widget.html"
    needs_multipart_form = True
    use: FileUse | None = None

    def __init__(self, use: FileUse | None = None, attrs: Any = None) -> None:
        super().__init__(attrs)
        self.use = use

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Sent:
        return Sent(
            upload=files.get(name),
            kept=data.get(name + KEPT, ""),
            removed=bool(data.get(name + REMOVED)),
        )

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in files and name + KEPT not in data and name + REMOVED not in data

    def use_required_attribute(self, initial: Any) -> bool:
        """Let the browser ask for a file only where there is none yet."""
        return super().use_required_attribute(initial) and not initial

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        shown = value if isinstance(value, Shown) else Shown(file_of(value))
        if shown.file is not None:
            context["widget"]["attrs"].pop("required", None)
        context["widget"] |= {
            "file": shown.file,
            "is_pending": shown.is_pending,
            "kept_name": name + KEPT,
            "kept": sign_pending(shown.file) if shown.file and shown.is_pending else "",
            "removed_name": name + REMOVED,
            "use_name": name + USE,
            "use": self.use,
        }
        return context


class RecordFileFormField(forms.FileField):
    """Takes a file, checks it, and keeps it as soon as it is found good.

    So a mistake elsewhere in the form does not cost the file: the form shown again carries
    it. Cleans to a RecordFile, or None.
    """

    widget = RecordFileWidget

    def __init__(self, *, use: FileUse | None, **kwargs: Any) -> None:
        self.use = use
        self._shown: Shown | None = None
        kwargs.pop("max_length", None)
        kwargs.setdefault("widget", RecordFileWidget(use))
        super().__init__(**kwargs)
        if isinstance(self.widget, RecordFileWidget):
            self.widget.use = use
        if use is not None:
            self.widget.attrs.setdefault("accept", use.accept)

    def clean(self, data: Any, initial: Any = None) -> RecordFile | None:
        """Return the file that the record is to hold; refuse with what is wrong with it."""
        present = file_of(initial)
        if not isinstance(data, Sent):
            return self._required(present)
        # Whatever happens to a newer one, what was good stays in the form.
        kept = read_pending(data.kept, by=acting_user(), use=self._use, present=present)
        self._shown = Shown(kept, is_pending=kept.is_pending) if kept else Shown(present)
        if data.upload is not None:
            return self._taken(data.upload, present, kept)
        if data.removed:
            self._shown = Shown(None)
            return self._required(None)
        if data.kept and kept is None:
            raise ValidationError(
                _("The file sent before is no longer kept. Please choose it again."), code="gone"
            )
        return self._required(kept or present)

    def _taken(
        self, upload: UploadedFile, present: RecordFile | None, kept: RecordFile | None
    ) -> RecordFile:
        checked = check_upload(upload, self._use)
        for same in filter(None, (kept, present)):
            if same.sha256 == checked.sha256 and same.is_present:
                return same
        file = keep_checked(upload=upload, checked=checked, use=self._use, by=acting_user())
        self._shown = Shown(file, is_pending=True)
        return file

    def _required(self, file: RecordFile | None) -> RecordFile | None:
        if file is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return file

    @property
    def _use(self) -> FileUse:
        if self.use is None:
            raise TypeError("A file field needs to be told what its files are for.")
        return self.use

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Show what was found when the form was checked."""
        return self._shown or Shown(file_of(initial))

    def has_changed(self, initial: Any, data: Any) -> bool:
        if self.disabled or not isinstance(data, Sent):
            return False
        return data.upload is not None or data.removed or bool(data.kept)


def file_of(value: Any) -> RecordFile | None:
    """Return the file that a form begins with, given itself or by its number."""
    if value is None or isinstance(value, RecordFile):
        return value
    return RecordFile.objects.filter(pk=value).first()
