"""The lists of kinds, levels and states of contests and awards. Stored codes never change."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ContestKind(models.TextChoices):
    """The three competitions that the Unions of the country organise."""

    YOUTH = "youth", _("Youth and children creativity contest")
    TECHNICAL = "technical", _("Technical innovation contest")
    AWARD = "award", _("Science and technology creativity award")


class ContestLevel(models.TextChoices):
    """Where a contest is decided; a provincial one may lead to a national one."""

    PROVINCIAL = "provincial", pgettext_lazy("contests", "Provincial")
    NATIONAL = "national", pgettext_lazy("contests", "National")


class EntryWord(models.TextChoices):
    """What is entered, in the words of the contest's own rules."""

    PRODUCT = "product", pgettext_lazy("contests", "Product")
    SOLUTION = "solution", pgettext_lazy("contests", "Solution")
    WORK = "work", pgettext_lazy("contests", "Scientific work")


class OrganiserPart(models.TextChoices):
    """What an organisation does for an edition; the order is that of the announcement."""

    HOST = "host", _("Contest host")
    STANDING = "standing", _("Standing agency of the contest")
    CO_ORGANISER = "co_organiser", _("Co-organiser of the contest")
    SPONSOR = "sponsor", _("Sponsor of the contest")


class Rank(models.TextChoices):
    """The levels of prizes, from the highest down."""

    SPECIAL = "special", _("Special prize")
    FIRST = "first", _("First prize")
    SECOND = "second", _("Second prize")
    THIRD = "third", _("Third prize")
    CONSOLATION = "consolation", _("Consolation prize")


RANK_ORDER = {rank.value: place for place, rank in enumerate(Rank, start=1)}
"""The place of each rank, for sorting in the database."""


class EditionState(models.TextChoices):
    """Where an edition stands, derived from its dates and the day of asking."""

    PLANNED = "planned", pgettext_lazy("contests", "Announced, not open yet")
    OPEN = "open", pgettext_lazy("contests", "Open for entries")
    JUDGING = "judging", pgettext_lazy("contests", "Being judged")
    CLOSED = "closed", pgettext_lazy("contests", "Results published")
    CANCELLED = "cancelled", pgettext_lazy("contests", "Edition cancelled")


class EntryState(models.TextChoices):
    """Where an entry stands, derived from its dates."""

    RECEIVED = "received", pgettext_lazy("contests", "Waiting to be checked")
    ACCEPTED = "accepted", pgettext_lazy("contests", "Admitted to the contest")
    REFUSED = "refused", pgettext_lazy("contests", "Not admitted")
    WITHDRAWN = "withdrawn", pgettext_lazy("contests", "Withdrawn by its authors")


class EntryChannel(models.TextChoices):
    """How an entry reached the standing agency."""

    DESK = "desk", _("Sent at the contestant's desk")
    POST = "post", _("File by post or by hand")
    SCHOOL = "school", _("Sent together by a school or department")


class NominationState(models.TextChoices):
    """How an entry fares in the national round, derived from its dates."""

    SENT = "sent", pgettext_lazy("contests", "Sent, no result yet")
    PRIZED = "prized", pgettext_lazy("contests", "National prize won")
    UNPRIZED = "unprized", pgettext_lazy("contests", "No national prize")
    RECALLED = "recalled", pgettext_lazy("contests", "Nomination recalled")


class SheetState(models.TextChoices):
    """Where a juror's score sheet stands, derived from its dates."""

    DUE = "due", pgettext_lazy("contests", "Waiting for the juror")
    SUBMITTED = "submitted", pgettext_lazy("contests", "Submitted and locked")
    EXCUSED = "excused", pgettext_lazy("contests", "Juror excused")


class PrizeState(models.TextChoices):
    """Where a prize stands, derived from its dates."""

    DECIDED = "decided", pgettext_lazy("contests", "Decided, not published yet")
    PUBLISHED = "published", pgettext_lazy("contests", "Prize published")
    WITHDRAWN = "withdrawn", pgettext_lazy("contests", "Prize withdrawn")


EDITION_VERBS: dict[str, frozenset[EditionState]] = {
    "receive_entry": frozenset({EditionState.OPEN, EditionState.JUDGING}),
    "assign_jurors": frozenset({EditionState.OPEN, EditionState.JUDGING}),
    "award_prize": frozenset({EditionState.JUDGING}),
    "publish_results": frozenset({EditionState.JUDGING}),
    "take_back_results": frozenset({EditionState.CLOSED}),
    "issue_certificates": frozenset({EditionState.JUDGING, EditionState.CLOSED}),
    "cancel_edition": frozenset({EditionState.PLANNED, EditionState.OPEN, EditionState.JUDGING}),
    "restore_edition": frozenset({EditionState.CANCELLED}),
}
"""The states that admit each verb of an edition: asked by the actions and by the buttons."""

ENTRY_VERBS: dict[str, frozenset[EntryState]] = {
    "accept_entry": frozenset({EntryState.RECEIVED}),
    "refuse_entry": frozenset({EntryState.RECEIVED, EntryState.ACCEPTED}),
    "take_back_check": frozenset({EntryState.ACCEPTED, EntryState.REFUSED}),
    "withdraw_entry": frozenset({EntryState.RECEIVED, EntryState.ACCEPTED}),
    "restore_entry": frozenset({EntryState.WITHDRAWN}),
    "award_prize": frozenset({EntryState.ACCEPTED}),
    "nominate_entry": frozenset({EntryState.ACCEPTED}),
}
"""The states that admit each verb of an entry."""

NOMINATION_VERBS: dict[str, frozenset[NominationState]] = {
    "record_national_result": frozenset({NominationState.SENT}),
    "take_back_national_result": frozenset({NominationState.PRIZED, NominationState.UNPRIZED}),
    "recall_nomination": frozenset({NominationState.SENT}),
    "restore_nomination": frozenset({NominationState.RECALLED}),
}
"""The states that admit each verb of a nomination."""

SHEET_VERBS: dict[str, frozenset[SheetState]] = {
    "submit_score": frozenset({SheetState.DUE}),
    "reopen_score": frozenset({SheetState.SUBMITTED}),
    "excuse_juror": frozenset({SheetState.DUE}),
    "recall_juror": frozenset({SheetState.EXCUSED}),
}
"""The states that admit each verb of a score sheet."""

PRIZE_VERBS: dict[str, frozenset[PrizeState]] = {
    "withdraw_prize": frozenset({PrizeState.DECIDED, PrizeState.PUBLISHED}),
    "restore_prize": frozenset({PrizeState.WITHDRAWN}),
}
"""The states that admit each verb of a prize."""

STATE_KINDS = {
    "planned": "neutral",
    "open": "good",
    "judging": "doing",
    "closed": "closed",
    "cancelled": "closed",
    "received": "care",
    "accepted": "good",
    "refused": "closed",
    "withdrawn": "closed",
    "sent": "doing",
    "prized": "good",
    "unprized": "neutral",
    "recalled": "closed",
    "due": "care",
    "submitted": "good",
    "excused": "closed",
    "decided": "care",
    "published": "good",
}
"""How each state of this room is coloured; the word always stands beside."""
