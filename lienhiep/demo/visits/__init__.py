"""The demonstration's counter of visits: a former site's balance, 2022, and ten days of 2023.

The counter stood at 4,469,335 on 10/01/2023. How it came there is made up, by a pattern of weekdays
that everybody can work out again: the days add up to the totals exactly.
"""

from __future__ import annotations

from datetime import date, timedelta

from lienhiep.accounts.choices import Role
from lienhiep.demo import people
from lienhiep.demo.visits.reading import load_devices, load_reads
from lienhiep.visits.actions import load_daily_tallies, state_opening_balance
from lienhiep.visits.choices import TallyKind
from lienhiep.visits.models import DailyTally

CARRIED_OVER_ON = date(2021, 12, 31)
CARRIED_OVER = 2_871_400
END_OF_2022 = 4_346_019
JANUARY = 123_316
LAST_DAY = date(2023, 1, 10)

WEIGHTS = (112, 118, 115, 110, 104, 72, 69)
"""How much of a week falls on Monday, Tuesday and so on; offices read on working days."""

UNEVEN = (0, 7, 3, 11, 5, 9, 2, 13, 6, 1, 8)
"""A little unevenness, so that two Mondays are not alike."""

MACHINES_TO_PEOPLE = 11, 100


def load() -> None:
    """Load the counter; what stands already is left as it is."""
    if DailyTally.objects.openings().exists():
        return
    administrator = people.account(Role.ADMINISTRATOR)
    state_opening_balance(
        day=CARRIED_OVER_ON,
        visits=CARRIED_OVER,
        note="Bộ đếm của trang thông tin cũ, đọc vào ngày cuối năm (trình diễn).",
        by=administrator,
    )
    days_of_2022 = days(date(2022, 1, 1), date(2022, 12, 31))
    days_of_january = days(date(2023, 1, 1), LAST_DAY)
    visits = shared_out(END_OF_2022 - CARRIED_OVER, days_of_2022)
    visits |= shared_out(JANUARY, days_of_january)
    load_daily_tallies(visits=visits, by=administrator, note="Số liệu trình diễn.")
    load_devices(visits)
    load_reads()
    part, whole = MACHINES_TO_PEOPLE
    load_daily_tallies(
        visits={day: number * part // whole for day, number in visits.items()},
        kind=TallyKind.BOT,
        by=administrator,
        note="Số liệu trình diễn.",
    )


def days(first: date, last: date) -> list[date]:
    """Return the days from one to another, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def shared_out(total: int, among: list[date]) -> dict[date, int]:
    """Share a total out among days by their weekday; what is left over goes to the last."""
    weights = [WEIGHTS[day.weekday()] + UNEVEN[n % len(UNEVEN)] for n, day in enumerate(among)]
    whole = sum(weights)
    visits = {day: total * weight // whole for day, weight in zip(among, weights, strict=True)}
    visits[among[-1]] += total - sum(visits.values())
    return visits
