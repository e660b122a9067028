"""The screens of the room."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from lienhiep.core.principals import principals
from lienhiep.core.viewsets import RoomGroup
from lienhiep.reports.rules import READERS
from lienhiep.reports.viewsets.plan import WorkPlanViewSet
from lienhiep.reports.viewsets.report import ReportViewSet, StatementViewSet, WordTemplateViewSet
from lienhiep.reports.viewsets.task import KeyTaskViewSet

__all__ = [
    "KeyTaskViewSet",
    "ReportViewSet",
    "ReportsGroup",
    "StatementViewSet",
    "WordTemplateViewSet",
    "WorkPlanViewSet",
]


class DataQualityItem(MenuItem):
    """The page of findings in the menu, for those who may open it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to whoever reads reports."""
        return bool(principals(request.user) & READERS)


class ReportsGroup(RoomGroup):
    """Plans, reports and what stands behind them, in the menu."""

    menu_label = _("Reports")
    menu_icon = "lh-reports"
    menu_order = 700
    items = (
        ReportViewSet,
        WorkPlanViewSet,
        KeyTaskViewSet,
        StatementViewSet,
        WordTemplateViewSet,
    )

    def get_submenu_items(self) -> list[Any]:
        """Add the page of findings, which is no list of records."""
        quality = DataQualityItem(
            _("Data quality"), reverse("reports_data_quality"), icon_name="check", order=900
        )
        return [*super().get_submenu_items(), quality]
