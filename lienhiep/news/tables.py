"""How the states of articles are shown in lists."""

STATE_KINDS = {
    "draft": "neutral",
    "scheduled": "doing",
    "published": "good",
    "changed": "care",
    "withdrawn": "closed",
}
"""How the state of an article is coloured; the word always stands beside."""
