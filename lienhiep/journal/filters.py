"""What the lists of the journal are narrowed by."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _

from lienhiep.core.viewsets import RowFilterSet, from_day, until_day
from lienhiep.journal.choices import ArticleKind, ArticleState, IssueState, RecipientKind
from lienhiep.journal.models import (
    Article,
    Delivery,
    Issue,
    ReceivedExchange,
    Subject,
)


class IssueFilterSet(RowFilterSet):
    """Issues by year, state and day of publication."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the issue"), choices=IssueState.choices
    )
    published_from = from_day("published_on", _("Published from"))
    published_until = until_day("published_on", _("Published until"))

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
    received_from = from_day("received_on", _("Received from"))
    received_until = until_day("received_on", _("Received until"))

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
    sent_from = from_day("sent_on", _("Sent from"))
    sent_until = until_day("sent_on", _("Sent until"))

    class Meta:
        model = Delivery
        fields = ["issue", "kind"]


class ReceivedExchangeFilterSet(RowFilterSet):
    """Journals received by day."""

    received_from = from_day("received_on", _("Received from"))
    received_until = until_day("received_on", _("Received until"))

    class Meta:
        model = ReceivedExchange
        fields = ["received_from", "received_until"]
