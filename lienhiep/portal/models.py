"""The pages of the site that belong to no room."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from lienhiep.portal.blocks import PageBlocks
from lienhiep.portal.front import front_context


class BasePage(Page):
    """What every page of the site has."""

    lead = models.CharField(_("lead"), max_length=400, blank=True)

    class Meta:
        abstract = True


class HomePage(BasePage):
    """The front page."""

    template = "portal/home_page.html"
    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    body = StreamField(PageBlocks(), verbose_name=_("body"), blank=True)
    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the newest issues of the journal and the year in figures."""
        return super().get_context(request, *args, **kwargs) | front_context()


class StandardPage(BasePage):
    """A page with text: the introduction, the charter, how to reach us."""

    template = "portal/standard_page.html"
    body = RichTextField(_("text"), blank=True)
    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    parent_page_types = ["portal.HomePage", "portal.StandardPage"]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
