"""What is done for the counter in the background."""

from pathlib import Path

from django.conf import settings

from lienhiep.core.jobs import at_every_look
from lienhiep.visits.actions import roll_up, take_in_log


@at_every_look("visits.roll_up")
def add_up_visits() -> None:
    """Add what was counted since the last look to the rows of the day."""
    roll_up()
    if settings.PAGE_LOG:
        take_in_log(Path(settings.PAGE_LOG))
