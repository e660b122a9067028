"""What follows when a page is published, taken back, moved or deleted."""

from typing import Any

from django.db.models.signals import pre_delete
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from lienhiep.portal.actions import forget_address, remember_address
from lienhiep.portal.menus import forget_pages
from lienhiep.portal.models import StandardPage


def on_page_changed(**kwargs: Any) -> None:
    """Show it in the menus at once."""
    forget_pages()


def on_page_published(instance: Any, **kwargs: Any) -> None:
    """Forget that nothing stood at its address."""
    if isinstance(instance, StandardPage) and instance.url:
        forget_address(path=instance.url)


def on_page_taken_back(instance: Any, **kwargs: Any) -> None:
    """Remember where it stood."""
    if isinstance(instance, StandardPage) and instance.url:
        remember_address(path=instance.url, title=instance.title)


def on_page_deleted(instance: Any, **kwargs: Any) -> None:
    """Remember where it stood, if readers could open it."""
    if instance.live:
        on_page_taken_back(instance)


def connect() -> None:
    """Listen to Wagtail."""
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(on_page_changed, dispatch_uid="portal.menus")
    page_published.connect(on_page_published, dispatch_uid="portal.former")
    page_unpublished.connect(on_page_taken_back, dispatch_uid="portal.former")
    pre_delete.connect(on_page_deleted, sender=StandardPage, dispatch_uid="portal.former")
