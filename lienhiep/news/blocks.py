"""The parts of which the text of an article is made."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from lienhiep.core.files.kinds import FILMS
from lienhiep.core.pictures.shapes import WHOLE
from lienhiep.core.pictures.showing import shown
from lienhiep.core.validators import validate_film_address

PARAGRAPH_FEATURES = ["bold", "italic", "superscript", "subscript", "link", "ol", "ul", "hr"]


class PictureBlock(blocks.StructBlock):
    """A picture in the text, with what it shows and who took it."""

    picture = ImageChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("What the picture shows"), max_length=300, required=False)
    credit = blocks.CharBlock(label=_("Picture credit"), max_length=150, required=False)

    class Meta:
        icon = "image"
        template = "news/blocks/picture.html"


class GalleryBlock(blocks.StructBlock):
    """Some pictures side by side, each opened large."""

    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures of the gallery"), min_num=2)

    class Meta:
        icon = "image"
        template = "news/blocks/gallery.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Show each picture; a caption or credit here goes before that of the library."""
        context = super().get_context(value, parent_context=parent_context)
        told = [(one, shown(one["picture"], WHOLE)) for one in value["pictures"]]
        context["pictures"] = [
            facts
            | {
                "caption": one["caption"] or facts["caption"],
                "credit": one["credit"] or facts["credit"],
            }
            for one, facts in told
            if facts
        ]
        return context


class VideoBlock(blocks.StructBlock):
    """A film: a file of the library that plays in the page, or an address elsewhere.

    Nothing is loaded from elsewhere before a reader opens it.
    """

    film = DocumentChooserBlock(
        label=_("File of the film"),
        required=False,
        help_text=_("MP4 or WebM, from the downloads of the site."),
    )
    url = blocks.URLBlock(
        label=_("Address of the film elsewhere"),
        required=False,
        validators=[validate_film_address],
        help_text=_("Where there is no file: the film at YouTube, Vimeo or VTV."),
    )
    poster = ImageChooserBlock(label=_("Picture before it starts"), required=False)
    caption = blocks.CharBlock(label=_("What the film shows"), max_length=300, required=False)

    class Meta:
        icon = "media"
        template = "news/blocks/video.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Show the picture before the film starts."""
        context = super().get_context(value, parent_context=parent_context)
        context["poster"] = shown(value.get("poster"), WHOLE)
        return context

    def clean(self, value: Any) -> Any:
        """Ask for one place where the film is."""
        value = super().clean(value)
        film, errors = value.get("film"), {}
        if film is None and not value.get("url"):
            errors["film"] = ValidationError(
                _("Choose the file of the film, or give its address elsewhere.")
            )
        elif film is not None and film.file_extension.lower() not in FILMS:
            errors["film"] = ValidationError(_("This file is no film: MP4 or WebM is played."))
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return value


class QuotationBlock(blocks.StructBlock):
    """What somebody said or wrote, word for word."""

    text = blocks.TextBlock(label=_("Words quoted"), rows=3)
    who = blocks.CharBlock(label=_("Who said it"), max_length=200, required=False)

    class Meta:
        icon = "openquote"
        template = "news/blocks/quotation.html"


class TableBlock(blocks.StructBlock):
    """A small table, typed or pasted from a spreadsheet: a line for each row."""

    caption = blocks.CharBlock(label=_("What the table shows"), max_length=300, required=False)
    rows = blocks.TextBlock(
        label=_("Rows of the table"),
        rows=5,
        help_text=_(
            "A line for each row, cells parted by tabs or by |. The first row is the head."
        ),
    )

    class Meta:
        icon = "table"
        template = "news/blocks/table.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Part the lines into cells."""
        context = super().get_context(value, parent_context=parent_context)
        lines = [cells_of(line) for line in value["rows"].splitlines() if line.strip()]
        context["head"], context["lines"] = (lines[0], lines[1:]) if lines else ([], [])
        return context


class AttachmentBlock(blocks.StructBlock):
    """A file to take away."""

    file = DocumentChooserBlock(label=_("File"))
    note = blocks.CharBlock(label=_("What it is"), max_length=200, required=False)

    class Meta:
        icon = "doc-full"
        template = "news/blocks/attachment.html"


class ArticleBlocks(blocks.StreamBlock):
    """The text of an article."""

    paragraph = blocks.RichTextBlock(
        label=_("Paragraphs"), icon="pilcrow", features=PARAGRAPH_FEATURES
    )
    heading = blocks.CharBlock(
        label=_("Subheading"), icon="title", max_length=200, template="news/blocks/heading.html"
    )
    picture = PictureBlock(label=_("Picture in the text"))
    gallery = GalleryBlock(label=_("Gallery in the text"))
    video = VideoBlock(label=_("Film in the text"))
    quotation = QuotationBlock(label=_("Quotation"))
    table = TableBlock(label=_("Table in the text"))
    attachment = AttachmentBlock(label=_("File to take away"))

    class Meta:
        required = False


def cells_of(line: str) -> list[str]:
    """Return the cells of a line: parted by tabs where it has some, else by upright strokes."""
    sign = "\t" if "\t" in line else "|"
    return [cell.strip() for cell in line.strip().strip("|").split(sign)]
