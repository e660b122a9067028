from django.apps import AppConfig


class SampleConfig(AppConfig):
    """Clubs, their members and their notices: enough to try every contract on."""

    name = "tests.sample"
    label = "sample"
    verbose_name = "Sample"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from lienhiep.core.rules import register_policy
        from tests.sample.models import Club, Notice
        from tests.sample.rules import ClubPolicy, NoticePolicy

        register_policy(Club, ClubPolicy)
        register_policy(Notice, NoticePolicy)
