"""The screens of accounts in the back office."""

from lienhiep.accounts.viewsets.account import AccountViewSet
from lienhiep.accounts.viewsets.privacy import (
    ConsentTextViewSet,
    ConsentViewSet,
    DataRequestViewSet,
)

__all__ = ["AccountViewSet", "ConsentTextViewSet", "ConsentViewSet", "DataRequestViewSet"]
