"""Buttons that rooms of upper floors hang on the pages of records that they did not make.

A room writes, in its `wagtail_hooks.py`:

    @adds_row_buttons
    def take_over(user, row):
        if ...:
            yield Button(_("Take over"), url=..., icon_name="plus")

and whoever reads a record's page finds the button there; the room below knows nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models
from wagtail.admin.widgets.button import Button

Provider = Callable[[Any, models.Model], Iterable[Button]]

_providers: list[Provider] = []


def adds_row_buttons(provider: Provider) -> Provider:
    """Register what a room offers on the page of any record."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def buttons_for(user: Any, row: models.Model) -> list[Button]:
    """Return what other rooms offer this reader on the page of a record."""
    return [button for provider in _providers for button in provider(user, row)]
