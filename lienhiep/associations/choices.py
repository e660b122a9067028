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


STATE_KINDS = {
    "coming": "neutral",
    "active": "good",
    "left": "closed",
    "held": "good",
    "running": "good",
    "overdue": "late",
    "ended": "closed",
}
"""How a state is coloured; the word always stands beside."""
