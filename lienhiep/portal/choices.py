"""What an editor may choose among for the front page; asked of the registries when it is shown."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from lienhiep.core import site_blocks
from lienhiep.core.figures import all_figures
from lienhiep.core.principals import ANYONE
from lienhiep.core.search.registry import declarations


class Side(models.TextChoices):
    """On which side of the words a picture stands."""

    START = "start", _("Left of the text")
    END = "end", _("Right of the text")


def front_block_choices() -> list[tuple[str, Any]]:
    """Return the rooms' blocks by their codes."""
    return site_blocks.front_block_choices()


def figure_choices() -> list[tuple[str, str]]:
    """Return the figures that anybody may see, by their codes."""
    public = (one for one in all_figures() if ANYONE in one.readers)
    return [(one.code, f"{one.code} · {one.label}") for one in public]


def kind_choices() -> list[tuple[str, Any]]:
    """Return the kinds of record that stand in the search table."""
    return [(one.kind, one.label) for one in declarations()]
