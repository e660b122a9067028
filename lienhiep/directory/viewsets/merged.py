"""Lists without merged records, and pages that lead from them to the record kept."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from lienhiep.core.rules import policy_of
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.viewsets.listing import RowIndexView
from lienhiep.core.viewsets.related import RelatedInspectView, Table
from lienhiep.directory.models import MergeRecord


class MergeableIndexView(RowIndexView):
    """The records that stand for themselves."""

    prefetched: tuple[str | Prefetch, ...] = ()

    def get_base_queryset(self) -> models.QuerySet:
        """Leave out what was merged, and bring along what the columns name."""
        return super().get_base_queryset().unmerged().prefetch_related(*self.prefetched)


class MergeableInspectView(RelatedInspectView):
    """A record's page; that of a merged record leads to the record kept."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead on from a merged record, and say so."""
        if self.object.is_merged:
            kept = self.object.standing_for()
            said = _("“%(record)s” was merged into “%(kept)s”, which is shown here.")
            messages.info(request, said % {"record": self.object, "kept": kept})
            return redirect(admin_row_url(kept))
        return super().get(request, *args, **kwargs)

    def merges_table(self) -> Table:
        """Return which records were merged into this one, for those who may part them."""
        table = Table(_("Merged into this record"), [_("Record"), _("Reason")])
        if policy_of(MergeRecord).may(self.request.user, "view"):
            for merge in MergeRecord.objects.standing().into(self.object).with_names():
                table.add((merge.loser_name, admin_row_url(merge)), merge.reason)
        return table
