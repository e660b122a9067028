"""The screens of accounts in the back office."""

from lienhiep.accounts.viewsets.account import AccountViewSet
from lienhiep.accounts.viewsets.privacy import ConsentViewSet, DataRequestViewSet

__all__ = ["AccountViewSet", "ConsentViewSet", "DataRequestViewSet"]
