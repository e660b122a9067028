"""The pages of the site that belong to no room, and who the Union is."""

from __future__ import annotations

from typing import Any

from django.core.cache import caches
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import ANYONE
from lienhiep.portal.blocks import PageBlocks


class SiteIdentity(Guarded):
    """The Union's names, addresses and legal footer, as the site shows them; one row."""

    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=60)
    address = models.CharField(_("address"), max_length=300, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    legal_footer = models.TextField(
        _("legal footer"),
        blank=True,
        help_text=_(
            "Owner, person responsible, and the licence where the site needs one "
            "(decree 147/2024/NĐ-CP)."
        ),
    )
    is_demonstration = models.BooleanField(
        _("demonstration"),
        default=False,
        help_text=_("Every page says that names and data are invented."),
    )

    class Meta:
        verbose_name = _("the Union on the site")
        verbose_name_plural = _("the Union on the site")

    def __str__(self) -> str:
        return self.name

    def reader_keys(self) -> set[str]:
        """Who the Union is may be read by anyone."""
        return {ANYONE}

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save as the only row."""
        self.pk = 1
        super().save(*args, **kwargs)
        caches["process"].delete(CACHE_KEY)


CACHE_KEY = "portal.identity"
CACHE_SECONDS = 5


def identity() -> SiteIdentity | None:
    """Return who the Union is; asked of the database at most every few seconds."""
    kept = caches["process"].get(CACHE_KEY)
    if kept is None:
        kept = SiteIdentity.objects.filter(pk=1).first()
        caches["process"].set(CACHE_KEY, kept, CACHE_SECONDS)
    return kept


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
        from lienhiep.portal.front import front_context

        return super().get_context(request, *args, **kwargs) | front_context(request)


class StandardPage(BasePage):
    """A page with text: the introduction, the charter, how to reach us."""

    template = "portal/standard_page.html"
    body = RichTextField(_("text"), blank=True)
    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    parent_page_types = ["portal.HomePage", "portal.StandardPage"]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
