"""The doors that rooms open at the desk: what somebody may start or look after there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Door:
    """A place at the desk: its name, a line on what it is for, and the address."""

    label: Any
    about: Any
    url: str


Provider = Callable[[Any], Iterable[Door]]

_providers: list[Provider] = []


def desk_doors(provider: Provider) -> Provider:
    """Register what a room opens at the desk, asked for each person."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def doors_for(user: Any) -> list[Door]:
    """Return the doors open to somebody, in the order of the rooms."""
    return [door for provider in _providers for door in provider(user)]
