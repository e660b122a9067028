"""How clubs and notices are found."""

from lienhiep.core.search.registry import Searchable, search_entry
from tests.sample.models import Club, Notice


@search_entry(Club, label="Club")
def club_entry(club):
    if club.is_hidden_from_search:
        return None
    return Searchable(
        title=club.name,
        body=club.text,
        date=club.founded,
        symbol=club.symbol,
        url=f"/office/clubs/{club.pk}/",
        public_url=f"/clubs/{club.pk}/" if club.is_public else None,
    )


@search_entry(Notice, label="Notice")
def notice_entry(notice):
    return Searchable(title=notice.text)
