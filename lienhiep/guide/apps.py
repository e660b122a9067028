from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuideConfig(AppConfig):
    """The user guide (hướng dẫn sử dụng): see docs/rooms/guide.md."""

    name = "lienhiep.guide"
    label = "guide"
    verbose_name = _("User guide")

    def ready(self) -> None:
        """Let every screen lead to its place."""
        from lienhiep.core.guidance import register_guidance
        from lienhiep.guide.places import guidance_for

        register_guidance(guidance_for)
