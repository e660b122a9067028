"""Contests of the demonstration: 2021 lightly, 2022 whole, this year in progress."""

from lienhiep.demo.contests.national import winners_of_2021
from lienhiep.demo.contests.years import load

__all__ = ["load", "winners_of_2021"]
