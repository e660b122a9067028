"""How readers voted, as pages show it."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F

from lienhiep.core.period import today
from lienhiep.portal.models import Poll


def results_of(poll: Poll) -> dict[str, Any]:
    """Return the votes for each answer, those of the former site among them, in one question."""
    counted = poll.options.get_live_queryset().annotate(n=Count("votes") + F("opening_count"))
    rows = [{"label": option.text, "value": option.n} for option in counted]
    return {"rows": rows, "total": sum(row["value"] for row in rows)}


def front_poll() -> Poll | None:
    """Return the newest open poll that may stand on the front page."""
    return Poll.objects.open_on(today()).filter(in_front=True).first()
