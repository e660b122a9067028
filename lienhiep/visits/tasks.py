"""What is done for the counter in the background."""

from lienhiep.core.jobs import at_every_look
from lienhiep.visits.actions import roll_up


@at_every_look("visits.roll_up")
def add_up_visits() -> None:
    """Add what was counted since the last look to the rows of the day."""
    roll_up()
