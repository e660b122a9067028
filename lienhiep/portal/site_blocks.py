"""Albums and films on the front page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.site_blocks import SiteBlock, front_block
from lienhiep.portal.gathering_media import album_card, open_albums, video_card
from lienhiep.portal.models import Video
from lienhiep.portal.polling import front_poll

MOST = 4


@front_block("portal.albums", label=_("Picture albums: the newest"), order=80)
def newest_albums() -> SiteBlock | None:
    """Show the newest albums."""
    cards = [album_card(one) for one in open_albums()[:MOST]]
    context = {"cards": cards, "heading": _("Picture albums"), "all": "portal:albums"}
    return SiteBlock("portal/includes/front_media.html", context) if cards else None


@front_block("portal.videos", label=_("Films: the newest"), order=82)
def newest_videos() -> SiteBlock | None:
    """Show the newest films."""
    rows = Video.objects.exclude(published_at=None).select_related("poster")
    cards = [video_card(one) for one in rows[:MOST]]
    context = {"cards": cards, "heading": _("Films"), "all": "portal:videos"}
    return SiteBlock("portal/includes/front_media.html", context) if cards else None


@front_block("portal.poll", label=_("Polls: the newest that is open"), order=84)
def newest_poll() -> SiteBlock | None:
    """Show the newest open poll."""
    poll = front_poll()
    return SiteBlock("portal/includes/front_poll.html", {"poll": poll}) if poll else None
