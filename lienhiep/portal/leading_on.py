"""From an address of a former site to where the same thing stands now."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.http import HttpRequest
from wagtail.models import Page

from lienhiep.core.guarding import Guarded
from lienhiep.core.models.search import SearchEntry
from lienhiep.core.search.registry import declaration_of
from lienhiep.portal.models import FormerEntry, FormerSite
from lienhiep.portal.old_addresses import Shape, keys_for

GONE = ""
"""What is answered where something stood once and is not open to readers now."""


def new_place(request: HttpRequest) -> str | None:
    """Return the new address of what an old one showed, GONE, or None where nothing is known."""
    query = {name: request.GET.get(name, "") for name in ("nv", "op", "language")}
    for site in FormerSite.objects.all():
        keys = keys_for(shape_of(site), request.path, {k: v for k, v in query.items() if v})
        if not keys:
            continue
        found = {one.key: one for one in site.entries.filter(key__in=keys)}
        for key in keys:
            if key in found:
                return address_of(found[key])
    return None


def shape_of(site: FormerSite) -> Shape:
    """Return what the addresses of a site are made of."""
    return Shape(
        language=site.language,
        default_module=site.default_module,
        modules=site.modules,
        base_path=site.base_path,
    )


def address_of(entry: FormerEntry) -> str:
    """Return where something stands now; GONE where it is not open to everybody."""
    if entry.content_type_id is None:
        return entry.path
    record = entry.target
    if record is None:
        return entry.path  # a record that was merged into another: its own address leads on
    return public_address(record)


def public_address(record: Any) -> str:
    """Return the address at which everybody may read a record, GONE where nobody may."""
    if isinstance(record, Page):
        is_open = record.live and not record.get_view_restrictions().exists()
        return (record.url or GONE) if is_open else GONE
    if declaration_of(type(record)) is not None:
        entries = SearchEntry.objects.filter(
            content_type__app_label=record._meta.app_label,
            content_type__model=record._meta.model_name,
            object_id=record.pk,
        )
        return entries.values_list("public_url", flat=True).first() or GONE
    if hasattr(record, "file") and isinstance(record, models.Model) and not _is_guarded(record):
        collection = getattr(record, "collection", None)
        if collection is not None and collection.get_view_restrictions().exists():
            return GONE
        return getattr(record, "url", "") or record.file.url
    if not _is_open(record) or not hasattr(record, "get_absolute_url"):
        return GONE
    return record.get_absolute_url()


def _is_guarded(record: Any) -> bool:
    return isinstance(record, Guarded)


def _is_open(record: Any) -> bool:
    if not getattr(record, "is_open_to_readers", True) or getattr(record, "is_closed", False):
        return False
    if isinstance(record, Guarded):
        return type(record).objects.visible_to(AnonymousUser()).filter(pk=record.pk).exists()
    return True
