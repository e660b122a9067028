"""The addresses at which readers open contests."""

from __future__ import annotations

from django.urls import reverse

from lienhiep.contests.models import Contest, Edition, Entry
from lienhiep.core.text import slugify


def contest_url(contest: Contest) -> str:
    """Return the address of a contest, which lists its editions."""
    return reverse("contests:contest", args=[contest.slug])


def edition_url(edition: Edition) -> str:
    """Return the address of an edition: its contest and its years."""
    return reverse("contests:edition", args=[edition.contest.slug, edition.year_label])


def entry_url(entry: Entry) -> str:
    """Return the address of an entry under its own edition."""
    slug = slugify(entry.title) or "bai"
    edition = entry.edition
    return reverse(
        "contests:entry", args=[edition.contest.slug, edition.year_label, entry.pk, slug]
    )
