"""What is done with the counter of visits: people state balances, the program counts."""

from lienhiep.visits.actions.counting import add_visits, roll_up
from lienhiep.visits.actions.loading import load_daily_tallies
from lienhiep.visits.actions.opening import (
    restore_opening_balance,
    state_opening_balance,
    void_opening_balance,
)
from lienhiep.visits.actions.reads import load_page_openings
from lienhiep.visits.actions.server_log import take_in_log

__all__ = [
    "add_visits",
    "load_daily_tallies",
    "load_page_openings",
    "restore_opening_balance",
    "roll_up",
    "state_opening_balance",
    "take_in_log",
    "void_opening_balance",
]
