"""How the states of this room are shown, in lists, on pages and at the desk."""

STATE_KINDS = {
    # advisory tasks
    "received": "care",
    "accepted": "doing",
    "council": "doing",
    "reviewed": "care",
    "delivered": "good",
    "replied": "good",
    "closed": "good",
    "declined": "closed",
    "cancelled": "closed",
    # invitations and drafts
    "invited": "care",
    "named": "doing",
    "attended": "good",
    "waiting": "care",
    "sent": "good",
    "dropped": "closed",
    # projects
    "coming": "neutral",
    "running": "doing",
    "ended": "good",
    "stopped": "closed",
}
"""How a state is coloured; the word always stands beside."""

SCIENCE_KINDS = {"running": "doing", "accepted": "good", "stopped": "closed"}
"""A science task that is accepted is over; an advisory task that is accepted has begun."""

INTEREST_KINDS = {"not_said": "care", "none": "good", "conflict": "late"}
"""What a member says of a conflict of interest; a conflict stops the council."""

ANSWER_KINDS = {"open": "neutral", "accepted": "good", "partly": "doing", "refused": "closed"}
"""What became of a recommendation."""
