"""In which shapes and widths the site shows pictures.

Small, because each picture is kept in all of them: what a telephone and a wide screen need,
and a plain file for what knows neither AVIF nor WebP.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """A shape: how wide pictures are made, and how they are cut.

    `ratio` is height by width, around the focal point; None leaves a picture uncut.
    `plain` is the width of the JPEG that stands in for all others.
    """

    name: str
    widths: tuple[int, ...]
    plain: int
    ratio: tuple[int, int] | None = None
    modern: bool = True


CUT = Shape("cut", (320, 640, 960, 1440), plain=960, ratio=(2, 3))
"""Cards and heads of pages: three to two."""

WHOLE = Shape("whole", (480, 960, 1600), plain=960)
"""In the text, in galleries and albums: as it was taken."""

SHARED = Shape("shared", (), plain=1200, ratio=(630, 1200), modern=False)
"""What is shown where the address of a page is passed on; those programs read JPEG."""

SHAPES = {shape.name: shape for shape in (CUT, WHOLE, SHARED)}

MODERN = ("avif", "webp")
"""The best first: a browser takes the first that it knows."""
