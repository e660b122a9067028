"""Merges in the back office: read, and undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column

from lienhiep.core.viewsets import RowModelViewSet, RowVerb, admin_row_url
from lienhiep.core.viewsets.columns import moment_column
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.related import RelatedInspectView, Table
from lienhiep.core.viewsets.withholding import WITHHELD
from lienhiep.directory import actions
from lienhiep.directory.actions.links import link_at
from lienhiep.directory.filters import MergeFilterSet
from lienhiep.directory.forms.verbs import ReasonForm
from lienhiep.directory.models import MergeRecord


class MergeIndexView(RowIndexView):
    """Merges, the newest first."""

    def get_base_queryset(self) -> models.QuerySet:
        """Bring the names along."""
        return super().get_base_queryset().with_names()


class MergeInspectView(RelatedInspectView):
    """The page of a merge: which links it moved, what stayed, and what was not put back."""

    def tables(self) -> Iterator[Table]:
        """Return the records, the links moved, the snapshots, and what undoing left."""
        records = Table(_("The two records"), [_("Kept"), _("Given up")])
        winner, loser = self.object.winner, self.object.loser
        if winner is not None and loser is not None:
            records.add((winner, admin_row_url(winner)), loser)
        yield records
        moved = Table(_("Links moved"), [_("Kind of record"), _("Record")])
        for address in self.object.moved:
            link = link_at(address)
            if link is not None:
                moved.add(*_named(link[0], self.request.user))
        yield moved
        stayed = Table(_("Left with the record given up"), [_("Kind of record"), _("Number")])
        for label, number in self.object.stayed:
            stayed.add(str(apps.get_model(label)._meta.verbose_name), number)
        yield stayed
        left = Table(_("Not put back"), [_("Why")])
        for words in self.object.left:
            left.add(words)
        yield left


def _named(row: Any, user: Any) -> list[Any]:
    """Return a row as far as this reader may see it."""
    kind = str(row._meta.verbose_name)
    if hasattr(row, "policy") and not row.policy().can_view(user, row):
        return [kind, WITHHELD]
    return [kind, (row, admin_row_url(row))]


class MergeViewSet(RowModelViewSet):
    """Merges are made on the record kept, and undone here."""

    model = MergeRecord
    icon = "link"
    menu_label = gettext_lazy("Merges")
    index_view_class = MergeIndexView
    inspect_view_class = MergeInspectView
    filterset_class = MergeFilterSet
    list_display = [
        Column("loser_name", label=gettext_lazy("Record given up")),
        Column("winner_name", label=gettext_lazy("Record kept")),
        moment_column("merged_at", gettext_lazy("Merged at")),
        moment_column("undone_at", gettext_lazy("Undone at")),
    ]
    list_export = ["kind", "loser_name", "winner_name", "reason", "merged_at", "undone_at"]
    export_headings = {
        "loser_name": gettext_lazy("Record given up"),
        "winner_name": gettext_lazy("Record kept"),
    }
    inspect_view_fields = ["kind", "reason", "merged_at", "undone_at"]
    form_fields: list[str] = []
    verbs = [
        RowVerb(
            "undo",
            gettext_lazy("Part the two records again"),
            actions.unmerge,
            "record",
            form_class=ReasonForm,
            icon="rotate",
            explanation=gettext_lazy(
                "Every link that the merge moved and that still points to the record kept is "
                "put back. What was changed since is listed."
            ),
            done=gettext_lazy("The two records stand apart again."),
            serious=True,
        )
    ]
