"""The logo, which everybody sees, and the pictures of seal and signature, which nobody does."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image

from lienhiep.core.files import destroy_file
from lienhiep.core.files.actions import keep_checked
from lienhiep.core.files.checking import check_upload
from lienhiep.core.files.of_the_union import USES
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.models import RecordFile, UnionIdentity

SMALLEST = {"logo": 96, "seal": 300, "leader_signature": 200}
"""Pixels of the longer side below which a picture would be unclear, in print or on a screen."""

LARGEST = 4096
LONGEST_SHAPE = 6
"""How many times wider than high a picture may be, or the other way round."""

MUCH_MARGIN = 0.3
"""Share of a side that is empty, above which a logo would look small."""


def put_picture(*, kind: str, upload: File, by: Any) -> RecordFile:
    """Put a picture in its place: "logo", "seal" or "leader_signature".

    The bytes are read to the end and a drawing is refused that does more than draw. A seal or
    signature that is replaced is destroyed; a former logo is kept as long as any file.
    """
    use = USES[kind]
    checked = check_upload(upload, use)
    if checked.media_type == "image/png":
        _refuse_unfit(upload, kind)
    union = UnionIdentity.objects.get(pk=1)
    with verb("setup.put_picture", by=by, about=union) as act:
        lock(union)
        former = getattr(union, kind)
        if former is not None and former.sha256 == checked.sha256:
            return former
        file = keep_checked(upload=upload, checked=checked, use=use, by=by)
        setattr(union, kind, file)
        union.save()
        _let_go(former, by)
        act.note(picture=kind, sha256=file.sha256)
    return file


def remove_picture(*, kind: str, by: Any) -> None:
    """Take a picture away; of a seal or signature no bytes are left."""
    union = UnionIdentity.objects.get(pk=1)
    with verb("setup.remove_picture", by=by, about=union) as act:
        lock(union)
        former = getattr(union, kind)
        if former is None:
            raise ValidationError(_("There is no such picture any more."))
        setattr(union, kind, None)
        union.save()
        _let_go(former, by)
        act.note(picture=kind)


def margin_of(upload: File) -> float:
    """Return the share of the longer side that is empty around a picture; 0 for a drawing."""
    upload.seek(0)
    try:
        with Image.open(upload) as picture:
            seen = picture.convert("RGBA")
    except (OSError, ValueError):
        return 0.0
    finally:
        upload.seek(0)
    box = seen.getchannel("A").point(lambda value: 255 if value > 8 else 0).getbbox()
    if box == (0, 0, *seen.size):  # no transparency: paper is white
        white = seen.convert("L").point(lambda value: 0 if value > 245 else 255)
        box = white.getbbox()
    if box is None:
        return 1.0
    left, top, right, bottom = box
    return 1 - max((right - left) / seen.width, (bottom - top) / seen.height)


def _let_go(former: RecordFile | None, by: Any) -> None:
    if former is not None and former.is_sealed:
        destroy_file(
            file=former,
            by=by,
            reason=_("Replaced or removed"),
            on=timezone.localdate(),
            erasing=True,
        )


def _refuse_unfit(upload: File, kind: str) -> None:
    upload.seek(0)
    with Image.open(upload) as picture:
        width, height = picture.size
    upload.seek(0)
    longer, shorter = max(width, height), min(width, height)
    if longer < SMALLEST[kind]:
        raise ValidationError(
            _("The picture is %(width)s × %(height)s pixels; its longer side needs %(least)s."),
            params={"width": width, "height": height, "least": SMALLEST[kind]},
        )
    if longer > LARGEST:
        raise ValidationError(
            _("The picture is %(width)s × %(height)s pixels; at most %(most)s are taken here."),
            params={"width": width, "height": height, "most": LARGEST},
        )
    if longer > shorter * LONGEST_SHAPE:
        raise ValidationError(
            _("The picture is too long for its height. Cut it to the emblem itself.")
        )
