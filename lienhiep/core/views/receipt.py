"""What the office gives for a thing handed in at the desk, to be kept or printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from lienhiep.core.history.reading import logs_of


def moment_of(record: models.Model, verb: str) -> datetime | None:
    """Return when a record was first handed in by a verb; None for what was loaded from before."""
    first = logs_of(record).filter(action=verb).order_by("timestamp", "pk").first()
    return first.timestamp if first is not None else None


def receipt(
    request: HttpRequest,
    *,
    title: str,
    record: models.Model,
    verb: str,
    facts: Sequence[tuple[Any, Any]],
    back: str,
    breadcrumbs: Sequence[dict[str, str]] = (),
) -> HttpResponse:
    """Show the receipt of a record: what was handed in, by whom, and at which moment.

    Moment and name come from the history, so the receipt says the same whenever it is
    printed. What was never handed in has none.
    """
    first = logs_of(record).filter(action=verb).order_by("timestamp", "pk").first()
    if first is None:
        raise Http404
    context = {
        "title": title,
        "facts": facts,
        "moment": first.timestamp,
        "sender": first.user.full_name if first.user is not None else "",
        "back": back,
        "breadcrumbs": list(breadcrumbs),
    }
    return render(request, "core/desk_receipt.html", context)
