"""What happens to files: they come in, go onto a record, are taken off or back, and end."""

from __future__ import annotations

import logging
import uuid
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models, transaction
from django.db.models import ProtectedError, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lienhiep.core.files.checking import Checked, check_upload
from lienhiep.core.files.uses import FileUse
from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded, verb
from lienhiep.core.models.files import RecordFile, private_storage, stored_name

logger = logging.getLogger(__name__)

PENDING_KEPT = timedelta(days=1)
"""How long a file waits for its record; as long as a form may be corrected."""


def store_upload(*, upload: File, use: FileUse, by: Any) -> RecordFile:
    """Take a file in and keep it, pending until a record holds it.

    The row is written before the bytes: if the program stops in between, the row leads
    the daily clearing to what was half written. Refuses with a message for the field.
    """
    return keep_checked(upload=upload, checked=check_upload(upload, use), use=use, by=by)


def keep_checked(*, upload: File, checked: Checked, use: FileUse, by: Any) -> RecordFile:
    """Keep a file that has been checked already."""
    on = timezone.localdate()
    file = RecordFile(
        name=checked.name,
        size=checked.size,
        sha256=checked.sha256,
        media_type=checked.media_type,
        use=use.code,
        retention=use.retention.code,
        retention_years=use.retention.years_on(on),
        uploaded_by=by if by is not None and by.pk else None,
    )
    file.content.name = stored_name(file, checked.name)
    file.save()
    upload.seek(0)
    written = private_storage().save(file.content.name, upload)
    if written != file.content.name:
        raise RuntimeError(f"The storage keeps {written} instead of {file.content.name}.")
    return file


def store_bytes(*, name: str, data: bytes, use: FileUse, by: Any) -> RecordFile:
    """Take in a file that the program has made or read itself; checked like any other."""
    return store_upload(upload=SimpleUploadedFile(name, data), use=use, by=by)


def place_of(holder: models.Model, field: str) -> str:
    """Return the row and field that hold a file, in one word."""
    return f"{holder._meta.label_lower}:{holder.pk}:{field}"


def owner_of(holder: models.Model) -> Guarded:
    """Return the record whose readers may read the files of a row: itself, or its owner.

    A row that belongs to no guarded record cannot hold files: nobody could say who reads
    them. That is a mistake of ours, so LookupError.
    """
    current: Any = holder
    while current is not None and not isinstance(current, Guarded):
        current = current.history_owner() if isinstance(current, Recorded) else None
    if current is None:
        raise LookupError(f"{type(holder).__name__} belongs to no guarded record.")
    return current


def settle_files(*, holder: models.Model, field: str, by: Any = None) -> None:
    """Put the file that a row names onto its record, and take off the one it named before.

    Called whenever the row is saved, in the same transaction.
    """
    place = place_of(holder, field)
    wanted = getattr(holder, f"{field}_id")
    files = RecordFile.objects.filter(Q(pk=wanted) | Q(place=place, released_at=None))
    # Locked, so that of two records that take one file at once the second is refused.
    for file in files.select_for_update().order_by("pk"):
        if file.pk == wanted:
            _put_on(file, holder=holder, field=field, place=place)
        else:
            release_file(file=file)


def _put_on(file: RecordFile, *, holder: models.Model, field: str, place: str) -> None:
    owner = owner_of(holder)
    if not file.is_pending and file.place != place:
        raise ValidationError(
            {field: _("This file belongs to another record. Send it in anew for this one.")}
        )
    if twin := twin_of(file, owner):
        raise ValidationError({field: same_bytes(twin)})
    held_by_owner = owner.pk == holder.pk and owner._meta.label == holder._meta.label
    wanted = {
        "content_type_id": ContentType.objects.get_for_model(owner).pk,
        "object_id": owner.pk,
        "field": field if held_by_owner else "",
        "place": place,
        "released_at": None,
    }
    if any(getattr(file, name) != value for name, value in wanted.items()):
        RecordFile.objects.filter(pk=file.pk).update(**wanted)
        known = holder._state.fields_cache.get(field)
        for name, value in wanted.items() if known is not None else ():
            setattr(known, name, value)


def twin_of(file: RecordFile, owner: models.Model) -> RecordFile | None:
    """Return another file on the record with the very same bytes."""
    return RecordFile.objects.on(owner).filter(sha256=file.sha256).exclude(pk=file.pk).first()


def same_bytes(twin: RecordFile) -> str:
    """Return the words about a file that is on the record already."""
    return _("This very file is on the record already, as “%(name)s”.") % {"name": twin.name}


def release_file(*, file: RecordFile) -> None:
    """Take a file off its record: replaced, removed, or the record deleted. Bytes are kept."""
    if file.released_at is None:
        file.released_at = timezone.now()
        file.save(update_fields=["released_at"])


def withdraw_file(*, file: RecordFile, by: Any, reason: str) -> None:
    """Take a file back, so that nobody opens it any longer; the reason stands in the history."""
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the file is withdrawn.")})
    with transaction.atomic():
        file = RecordFile.objects.select_for_update().get(pk=file.pk)
        if file.withdrawn_at is not None:
            raise ValidationError(_("The file has been withdrawn already."))
        file.withdrawn_at = timezone.now()
        file.save()
        _write_down(file, "core.withdraw_file", by=by, reason=reason)


def _write_down(file: RecordFile, action: str, *, by: Any, reason: str) -> None:
    """Let the history of the record say what happened to its file, but not what it is called."""
    if owner := file.owner:
        with verb(action, by=by, about=owner, reason=reason) as act:
            act.note(file=str(file.uuid))


def destroy_file(
    *, file: RecordFile, by: Any, reason: str, on: date, erasing: bool = False
) -> None:
    """Destroy the bytes of a file whose time is over (tiêu hủy); checksum and row remain.

    `erasing` destroys before that time and takes the name out too: at the request of the
    person whose data they are.
    """
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the file is destroyed.")})
    with transaction.atomic():
        file = RecordFile.objects.select_for_update().get(pk=file.pk)
        _refuse_before_time(file, on, erasing)
        now = timezone.now()
        file.destroyed_at = now
        file.released_at = file.released_at or now
        if erasing:
            file.name = _("Erased file")
        file.save()
        _write_down(file, "core.destroy_file", by=by, reason=reason)
        # Only what is certain to be written down is taken away.
        transaction.on_commit(lambda: private_storage().delete(str(file.content.name)))


def _refuse_before_time(file: RecordFile, on: date, erasing: bool) -> None:
    if file.is_pending or erasing:
        return
    until = file.kept_until
    if until is None:
        raise ValidationError(_("The file is kept for ever."))
    if on <= until:
        raise ValidationError(
            _("The file must be kept until %(day)s."),
            params={"day": date_format(until, "DATE_FORMAT")},
        )
    if file.released_at is None:
        raise ValidationError(_("The file is still on its record. Take it off first."))


def remove_pending_files(now: datetime | None = None) -> int:
    """Remove files that nobody put onto a record within a day; return how many.

    A file that a row names although it was never put onto a record is left, and reported.
    """
    before = (now or timezone.now()) - PENDING_KEPT
    removed = 0
    for file in RecordFile.objects.pending().filter(uploaded_at__lt=before):
        try:
            removed += remove_pending_file(uuid_of=file.uuid)
        except ProtectedError:
            logger.error("File %s is named by a row, but was put onto no record.", file.uuid)
    return removed


def remove_pending_file(*, uuid_of: uuid.UUID) -> int:
    """Remove one file unless a record holds it by now; return 1 if it was removed.

    The row goes last for good: if the program stops after the bytes, it is found again.
    """
    with transaction.atomic():
        rows = RecordFile.objects.select_for_update().pending().filter(uuid=uuid_of)
        file = rows.first()
        if file is None:
            return 0
        file.delete()  # refused where a row names it: then the bytes must stay too
        private_storage().delete(str(file.content.name))
    return 1
