"""What contests say of their records to somebody who searches.

Never who made an entry, nor from which school: a consent withdrawn must take effect at once,
and somebody who may not read a name could find out by searching for it.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.contests.addresses import contest_url, edition_url, entry_url
from lienhiep.contests.models import Contest, Edition, Entry
from lienhiep.core.search.registry import Searchable, search_entry
from lienhiep.core.viewsets import admin_row_url


@search_entry(Contest, label=_("Contest or award"))
def contest_entry(contest: Contest) -> Searchable:
    """Find a contest by its names."""
    return Searchable(
        title=contest.name,
        body="\n".join(filter(None, [contest.short_name, contest.about])),
        url=admin_row_url(contest) or "",
        public_url=contest_url(contest),
    )


@search_entry(Edition, label=_("Edition of a contest"))
def edition_entry(edition: Edition) -> Searchable:
    """Find an edition by its name and its call."""
    return Searchable(
        title=edition.full_title,
        body="\n".join(filter(None, [edition.contest.short_name, edition.call])),
        date=edition.results_published_on or edition.opens_on,
        url=admin_row_url(edition) or "",
        public_url=edition_url(edition) if edition.is_open_to_readers else None,
    )


@search_entry(Entry, label=_("Contest entry"))
def entry_entry(entry: Entry) -> Searchable:
    """Find an entry by its title and summary."""
    return Searchable(
        title=entry.title,
        body=entry.summary,
        date=entry.received_on,
        url=admin_row_url(entry) or "",
        public_url=entry_url(entry) if entry.is_open_to_readers else None,
    )
