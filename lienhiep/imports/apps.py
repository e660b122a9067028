from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportsConfig(AppConfig):
    """The room of what comes in from elsewhere (nhập dữ liệu): see docs/rooms/imports.md."""

    name = "lienhiep.imports"
    label = "imports"
    verbose_name = _("Imports")
