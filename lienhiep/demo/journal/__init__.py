"""The journal of the demonstration: 2021 lightly, 2022 whole, this year in progress."""

from lienhiep.demo.journal.years import load

__all__ = ["load"]
