"""Onto the site with albums and films, and off it again."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.models.library import SiteImage
from lienhiep.core.validators import validate_reason
from lienhiep.portal.models import Album, AlbumPicture, Video


def publish_album(*, album: Album, by: User) -> None:
    """Show an album on the site (đăng album).

    Refuses one without pictures, with a picture that nobody has put into words, or with
    children of whom nobody has said what their parents agreed to.
    """
    with verb("portal.publish_album", by=by, about=album):
        lock(album)
        pictures = [one.picture for one in album.pictures.select_related("picture")]
        if not pictures:
            raise ValidationError(_("The album has no picture yet."))
        _validate_described(pictures)
        if album.published_at is None:
            album.published_at = timezone.now()
            album.save(update_fields=["published_at"])


def withdraw_album(*, album: Album, reason: str, by: User) -> None:
    """Take an album off the site; its pictures stay in the library."""
    validate_reason("reason", reason)
    with verb("portal.withdraw_album", by=by, about=album, reason=reason):
        lock(album)
        album.published_at = None
        album.save(update_fields=["published_at"])


def publish_video(*, video: Video, by: User) -> None:
    """Show a film on the site (đăng video)."""
    with verb("portal.publish_video", by=by, about=video):
        lock(video)
        if video.poster is not None:
            _validate_described([video.poster])
        if video.published_at is None:
            video.published_at = timezone.now()
            video.save(update_fields=["published_at"])


def withdraw_video(*, video: Video, reason: str, by: User) -> None:
    """Take a film off the site."""
    validate_reason("reason", reason)
    with verb("portal.withdraw_video", by=by, about=video, reason=reason):
        lock(video)
        video.published_at = None
        video.save(update_fields=["published_at"])


def put_into_album(*, album: Album, pictures: Iterable[SiteImage], by: User) -> int:
    """Put pictures at the end of an album, each once; return how many are new there."""
    with verb("portal.put_into_album", by=by, about=album):
        lock(album)
        there = set(album.pictures.values_list("picture_id", flat=True))
        place = album.pictures.count()
        new = [picture for picture in pictures if picture.pk not in there]
        for number, picture in enumerate(new, start=place):
            AlbumPicture(album=album, picture=picture, sort_order=number).save()
    return len(new)


def start_album(*, title: str, pictures: Iterable[SiteImage], by: User) -> Album:
    """Make an album of pictures; readers see it when it is published."""
    with verb("portal.start_album", by=by) as act:
        album = Album(title=title)
        album.full_clean(exclude=["taken_on"])
        album.save()
        act.about(album)
        for number, picture in enumerate(pictures):
            AlbumPicture(album=album, picture=picture, sort_order=number).save()
    return album


def _validate_described(pictures: Iterable[SiteImage]) -> None:
    bare = [picture.title for picture in pictures if picture.lacks_alt]
    if bare:
        raise ValidationError(
            ngettext(
                "Say in the library what this picture shows, or that it is decoration: %(names)s.",
                "Say in the library what these %(number)s pictures show: %(names)s.",
                len(bare),
            )
            % {"number": len(bare), "names": ", ".join(bare[:5])}
        )
    unasked = [one.title for one in pictures if one.shows_children and not one.children_purpose]
    if unasked:
        raise ValidationError(
            _("Say what the parents of the children have agreed to: %(names)s.")
            % {"names": ", ".join(unasked[:5])}
        )
