"""How the states of honours and nominations are shown, in lists and at the desk."""

STATE_KINDS = {
    "proposed": "care",
    "decided": "doing",
    "conferred": "good",
    "revoked": "closed",
    "submitted": "care",
    "considered": "doing",
    "returned": "care",
    "refused": "closed",
    "withdrawn": "closed",
}
"""How the state of an honour is coloured; the word always stands beside."""

NOMINATION_KINDS = {**STATE_KINDS, "decided": "good"}
"""The same for nominations: a decision ends them, where an honour is still to be handed over."""
