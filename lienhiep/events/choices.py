"""The lists of states and kinds of conferences, courses and partners. Stored codes never change."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ConferenceKind(models.TextChoices):
    """What people come together for."""

    POLITICAL_STUDY = "political_study", _("Study of resolutions")
    CONFERENCE = "conference", _("Conference")
    SEMINAR = "seminar", _("Scientific seminar")
    DISCUSSION = "discussion", _("Round-table discussion")
    YEAR_END = "year_end", _("Year-end conference")
    CADRE_PLANNING = "cadre_planning", _("Conference on cadre planning")
    COMMUNICATION = "communication", _("Communication conference")
    BODY_MEETING = "body_meeting", _("Meeting of a body of the Union")


OF_THE_UNIONS_BODIES = frozenset({ConferenceKind.BODY_MEETING})
"""Meetings of the executive committee and its like: counted by themselves (A07)."""

CONFERENCE_KINDS = tuple(
    kind
    for kind in ConferenceKind
    if kind not in OF_THE_UNIONS_BODIES and kind != ConferenceKind.POLITICAL_STUDY
)
"""What counts as a conference, seminar or discussion (E09); study has a figure of its own."""


class CourseKind(models.TextChoices):
    """What a course is for."""

    TECHNICAL = "technical", _("Technical training")
    ASSOCIATION_WORK = "association_work", _("Training in association work")


class Mode(models.TextChoices):
    """Where those who take part are."""

    ROOM = "room", _("In the room")
    ONLINE = "online", pgettext_lazy("mode of an event", "Online")
    BOTH = "both", _("In the room and online")


class Place(models.TextChoices):
    """From where somebody took part; one of the two."""

    ROOM = "room", _("In the room")
    ONLINE = "online", pgettext_lazy("mode of an event", "Online")


class Audience(models.TextChoices):
    """For whom something is held (nhóm đối tượng); the order is that of the annual report."""

    KEY_CADRES = "key_cadres", _("Key cadres")
    CADRES_MEMBERS = "cadres_members", _("Cadres and Party members")
    INTELLECTUALS = "intellectuals", _("Intellectuals")
    ASSOCIATIONS = "associations", _("Officers of member associations")
    PUBLIC = "public", _("Anyone interested")


class EventState(models.TextChoices):
    """Where a conference or a course stands, derived from its days."""

    PLANNED = "planned", _("In preparation")
    POSTPONED = "postponed", _("Postponed, no new day yet")
    UNRECORDED = "unrecorded", _("Over, not recorded yet")
    HELD = "held", _("Held")
    CANCELLED = "cancelled", _("Event cancelled")


NOT_YET = frozenset({EventState.PLANNED, EventState.POSTPONED, EventState.UNRECORDED})
"""Neither held nor given up."""

EVENT_VERBS: dict[str, frozenset[EventState]] = {
    "open_registration": frozenset({EventState.PLANNED}),
    "close_registration": frozenset({EventState.PLANNED}),
    "register_attendee": frozenset({EventState.PLANNED, EventState.UNRECORDED}),
    "set_days": NOT_YET,
    "postpone_event": frozenset({EventState.PLANNED, EventState.UNRECORDED}),
    "record_held": NOT_YET - {EventState.POSTPONED},
    "undo_held": frozenset({EventState.HELD}),
    "record_attendance": frozenset({EventState.HELD}),
    "record_conclusions": frozenset({EventState.HELD}),
    "cancel_event": NOT_YET,
    "restore_event": frozenset({EventState.CANCELLED}),
}
"""The states that admit each verb of a conference or course: asked by actions and buttons."""


class RegistrationChannel(models.TextChoices):
    """How somebody put their name down."""

    WEBSITE = "website", pgettext_lazy("channel of registration", "On the website")
    INVITATION = "invitation", _("Invited by the office")
    TELEPHONE = "telephone", pgettext_lazy("channel of registration", "By telephone or in person")


class ProgrammeState(models.TextChoices):
    """Where a coordination programme stands, derived from its days."""

    PREPARING = "preparing", _("Being prepared")
    SIGNED = "signed", _("Signed, not in force yet")
    IN_FORCE = "in_force", pgettext_lazy("coordination programme", "In force")
    ENDED = "ended", pgettext_lazy("coordination programme", "Ended")


PROGRAMME_VERBS: dict[str, frozenset[ProgrammeState]] = {
    "sign_programme": frozenset({ProgrammeState.PREPARING}),
    "undo_signing": frozenset({ProgrammeState.SIGNED, ProgrammeState.IN_FORCE}),
    "record_result": frozenset({ProgrammeState.IN_FORCE, ProgrammeState.ENDED}),
    "end_programme": frozenset({ProgrammeState.SIGNED, ProgrammeState.IN_FORCE}),
    "resume_programme": frozenset({ProgrammeState.ENDED}),
}
"""The states that admit each verb of a coordination programme."""


class SupportKind(models.TextChoices):
    """In which form a sponsor gives."""

    MONEY = "money", _("In money")
    IN_KIND = "in_kind", _("In kind")


class SponsorshipState(models.TextChoices):
    """What has become of a sponsorship, derived from its days."""

    PROMISED = "promised", _("Promised")
    RECEIVED = "received", pgettext_lazy("sponsorship", "Received")
    RELEASED = "released", _("Not to be received any more")


SPONSORSHIP_VERBS: dict[str, frozenset[SponsorshipState]] = {
    "receive_sponsorship": frozenset({SponsorshipState.PROMISED}),
    "undo_receipt": frozenset({SponsorshipState.RECEIVED}),
    "release_sponsorship": frozenset({SponsorshipState.PROMISED}),
    "renew_promise": frozenset({SponsorshipState.RELEASED}),
}
"""The states that admit each verb of a sponsorship."""


class Direction(models.TextChoices):
    """Which way a delegation travelled."""

    OUT = "out", _("Delegation sent")
    IN = "in", _("Delegation received")
