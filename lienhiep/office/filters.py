"""What the lists of the e-office are narrowed by."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _

from lienhiep.core.period import today
from lienhiep.core.viewsets import RowFilterSet, from_day, until_day
from lienhiep.office.choices import (
    Direction,
    DocumentState,
    DocumentUrgency,
    OriginLevel,
    ReceiptState,
    ReviewKind,
    ReviewState,
)
from lienhiep.office.models import (
    Dispatch,
    DocumentKind,
    OfficialDocument,
    Receipt,
    RegisterBook,
    ResolutionReview,
    ReviewRequest,
)


class DocumentFilterSet(RowFilterSet):
    """Documents by symbol or words, state, level, kind, register and days."""

    words = django_filters.CharFilter(
        label=_("Symbol, abstract or issuer"),
        method=lambda rows, _name, words: rows.matching(words),
    )
    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the document"), choices=DocumentState.choices
    )
    origin = django_filters.MultipleChoiceFilter(
        label=_("Level of origin"), choices=OriginLevel.choices
    )
    kind = django_filters.ModelMultipleChoiceFilter(queryset=DocumentKind.objects.all())
    book = django_filters.ModelMultipleChoiceFilter(queryset=RegisterBook.objects.all())
    urgency = django_filters.MultipleChoiceFilter(
        label=_("Degree of urgency"), choices=DocumentUrgency.choices
    )
    received_from = from_day("received_on", _("Arrived from"))
    received_until = until_day("received_on", _("Arrived until"))
    dated_from = from_day("issued_on", _("Dated from"))
    dated_until = until_day("issued_on", _("Dated until"))
    assigned = django_filters.BooleanFilter(
        label=_("Assigned and not handled"),
        method=lambda rows, _name, wanted: rows.in_charge() if wanted else rows,
    )

    class Meta:
        model = OfficialDocument
        fields = ["words", "state_code", "origin", "kind", "book", "year", "urgency", "is_public"]


class AllDocumentsFilterSet(DocumentFilterSet):
    """The same in the list of both directions."""

    direction = django_filters.ChoiceFilter(
        label=_("Incoming or outgoing"), choices=Direction.choices
    )

    class Meta(DocumentFilterSet.Meta):
        fields = ["direction", *DocumentFilterSet.Meta.fields]


class DispatchFilterSet(RowFilterSet):
    """Sendings by day, and those that somebody still owes."""

    sent_from = from_day("sent_on", _("Forwarded from"))
    sent_until = until_day("sent_on", _("Forwarded until"))
    cancelled = django_filters.BooleanFilter(
        field_name="cancelled_on",
        lookup_expr="isnull",
        exclude=True,
        label=_("Cancelled sendings"),
    )

    class Meta:
        model = Dispatch
        fields = ["scope"]


class ReceiptFilterSet(RowFilterSet):
    """Receipts by state, association, day, and those overdue."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the receipt"), choices=ReceiptState.choices
    )
    name = django_filters.CharFilter(
        label=_("Receiving association"),
        method=lambda rows, _name, words: rows.of_name(words),
    )
    overdue = django_filters.BooleanFilter(
        label=_("Not acknowledged in time"),
        method=lambda rows, _name, wanted: rows.overdue(today()) if wanted else rows,
    )
    sent_from = from_day("dispatch__sent_on", _("Forwarded from"))
    sent_until = until_day("dispatch__sent_on", _("Forwarded until"))

    class Meta:
        model = Receipt
        fields = ["state_code"]


class ReviewFilterSet(RowFilterSet):
    """Reviews by kind, state and day of the conclusion."""

    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind of review"), choices=ReviewKind.choices
    )
    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the review"), choices=ReviewState.choices
    )
    concluded_from = from_day("concluded_on", _("Concluded from"))
    concluded_until = until_day("concluded_on", _("Concluded until"))

    class Meta:
        model = ResolutionReview
        fields = ["kind"]


class ReviewRequestFilterSet(RowFilterSet):
    """Reports by review, whether they came, and by day."""

    missing = django_filters.BooleanFilter(
        field_name="received_on", lookup_expr="isnull", label=_("Report missing")
    )
    received_from = from_day("received_on", _("Report received from"))
    received_until = until_day("received_on", _("Report received until"))

    class Meta:
        model = ReviewRequest
        fields = ["review"]
