"""What the news do in the background."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.jobs import scheduled
from lienhiep.news.actions import publish_due


@scheduled("news.publish_due", label=_("Publish articles whose moment has come"), every_minutes=1)
def publish_scheduled_articles() -> None:
    """Publish what is due."""
    publish_due()
