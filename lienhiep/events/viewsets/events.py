"""What the screens of conferences and courses share."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Prefetch, Sum

from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.reading import RowInspectView
from lienhiep.events.trails import steps_of_event


class EventIndexView(RowIndexView):
    """A register of events, with the derived state and the number of people."""

    rows_beside: Prefetch
    """The rows that columns name, in one question however many there are."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state, how many came, and the rows that columns name."""
        rows = super().get_base_queryset().with_state()
        return rows.annotate(people=Sum("attendance__number")).prefetch_related(self.rows_beside)


class EventInspectView(RowInspectView):
    """The page of an event: its way, who came, who registered."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the trail, the numbers of people, and the registrations that the reader may see."""
        context = super().get_context_data(**kwargs)
        reader = self.request.user
        context["trail"] = steps_of_event(self.object)
        present = self.object.attendance.visible_to(reader).order_by("audience", "place")
        context["attendance"] = [(row, admin_row_url(row)) for row in present]
        context["people"] = sum(row.number for row, _url in context["attendance"])
        registered = self.object.registrations.visible_to(reader).select_related("person")
        context["registrations"] = [
            (row, admin_row_url(row)) for row in registered.order_by("registered_on", "pk")
        ]
        context["places_taken"] = self.object.places_taken()
        return context
