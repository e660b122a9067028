"""What cannot be right in contests and no constraint of the database can refuse."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.accounts.choices import ConsentPurpose
from lienhiep.contests.models import Edition, Entry, Prize
from lienhiep.contests.naming import consenting, public_bylines
from lienhiep.contests.papers import has_window, is_within_window
from lienhiep.core.data_checks import Finding, data_check


@data_check(
    "contests.results_with_decision", label=gettext_lazy("Results of contests have a decision")
)
def results_with_decision() -> Iterator[Finding]:
    """Find editions whose results are out, with a prize that no document decides."""
    over = Edition.objects.with_names().filter(
        results_published_on__isnull=False, result_document=None
    )
    for edition in over.filter(prizes__document=None, prizes__withdrawn_on=None).distinct():
        if edition.prizes.standing().exists():
            yield Finding(
                _("The results of %(edition)s name no deciding document.") % {"edition": edition},
                edition,
            )


@data_check(
    "contests.prize_after_deadline", label=gettext_lazy("Prizes are decided after the deadline")
)
def prize_after_deadline() -> Iterator[Finding]:
    """Find prizes decided on or before the deadline of their edition."""
    early = Prize.objects.standing().filter(decided_on__lte=F("edition__deadline"))
    for prize in early.with_names():
        yield Finding(
            _("“%(prize)s” was decided before the deadline of %(edition)s.")
            % {"prize": prize, "edition": prize.edition},
            prize,
        )


@data_check("contests.entry_has_authors", label=gettext_lazy("Contest entries have authors"))
def entry_has_authors() -> Iterator[Finding]:
    """Find entries of nobody, which no prize could reach."""
    for entry in Entry.objects.standing().filter(authors=None):
        yield Finding(_("“%(entry)s” has no author.") % {"entry": entry}, entry)


@data_check(
    "contests.entry_has_unit", label=gettext_lazy("Schools of contest entries are on record")
)
def entry_has_unit() -> Iterator[Finding]:
    """Find entries whose school is only written, so that the figure F01b leaves it out."""
    for entry in Entry.objects.standing().filter(unit=None).exclude(unit_text=""):
        yield Finding(
            _("The school or unit of “%(entry)s” is only written, not on record.")
            % {"entry": entry},
            entry,
        )


@data_check(
    "contests.children_consented",
    label=gettext_lazy("No child is named in public without consent"),
)
def children_consented() -> Iterator[Finding]:
    """Find children named by the public pages without a consent that counts; there are none.

    Asked of the very function that makes the pages, against the consents themselves.
    """
    entries = list(
        Entry.objects.open_to_readers().filter(edition__contest__is_for_children=True).with_names()
    )
    people = {row.person_id for entry in entries for row in entry.authors.all()}
    agreed = consenting(people, ConsentPurpose.PUBLISH_NAME, of_children=True)
    bylines = public_bylines(entries)
    for entry in entries:
        shown = bylines[entry.pk]
        for row, words in zip(entry.authors.all(), shown.authors, strict=True):
            if row.person_id not in agreed and (words == str(row.person) or shown.unit):
                yield Finding(
                    _("“%(entry)s” names a child without consent.") % {"entry": entry}, entry
                )


@data_check(
    "contests.authors_within_window",
    label=gettext_lazy("Authors were born as the rules of their contest admit"),
)
def authors_within_window() -> Iterator[Finding]:
    """Find admitted entries with an author born outside the window, or of unknown birth."""
    admitted = Entry.objects.admitted().select_related("edition__contest")
    windowed = admitted.filter(
        Q(edition__born_from__isnull=False) | Q(edition__born_until__isnull=False)
    )
    for entry in windowed.prefetch_related("authors__person"):
        for author in entry.authors.all():
            within = is_within_window(entry.edition, author.person.birth_date)
            if within is None and has_window(entry.edition):
                message = _("“%(entry)s” was admitted without an author's day of birth.")
                yield Finding(message % {"entry": entry}, entry)
            elif within is False:
                message = _("An author of “%(entry)s” was born outside the age window.")
                yield Finding(message % {"entry": entry}, entry)
