"""The counter of visits in the back office."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView
from lienhiep.core.viewsets.columns import day_column, number_column
from lienhiep.visits import actions
from lienhiep.visits.filters import DailyTallyFilterSet
from lienhiep.visits.forms import OpeningBalanceForm
from lienhiep.visits.models import DailyTally


class DailyTallyViewSet(RowModelViewSet):
    """Rows of the counter: list, filter, export; what is added by hand is a balance."""

    model = DailyTally
    icon = "lh-visits"
    menu_label = _("Visits to the site")
    menu_order = 890
    add_to_admin_menu = True
    add_view_class = VerbCreateView
    filterset_class = DailyTallyFilterSet
    verbs = [
        RowVerb(
            "void_opening_balance",
            _("Void the balance"),
            actions.void_opening_balance,
            "tally",
            form_class=ReasonForm,
            icon="cross",
            explanation=_("The balance before it counts again; the total changes at once."),
            serious=True,
        ),
        RowVerb(
            "restore_opening_balance",
            _("Put the balance back"),
            actions.restore_opening_balance,
            "tally",
            form_class=ReasonForm,
            icon="resubmit",
        ),
    ]
    list_display = [
        "__str__",
        day_column("day", _("Day of the visits")),
        number_column("visits", _("Number of visits")),
        Column("note", label=_("Where the number comes from")),
        Column("void_reason", label=_("Why it is void")),
    ]
    list_export = ["day", "kind_label", "visits", "note", "void_reason"]
    inspect_view_fields = ["day", "kind", "visits", "note", "void_reason"]
    edit_handler = ObjectList(
        [FieldRowPanel([FieldPanel("day"), FieldPanel("visits")]), FieldPanel("note")],
        base_form_class=OpeningBalanceForm,
    )
