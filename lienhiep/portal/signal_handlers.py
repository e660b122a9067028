"""What follows when a page is published, taken back or moved."""

from typing import Any

from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from lienhiep.portal.menus import forget_pages


def on_page_changed(**kwargs: Any) -> None:
    """Show it in the menus at once."""
    forget_pages()


def connect() -> None:
    """Listen to Wagtail."""
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(on_page_changed, dispatch_uid="portal.menus")
