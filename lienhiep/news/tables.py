"""How the states of articles are shown in lists."""

STATE_KINDS = {
    "draft": "neutral",
    "submitted": "care",
    "returned": "care",
    "approved": "doing",
    "scheduled": "doing",
    "published": "good",
    "changed": "care",
    "archived": "neutral",
    "withdrawn": "closed",
}
"""How the state of an article is coloured; the word always stands beside."""
