"""Albums of pictures, and films."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.images import get_image_model_string

from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.principals import ANYONE
from lienhiep.core.text import clean, clean_lines, slugify
from lienhiep.core.validators import validate_film_address
from lienhiep.portal.files import FILM, SUBTITLES


class Shown(Guarded):
    """What albums and films share: on the site from a day on, until it is taken off."""

    title = models.CharField(_("title"), max_length=200)
    lead = models.TextField(
        _("what it shows"),
        blank=True,
        max_length=600,
        help_text=_("One or two sentences; search engines show them too."),
    )
    taken_on = models.DateField(
        _("day it was taken"), null=True, blank=True, help_text=_("The day of the event.")
    )
    published_at = models.DateTimeField(
        pgettext_lazy("media", "on the site since"), null=True, blank=True, editable=False
    )

    class Meta:
        abstract = True
        ordering = ["-published_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    @display(description=_("On the site"), boolean=True)
    def is_open_to_readers(self) -> bool:
        """Whether it stands on the site."""
        return self.published_at is not None

    def reader_keys(self) -> set[str]:
        """Let anyone see what is published."""
        return {ANYONE} if self.is_open_to_readers else set()

    def clean(self) -> None:
        """Put texts in composed letters."""
        super().clean()
        self.title = clean(self.title)
        self.lead = clean_lines(self.lead)


class Album(Shown, ClusterableModel):
    """Pictures of one event (album ảnh), with what each shows and who took it."""

    class Meta(Shown.Meta):
        verbose_name = _("album")
        verbose_name_plural = _("albums")

    def get_absolute_url(self) -> str:
        """Return where readers look at it."""
        return reverse("portal:album", args=[slugify(self.title) or "anh", self.pk])


class AlbumPicture(Recorded):
    """A picture of an album; a caption or a credit here goes before that of the library."""

    album = ParentalKey(
        Album, verbose_name=_("album"), on_delete=models.CASCADE, related_name="pictures"
    )
    sort_order = models.PositiveIntegerField(default=0, editable=False)
    picture = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        on_delete=models.CASCADE,
        related_name="in_albums",
    )
    caption = models.CharField(
        _("caption"),
        max_length=300,
        blank=True,
        help_text=_("Empty: the caption that the picture has in the library."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=150,
        blank=True,
        help_text=_("Empty: whom the library names."),
    )

    class Meta:
        verbose_name = _("picture of an album")
        verbose_name_plural = _("pictures of an album")
        ordering = ["sort_order", "pk"]

    sort_order_field = "sort_order"

    def __str__(self) -> str:
        return self.caption or str(self.picture)

    def history_owner(self) -> Recorded:
        """Stand in the history of the album."""
        return self.album


class Video(Shown):
    """A film (video): an own file with subtitles, or one elsewhere that opens when asked."""

    film = RecordFileField(_("file of the film"), use=FILM, blank=True)
    subtitles = RecordFileField(_("subtitles"), use=SUBTITLES, blank=True)
    poster = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture before it starts"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    address = models.URLField(
        _("address of the film elsewhere"),
        max_length=300,
        blank=True,
        validators=[validate_film_address],
    )
    length = models.PositiveIntegerField(_("length in seconds"), null=True, blank=True)
    spoken = models.TextField(_("what is said in it"), blank=True)

    class Meta(Shown.Meta):
        verbose_name = _("film")
        verbose_name_plural = _("films")

    def get_absolute_url(self) -> str:
        """Return where readers look at it."""
        return reverse("portal:video", args=[slugify(self.title) or "video", self.pk])

    def clean(self) -> None:
        """Ask for one place where the film is: a file here, or an address elsewhere."""
        super().clean()
        self.spoken = clean_lines(self.spoken)
        if not self.film_id and not self.address:
            raise ValidationError(
                {"film": _("Send the file of the film, or give its address elsewhere.")}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep one source only: the own file goes first."""
        if self.film_id:
            self.address = ""
        super().save(*args, **kwargs)
