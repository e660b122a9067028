"""What is new on the site, for feed readers."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from lienhiep.core.models import SearchEntry, union_identity
from lienhiep.core.period import ZONE
from lienhiep.core.search.registry import declaration_named
from lienhiep.portal.public_records import newest

NEWEST = 30


class NewestFeed(Feed):
    """The newest public records of every room."""

    feed_type = Atom1Feed
    language = "vi"

    def title(self) -> str:
        """Name the feed after the Union."""
        union = union_identity()
        return _("New on the site of %(union)s") % {"union": union.name if union else ""}

    def link(self) -> str:
        """Lead to the front page."""
        return f"{settings.SITE_URL}/"

    def feed_url(self) -> str:
        """Say where the feed itself lies."""
        return urljoin(self.link(), "moi.xml")

    def items(self) -> list[SearchEntry]:
        """Return the newest records."""
        return newest(limit=NEWEST)

    def item_title(self, item: Any) -> str:
        """Name a record."""
        return str(item.title)

    def item_description(self, item: Any) -> str:
        """Say what kind of record it is."""
        declaration = declaration_named(item.kind)
        return str(declaration.label) if declaration else ""

    def item_link(self, item: Any) -> str:
        """Lead to the record's page."""
        return urljoin(self.link(), item.public_url)

    def item_pubdate(self, item: Any) -> datetime:
        """Date a record by its own day."""
        return datetime.combine(item.date, time.min, ZONE)
