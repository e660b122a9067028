"""Our answers to allauth's questions."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are invited, not signed up for."""
