"""Commendation of the demonstration: 2021 lightly, 2022 as its report tells it, this year open."""

from lienhiep.demo.honours.years import load

__all__ = ["load"]
