"""Small pictures for some articles, drawn here: hills and a sun in a few colours."""

from __future__ import annotations

import io
import math

from django.core.files.images import ImageFile
from PIL import Image, ImageDraw
from wagtail.models import Collection

from lienhiep.core.models.library import SiteImage

WIDTH, HEIGHT = 960, 640
SKIES = (
    ((233, 239, 246), (250, 236, 214), (23, 69, 127)),
    ((244, 236, 222), (236, 196, 148), (125, 76, 0)),
    ((226, 241, 231), (246, 248, 236), (29, 102, 56)),
    ((238, 232, 243), (251, 229, 222), (134, 82, 127)),
    ((228, 240, 243), (242, 246, 234), (61, 123, 91)),
    ((250, 240, 226), (244, 214, 200), (179, 36, 28)),
)
TITLE = "Tranh minh họa {number} (phần mềm vẽ)"


def load() -> list[SiteImage]:
    """Return the pictures, drawn the first time."""
    if Collection.get_first_root_node() is None:  # a database that was emptied
        Collection.add_root(name="Kho chung")
    found = []
    for number, colours in enumerate(SKIES, start=1):
        title = TITLE.format(number=number)
        picture = SiteImage.objects.filter(title=title).first()
        if picture is None:
            file = ImageFile(io.BytesIO(drawn(number, *colours)), name=f"minh-hoa-{number}.png")
            picture = SiteImage(
                title=title,
                file=file,
                caption="Tranh minh họa",
                credit="Phần mềm vẽ",
                description="Tranh vẽ dãy đồi và mặt trời.",
            )
            picture.save()
        found.append(picture)
    return found


def drawn(number: int, above: tuple, below: tuple, ink: tuple) -> bytes:
    """Draw one picture, as PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(image)
    for y in range(HEIGHT):
        part = y / HEIGHT
        colour = tuple(round(a + (b - a) * part) for a, b in zip(above, below, strict=True))
        draw.line([(0, y), (WIDTH, y)], fill=colour)
    x, r = 160 + number * 110, 58
    draw.ellipse([x - r, 120 - r, x + r, 120 + r], fill=(255, 250, 236))
    for layer in range(4):
        base, high = 300 + layer * 80, 70 - layer * 8
        shade = tuple(min(255, channel + (3 - layer) * 44) for channel in ink)
        line = [
            (at, base - high * math.sin(at / (150 - layer * 18) + number + layer * 1.7))
            for at in range(0, WIDTH + 1, 8)
        ]
        draw.polygon([*line, (WIDTH, HEIGHT), (0, HEIGHT)], fill=shade)
    out = io.BytesIO()
    image.quantize(64).save(out, "PNG", optimize=False)
    return out.getvalue()
