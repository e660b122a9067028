"""What is counted of conferences and courses for the annual report: A01, A02, A07, E09 to E12.

Everything is counted by the day on which it was held to its end. What was planned, postponed
or cancelled counts nowhere.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.figures import Cause, Counted, Summed, figure
from lienhiep.core.period import Period
from lienhiep.events.choices import CourseKind
from lienhiep.events.models import Attendance, Conference, Course
from lienhiep.events.querysets import AttendanceQuerySet, EventQuerySet

POLITICAL = _("Political work and organisation")
DISSEMINATION = _("Information, knowledge and training")
HELD_ON = _("the last day on which it was held")
ITS_EVENT = (Cause("conference"), Cause("course"))


@figure(
    "A01",
    "events.political_studies",
    label=_("Conferences to study resolutions"),
    unit=_("study conferences"),
    section=POLITICAL,
    counting_date=HELD_ON,
)
def political_studies(period: Period) -> Counted:
    """Conferences held to study resolutions and directives, by the group they were for."""
    return Counted(queryset=Conference.objects.political_study().held_in(period), by="audience")


@figure(
    "A01a",
    "events.political_studies_by_mode",
    label=_("Conferences to study resolutions, by mode"),
    unit=_("study conferences"),
    section=POLITICAL,
    counting_date=HELD_ON,
)
def political_studies_by_mode(period: Period) -> Counted:
    """Conferences held to study resolutions and directives, in the room, online or both."""
    return Counted(queryset=Conference.objects.political_study().held_in(period), by="mode")


@figure(
    "A02",
    "events.study_attendance",
    label=_("People at the study of resolutions"),
    unit=_("participations"),
    section=POLITICAL,
    counting_date=HELD_ON,
)
def study_attendance(period: Period) -> Summed:
    """People counted at conferences on resolutions, in the room and online, each time anew."""
    return _people(Attendance.objects.of_political_study(), period, "place")


@figure(
    "A02a",
    "events.study_attendance_by_group",
    label=_("People at the study of resolutions, by group"),
    unit=_("participations"),
    section=POLITICAL,
    counting_date=HELD_ON,
)
def study_attendance_by_group(period: Period) -> Summed:
    """People counted at conferences on resolutions, by the group they belong to."""
    return _people(Attendance.objects.of_political_study(), period, "audience")


@figure(
    "A07",
    "events.body_meetings",
    label=_("Meetings of the Union's bodies"),
    unit=_("meetings"),
    section=POLITICAL,
    counting_date=HELD_ON,
)
def body_meetings(period: Period) -> Counted:
    """Meetings held of the executive committee, its standing committee and others, by body."""
    return Counted(
        queryset=Conference.objects.meetings_of_bodies().held_in(period), by="body__kind"
    )


@figure(
    "E09",
    "events.conferences_held",
    label=_("Conferences, seminars and discussions"),
    unit=_("conferences held"),
    section=DISSEMINATION,
    counting_date=HELD_ON,
)
def conferences_held(period: Period) -> Counted:
    """Conferences, seminars, discussions held, without study and meetings of bodies (A01, A07)."""
    return Counted(queryset=Conference.objects.conferences_proper().held_in(period), by="kind")


@figure(
    "E10",
    "events.technical_courses",
    label=_("Classes of technical training"),
    unit=_("classes"),
    section=DISSEMINATION,
    counting_date=HELD_ON,
)
def technical_courses(period: Period) -> Counted:
    """Classes of technical training held, by mode."""
    return Counted(queryset=_courses(CourseKind.TECHNICAL, period), by="mode")


@figure(
    "E10a",
    "events.technical_sessions",
    label=_("Sessions of technical training"),
    unit=_("training sessions"),
    section=DISSEMINATION,
    counting_date=HELD_ON,
)
def technical_sessions(period: Period) -> Summed:
    """Sessions, added up, of the classes of technical training that were held."""
    return Summed(queryset=_courses(CourseKind.TECHNICAL, period), amount="sessions")


@figure(
    "E11",
    "events.association_courses",
    label=_("Classes in association work"),
    unit=_("classes"),
    section=DISSEMINATION,
    counting_date=HELD_ON,
)
def association_courses(period: Period) -> Counted:
    """Classes held in the knowledge and skills of association work, by mode."""
    return Counted(queryset=_courses(CourseKind.ASSOCIATION_WORK, period), by="mode")


@figure(
    "E12",
    "events.attendance",
    label=_("People at conferences and courses"),
    unit=_("participations"),
    section=DISSEMINATION,
    counting_date=HELD_ON,
)
def attendance(period: Period) -> Summed:
    """People counted at what E09, E10 and E11 count, in the room and online, each time anew."""
    return _people(Attendance.objects.of_conferences_and_courses(), period, "place")


@figure(
    "E12a",
    "events.course_attendance",
    label=_("People at courses"),
    unit=_("participations"),
    section=DISSEMINATION,
    counting_date=HELD_ON,
)
def course_attendance(period: Period) -> Summed:
    """People counted at courses (E10, E11), in the room and online."""
    return _people(Attendance.objects.filter(course__isnull=False), period, "place")


def _courses(kind: CourseKind, period: Period) -> EventQuerySet:
    return Course.objects.filter(kind=kind).held_in(period)


def _people(rows: AttendanceQuerySet, period: Period, by: str) -> Summed:
    return Summed(queryset=rows.held_in(period), by=by, amount="number", caused_by=ITS_EVENT)
