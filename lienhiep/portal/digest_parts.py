"""Answers, albums and films, for those who read by mail."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.digest import DigestLine, Window, digest_part
from lienhiep.portal.models import Album, Question, Video


@digest_part("answers", label=_("Questions and answers"), order=60)
def new_answers(window: Window, most: int) -> list[DigestLine]:
    """Return the questions answered in the time."""
    rows = Question.objects.published().filter(
        published_at__gt=window.since, published_at__lte=window.until
    )
    return [DigestLine(one.title, one.get_absolute_url()) for one in rows[:most]]


@digest_part("media", label=_("Albums and films"), order=70)
def new_albums_and_films(window: Window, most: int) -> list[DigestLine]:
    """Return the albums and films published in the time."""
    lines = []
    for model in (Album, Video):
        rows = model.objects.filter(published_at__gt=window.since, published_at__lte=window.until)
        lines += [
            DigestLine(one.title, one.get_absolute_url(), one.lead)
            for one in rows.order_by("-published_at", "-pk")[:most]
        ]
    return lines[:most]
