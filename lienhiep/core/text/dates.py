"""Days as a Vietnamese office writes them."""

from datetime import date, datetime

from lienhiep.core.period import local_day


def format_date(day: date) -> str:
    """Return "05/01/2023"; of an aware moment the day in Vietnam."""
    return f"{_day(day):%d/%m/}{_day(day).year}"


def format_date_long(day: date) -> str:
    """Return "ngày 05 tháng 01 năm 2023", as it stands on a document.

    Days below ten and the months 1 and 2 have a leading zero, so that nobody can put a
    figure before them (Nghị định 30/2020/NĐ-CP, appendix I).
    """
    day = _day(day)
    month = f"{day.month:02d}" if day.month <= 2 else f"{day.month}"
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def _day(day: date) -> date:
    return local_day(day) if isinstance(day, datetime) else day
