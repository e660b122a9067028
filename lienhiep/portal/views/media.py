"""What readers see of albums and films."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lienhiep.core.pictures.showing import shown
from lienhiep.core.structured_data import absolute
from lienhiep.core.structured_lists import collection
from lienhiep.portal.gathering_media import album_card, open_albums, video_card
from lienhiep.portal.models import Album, Video

ON_A_PAGE = 24


@require_safe
def albums(request: HttpRequest) -> HttpResponse:
    """List the albums, the newest first."""
    page = _page(request, open_albums())
    return _list(request, page, [album_card(one) for one in page], _("Picture albums"))


@require_safe
def videos(request: HttpRequest) -> HttpResponse:
    """List the films, the newest first."""
    rows = Video.objects.exclude(published_at=None).select_related("poster")
    page = _page(request, rows)
    return _list(request, page, [video_card(one) for one in page], _("Films"))


@require_safe
def album(request: HttpRequest, slug: str, pk: str) -> HttpResponse:
    """Show an album: all its pictures, with captions, in their order."""
    found = get_object_or_404(open_albums(), pk=int(pk))
    if request.path != found.get_absolute_url():
        return redirect(found, permanent=True)
    pictures = []
    for one in found.pictures.all():
        facts = shown(one.picture, "whole", sizes="(min-width: 48rem) 30rem, 92vw")
        if facts is not None:
            pictures.append(
                facts
                | {
                    "caption": one.caption or one.picture.caption,
                    "credit": one.credit or one.picture.credit,
                }
            )
    structured = {
        "@type": "ImageGallery",
        "name": found.title,
        "description": found.lead,
        "url": absolute(found.get_absolute_url()),
        "datePublished": found.published_at,
        "image": [
            {
                "@type": "ImageObject",
                "contentUrl": absolute(one["src"]),
                "caption": one["caption"],
                "creditText": one["credit"],
            }
            for one in pictures
        ],
    }
    context = _told(found, _("Picture albums"), "portal:albums", structured)
    first = next(iter(found.pictures.all()), None)
    context |= {
        "album": found,
        "pictures": pictures,
        "page_picture": shown(first.picture, "shared") if first else None,
    }
    return render(request, "portal/album.html", context)


@require_safe
def video(request: HttpRequest, slug: str, pk: str) -> HttpResponse:
    """Show a film; one elsewhere is a link that opens when the reader asks."""
    rows = Video.objects.exclude(published_at=None).select_related("poster", "film", "subtitles")
    found = get_object_or_404(rows, pk=int(pk))
    if request.path != found.get_absolute_url():
        return redirect(found, permanent=True)
    poster = shown(found.poster, "cut")
    structured = {
        "@type": "VideoObject",
        "name": found.title,
        "description": found.lead or found.title,
        "uploadDate": found.published_at,
        "thumbnailUrl": absolute(poster["src"]) if poster else "",
        "contentUrl": absolute(found.film.url) if found.film else "",
        "url": absolute(found.get_absolute_url()),
        "duration": f"PT{found.length}S" if found.length else "",
        "transcript": found.spoken,
        "inLanguage": "vi",
    }
    context = _told(found, _("Films"), "portal:videos", structured)
    context |= {"video": found, "poster": poster, "page_picture": shown(found.poster, "shared")}
    return render(request, "portal/video.html", context)


def _told(row: Album | Video, above: str, name: str, structured: Any) -> dict[str, Any]:
    return {
        "page_description": row.lead,
        "structured": structured,
        "breadcrumbs": [
            {"label": above, "url": reverse(name)},
            {"label": row.title, "url": ""},
        ],
    }


def _page(request: HttpRequest, rows: QuerySet) -> Page:
    paginator = Paginator(rows, ON_A_PAGE)
    asked = request.GET.get("trang", "1")
    is_number = asked.isascii() and asked.isdigit() and len(asked) < 7
    if not is_number or not 1 <= int(asked) <= paginator.num_pages:
        raise Http404
    return paginator.page(int(asked))


def _list(request: HttpRequest, page: Page, cards: list[dict], heading: str) -> HttpResponse:
    lines = [(card["title"], card["url"]) for card in cards]
    context = {
        "heading": heading,
        "page": page,
        "cards": cards,
        "structured": collection(name=heading, url=request.path, items=lines),
        "breadcrumbs": [{"label": heading, "url": ""}],
    }
    return render(request, "portal/media_list.html", context)
