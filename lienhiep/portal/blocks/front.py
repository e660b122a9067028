"""The stream of the front page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from lienhiep.portal.blocks.gathered import (
    FiguresBlock,
    JournalBlock,
    NewestBlock,
    ReportsBlock,
    RoomBlock,
)
from lienhiep.portal.blocks.written import (
    WRITTEN,
    ContactBlock,
    NoticesBlock,
    PartnersBlock,
    PictureTextBlock,
)

ONCE = frozenset({"room", "journal", "figures", "reports"})
"""What may stand once on the page: the parts of their pages have names of their own."""


class ColumnBlocks(blocks.StreamBlock):
    """What may stand in a column, and on the page itself."""

    room = RoomBlock()
    journal = JournalBlock()
    figures = FiguresBlock()
    reports = ReportsBlock()
    newest = NewestBlock()
    notices = NoticesBlock()
    picture_text = PictureTextBlock()
    heading = blocks.CharBlock(
        label=_("Heading"), icon="title", group=WRITTEN, template="portal/blocks/heading.html"
    )
    text = blocks.RichTextBlock(
        label=_("Text"), icon="pilcrow", group=WRITTEN, template="portal/blocks/text.html"
    )
    picture = ImageChooserBlock(
        label=_("Picture"), icon="image", group=WRITTEN, template="portal/blocks/picture.html"
    )
    partners = PartnersBlock()
    contact = ContactBlock()

    class Meta:
        required = False
        template = "portal/blocks/stream.html"


class ColumnsBlock(blocks.StructBlock):
    """A wide column and a narrow one beside it."""

    main = ColumnBlocks(label=_("Wide column"))
    side = ColumnBlocks(label=_("Narrow column"))

    class Meta:
        label = _("Two columns")
        icon = "grip"
        group = _("Columns of the page")
        template = "portal/blocks/columns.html"


class FrontBlocks(ColumnBlocks):
    """The front page from top to bottom."""

    columns = ColumnsBlock()

    class Meta:
        required = False
        template = "portal/blocks/stream.html"

    def clean(self, value: Any, **kwargs: Any) -> Any:
        """Refuse a block that stands on the page already."""
        cleaned = super().clean(value, **kwargs)
        seen: set[tuple[str, str]] = set()
        errors = {}
        for place, child in enumerate(cleaned):
            names = list(_names(child))
            if any(name in seen for name in names) or len(set(names)) < len(names):
                errors[place] = ValidationError(_("This block stands on the page already."))
            seen.update(names)
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned


def _names(child: Any) -> Iterator[tuple[str, str]]:
    if child.block_type == "columns":
        for column in ("main", "side"):
            for inner in child.value[column]:
                yield from _names(inner)
    elif child.block_type in ONCE:
        yield child.block_type, child.value["code"] if child.block_type == "room" else ""
