"""What is counted of conferences, courses and partners: A01, A02, A07, E09 to E12, H01 to H06."""

from lienhiep.events.figures.gatherings import (
    association_courses,
    attendance,
    body_meetings,
    conferences_held,
    course_attendance,
    political_studies,
    political_studies_by_mode,
    study_attendance,
    study_attendance_by_group,
    technical_courses,
    technical_sessions,
)
from lienhiep.events.figures.relations import (
    charity_done,
    charity_value,
    delegations,
    programmes_in_force,
    programmes_signed,
    sponsorship_received,
)

__all__ = [
    "association_courses",
    "attendance",
    "body_meetings",
    "charity_done",
    "charity_value",
    "conferences_held",
    "course_attendance",
    "delegations",
    "political_studies",
    "political_studies_by_mode",
    "programmes_in_force",
    "programmes_signed",
    "sponsorship_received",
    "study_attendance",
    "study_attendance_by_group",
    "technical_courses",
    "technical_sessions",
]
