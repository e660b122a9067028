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

COMMENT_KINDS = {
    "waiting": "doing",
    "shown": "good",
    "refused": "closed",
    "withdrawn": "neutral",
}
"""How the state of a comment is coloured."""
