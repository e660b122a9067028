"""Reports, what is written in them, figures as they stood when signed, and the year's plan."""

from lienhiep.reports.models.check_count import CheckCount
from lienhiep.reports.models.frozen import (
    FrozenFigure,
    FrozenRecord,
    FrozenTaskList,
    amount_of,
)
from lienhiep.reports.models.plan import Target, WorkPlan
from lienhiep.reports.models.report import Report, ReportQuerySet, Section
from lienhiep.reports.models.statement import Statement
from lienhiep.reports.models.task import KeyTask
from lienhiep.reports.models.word_template import WordTemplate, template_in_use

__all__ = [
    "CheckCount",
    "FrozenFigure",
    "FrozenRecord",
    "FrozenTaskList",
    "KeyTask",
    "Report",
    "ReportQuerySet",
    "Section",
    "Statement",
    "Target",
    "WordTemplate",
    "WorkPlan",
    "amount_of",
    "template_in_use",
]
