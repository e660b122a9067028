from django.apps import AppConfig


class SampleScreensConfig(AppConfig):
    """The screens of the sample room."""

    name = "tests.sample.screens"
    label = "sample_screens"
    verbose_name = "Sample screens"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from lienhiep.core.rules import register_policy
        from tests.sample.screens.models import Leaflet, Visit
        from tests.sample.screens.rules import LeafletPolicy, VisitPolicy

        register_policy(Leaflet, LeafletPolicy)
        register_policy(Visit, VisitPolicy)
