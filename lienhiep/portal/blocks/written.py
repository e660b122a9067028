"""Blocks that an editor writes: notices, partners, words and pictures, how to reach us."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from lienhiep.core.period import today
from lienhiep.portal.choices import Side
from lienhiep.portal.validators import validate_address

WRITTEN = _("Written here")

Context = dict[str, Any]

ADDRESS = {
    "required": False,
    "max_length": 300,
    "validators": [validate_address],
    "label": _("Address"),
    "help_text": _("On this site, such as /tap-san/, or a whole one: https://…"),
}


class NoticeBlock(blocks.StructBlock):
    """One notice or invitation."""

    text = blocks.CharBlock(max_length=250, label=_("Words of the notice"))
    day = blocks.DateBlock(label=_("Day of the notice"))
    address = blocks.CharBlock(**ADDRESS)
    until = blocks.DateBlock(
        required=False,
        label=_("Shown until"),
        help_text=_("After this day the notice leaves the page by itself."),
    )

    class Meta:
        icon = "warning"
        label = _("Notice")
        label_format = "{day}: {text}"


class NoticesBlock(blocks.StructBlock):
    """Notices and invitations; those whose day has passed are left out."""

    heading = blocks.CharBlock(required=False, max_length=80, label=_("Heading of the block"))
    notices = blocks.ListBlock(NoticeBlock(), label=_("Notices"))

    class Meta:
        label = _("Notices and invitations")
        icon = "mail"
        group = WRITTEN
        template = "portal/blocks/notices.html"

    def get_context(self, value: Any, parent_context: Context | None = None) -> Context:
        """Add the notices that stand today, the newest first."""
        now = today()
        shown = [one for one in value["notices"] if not one["until"] or one["until"] >= now]
        shown.sort(key=lambda one: one["day"], reverse=True)
        return super().get_context(value, parent_context=parent_context) | {"notices": shown}


class PartnerBlock(blocks.StructBlock):
    """One partner or site worth knowing."""

    name = blocks.CharBlock(max_length=150, label=_("Name"))
    address = blocks.CharBlock(**ADDRESS)
    logo = ImageChooserBlock(
        required=False, label=_("Logo"), help_text=_("Without one the name is set.")
    )

    class Meta:
        icon = "link"
        label = _("Partner")
        label_format = "{name}"


class PartnersBlock(blocks.StructBlock):
    """Partners and sites worth knowing, with their logos."""

    heading = blocks.CharBlock(required=False, max_length=80, label=_("Heading of the block"))
    partners = blocks.ListBlock(PartnerBlock(), label=_("Partners and sites"))

    class Meta:
        label = _("Partners and links")
        icon = "site"
        group = WRITTEN
        template = "portal/blocks/partners.html"


class PictureTextBlock(blocks.StructBlock):
    """A picture with words beside it."""

    picture = ImageChooserBlock(label=_("Picture"))
    side = blocks.ChoiceBlock(choices=Side.choices, default=Side.START, label=_("Picture stands"))
    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading of the block"))
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "italic", "link", "ul"])
    address = blocks.CharBlock(**ADDRESS)
    words = blocks.CharBlock(required=False, max_length=60, label=_("Words of the link"))

    class Meta:
        label = _("Picture with text")
        icon = "image"
        group = WRITTEN
        template = "portal/blocks/picture_text.html"


class ContactBlock(blocks.StructBlock):
    """How to reach the office: what the Union's own record says, and the hours."""

    heading = blocks.CharBlock(required=False, max_length=80, label=_("Heading of the block"))
    text = blocks.RichTextBlock(
        required=False,
        label=_("Office hours and other words"),
        features=["bold", "link", "ul"],
        help_text=_("Address, telephone and e-mail come from the record of the Union."),
    )

    class Meta:
        label = _("Contact")
        icon = "mail"
        group = WRITTEN
        template = "portal/blocks/contact.html"
