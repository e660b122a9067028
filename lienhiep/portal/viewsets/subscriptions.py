"""Who reads the digest, in the back office."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from lienhiep.core.forms.verbs import ReasonForm
from lienhiep.core.viewsets import RowFilterSet, RowModelViewSet, RowVerb
from lienhiep.core.viewsets.columns import moment_column, number_column, state_column
from lienhiep.portal import actions
from lienhiep.portal.choices import SubscriptionState
from lienhiep.portal.models import Subscription

STATES = {"asked": "doing", "confirmed": "good", "ended": "closed"}
"""How the state of a subscription is coloured."""


class SubscriptionFilterSet(RowFilterSet):
    """Subscriptions by state and rhythm."""

    state = django_filters.MultipleChoiceFilter(
        label=_("State of the subscription"), choices=SubscriptionState.choices
    )

    class Meta:
        model = Subscription
        fields = ["state", "rhythm"]


class SubscriptionViewSet(RowModelViewSet):
    """Addresses of the digest: readers ask for it themselves; the office ends one when asked."""

    model = Subscription
    icon = "mail"
    menu_label = _("Readers of the digest")
    menu_order = 199
    add_to_admin_menu = True
    filterset_class = SubscriptionFilterSet
    verbs = [
        RowVerb(
            "end_subscription",
            _("End the subscription"),
            actions.end_subscription,
            "subscription",
            form_class=ReasonForm,
            icon="cross",
            explanation=_("When the owner of the address asks the office for it."),
        )
    ]
    list_display = [
        Column("__str__", label=_("Subscription")),
        Column("email", label=_("Address"), sort_key="email"),
        Column("get_rhythm_display", label=_("How often"), sort_key="rhythm"),
        state_column(STATES, sort_key="state"),
        moment_column("confirmed_at", _("Confirmed")),
        moment_column("last_sent_at", _("Last sent")),
        number_column("failures", _("Failed in a row")),
    ]
    list_export = ["rhythm", "state", "asked_at", "confirmed_at", "ended_at", "last_sent_at"]
    inspect_view_fields = [
        "email",
        "rhythm",
        "state",
        "asked_at",
        "confirmed_at",
        "ended_at",
        "last_sent_at",
        "failures",
    ]
    form_fields = ["rhythm"]
