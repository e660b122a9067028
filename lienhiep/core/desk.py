"""What rooms open at the desk: doors to what one may start there, and where a record stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models


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


Address = Callable[[Any, Any], str]

_addresses: dict[type[models.Model], Address] = {}


def desk_address(*kinds: type[models.Model]) -> Callable[[Address], Address]:
    """Register where a reader finds a record of these kinds at the desk.

    The function takes the record and the reader; it returns "" where the desk shows them none.
    """

    def hang_up(provider: Address) -> Address:
        for kind in kinds:
            _addresses[kind] = provider
        return provider

    return hang_up


def address_for(record: models.Model | None, user: Any) -> str:
    """Return where somebody opens a record: at the desk, else in the back office, else nowhere.

    Ask before whether they may see it; a page refuses whoever may not, whatever this says.
    """
    from lienhiep.core.viewsets import admin_row_url  # screens load after all rooms

    if record is None:
        return ""
    provider = _addresses.get(type(record))
    if provider is not None and (url := provider(record, user)):
        return url
    return admin_row_url(record) or "" if user.may_enter_back_office else ""
