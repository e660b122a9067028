"""What accounts say of themselves to the search table; only those who may read them find them."""

from __future__ import annotations

from lienhiep.accounts.models import User
from lienhiep.core.search.registry import Searchable, search_entry


@search_entry(User)
def account_entry(user: User) -> Searchable:
    """Find an account by name, address, number or role."""
    return Searchable(
        title=user.full_name,
        body=" ".join(filter(None, [user.email, user.phone, user.phone_in_words])),
    )
