"""What the lists of the journal are narrowed by."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from lienhiep.core.viewsets import RowFilterSet
from lienhiep.journal.choices import ArticleKind, ArticleState, IssueState, RecipientKind
from lienhiep.journal.models import (
    Article,
    Delivery,
    Issue,
    ReceivedExchange,
    Subject,
)


def _from(field: str, label: str) -> django_filters.DateFilter:
    return django_filters.DateFilter(
        field_name=field, lookup_expr="gte", label=label, widget=AdminDateInput
    )


def _until(field: str, label: str) -> django_filters.DateFilter:
    return django_filters.DateFilter(
        field_name=field, lookup_expr="lte", label=label, widget=AdminDateInput
    )


class IssueFilterSet(RowFilterSet):
    """Issues by year, state and day of publication."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the issue"), choices=IssueState.choices
    )
    published_from = _from("published_on", _("Published from"))
    published_until = _until("published_on", _("Published until"))

    class Meta:
        model = Issue
        fields = ["year", "state_code", "number_count", "is_public"]


class ArticleFilterSet(RowFilterSet):
    """Articles by state, subject, kind, year of the issue and day of receipt."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the manuscript"), choices=ArticleState.choices
    )
    subject = django_filters.ModelMultipleChoiceFilter(queryset=Subject.objects.all())
    kind = django_filters.MultipleChoiceFilter(label=_("Kind of text"), choices=ArticleKind.choices)
    issue_year = django_filters.NumberFilter(field_name="issue__year", label=_("Year of the issue"))
    issue_number = django_filters.NumberFilter(
        field_name="issue__held_numbers__number", label=_("Issue number")
    )
    received_from = _from("received_on", _("Received from"))
    received_until = _until("received_on", _("Received until"))

    class Meta:
        model = Article
        fields = ["state_code", "subject", "kind", "channel"]


class DeliveryFilterSet(RowFilterSet):
    """Deliveries by issue, kind of recipient and day."""

    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind of recipient"), choices=RecipientKind.choices
    )
    issue_year = django_filters.NumberFilter(field_name="issue__year", label=_("Year of the issue"))
    recipient = django_filters.CharFilter(
        label=_("Recipient or address"),
        method=lambda rows, _name, words: rows.to_recipient(words),
    )
    unsent = django_filters.BooleanFilter(
        field_name="sent_on", lookup_expr="isnull", label=_("Not sent yet")
    )
    sent_from = _from("sent_on", _("Sent from"))
    sent_until = _until("sent_on", _("Sent until"))

    class Meta:
        model = Delivery
        fields = ["issue", "kind"]


class ReceivedExchangeFilterSet(RowFilterSet):
    """Journals received by day."""

    received_from = _from("received_on", _("Received from"))
    received_until = _until("received_on", _("Received until"))

    class Meta:
        model = ReceivedExchange
        fields = ["received_from", "received_until"]
