from django.apps import AppConfig


class SamplePapersConfig(AppConfig):
    """Papers with a file, and sheets with one each."""

    name = "tests.sample.papers"
    label = "sample_papers"
    verbose_name = "Sample papers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from lienhiep.core.rules import register_policy
        from tests.sample.papers.models import Paper
        from tests.sample.papers.rules import PaperPolicy

        register_policy(Paper, PaperPolicy)
