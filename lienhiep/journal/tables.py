"""How the states of issues and articles are shown, in lists and at the desk."""

STATE_KINDS = {
    "planned": "neutral",
    "collecting": "doing",
    "editing": "doing",
    "layout": "doing",
    "signed": "care",
    "printed": "care",
    "received": "care",
    "accepted": "doing",
    "placed": "doing",
    "published": "good",
    "refused": "closed",
    "withdrawn": "closed",
}
"""How the state of an issue or an article is coloured; the word always stands beside."""
