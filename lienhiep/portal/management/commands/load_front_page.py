"""A site has a front page from the first start on."""

from typing import Any

from django.core.management.base import BaseCommand

from lienhiep.portal.actions import open_site

NAME = "Liên hiệp các Hội Khoa học và Kỹ thuật"


class Command(BaseCommand):
    """Make the front page where there is none."""

    help = "Make the front page of the site, unless there is one."

    def handle(self, *args: Any, **options: Any) -> None:
        open_site(title=NAME)
