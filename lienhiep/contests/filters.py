"""What the lists of contests are narrowed by."""

from __future__ import annotations

import django_filters
from django.utils.translation import gettext_lazy as _

from lienhiep.contests.choices import (
    ContestLevel,
    EditionState,
    EntryState,
    NominationState,
    PrizeState,
    Rank,
    SheetState,
)
from lienhiep.contests.models import Contest, Edition, Entry, Juror, Nomination, Prize, Score
from lienhiep.core.search.query import ids_matching
from lienhiep.core.viewsets import RowFilterSet, from_day, until_day


def of_edition(field: str = "edition") -> django_filters.ModelChoiceFilter:
    """Return a filter by the edition."""
    return django_filters.ModelChoiceFilter(
        field_name=field,
        label=_("Edition of a contest"),
        queryset=Edition.objects.with_names(),
    )


class ContestFilterSet(RowFilterSet):
    """Contests by level and kind."""

    class Meta:
        model = Contest
        fields = ["level", "kind", "is_for_children"]


class EditionFilterSet(RowFilterSet):
    """Editions by contest, level, state and the day of their results."""

    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the edition"), choices=EditionState.choices
    )
    level = django_filters.ChoiceFilter(
        field_name="contest__level", label=_("Level of the contest"), choices=ContestLevel.choices
    )
    results_from = from_day("results_published_on", _("Results published from"))
    results_until = until_day("results_published_on", _("Results published until"))

    class Meta:
        model = Edition
        fields = ["contest", "state_code", "level"]


class EntryFilterSet(RowFilterSet):
    """Entries by edition, state, prize and day of receipt."""

    edition = of_edition()
    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the entry"), choices=EntryState.choices
    )
    field_words = django_filters.CharFilter(
        field_name="field__name", lookup_expr="icontains", label=_("Field of the entry")
    )
    rank = django_filters.MultipleChoiceFilter(
        label=_("Rank of the prize"),
        choices=Rank.choices,
        method=lambda rows, _name, ranks: (
            rows.filter(prizes__level__rank__in=ranks, prizes__withdrawn_on=None).distinct()
            if ranks
            else rows
        ),
    )
    received_from = from_day("received_on", _("Entry received from"))
    received_until = until_day("received_on", _("Entry received until"))

    class Meta:
        model = Entry
        fields = ["edition", "state_code", "channel", "is_mountain_area"]


class PrizeFilterSet(RowFilterSet):
    """Prizes by edition, rank, state and day of the decision."""

    edition = of_edition()
    rank = django_filters.MultipleChoiceFilter(
        field_name="level__rank", label=_("Rank of the prize"), choices=Rank.choices
    )
    level = django_filters.ChoiceFilter(
        field_name="edition__contest__level",
        label=_("Level of the contest"),
        choices=ContestLevel.choices,
    )
    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the prize"), choices=PrizeState.choices
    )
    entry_words = django_filters.CharFilter(
        label=_("Words of the entry"),
        method=lambda rows, _name, words: rows.filter(entry__in=ids_matching(Entry, words)),
    )
    decided_from = from_day("decided_on", _("Decided from"))
    decided_until = until_day("decided_on", _("Decided until"))
    without_certificate = django_filters.BooleanFilter(
        label=_("Without a certificate number"),
        method=lambda rows, _name, bare: (
            rows.filter(certificate_number="") if bare else rows.exclude(certificate_number="")
        ),
    )

    class Meta:
        model = Prize
        fields = ["edition", "state_code"]


class NominationFilterSet(RowFilterSet):
    """Nominations by national edition, state and day of sending."""

    edition = of_edition()
    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the nomination"), choices=NominationState.choices
    )
    sent_from = from_day("sent_on", _("Sent to the national round from"))
    sent_until = until_day("sent_on", _("Sent to the national round until"))

    class Meta:
        model = Nomination
        fields = ["edition", "state_code"]


class JurorFilterSet(RowFilterSet):
    """Jurors by edition."""

    edition = of_edition()
    has_left = django_filters.BooleanFilter(
        field_name="ended_on", lookup_expr="isnull", exclude=True, label=_("Has left the jury")
    )

    class Meta:
        model = Juror
        fields = ["edition"]


class ScoreFilterSet(RowFilterSet):
    """Sheets by edition, juror and state."""

    edition = of_edition("entry__edition")
    juror = django_filters.ModelChoiceFilter(
        label=_("Juror of the sheet"), queryset=Juror.objects.select_related("person")
    )
    state_code = django_filters.MultipleChoiceFilter(
        label=_("State of the sheet"), choices=SheetState.choices
    )

    class Meta:
        model = Score
        fields = ["edition", "state_code", "juror"]
