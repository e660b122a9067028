from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class SetupConfig(AppConfig):
    """The room of the first hour (khởi đầu): see docs/rooms/setup.md."""

    name = "lienhiep.setup"
    label = "setup"
    verbose_name = pgettext_lazy("setup", "Beginning")
