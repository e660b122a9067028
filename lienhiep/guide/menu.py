"""The entries of the guide in the help menu of the back office."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from lienhiep.core.guidance import guidance_url


class ContentsItem(MenuItem):
    """Leads to the contents of the guide."""

    def __init__(self, label: Any, *, order: int) -> None:
        super().__init__(label, reverse("guide:contents"), icon_name="help", order=order)


class ScreenItem(ContentsItem):
    """Leads to the place of the screen on which the menu stands."""

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        return LinkMenuItem(
            self.name,
            self.label,
            guidance_url(request),
            icon_name=self.icon_name,
            classname=self.classname,
            attrs=self.attrs,
        )
