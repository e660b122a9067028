from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    """The room of accounts, roles and sign-in: see docs/rooms/accounts.md."""

    name = "lienhiep.accounts"
    label = "accounts"
    verbose_name = _("Accounts")
    default = True

    def ready(self) -> None:
        """Say which keys follow from roles, and who may do what, before anybody asks."""
        from lienhiep.accounts import reference_codes, signal_handlers  # noqa: F401
        from lienhiep.accounts.keys import role_keys
        from lienhiep.accounts.rules import register_policies
        from lienhiep.core.principals import register_principals
        from lienhiep.core.roles import register_role_labels

        register_principals(role_keys)
        register_role_labels(label_of_role)
        register_policies()


def label_of_role(code: str) -> str:
    """Return a role in words."""
    from lienhiep.accounts.choices import Role  # choices may be asked for before apps are ready

    return str(Role(code).label) if code in Role.values else ""


class WagtailUsersConfig(WagtailUsersAppConfig):
    """Wagtail's app of users and groups; its screens give way to ours."""

    user_viewset = "lienhiep.accounts.closed_screens.NoUserViewSet"
    group_viewset = "lienhiep.accounts.closed_screens.NoGroupViewSet"

    def ready(self) -> Any:
        """Leave the policy of accounts to this room; groups follow from roles alone."""
        from django.contrib.auth.models import Group
        from wagtail.permissions import register_permission_policy

        register_permission_policy(Group)
