"""What conferences, courses and programmes say of themselves to somebody who searches."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.search.registry import Searchable, search_entry
from lienhiep.core.viewsets import admin_row_url
from lienhiep.events.addresses import conclusion_url, event_url
from lienhiep.events.models import (
    Conclusion,
    Conference,
    CoordinationProgramme,
    Course,
    Delegation,
    Sponsorship,
)


@search_entry(Conference, label=_("Conference"))
def conference_entry(conference: Conference) -> Searchable:
    """Find a conference by its title, who holds it, where, and its programme."""
    words = [
        conference.kind_label,
        str(conference.host),
        conference.co_host_names,
        conference.place,
        conference.programme,
    ]
    return Searchable(
        title=conference.title,
        body="\n".join(filter(None, words)),
        date=conference.held_on or conference.starts_on,
        url=admin_row_url(conference) or "",
        public_url=event_url(conference) if conference.is_public else None,
    )


@search_entry(Course, label=_("Training course"))
def course_entry(course: Course) -> Searchable:
    """Find a course by its title, its teachers and its content."""
    words = [
        course.kind_label,
        str(course.host),
        course.place,
        course.teacher_names,
        course.content,
    ]
    return Searchable(
        title=course.title,
        body="\n".join(filter(None, words)),
        date=course.held_on or course.starts_on,
        url=admin_row_url(course) or "",
        public_url=event_url(course) if course.is_public else None,
    )


@search_entry(Conclusion, label=_("Conclusion of a conference"))
def conclusion_entry(conclusion: Conclusion) -> Searchable:
    """Find a conclusion by its text and its conference."""
    conference = conclusion.conference
    shows = conference.shows_conclusions
    return Searchable(
        title=conclusion.text[:200],
        body=conference.title,
        date=conference.held_on,
        url=admin_row_url(conclusion) or "",
        public_url=conclusion_url(conference, conclusion.number) if shows else None,
    )


@search_entry(CoordinationProgramme, label=_("Coordination programme"))
def programme_entry(programme: CoordinationProgramme) -> Searchable:
    """Find a programme by its title, its partners and its content."""
    return Searchable(
        title=programme.title,
        body="\n".join(filter(None, [programme.partner_names, programme.content])),
        date=programme.signed_on or programme.prepared_since,
        url=admin_row_url(programme) or "",
    )


@search_entry(Sponsorship, label=_("Sponsorship"))
def sponsorship_entry(sponsorship: Sponsorship) -> Searchable:
    """Find a sponsorship by the sponsor and what it is for; never by its amount."""
    return Searchable(
        title=str(sponsorship),
        body=sponsorship.goods,
        date=sponsorship.received_on or sponsorship.promised_on,
        url=admin_row_url(sponsorship) or "",
    )


@search_entry(Delegation, label=_("Delegation"))
def delegation_entry(delegation: Delegation) -> Searchable:
    """Find a delegation by the other side, the purpose and what came of it."""
    return Searchable(
        title=str(delegation),
        body="\n".join(filter(None, [delegation.purpose, delegation.place, delegation.result])),
        date=delegation.ends_on,
        url=admin_row_url(delegation) or "",
    )
