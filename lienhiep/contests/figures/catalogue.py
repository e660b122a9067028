"""What contests count for the annual report: F01 to F08.

An entry that its authors withdrew and a prize that was withdrawn count nowhere; a report
frozen before shows the difference.
"""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from lienhiep.contests.choices import ContestLevel
from lienhiep.contests.models import Edition, Entry, EntryAuthor, Nomination, Prize
from lienhiep.core.figures import Cause, Counted, Summed, figure
from lienhiep.core.period import Period
from lienhiep.directory.models import Organisation, Person

CONTESTS = _("Contests and awards of the year")
RECEIPT = _("the day the entry was received")
DECISION = _("the decision on the prize")


@figure(
    "F01",
    "contests.entries_received",
    label=_("Entries in contests of the province"),
    unit=_("entries"),
    section=CONTESTS,
    counting_date=RECEIPT,
)
def entries_received(period: Period) -> Counted:
    """Entries of contests of the province received in the period and not withdrawn, by contest."""
    return Counted(queryset=Entry.objects.provincial().received_in(period), by="edition__contest")


@figure(
    "F01a",
    "contests.authors_entered",
    label=_("Authors of entries"),
    unit=_("authors of entries"),
    section=CONTESTS,
    counting_date=RECEIPT,
)
def authors_entered(period: Period) -> Counted:
    """Persons with an entry in a contest of the province in the period, each counted once."""
    entries = _entries(period)
    authors = EntryAuthor.objects.filter(entry__in=entries)
    return Counted(
        queryset=Person.objects.filter(pk__in=authors.values("person")),
        caused_by=(Cause("contest_authorships__entry", among=entries),),
    )


@figure(
    "F01b",
    "contests.units_entered",
    label=_("Schools and units with entries"),
    unit=_("schools and units"),
    section=CONTESTS,
    counting_date=RECEIPT,
)
def units_entered(period: Period) -> Counted:
    """Schools and units on record with an entry in the period, each counted once."""
    entries = _entries(period)
    return Counted(
        queryset=Organisation.objects.filter(
            pk__in=Entry.objects.filter(pk__in=entries).order_by().values("unit")
        ),
        caused_by=(Cause("contest_entries", among=entries),),
    )


@figure(
    "F02",
    "contests.entries_by_field",
    label=_("Entries by field"),
    unit=_("entries"),
    section=CONTESTS,
    counting_date=RECEIPT,
)
def entries_by_field(period: Period) -> Counted:
    """Entries of contests of the province received in the period and not withdrawn, by field."""
    return Counted(queryset=Entry.objects.provincial().received_in(period), by="field")


@figure(
    "F03",
    "contests.provincial_prizes",
    label=_("Prizes of contests of the province"),
    unit=_("prizes"),
    section=CONTESTS,
    counting_date=DECISION,
)
def provincial_prizes(period: Period) -> Counted:
    """Prizes of contests of the province decided in the period and not withdrawn, by rank."""
    return Counted(queryset=Prize.objects.provincial().decided_in(period), by="level__rank")


@figure(
    "F04",
    "contests.entries_nominated",
    label=_("Entries sent to the national round"),
    unit=_("entries"),
    section=CONTESTS,
    counting_date=_("the day of sending to the national round"),
)
def entries_nominated(period: Period) -> Counted:
    """Entries of the province sent to a national contest in the period and not recalled."""
    return Counted(queryset=Nomination.objects.sent_in(period), by="edition")


@figure(
    "F05",
    "contests.national_prizes",
    label=_("Prizes of national contests"),
    unit=_("prizes"),
    section=CONTESTS,
    counting_date=DECISION,
)
def national_prizes(period: Period) -> Counted:
    """Prizes that entries of ours won in national contests, decided in the period, by rank."""
    return Counted(queryset=Prize.objects.national().decided_in(period), by="level__rank")


@figure(
    "F06",
    "contests.award_works",
    label=_("Works honoured with the national creativity award"),
    unit=_("works"),
    section=CONTESTS,
    counting_date=DECISION,
)
def award_works(period: Period) -> Counted:
    """Works that won the Vietnam science and technology creativity award, by rank.

    The award of a year is decided in the next, and counts there.
    """
    return Counted(queryset=Prize.objects.of_award().decided_in(period), by="level__rank")


@figure(
    "F07",
    "contests.editions_held",
    label=_("Editions of contests held"),
    unit=_("editions"),
    section=CONTESTS,
    counting_date=_("the publication of the results"),
)
def editions_held(period: Period) -> Counted:
    """Editions of contests of the province whose results came out in the period, by contest."""
    held = Edition.objects.of_level(ContestLevel.PROVINCIAL).concluded_in(period)
    return Counted(queryset=held, by="contest")


@figure(
    "F08",
    "contests.prize_money",
    label=_("Prize money of contests of the province"),
    unit=_("đồng"),
    section=CONTESTS,
    counting_date=DECISION,
)
def prize_money(period: Period) -> Summed:
    """Money of the prizes of contests of the province decided in the period, by rank."""
    return Summed(
        queryset=Prize.objects.provincial().decided_in(period), by="level__rank", amount="amount"
    )


def _entries(period: Period) -> QuerySet:
    """Return the ids of the entries of the period, to name others by."""
    return Entry.objects.provincial().received_in(period).order_by().values("pk")
