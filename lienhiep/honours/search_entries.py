"""What commendation says of its records to somebody who searches."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.search.registry import Searchable, search_entry
from lienhiep.core.viewsets import admin_row_url
from lienhiep.honours.addresses import honour_url
from lienhiep.honours.models import Honour, Nomination


@search_entry(Honour, label=_("Honour"))
def honour_entry(honour: Honour) -> Searchable:
    """Find an honour by its form, subject, achievement and decision; a child's only inside."""
    is_public = honour.is_open_to_readers and not honour.concerns_child
    return Searchable(
        title=str(honour),
        body="\n".join(filter(None, [honour.achievement, str(honour.awarding_body)])),
        date=honour.conferred_on or honour.decided_on,
        symbol=honour.decision.symbol if honour.decision else honour.decision_symbol,
        url=admin_row_url(honour) or "",
        public_url=honour_url(honour) if is_public else None,
    )


@search_entry(Nomination, label=_("Honour nomination"))
def nomination_entry(nomination: Nomination) -> Searchable:
    """Find a nomination by its form, proposer and nominees; never by the votes on it."""
    return Searchable(
        title=str(nomination),
        body="\n".join(filter(None, [nomination.nominee_names, nomination.summary])),
        date=nomination.submitted_on,
        url=admin_row_url(nomination) or "",
    )
