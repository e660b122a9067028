from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    """Reports: what the Union tells, with the records behind every figure."""

    name = "lienhiep.reports"
    label = "reports"
    verbose_name = _("Reports")

    def ready(self) -> None:
        """Say who may do what, and what figures are stated, planned and reported."""
        from lienhiep.core.figures import (
            register_data_dates,
            register_plans,
            register_statements,
        )
        from lienhiep.reports.planning import reported_on, targets_of
        from lienhiep.reports.rules import register_policies
        from lienhiep.reports.stating import stated_numbers

        register_policies()
        register_statements(stated_numbers)
        register_plans(targets_of)
        register_data_dates(reported_on)
