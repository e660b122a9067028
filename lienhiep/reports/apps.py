from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    """Reports: what the Union tells, with the records behind every figure."""

    name = "lienhiep.reports"
    label = "reports"
    verbose_name = _("Reports")

    def ready(self) -> None:
        """Register who may do what, and where stated numbers are kept."""
        from lienhiep.core.figures import register_statements
        from lienhiep.core.rules import register_policy
        from lienhiep.reports import models, rules
        from lienhiep.reports.stating import stated_numbers

        register_policy(models.Report, rules.ReportPolicy)
        register_policy(models.Statement, rules.StatementPolicy)
        register_policy(models.WordTemplate, rules.WordTemplatePolicy)
        register_statements(stated_numbers)
