"""What the news do in the background."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.jobs import scheduled
from lienhiep.news.actions import archive_due, publish_due


@scheduled("news.publish_due", label=_("Publish articles whose moment has come"), every_minutes=1)
def publish_scheduled_articles() -> None:
    """Publish what is due."""
    publish_due()


@scheduled("news.archive_due", label=_("Archive articles whose time is over"), every_minutes=1)
def archive_expired_articles() -> None:
    """Take out of lists what is due."""
    archive_due()
