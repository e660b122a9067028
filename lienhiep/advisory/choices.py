"""The lists of states and kinds of advice, science tasks and funded projects."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class TaskKind(models.TextChoices):
    """What is asked for (QĐ 14/2014/QĐ-TTg): tư vấn, phản biện, giám định xã hội."""

    ADVICE = "advice", pgettext_lazy("advisory", "Advice")
    CRITIQUE = "critique", pgettext_lazy("advisory", "Critique")
    APPRAISAL = "appraisal", _("Social appraisal")


class TaskOrigin(models.TextChoices):
    """Who set a task going. Councils of others and comments on drafts are records of their own."""

    ASKED = "asked", _("Asked for by the body that owns the scheme")
    ASSIGNED = "assigned", _("Assigned by the People's Committee or the Party")
    PROPOSED = "proposed", _("Proposed by the Union itself")


class TaskState(models.TextChoices):
    """Where an advisory task stands; derived from its dates, in the order of its life."""

    RECEIVED = "received", _("Waiting to be accepted")
    ACCEPTED = "accepted", _("Task accepted")
    COUNCIL = "council", _("Council at work")
    REVIEWED = "reviewed", _("Council has met")
    DELIVERED = "delivered", _("Report delivered")
    REPLIED = "replied", _("The asking body has replied")
    CLOSED = "closed", _("File closed")
    DECLINED = "declined", _("Task declined")
    CANCELLED = "cancelled", _("Task cancelled")


class PerformerRole(models.TextChoices):
    """What an association does for a task."""

    LEAD = "lead", _("Leads the work")
    PARTNER = "partner", _("Works along")


class FundSource(models.TextChoices):
    """Out of which purse a task is paid (TT 11/2015/TT-BTC)."""

    CONTRACT = "contract", _("Contract with the asking body")
    BUDGET = "budget", _("State budget, yearly grant of the Union")
    OWN = "own", _("Own funds of the Union")
    SPONSOR = "sponsor", pgettext_lazy("advisory", "Sponsor")


class CouncilRole(models.TextChoices):
    """The part of a member of the Union's council, in the order of the decision."""

    CHAIRMAN = "chairman", _("Chairman of the council")
    VICE_CHAIRMAN = "vice_chairman", _("Vice-chairman of the council")
    REVIEWER = "reviewer", pgettext_lazy("advisory", "Reviewer")
    MEMBER = "member", _("Council member")
    SECRETARY = "secretary", _("Council secretary")


class Interest(models.TextChoices):
    """What a member has said of a conflict of interest; silence is no answer."""

    NOT_SAID = "not_said", _("Not stated yet")
    NONE = "none", _("States that there is none")
    CONFLICT = "conflict", _("States a conflict of interest")


class Answer(models.TextChoices):
    """What the asking body made of a recommendation (tiếp thu, giải trình)."""

    OPEN = "open", _("No answer yet")
    ACCEPTED = "accepted", _("Taken up")
    PARTLY = "partly", _("Taken up in part")
    REFUSED = "refused", _("Not taken up")


class OtherCouncilKind(models.TextChoices):
    """Whose council it is, and on what; environmental assessment is counted for itself."""

    FRONT = "front", _("Critique council of the Fatherland Front")
    PEOPLES_COUNCIL = "peoples_council", _("Council of the People's Council")
    SCIENCE = "science", _("Science and technology council")
    EIA = "eia", _("Environmental impact assessment council")
    OTHER = "other", _("Council of another body")


class InvitationState(models.TextChoices):
    """What became of an invitation to another body's council."""

    INVITED = "invited", _("Waiting for an answer to the invitation")
    NAMED = "named", _("Delegate named")
    ATTENDED = "attended", _("Took part")
    DECLINED = "declined", _("Invitation declined")


class DraftKind(models.TextChoices):
    """What kind of draft is commented on."""

    LAW = "law", _("Law or decree")
    RESOLUTION = "resolution", _("Resolution")
    DECISION = "decision", _("Decision or regulation")
    PLAN = "plan", _("Plan, scheme or programme")
    OTHER = "other", _("Another kind of draft")


class DraftState(models.TextChoices):
    """What became of a draft on which the Union was asked to comment."""

    WAITING = "waiting", _("Comment to be written")
    SENT = "sent", _("Comment sent")
    DROPPED = "dropped", _("No comment made")


class ScienceLevel(models.TextChoices):
    """Who manages a science task."""

    NATIONAL = "national", _("National level")
    MINISTRY = "ministry", _("Ministry level")
    PROVINCE = "province", _("Provincial level")
    GRASSROOTS = "grassroots", _("Grass-roots level")


class ScienceKind(models.TextChoices):
    """The form of a science task (đề tài, dự án, nhiệm vụ)."""

    TOPIC = "topic", _("Research topic")
    PROJECT = "project", _("Trial production or transfer project")
    TASK = "task", _("Science and technology task")


class ScienceState(models.TextChoices):
    """Where a science task stands, derived from its dates."""

    RUNNING = "running", _("Being carried out")
    ACCEPTED = "accepted", _("Result accepted")
    STOPPED = "stopped", _("Stopped before its end")


class Grade(models.TextChoices):
    """The result of the acceptance (nghiệm thu)."""

    EXCELLENT = "excellent", pgettext_lazy("advisory", "Excellent")
    GOOD = "good", _("Good result")
    PASS = "pass", _("Requirements met")
    FAIL = "fail", _("Requirements not met")


class PartnerRole(models.TextChoices):
    """What an organisation is to a funded project."""

    DONOR = "donor", pgettext_lazy("advisory", "Donor")
    MANAGER = "manager", _("Managing body")
    PARTNER = "partner", _("Carries it out")


class ProjectState(models.TextChoices):
    """Where a funded project stands, by its own dates."""

    COMING = "coming", _("Not begun yet")
    RUNNING = "running", _("Project running")
    ENDED = "ended", _("Project ended")
    STOPPED = "stopped", _("Project stopped early")


UNDER_WAY = frozenset({TaskState.ACCEPTED, TaskState.COUNCIL, TaskState.REVIEWED})
"""The states in which the Union owes the report."""

DONE = frozenset({TaskState.DELIVERED, TaskState.REPLIED, TaskState.CLOSED})
"""The states of a task whose report has been delivered."""

TASK_VERBS: dict[str, frozenset[TaskState]] = {
    "accept_task": frozenset({TaskState.RECEIVED}),
    "decline_task": frozenset({TaskState.RECEIVED}),
    "name_member": frozenset({TaskState.ACCEPTED, TaskState.COUNCIL}),
    "set_up_council": frozenset({TaskState.ACCEPTED}),
    "submit_opinion": frozenset({TaskState.COUNCIL, TaskState.REVIEWED}),
    "hold_session": frozenset({TaskState.COUNCIL}),
    "deliver_report": frozenset({TaskState.ACCEPTED, TaskState.REVIEWED}),
    "record_reply": frozenset({TaskState.DELIVERED}),
    "record_payment": UNDER_WAY | DONE,
    "take_back_payment": UNDER_WAY | DONE,
    "close_task": frozenset({TaskState.DELIVERED, TaskState.REPLIED}),
    "cancel_task": UNDER_WAY | {TaskState.RECEIVED},
    "take_back_step": frozenset(TaskState) - {TaskState.RECEIVED},
}
"""The states that admit each verb of an advisory task: asked by actions and buttons alike."""

INVITATION_VERBS: dict[str, frozenset[InvitationState]] = {
    "name_delegate": frozenset({InvitationState.INVITED, InvitationState.NAMED}),
    "record_attendance": frozenset({InvitationState.NAMED}),
    "decline_invitation": frozenset({InvitationState.INVITED, InvitationState.NAMED}),
    "take_back_invitation": frozenset(InvitationState) - {InvitationState.INVITED},
}
"""The states that admit each verb of an invitation."""

DRAFT_VERBS: dict[str, frozenset[DraftState]] = {
    "send_comment": frozenset({DraftState.WAITING}),
    "drop_draft": frozenset({DraftState.WAITING}),
    "take_back_comment": frozenset({DraftState.SENT, DraftState.DROPPED}),
}
"""The states that admit each verb of a comment on a draft."""

SCIENCE_VERBS: dict[str, frozenset[ScienceState]] = {
    "extend_science_task": frozenset({ScienceState.RUNNING}),
    "accept_result": frozenset({ScienceState.RUNNING}),
    "stop_science_task": frozenset({ScienceState.RUNNING}),
    "take_back_science_step": frozenset({ScienceState.ACCEPTED, ScienceState.STOPPED}),
}
"""The states that admit each verb of a science task."""

PROJECT_VERBS: dict[str, frozenset[ProjectState]] = {
    "report_project": frozenset(ProjectState) - {ProjectState.COMING},
    "stop_project": frozenset({ProjectState.COMING, ProjectState.RUNNING}),
    "resume_project": frozenset({ProjectState.STOPPED}),
}
"""The states that admit each verb of a funded project."""
