"""Who signs in, which roles they hold, and what they agreed to."""

from lienhiep.accounts.models.consent import Consent
from lienhiep.accounts.models.consent_text import ConsentText
from lienhiep.accounts.models.data_request import DataRequest
from lienhiep.accounts.models.one_time_code import OneTimeCode
from lienhiep.accounts.models.role_grant import RoleGrant
from lienhiep.accounts.models.sign_in import SignIn
from lienhiep.accounts.models.user import User

__all__ = [
    "Consent",
    "ConsentText",
    "DataRequest",
    "OneTimeCode",
    "RoleGrant",
    "SignIn",
    "User",
]
