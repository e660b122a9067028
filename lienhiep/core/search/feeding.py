"""Feeding the search table."""

from typing import Any


def feed(record: Any) -> None:
    """Bring a record's entry up to date."""


def forget(record: Any) -> None:
    """Take a record out of the search table."""
