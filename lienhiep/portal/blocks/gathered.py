"""Blocks that fill themselves: what rooms show, the newest records, a year in figures."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from lienhiep.core.site_blocks import front_block_named
from lienhiep.portal.choices import figure_choices, front_block_choices, kind_choices
from lienhiep.portal.gathering import journal, newest_reports, year_in_figures
from lienhiep.portal.public_records import newest
from lienhiep.portal.validators import validate_address

ROOMS = _("Fill themselves")

Context = dict[str, Any]


class Block(blocks.StructBlock):
    """A block that adds to its template what it gathers."""

    def get_context(self, value: Any, parent_context: Context | None = None) -> Context:
        """Return the words around the block with what it shows."""
        return super().get_context(value, parent_context=parent_context) | self.gathered(value)

    def gathered(self, value: Any) -> Context:
        """Return what the block shows."""
        raise NotImplementedError


class RoomBlock(Block):
    """What a room shows of its own."""

    code = blocks.ChoiceBlock(choices=front_block_choices, label=_("Which block"))

    class Meta:
        label = _("Block of a room")
        icon = "placeholder"
        group = ROOMS
        template = "portal/blocks/room.html"
        label_format = _("Block of a room: {code}")

    def gathered(self, value: Any) -> Context:
        """Return the block, or nothing while it has nothing to show."""
        return {"block": front_block_named(value["code"])}


class JournalBlock(Block):
    """The journal's newest issue with its contents, and those before."""

    heading = blocks.CharBlock(required=False, max_length=80, label=_("Heading of the block"))

    class Meta:
        label = _("The journal's new issue")
        icon = "doc-full"
        group = ROOMS
        template = "portal/blocks/journal.html"

    def gathered(self, value: Any) -> Context:
        """Return the newest public issues."""
        return journal()


class FiguresBlock(Block):
    """Figures of a year that the editor wants to stand out."""

    heading = blocks.CharBlock(required=False, max_length=80, label=_("Heading of the block"))
    codes = blocks.ListBlock(
        blocks.ChoiceBlock(choices=figure_choices, label=_("Figure")),
        label=_("Figures"),
        max_num=8,
        default=[],
        help_text=_("Without any, four figures of the catalogue stand here."),
    )

    class Meta:
        label = _("Highlighted figures")
        icon = "order"
        group = ROOMS
        template = "portal/blocks/figures.html"

    def gathered(self, value: Any) -> Context:
        """Return this year, or the newest that counts something."""
        return year_in_figures(tuple(value["codes"]))


class ReportsBlock(Block):
    """The newest reports that the Union has shown."""

    heading = blocks.CharBlock(required=False, max_length=80, label=_("Heading of the block"))
    most = blocks.IntegerBlock(default=3, min_value=1, max_value=12, label=_("At most"))

    class Meta:
        label = _("Published reports")
        icon = "list-ul"
        group = ROOMS
        template = "portal/blocks/reports.html"

    def gathered(self, value: Any) -> Context:
        """Return the newest of them."""
        return {"reports": newest_reports(value["most"])}


class NewestBlock(Block):
    """The newest public records of one kind, as a list."""

    heading = blocks.CharBlock(max_length=80, label=_("Heading of the block"))
    kind = blocks.ChoiceBlock(choices=kind_choices, label=_("Kind of record"))
    most = blocks.IntegerBlock(default=5, min_value=1, max_value=12, label=_("At most"))
    address = blocks.CharBlock(
        required=False,
        max_length=300,
        validators=[validate_address],
        label=_("Address of the whole list"),
        help_text=_("Such as /van-ban/."),
    )

    class Meta:
        label = _("Newest of one kind")
        icon = "time"
        group = ROOMS
        template = "portal/blocks/newest.html"

    def gathered(self, value: Any) -> Context:
        """Return the newest of them."""
        return {"records": newest(value["kind"], limit=value["most"])}
