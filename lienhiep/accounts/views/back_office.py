"""How the back office looks to whoever works in it."""

from __future__ import annotations

from typing import Any

from wagtail.admin.auth import require_admin_access
from wagtail.admin.views import account

OURS = (
    account.NameEmailSettingsPanel,
    account.LocaleSettingsPanel,
    account.AvatarSettingsPanel,
    account.ChangePasswordPanel,
)
"""What stands on the page "My account" instead, for everybody alike, or is not wanted."""


class PreferencesView(account.AccountView):
    """Wagtail's own preferences (notifications, theme, density) and nothing about the person."""

    def get_panels(self) -> list[Any]:
        return [panel for panel in super().get_panels() if not isinstance(panel, OURS)]


preferences = require_admin_access(PreferencesView.as_view())
