"""The pages of the site that belong to no room."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from lienhiep.core.models import union_identity
from lienhiep.core.period import today
from lienhiep.core.structured_data import site_facts, union_facts
from lienhiep.portal.blocks import FrontBlocks
from lienhiep.portal.composing import uncomposed


class BasePage(Page):
    """What every page of the site has."""

    lead = models.CharField(
        _("lead"),
        max_length=400,
        blank=True,
        help_text=_("One sentence; search engines and shared links show it too."),
    )

    class Meta:
        abstract = True


class HomePage(BasePage):
    """The front page."""

    template = "portal/home_page.html"
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    body = StreamField(
        FrontBlocks(),
        verbose_name=_("blocks of the page"),
        blank=True,
        help_text=_(
            "From top to bottom. A block that has nothing to show leaves no gap. With no block "
            "at all the page shows what the rooms offer, in their own order."
        ),
    )
    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def composed_body(self) -> StreamValue:
        """Return what an editor composed, else the order that stands of itself."""
        return self.body if len(self.body) else self.body.stream_block.to_python(uncomposed())

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the blocks, the day, and what search engines read of the Union and its site."""
        union = union_identity()
        return super().get_context(request, *args, **kwargs) | {
            "front": self.composed_body(),
            "day": today(),
            "structured": [site_facts(union), union_facts(union)],
        }


class StandardPage(BasePage):
    """A page with text: the introduction, the charter, how to reach us."""

    template = "portal/standard_page.html"
    body = RichTextField(_("text"), blank=True)
    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    parent_page_types = ["portal.HomePage", "portal.StandardPage"]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the way to the page, and the pages below it, or beside it where there are none."""
        above = self.get_ancestors().filter(depth__gt=2).specific()
        return super().get_context(request, *args, **kwargs) | {
            "breadcrumbs": [
                *({"label": one.title, "url": one.url} for one in above),
                {"label": self.title, "url": ""},
            ],
            **self.near(),
        }

    def near(self) -> dict[str, Any]:
        """Return the pages below this one, or those beside it; a draft without a place has none."""
        if not self.pk:
            return {}
        if below := list(self.get_children().live().public()):
            return {"near": below, "are_below": True}
        beside = self.get_siblings(inclusive=False).live().public()
        return {"near": list(beside.type(StandardPage)), "are_below": False}
