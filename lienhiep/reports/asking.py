"""Which period and which data date an address asks for, and what they are compared with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from lienhiep.core.figures import newest_counted_year, usual_data_date
from lienhiep.core.figures.evaluating import REPORTING_DAYS
from lienhiep.core.period import InvalidPeriod, Period, today


@dataclass(frozen=True)
class Asked:
    """The period and data date of an address, and what they are compared with."""

    period: Period
    data_date: date
    usual_day: date | None = None
    """The data date at which the period stands unless another is named, asked for once."""

    @property
    def previous(self) -> Period:
        """The period that it is compared with: the same one a year before."""
        return self.period.previous()

    @property
    def previous_day(self) -> date:
        """The data date at which the period before stands: as far into it as into this one.

        So the first months of a year are compared with the same months of the year before,
        and visits in total on 10/01/2023 with those on 10/01/2022.
        """
        back = self.period.start.year - self.previous.start.year
        if self.previous.start == _years_before(self.period.start, back):
            return _years_before(self.data_date, back)
        return self.data_date - (self.period.start - self.previous.start)

    @property
    def is_usual(self) -> bool:
        """Whether the data date is the one at which the period stands unless another is named."""
        return self.data_date == self.usual_day

    @property
    def is_reported(self) -> bool:
        """Whether the period stands at the data date of a signed report."""
        return self.is_usual and self.data_date != today()

    @property
    def is_running(self) -> bool:
        """Whether the period is not over at the data date, so that it is counted in part."""
        return self.period.start <= self.data_date < self.period.end

    @property
    def named_day(self) -> str:
        """The data date as an address names it; empty where it is the usual one."""
        return "" if self.is_usual else self.data_date.isoformat()

    @property
    def previous_named_day(self) -> str:
        """The same of the period before; a day long after its end makes no difference."""
        is_far = (self.previous_day - self.previous.end).days > REPORTING_DAYS
        return "" if is_far else self.previous_day.isoformat()

    @classmethod
    def read(cls, period: str, data_date: str) -> Asked:
        """Read what an address says.

        Where no period is named it is the last year that counts anything; where no day is
        named, the data date of the newest signed report on the period, else today.
        Raises InvalidPeriod, with words for people, for what is neither.
        """
        named = Period.parse(period) if period else newest_counted_year()
        usual = usual_data_date(named)
        asked = cls(named, read_day(data_date) or usual, usual)
        try:
            asked.previous_day  # noqa: B018 (the first year of the calendar has none before it)
        except ValueError as wrong:
            raise InvalidPeriod(_("There is no period before this one.")) from wrong
        return asked


def read_day(text: str) -> date | None:
    """Read a day such as 2023-01-10, None where none is named. Raises InvalidPeriod."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as wrong:
        raise InvalidPeriod(
            _("%(text)s is not a day; write 2023-01-10.") % {"text": text}
        ) from wrong


def _years_before(day: date, years: int) -> date:
    """Return the same day of an earlier year; the leap day becomes the last of February."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
