"""The lists of kinds and states of commendation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FormKind(models.TextChoices):
    """What kind of honour a form is: each has its own name in law and in an office."""

    LETTER = "letter", _("Letter of commendation")
    MERIT = "merit", _("Certificate of merit")
    CERTIFICATE = "certificate", _("Certificate of recognition")
    MEDAL = "medal", _("Commemorative medal")
    FLAG = "flag", _("Emulation flag")
    TITLE = "title", _("Emulation title")
    DISTINCTION = "distinction", _("Public distinction")
    ORDER = "order", _("State order")
    REWARD = "reward", _("Commendation by decision")


class AwardingLevel(models.TextChoices):
    """At which level a form is awarded."""

    UNION = "union", _("The provincial Union")
    CENTRAL_UNION = "central_union", _("The national Union")
    CONTEST = "contest", _("Organisers of a contest or award")
    MINISTRY = "ministry", _("Ministry or branch")
    PROVINCE = "province", _("The province")
    STATE = "state", _("The State")


class Direction(models.TextChoices):
    """Whether the Union gives an honour, or it and its people receive one; never typed."""

    GIVEN = "given", _("Given by the Union")
    RECEIVED = "received", _("Received from others")


class Ground(models.TextChoices):
    """What an honour is given for (loại hình khen thưởng)."""

    REGULAR = "regular", _("Work of the year")
    THEMATIC = "thematic", _("Thematic drive")
    SUDDEN = "sudden", _("Exceptional deed")
    CONTEST = "contest", _("Contest or award")
    CONTRIBUTION = "contribution", _("Contribution over the years")


class SubjectKind(models.TextChoices):
    """Whether a collective or a person is honoured; follows from who is named."""

    COLLECTIVE = "collective", _("Honoured collective")
    PERSON = "person", _("Honoured person")


class HonourState(models.TextChoices):
    """Where an honour stands, derived from its dates."""

    PROPOSED = "proposed", _("Proposed, not decided")
    DECIDED = "decided", _("Decided, not handed over")
    CONFERRED = "conferred", _("Honour handed over")
    REVOKED = "revoked", _("Honour revoked")


class NominationState(models.TextChoices):
    """Where a nomination stands, derived from its dates."""

    SUBMITTED = "submitted", _("Waiting for the council")
    CONSIDERED = "considered", _("Voted on, to be decided")
    RETURNED = "returned", _("Returned to be completed")
    DECIDED = "decided", _("Nomination decided")
    REFUSED = "refused", _("Nomination refused")
    WITHDRAWN = "withdrawn", _("Nomination withdrawn")


IN_HANDS = frozenset({NominationState.SUBMITTED, NominationState.CONSIDERED})
"""The states in which a nomination lies with the office."""

HONOUR_VERBS: dict[str, frozenset[HonourState]] = {
    "decide_honours": frozenset({HonourState.PROPOSED}),
    "confer_honours": frozenset({HonourState.DECIDED}),
    "add_to_decision": frozenset({HonourState.DECIDED, HonourState.CONFERRED}),
    "take_back_decision": frozenset({HonourState.DECIDED}),
    "take_back_conferral": frozenset({HonourState.CONFERRED}),
    "revoke_honour": frozenset({HonourState.DECIDED, HonourState.CONFERRED}),
    "reinstate": frozenset({HonourState.REVOKED}),
}
"""The states that admit each verb of an honour: asked by the actions and by the buttons."""

NOMINATION_VERBS: dict[str, frozenset[NominationState]] = {
    "record_votes": IN_HANDS,
    "decide_honours": IN_HANDS,
    "return_nomination": IN_HANDS,
    "refuse_nomination": IN_HANDS,
    "resubmit_nomination": frozenset({NominationState.RETURNED}),
    "withdraw_nomination": IN_HANDS | {NominationState.RETURNED},
    "reopen_nomination": frozenset({NominationState.REFUSED, NominationState.WITHDRAWN}),
    "confer_honours": frozenset({NominationState.DECIDED}),
}
"""The states that admit each verb of a nomination."""
