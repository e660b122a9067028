"""The pictures and downloads of the public site; files of records are elsewhere."""

from __future__ import annotations

from typing import Any

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition


class SiteImage(AbstractImage):
    """A picture of the public site: what it shows in words, its caption, whom to credit.

    Whoever cannot see it is read its `description` (văn bản thay thế); a picture that tells
    nothing of its own is marked as decoration, knowingly. Its sizes are made in the
    background (`core.pictures`), and noted in `made`.
    """

    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit = models.CharField(_("credit"), max_length=150, blank=True)
    is_decorative = models.BooleanField(
        _("only decoration"),
        default=False,
        help_text=_("It tells a reader nothing: whoever cannot see it misses nothing."),
    )
    shows_children = models.BooleanField(
        _("children can be recognised in it"),
        default=False,
        help_text=_("Their faces, names or school (Law 91/2025/QH15, article 24)."),
    )
    children_purpose = models.CharField(
        _("what the parents have agreed to"),
        max_length=300,
        blank=True,
        help_text=_("For what it is shown, who agreed, and on which day."),
    )
    sent_checksum = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    """SHA-256 of the bytes as they were sent: the same picture sent twice is known by it."""

    made = models.JSONField(default=dict, editable=False)
    made_for = models.CharField(max_length=160, blank=True, editable=False, db_index=True)
    """For which file and focal point `made` holds; empty while the sizes wait to be made."""

    admin_form_fields = (
        "title",
        "file",
        "description",
        "is_decorative",
        "caption",
        "credit",
        "shows_children",
        "children_purpose",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @property
    def alt(self) -> str:
        """What is read to whoever cannot see the picture; nothing of mere decoration."""
        return "" if self.is_decorative else self.description or self.caption or self.title

    @property
    def default_alt_text(self) -> str:
        """The same, for what Wagtail shows."""
        return self.alt

    @property
    def lacks_alt(self) -> bool:
        """Whether nobody has said yet what the picture shows."""
        return not (self.is_decorative or self.description.strip())

    @property
    def present_file(self) -> str:
        """The file and its focal point, in one word."""
        return f"{self.file.name}@{self.focal_point_x}-{self.focal_point_y}"

    def generate_rendition_file(self, *args: Any, **kwargs: Any) -> ContentFile:
        """Return the picture in one size; the temporary file it was made in is closed."""
        with super().generate_rendition_file(*args, **kwargs) as made:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Let the sizes be made anew where the file or its focal point is another."""
        if self.made_for and self.made_for != self.present_file:
            self.made, self.made_for = {}, ""
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], "made", "made_for"}
        super().save(*args, **kwargs)


class SiteRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class SiteDocument(AbstractDocument):
    """A download of the public site, such as a form to fill in."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("download")
        verbose_name_plural = _("downloads")
