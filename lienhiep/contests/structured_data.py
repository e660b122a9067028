"""What machines read of contests. Authors are never told: they are children, or were."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lienhiep.contests.addresses import contest_url, edition_url, entry_url
from lienhiep.contests.models import Contest, Edition, Entry, Prize
from lienhiep.core.models import union_identity
from lienhiep.core.structured_data import absolute, publisher
from lienhiep.core.structured_lists import item_list

IN_BOTH_WAYS = "https://schema.org/MixedEventAttendanceMode"
STANDS = "https://schema.org/EventScheduled"


def of_contest(contest: Contest, editions: Iterable[Edition]) -> dict[str, Any]:
    """Return a contest with its editions (schema.org EventSeries)."""
    return {
        "@type": "EventSeries",
        "name": contest.name,
        "description": contest.about,
        "url": absolute(contest_url(contest)),
        "organizer": publisher(union_identity()),
        "subEvent": [
            {
                "@type": "Event",
                "name": one.full_title,
                "startDate": one.opens_on,
                "endDate": one.deadline,
                "url": absolute(edition_url(one)),
            }
            for one in editions
        ],
    }


def of_edition(
    edition: Edition, hosts: Iterable[Any], results: Iterable[Prize]
) -> list[dict[str, Any]]:
    """Return an edition (schema.org Event), and its results once they are out."""
    facts = {
        "@type": "Event",
        "name": edition.full_title,
        "description": edition.call,
        "url": absolute(edition_url(edition)),
        "startDate": edition.opens_on,
        "endDate": edition.results_published_on or edition.deadline,
        "eventStatus": STANDS,
        "eventAttendanceMode": IN_BOTH_WAYS,
        "organizer": [{"@type": "Organization", "name": str(one)} for one in hosts]
        or [publisher(union_identity())],
        "superEvent": {
            "@type": "EventSeries",
            "name": edition.contest.name,
            "url": absolute(contest_url(edition.contest)),
        },
    }
    titles = [(f"{one.level}: {one.entry.title}", entry_url(one.entry)) for one in results]
    return [facts, item_list(titles)] if titles else [facts]


def of_entry(entry: Entry, prizes: Iterable[Prize]) -> dict[str, Any]:
    """Return an entry with the prizes that it won (schema.org CreativeWork)."""
    return {
        "@type": "CreativeWork",
        "name": entry.title,
        "abstract": entry.summary,
        "about": str(entry.field),
        "award": [f"{one.level}, {one.edition}" for one in prizes],
        "url": absolute(entry_url(entry)),
        "inLanguage": "vi",
    }
