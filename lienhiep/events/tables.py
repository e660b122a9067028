"""How states are shown, in lists and on the site."""

STATE_KINDS = {
    "planned": "doing",
    "postponed": "care",
    "unrecorded": "care",
    "held": "good",
    "cancelled": "closed",
    "preparing": "doing",
    "signed": "care",
    "in_force": "good",
    "ended": "closed",
    "promised": "doing",
    "received": "good",
    "released": "closed",
}
"""How the state of an event, a programme or a sponsorship is coloured; the word stands beside."""
