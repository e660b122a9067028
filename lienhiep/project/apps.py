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
        _forget_with_the_demonstration()


def _forget_with_the_demonstration() -> None:
    """Let the note of what was prepared forget the accounts of a demonstration that is gone."""
    from lienhiep.project.prepared import forget_demonstration
    from lienhiep.setup.actions.beginning import afterwards  # models must be loaded first

    if forget_demonstration not in afterwards:
        afterwards.append(forget_demonstration)
