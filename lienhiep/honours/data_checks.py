"""What cannot be right in commendation and no constraint of the database can refuse."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, F, Q
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.data_checks import Finding, data_check
from lienhiep.honours.choices import SubjectKind
from lienhiep.honours.models import Honour, Nomination
from lienhiep.honours.models.honour import direction_of
from lienhiep.honours.naming import is_of_child

DECIDED = Q(decided_on__isnull=False, revoked_on=None)


@data_check("honours.decision_named", label=gettext_lazy("Honours name their decision"))
def decision_named() -> Iterator[Finding]:
    """Find honours decided without a document or a number of the decision."""
    unnamed = Honour.objects.filter(DECIDED, decision=None, decision_symbol="").with_names()
    for honour in unnamed:
        yield Finding(_("%(honour)s names no decision.") % {"honour": honour}, honour)


@data_check("honours.decision_day", label=gettext_lazy("Honours bear the day of their decision"))
def decision_day() -> Iterator[Finding]:
    """Find honours whose day of decision is not that of the document that decided them."""
    other = Honour.objects.filter(DECIDED, decision__issued_on__isnull=False)
    for honour in other.exclude(decision__issued_on=F("decided_on")).with_names():
        yield Finding(
            _("%(honour)s was decided on another day than its document says.") % {"honour": honour},
            honour,
        )


@data_check(
    "honours.conferred_after", label=gettext_lazy("Honours are handed over after they are decided")
)
def conferred_after() -> Iterator[Finding]:
    """Find honours handed over without a decision, or before it."""
    wrong = Q(conferred_on__isnull=False) & (
        Q(decided_on=None) | Q(conferred_on__lt=F("decided_on"))
    )
    for honour in Honour.objects.filter(wrong).with_names():
        yield Finding(
            _("%(honour)s was handed over before it was decided.") % {"honour": honour}, honour
        )


@data_check(
    "honours.year_before_decision",
    label=gettext_lazy("The year rewarded is not after the decision"),
)
def year_before_decision() -> Iterator[Finding]:
    """Find honours for a year after that of their decision."""
    late = Honour.objects.annotate(decided_year=ExtractYear("decided_on"))
    for honour in late.filter(DECIDED, year_rewarded__gt=F("decided_year")).with_names():
        yield Finding(
            _("%(honour)s rewards a year after its decision.") % {"honour": honour}, honour
        )


@data_check("honours.not_twice", label=gettext_lazy("Nobody has one honour twice"))
def not_twice() -> Iterator[Finding]:
    """Find subjects with one form twice by one decision, whatever ground each states."""
    for who in ("organisation", "person"):
        groups = (
            Honour.objects.filter(DECIDED, **{f"{who}__isnull": False})
            .order_by()
            .values("form", "awarding_body", who, "year_rewarded", "decided_on")
            .annotate(number=Count("pk"))
            .filter(number__gt=1)
        )
        for group in groups:
            number = group.pop("number")
            honour = Honour.objects.filter(DECIDED, **group).with_names()[0]
            yield Finding(
                _("%(honour)s stands %(number)s times by decisions of one day.")
                % {"honour": honour, "number": number},
                honour,
            )


@data_check("honours.decision_with_honours", label=gettext_lazy("Nominations decided have honours"))
def decision_with_honours() -> Iterator[Finding]:
    """Find nominations that are decided and of which no honour came."""
    empty = Nomination.objects.filter(decided_on__isnull=False, nominees__honour=None)
    with_some = Nomination.objects.filter(nominees__honour__decided_on__isnull=False)
    for nomination in empty.exclude(pk__in=with_some.values("pk")).distinct():
        yield Finding(
            _("%(nomination)s is decided, and no honour came of it.") % {"nomination": nomination},
            nomination,
        )


@data_check("honours.direction_right", label=gettext_lazy("Given and received are not mixed up"))
def direction_right() -> Iterator[Finding]:
    """Find honours whose direction no longer follows from who awards them."""
    rows = Honour.objects.with_names().select_related("awarding_body__parent")
    for honour in rows:
        if honour.direction != direction_of(honour.awarding_body):
            yield Finding(
                _("%(honour)s: given and received are mixed up. Save it again.")
                % {"honour": honour},
                honour,
            )


@data_check("honours.children_unnamed", label=gettext_lazy("Honours of children are marked"))
def children_unnamed() -> Iterator[Finding]:
    """Find honours of persons whom the directory has since come to know as children."""
    of_persons = Honour.objects.filter(subject_kind=SubjectKind.PERSON, concerns_child=False)
    for honour in of_persons.with_names():
        if is_of_child(honour):
            yield Finding(
                _("%(honour)s is the honour of a child. Save it again.") % {"honour": honour},
                honour,
            )
