"""The records of conferences, courses and partners."""

from lienhiep.events.models.attendance import Attendance, Registration
from lienhiep.events.models.conference import CoHost, Conclusion, Conference
from lienhiep.events.models.course import Course, Teacher
from lienhiep.events.models.delegation import Delegation
from lienhiep.events.models.programme import (
    CoordinationProgramme,
    ProgrammePartner,
    ProgrammeResult,
)
from lienhiep.events.models.support import CharityEvent, Sponsorship

__all__ = [
    "Attendance",
    "CharityEvent",
    "CoHost",
    "Conclusion",
    "Conference",
    "CoordinationProgramme",
    "Course",
    "Delegation",
    "ProgrammePartner",
    "ProgrammeResult",
    "Registration",
    "Sponsorship",
    "Teacher",
]
