from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    """Accounts, roles, sign-in."""

    name = "lienhiep.accounts"
    label = "accounts"
    verbose_name = _("Accounts")
    default = True

    def ready(self):
        from lienhiep.accounts.keys import role_keys
        from lienhiep.core.principals import register_principals
        from lienhiep.core.roles import register_role_labels
        from lienhiep.accounts.choices import Role

        register_principals(role_keys)
        register_role_labels(lambda code: str(Role(code).label) if code in Role.values else "")


class WagtailUsersConfig(WagtailUsersAppConfig):
    """Wagtail's accounts app; its screens of accounts give way to ours."""
