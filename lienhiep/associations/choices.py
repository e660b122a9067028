"""The lists of states and kinds of the associations. Stored codes never change."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MembershipKind(models.TextChoices):
    """What an organisation is in the Union."""

    MEMBER_ASSOCIATION = "member_association", _("Member association")
    COLLECTIVE_MEMBER = "collective_member", _("Collective member")
    SUBORDINATE_UNIT = "subordinate_unit", _("Subordinate unit")
    AFFILIATED_UNIT = "affiliated_unit", _("Affiliated unit")


class MembershipState(models.TextChoices):
    """Whether an organisation belongs to the Union, derived from the two days."""

    COMING = "coming", _("Membership begins later")
    ACTIVE = "active", _("Belongs to the Union")
    LEFT = "left", _("No longer belongs to the Union")


class LeavingGround(models.TextChoices):
    """Why an organisation left the Union."""

    WITHDREW = "withdrew", _("Withdrew of its own will")
    DISSOLVED = "dissolved", _("Was dissolved")
    REORGANISED = "reorganised", _("Merged, joined or divided")
    EXPELLED = "expelled", _("Was excluded")


class WorkField(models.TextChoices):
    """In which field of science and technology an association works."""

    AGRICULTURE = "agriculture", _("Agriculture, forestry and fishery")
    HEALTH = "health", _("Health and medicine")
    ENGINEERING = "engineering", _("Engineering, building and transport")
    NATURAL = "natural", _("Natural science and environment")
    INFORMATION = "information", _("Information technology and electronics")
    SOCIAL = "social", _("Social sciences and humanities")
    ECONOMY = "economy", _("Economy and law")
    EDUCATION = "education", _("Education and training of people")
    GENERAL = "general", _("Several fields")


class BodyKind(models.TextChoices):
    """What a body is, in the order in which a chart of the Union shows them."""

    CONGRESS = "congress", _("Congress as a body")
    EXECUTIVE = "executive", _("Executive Committee")
    STANDING = "standing", _("Standing Committee")
    PERMANENT = "permanent", _("Permanent leadership")
    INSPECTION = "inspection", _("Inspection Committee")
    OFFICE = "office", _("Office and its sections")
    EDITORIAL_BOARD = "editorial_board", _("Editorial board of the journal")
    COUNCIL = "council", _("Advisory council")
    PARTY_CELL = "party_cell", _("Party cell")


SENSITIVE_BODIES = frozenset({BodyKind.PARTY_CELL})
"""Bodies that tell of a person what the law calls sensitive: they are never public."""

ELECTED_BODIES = frozenset({BodyKind.STANDING, BodyKind.PERMANENT, BodyKind.INSPECTION})
"""Bodies that come out of the congress, and serve the term of the Executive Committee."""


class SeatState(models.TextChoices):
    """Whether a seat is held, derived from its two days."""

    COMING = "coming", _("Seat begins later")
    HELD = "held", _("Seat is held")
    LEFT = "left", _("Seat was left")


class SeatLeaving(models.TextChoices):
    """Why somebody holds a seat no longer."""

    TERM_OVER = "term_over", _("The term ended")
    TRANSFERRED = "transferred", _("Transferred to other work")
    RETIRED = "retired", _("Retired from work")
    RESIGNED = "resigned", _("Resigned from the seat")
    DISMISSED = "dismissed", _("Removed from the seat")
    DIED = "died", _("Passed away")
    BODY_ENDED = "body_ended", _("The body was dissolved")


class TermState(models.TextChoices):
    """Where a term stands, derived from its days; a term may run on after its due day."""

    COMING = "coming", _("Term begins later")
    RUNNING = "running", _("Term is running")
    OVERDUE = "overdue", _("Term runs on past its due day")
    ENDED = "ended", _("Term has ended")


class AdmissionState(models.TextChoices):
    """What became of an application, derived from its days."""

    RECEIVED = "received", _("Waiting for a decision")
    ADMITTED = "admitted", _("Admitted to the Union")
    REFUSED = "refused", _("Application refused")
    WITHDRAWN = "withdrawn", _("Application withdrawn")


class CongressKind(models.TextChoices):
    """Why a congress is held (thành lập, nhiệm kỳ, bất thường)."""

    FOUNDING = "founding", _("Founding congress")
    REGULAR = "regular", _("Congress of the term")
    EXTRAORDINARY = "extraordinary", _("Extraordinary congress")


class CongressMode(models.TextChoices):
    """How the delegates met (decree 126/2024/NĐ-CP)."""

    IN_PERSON = "in_person", _("Met in person")
    ONLINE = "online", _("Met online")
    HYBRID = "hybrid", _("Met in person and online")


class CongressState(models.TextChoices):
    """Where a congress stands, derived from its days."""

    PLANNED = "planned", _("Congress is planned")
    HELD = "held", _("Congress was held, report is owed")
    REPORTED = "reported", _("Congress was held and reported")
    CANCELLED = "cancelled", _("Congress was cancelled")


class StatementChannel(models.TextChoices):
    """How the numbers of an association reached the office."""

    DESK = "desk", _("Stated at the desk of the association")
    LETTER = "letter", _("By official letter")
    EMAIL = "email", _("Sent by e-mail")
    OFFICE = "office", _("Entered by the office")


class StatementState(models.TextChoices):
    """Whether a statement counts."""

    STANDING = "standing", _("Statement stands")
    TAKEN_BACK = "taken_back", _("Statement taken back")


class AppointmentKind(models.TextChoices):
    """What a decision on a cadre does."""

    APPOINTMENT = "appointment", _("Appointment to a post")
    REAPPOINTMENT = "reappointment", _("Appointment for another term")
    ASSIGNMENT = "assignment", _("Charged with a post for a time")


class AppointmentState(models.TextChoices):
    """Whether a decision of appointment stands."""

    STANDING = "standing", _("Appointment stands")
    REVOKED = "revoked", _("Appointment was revoked")


ADMISSION_VERBS: dict[str, frozenset[AdmissionState]] = {
    "admit_member": frozenset({AdmissionState.RECEIVED}),
    "refuse_admission": frozenset({AdmissionState.RECEIVED}),
    "withdraw_application": frozenset({AdmissionState.RECEIVED}),
    "take_back_decision": frozenset(
        {AdmissionState.ADMITTED, AdmissionState.REFUSED, AdmissionState.WITHDRAWN}
    ),
}
"""The states that admit each verb of an application: asked by the actions and by the buttons."""

CONGRESS_VERBS: dict[str, frozenset[CongressState]] = {
    "hold_congress": frozenset({CongressState.PLANNED}),
    "report_congress": frozenset({CongressState.HELD}),
    "cancel_congress": frozenset({CongressState.PLANNED}),
    "reopen_congress": frozenset(
        {CongressState.HELD, CongressState.REPORTED, CongressState.CANCELLED}
    ),
}
"""The states that admit each verb of a congress."""


STATE_KINDS = {
    "coming": "neutral",
    "active": "good",
    "left": "closed",
    "held": "good",
    "running": "good",
    "overdue": "late",
    "ended": "closed",
    "received": "care",
    "admitted": "good",
    "refused": "closed",
    "withdrawn": "closed",
    "planned": "doing",
    "reported": "good",
    "cancelled": "closed",
    "standing": "good",
    "taken_back": "closed",
    "revoked": "closed",
}
"""How a state is coloured; the word always stands beside."""

CONGRESS_STATE_KINDS = {**STATE_KINDS, "held": "care"}
"""A congress that was held still owes its report."""
