"""Who somebody is, and the permissions of Django that follow from their roles."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

ACCESS = "wagtailadmin.access_admin"


class RoleBackend(AuthenticationBackend):
    """Signs in by e-mail address or phone number, and lets staff into the back office.

    Sign-in forms other than ours (Wagtail has two) send a `username` and know neither
    rate limits nor the second step: they are refused here, whatever they send.
    """

    def authenticate(self, request: Any, **credentials: Any) -> Any:
        """Return the account, or None for wrong words and for forms that are not ours."""
        if "username" in credentials:
            return None
        return super().authenticate(request, **credentials)

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        """Open the back office's door for the roles of today; the rest follows from groups."""
        if perm == ACCESS and obj is None and getattr(user_obj, "may_enter_back_office", False):
            return True
        return super().has_perm(user_obj, perm, obj)

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """Return the permissions of groups, and the door where roles open it."""
        held = set(super().get_all_permissions(user_obj, obj))
        if obj is None and getattr(user_obj, "may_enter_back_office", False):
            held.add(ACCESS)
        return held
