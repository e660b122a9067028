"""Albums and films as pages and blocks show them."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _

from lienhiep.core.period import local_day
from lienhiep.core.pictures.showing import shown
from lienhiep.portal.models import Album, AlbumPicture, Video


def open_albums() -> QuerySet[Album]:
    """Return the albums on the site with their pictures, the newest first."""
    pictures = AlbumPicture.objects.select_related("picture").order_by("sort_order", "pk")
    return Album.objects.exclude(published_at=None).prefetch_related(
        Prefetch("pictures", queryset=pictures)
    )


def album_card(album: Album) -> dict[str, Any]:
    """Return an album as cards show it: its first picture stands for it."""
    first = next(iter(album.pictures.all()), None)
    return {
        "title": album.title,
        "url": album.get_absolute_url(),
        "day": album.taken_on or (local_day(album.published_at) if album.published_at else None),
        "label": _("%(number)s pictures") % {"number": len(album.pictures.all())},
        "picture": shown(first.picture) if first else None,
        "with_picture": True,
    }


def video_card(video: Video) -> dict[str, Any]:
    """Return a film as cards show it."""
    return {
        "title": video.title,
        "url": video.get_absolute_url(),
        "day": video.taken_on or (local_day(video.published_at) if video.published_at else None),
        "label": _("Film"),
        "picture": shown(video.poster),
        "with_picture": True,
    }
