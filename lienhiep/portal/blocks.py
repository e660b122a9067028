"""What an editor may put on a page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class PageBlocks(blocks.StreamBlock):
    """The parts of a page."""

    heading = blocks.CharBlock(
        label=_("Heading"), icon="title", template="portal/blocks/heading.html"
    )
    text = blocks.RichTextBlock(label=_("Text"), icon="pilcrow")
    picture = ImageChooserBlock(
        label=_("Picture"), icon="image", template="portal/blocks/picture.html"
    )

    class Meta:
        required = False
