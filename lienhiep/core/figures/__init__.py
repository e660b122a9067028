"""What the Union counts: each figure returns its records and how they are counted."""

from lienhiep.core.figures.counting import (
    Cause,
    Contribution,
    Counted,
    Counting,
    Level,
    Part,
    Ratio,
    Shares,
    Summed,
)
from lienhiep.core.figures.evaluating import (
    Stated,
    Value,
    evaluate,
    evaluate_all,
    register_data_dates,
    register_plans,
    register_statements,
    usual_data_date,
    value_of,
)
from lienhiep.core.figures.registry import Figure, all_figures, figure, figure_named
from lienhiep.core.figures.sections import Section, sections_of
from lienhiep.core.figures.years import newest_counted_year

__all__ = [
    "Cause",
    "Contribution",
    "Counted",
    "Counting",
    "Figure",
    "Level",
    "Part",
    "Ratio",
    "Section",
    "Shares",
    "Stated",
    "Summed",
    "Value",
    "all_figures",
    "evaluate",
    "evaluate_all",
    "figure",
    "figure_named",
    "newest_counted_year",
    "register_data_dates",
    "register_plans",
    "register_statements",
    "sections_of",
    "usual_data_date",
    "value_of",
]
