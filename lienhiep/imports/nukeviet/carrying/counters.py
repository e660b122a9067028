"""The counter of visits, as the balance with which ours begins."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.core.period import local_day, today
from lienhiep.imports.nukeviet.carrying.context import Carrying, said, value
from lienhiep.imports.nukeviet.texts import moment, number
from lienhiep.visits.actions import state_opening_balance

KIND = "counter:total"


def carry_counter(carrying: Carrying) -> None:
    """State what the counter of the former site showed in the end."""
    table = carrying.site.common("counter")
    rows = {
        (str(value(row, "c_type")), str(value(row, "c_val"))): row
        for row in carrying.site.staging.rows(carrying.site.database, table)
    }
    total = rows.get(("total", "hits"))
    if total is None:
        return
    carrying.report.count(KIND, "there")
    if carrying.register.has(KIND, "hits"):
        carrying.report.count(KIND, "known")
        return
    visits = number(value(total, "c_count"))
    last = number(value(rows.get(("c_time", "last"), total), "c_count"))
    at = moment(value(total, "last_update")) or moment(last) or carrying.now
    day = min(local_day(at), today() - timedelta(days=1))
    with carrying.batch():
        if visits <= 0:
            carrying.report.skip(
                KIND, table, "total/hits", "empty", _("The counter shows nothing.")
            )
            return
        try:
            tally = None
            if not carrying.is_trial:
                tally = state_opening_balance(
                    day=day,
                    visits=visits,
                    by=carrying.by,
                    note=_("Counter of the former site (%(code)s); it holds visits of bots too.")
                    % {"code": carrying.site.code},
                )
            carrying.keep(KIND, "hits", tally)
        except ValidationError as refusal:
            carrying.report.skip(KIND, table, "total/hits", "refused", said(refusal))
