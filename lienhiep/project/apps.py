from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProjectConfig(AppConfig):
    """The roof: settings, addresses, servers and the commands that know every room."""

    name = "lienhiep.project"
    label = "project"
    verbose_name = _("Project")

    def ready(self) -> None:
        """Stop with the server that started this process, however it ended."""
        from lienhiep.project.orphans import leave_with_parent

        leave_with_parent()
