"""The words for role keys, given by the room that knows the roles."""

from __future__ import annotations

from collections.abc import Callable

_label: Callable[[str], str] | None = None


def register_role_labels(label: Callable[[str], str]) -> None:
    """Set the function that turns a role's code into words."""
    global _label
    _label = label


def label_of_key(key: str) -> str:
    """Return a key in words, or nothing where it is nobody's business whose it is."""
    kind, _, code = key.partition(":")
    if kind == "role" and _label is not None:
        return _label(code)
    return ""
