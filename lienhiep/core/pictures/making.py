"""Makes the sizes of a picture: all at once, in the background, never while a reader waits."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from PIL import Image

from lienhiep.core.models.library import SiteImage, SiteRendition
from lienhiep.core.pictures.shapes import MODERN, SHAPES, Shape

logger = logging.getLogger(__name__)

SAVING: dict[str, dict[str, Any]] = {
    "avif": {"quality": 55, "speed": 8},
    "webp": {"quality": 76, "method": 4},
    "jpeg": {"quality": 80, "progressive": True, "optimize": True},
}
"""How each format is written: speed 8 of AVIF costs a quarter of 6 and weighs as much."""

ENDINGS = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}
WHITE = (255, 255, 255)
BROKEN = (OSError, SyntaxError, ValueError, Image.DecompressionBombError)


def make_renditions(picture: SiteImage) -> bool:
    """Make what is missing of a picture's sizes and note where they lie; False without its file.

    A file that is gone or broken is noted too, so that nobody tries again for each page.
    """
    made: dict[str, Any] = {}
    try:
        with _opened(picture) as opened:
            made = {name: _of_shape(picture, opened, shape) for name, shape in SHAPES.items()}
    except BROKEN as broken:
        logger.warning("Picture %s has no sizes: %s", picture.pk, broken)
    picture.made, picture.made_for = made, picture.present_file
    picture.save(update_fields=["made", "made_for"])
    return bool(made)


def make_plain(picture: SiteImage, shape: Shape) -> list[Any] | None:
    """Return the plain file of a shape, made now if need be; None where there is no picture."""
    spec, key = f"{shape.name}-{shape.plain}|format-jpeg", _focus_key(picture, shape)
    known = SiteRendition.objects.filter(image=picture, filter_spec=spec, focal_point_key=key)
    if (one := known.first()) is not None:
        return ["jpeg", one.width, one.height, one.file.name]
    try:
        with _opened(picture) as opened:
            cut = _cut(picture, opened, shape)
            return _one(picture, cut, shape, "jpeg", min(shape.plain, cut.width))
    except BROKEN:
        return None


@contextmanager
def _opened(picture: SiteImage) -> Iterator[Image.Image]:
    with picture.open_file() as stream, Image.open(stream) as opened:
        opened.load()
        yield opened


def make_waiting(most: int = 5) -> int:
    """Make the sizes of the pictures that came last and have none yet; return how many."""
    waiting = list(SiteImage.objects.filter(made_for="").order_by("-pk")[:most])
    for picture in waiting:
        make_renditions(picture)
    return len(waiting)


def _of_shape(picture: SiteImage, opened: Image.Image, shape: Shape) -> list[list[Any]]:
    """Return [format, width, height, name of the file] for each size of a shape."""
    cut = _cut(picture, opened, shape)
    widths = _widths_within(shape.widths, cut.width)
    wanted = [(form, width) for form in MODERN for width in widths] if shape.modern else []
    wanted.append(("jpeg", min(shape.plain, cut.width)))
    return [_one(picture, cut, shape, form, width) for form, width in wanted]


def _widths_within(widths: tuple[int, ...], most: int) -> list[int]:
    """Return the widths that a picture can fill; its own in the place of the first too wide."""
    fitting = [width for width in widths if width < most]
    return [*fitting, min(most, widths[len(fitting)])] if len(fitting) < len(widths) else fitting


def _cut(picture: SiteImage, opened: Image.Image, shape: Shape) -> Image.Image:
    """Cut a picture to its shape, as near to its focal point as its edges allow."""
    if shape.ratio is None:
        return opened
    high, wide = shape.ratio
    width = min(opened.width, opened.height * wide // high)
    height = min(opened.height, opened.width * high // wide)
    focus = picture.get_focal_point()
    x, y = focus.centroid if focus else (opened.width / 2, opened.height / 2)
    left = round(min(max(x - width / 2, 0), opened.width - width))
    top = round(min(max(y - height / 2, 0), opened.height - height))
    return opened.crop((left, top, left + width, top + height))


def _one(picture: SiteImage, cut: Image.Image, shape: Shape, form: str, width: int) -> list[Any]:
    """Return one size; make its file where it is not there."""
    facts = {
        "filter_spec": f"{shape.name}-{width}|format-{form}",
        "focal_point_key": _focus_key(picture, shape),
    }
    known = SiteRendition.objects.filter(image=picture, **facts).first()
    if known is not None and known.file.storage.exists(known.file.name):
        return [form, known.width, known.height, known.file.name]
    if known is not None:
        known.delete()
    small = _resized(cut, width, with_clear_parts=form != "jpeg")
    out = io.BytesIO()
    small.save(out, form.upper(), **SAVING[form])
    name = f"{picture.pk}-{shape.name}-{width}.{ENDINGS[form]}"
    file = ContentFile(out.getvalue(), name=name)
    try:
        with transaction.atomic():  # another process may make the same at this moment
            made = SiteRendition.objects.create(
                image=picture, width=small.width, height=small.height, file=file, **facts
            )
    except IntegrityError:
        made = SiteRendition.objects.get(image=picture, **facts)
    return [form, made.width, made.height, made.file.name]


def _focus_key(picture: SiteImage, shape: Shape) -> str:
    focus = picture.get_focal_point()
    if focus is None or shape.ratio is None:
        return ""
    return f"{focus.centroid_x:.0f}-{focus.centroid_y:.0f}"[:16]


def _resized(cut: Image.Image, width: int, *, with_clear_parts: bool) -> Image.Image:
    has_clear = cut.mode in ("RGBA", "LA", "PA") or "transparency" in cut.info
    picture = cut.convert("RGBA" if has_clear else "RGB")
    if width < picture.width:
        height = max(1, round(picture.height * width / picture.width))
        picture = picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
    if has_clear and not with_clear_parts:
        ground = Image.new("RGB", picture.size, WHITE)
        ground.paste(picture, mask=picture.getchannel("A"))
        return ground
    return picture
