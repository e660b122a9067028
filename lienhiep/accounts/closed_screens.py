"""Wagtail's screens of users and groups, which know nothing of roles and dates: closed."""

from __future__ import annotations

from django.urls import URLPattern
from wagtail.users.views.groups import GroupViewSet
from wagtail.users.views.users import UserViewSet


class _Closed:
    """A viewset without addresses, menu entry or search area."""

    def get_urlpatterns(self) -> list[URLPattern]:
        return []

    def on_register(self) -> None:
        """Register nothing."""


class NoUserViewSet(_Closed, UserViewSet):
    """In place of Wagtail's users; ours are in `viewsets`."""


class NoGroupViewSet(_Closed, GroupViewSet):
    """In place of Wagtail's groups, which follow from roles (see `groups`)."""
