"""Numbers in registers: given inside the transaction that makes the entry, each only once.

A book is one series ("office.outgoing"); it begins again at 1 each year, or for Party
documents each term. A number that was given stays given: a mistake is voided with a reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.core.models.numbering import NumberBook, NumberEntry, NumberState

HIGHEST = 999_999
LONGEST_BLOCK = 500


def take_number(
    *,
    book: str,
    by: Any,
    year: int | None = None,
    term: str | None = None,
    for_record: models.Model | None = None,
    wanted: int | None = None,
) -> int:
    """Give the next number of a book, or the one wanted, and return it.

    To be called inside the transaction that makes the entry; if that is undone, so is the
    number. A second caller waits until the first is through. A wanted number must be free;
    numbers reserved under the same name may be wanted too. Raises ValidationError at
    "number".
    """
    series = _locked(book, year, term)
    if wanted is None:
        number = series.last + 1
        entry = NumberEntry(book=series, number=number)
    else:
        number = wanted
        entry = _free(series, wanted)
    entry.state, entry.given_by, entry.given_at = NumberState.TAKEN, by, timezone.now()
    _bind(entry, for_record)
    entry.save()
    _raise_last(series, number)
    return number


def enter_numbers(
    *,
    book: str,
    records: Mapping[int, models.Model],
    by: Any,
    year: int | None = None,
    term: str | None = None,
) -> None:
    """Enter the numbers that many records bear at once, for a register taken over whole.

    Refuses all of them where one has been given already.
    """
    series = _locked(book, year, term)
    given = series.entries.filter(number__in=list(records), suffix="")
    if taken := given.order_by("number").first():
        raise ValidationError(
            {
                "number": _(
                    "Number %(number)s has been given already; the next free one is %(next)s."
                )
                % {"number": taken.number, "next": series.last + 1}
            }
        )
    entries = []
    for number, record in sorted(records.items()):
        entry = NumberEntry(
            book=series,
            number=number,
            state=NumberState.TAKEN,
            given_by=by,
            given_at=timezone.now(),
        )
        _bind(entry, record)
        entries.append(entry)
    NumberEntry.objects.bulk_create(entries)
    _raise_last(series, max(records, default=0))


def last_number(book: str, *, year: int | None = None, term: str | None = None) -> int:
    """Return the last number of a book, held until the caller's transaction ends; 0 if none."""
    return _locked(book, year, term).last


def carry_over(*, book: str, last: int, year: int | None = None, term: str | None = None) -> None:
    """Let a book go on after the last number that its paper forerunner gave.

    Those numbers are known to be given, so they are not missing; an old entry that is recorded
    later may still want its own. Refuses where the program has given a number already: the
    two would stand beside each other. 0 begins at 1 again.
    """
    series = _locked(book, year, term)
    if not 0 <= last < HIGHEST:
        raise ValidationError(
            {"last": _("A number lies between 1 and %(most)s.") % {"most": HIGHEST}}
        )
    if series.entries.filter(number__gt=series.carried_over).exists():
        raise ValidationError(
            {
                "last": _("Number %(number)s has been given here already; go on from there.")
                % {"number": series.last}
            }
        )
    series.carried_over = series.last = last
    series.save(update_fields=["carried_over", "last"])


def take_late_number(
    *,
    book: str,
    after: int,
    by: Any,
    reason: str,
    year: int | None = None,
    term: str | None = None,
    for_record: models.Model | None = None,
) -> str:
    """Give a number with a letter (15a) to an entry that belongs after one already given.

    Whether somebody may do this is for the room's rules. Returns the letter.
    """
    series = _locked(book, year, term)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the number is given late.")})
    given = set(
        NumberEntry.objects.filter(book=series, number=after).values_list("suffix", flat=True)
    )
    if "" not in given:
        raise ValidationError(
            {"number": _("Number %(number)s has not been given.") % {"number": after}}
        )
    suffix = next((letter for letter in "abcdeghiklmnopq" if letter not in given), None)
    if suffix is None:
        raise ValidationError({"number": _("No letter is left after this number.")})
    entry = NumberEntry(
        book=series,
        number=after,
        suffix=suffix,
        state=NumberState.TAKEN,
        given_by=by,
        given_at=timezone.now(),
        reason=reason.strip(),
    )
    _bind(entry, for_record)
    entry.save()
    return suffix


def reserve(
    *,
    book: str,
    count: int,
    by: Any,
    reason: str,
    year: int | None = None,
    term: str | None = None,
) -> range:
    """Keep a block of the next numbers for later, and return them."""
    series = _locked(book, year, term)
    if not reason.strip():
        raise ValidationError({"reason": _("Say what the numbers are reserved for.")})
    if not 1 <= count <= LONGEST_BLOCK:
        raise ValidationError(
            {"count": _("Reserve between 1 and %(most)s numbers.") % {"most": LONGEST_BLOCK}}
        )
    block = range(series.last + 1, series.last + 1 + count)
    NumberEntry.objects.bulk_create(
        [
            NumberEntry(
                book=series,
                number=number,
                state=NumberState.RESERVED,
                given_by=by,
                given_at=timezone.now(),
                reason=reason.strip(),
            )
            for number in block
        ]
    )
    _raise_last(series, block[-1])
    return block


def void_number(
    *,
    book: str,
    number: int,
    by: Any,
    reason: str,
    year: int | None = None,
    term: str | None = None,
    suffix: str = "",
) -> NumberEntry:
    """Declare a number void, with the reason; it stays in the book and is never used again."""
    series = _locked(book, year, term)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the number is voided.")})
    entry = NumberEntry.objects.filter(book=series, number=number, suffix=suffix).first()
    if entry is None:
        raise ValidationError(
            {"number": _("Number %(number)s has not been given.") % {"number": number}}
        )
    if entry.state == NumberState.VOIDED:
        raise ValidationError(
            {"number": _("Number %(number)s has been voided already.") % {"number": number}}
        )
    entry.state, entry.voided_by, entry.voided_at = NumberState.VOIDED, by, timezone.now()
    entry.reason = reason.strip()
    entry.save()
    return entry


def restore_number(
    *,
    book: str,
    number: int,
    by: Any,
    reason: str,
    year: int | None = None,
    term: str | None = None,
    suffix: str = "",
) -> NumberEntry:
    """Let a number that was voided by mistake stand again for what it was given to."""
    series = _locked(book, year, term)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the number stands again.")})
    entry = NumberEntry.objects.filter(book=series, number=number, suffix=suffix).first()
    if entry is None or entry.state != NumberState.VOIDED or entry.object_id is None:
        raise ValidationError(
            {"number": _("Number %(number)s was not voided.") % {"number": number}}
        )
    entry.state, entry.voided_by, entry.voided_at = NumberState.TAKEN, None, None
    entry.reason = reason.strip()
    entry.save()
    return entry


def bind_number(
    *,
    book: str,
    number: int,
    record: models.Model,
    year: int | None = None,
    term: str | None = None,
    suffix: str = "",
) -> None:
    """Say to which record a number was given, where the record was made after the number."""
    series = _locked(book, year, term)
    entry = NumberEntry.objects.get(book=series, number=number, suffix=suffix)
    _bind(entry, record)
    entry.save()


def numbers_of(
    book: str, *, year: int | None = None, term: str | None = None
) -> models.QuerySet[NumberEntry]:
    """Return what a book says of each of its numbers, voided ones too, in their order."""
    return NumberEntry.objects.filter(book__code=book, book__period=_period(year, term))


def missing_numbers(series: NumberBook) -> list[int]:
    """Return the numbers that were passed over: below the last, and never given.

    What was given on paper before the program was used is not missing.
    """
    given = set(series.entries.values_list("number", flat=True))
    first = series.carried_over + 1
    return [number for number in range(first, series.last + 1) if number not in given]


def _period(year: int | None, term: str | None) -> str:
    if (year is None) == (term is None):
        raise ValueError("A book runs by the year or by the term: give one of them.")
    return str(year) if year is not None else str(term)


def _locked(book: str, year: int | None, term: str | None) -> NumberBook:
    """Return the series, locked until the caller's transaction ends.

    SQLite has locked the database already when the transaction began (IMMEDIATE);
    PostgreSQL locks the row.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "A number is given inside the transaction that makes its entry."
        )
    period = _period(year, term)
    # Two first numbers at once: the second waits at the unique key, then finds the row.
    NumberBook.objects.bulk_create([NumberBook(code=book, period=period)], ignore_conflicts=True)
    return NumberBook.objects.select_for_update().get(code=book, period=period)


def _free(series: NumberBook, number: int) -> NumberEntry:
    """Return the entry for a wanted number, or refuse one that is taken."""
    if not 1 <= number <= HIGHEST:
        raise ValidationError(
            {"number": _("A number lies between 1 and %(most)s.") % {"most": HIGHEST}}
        )
    entry = NumberEntry.objects.filter(book=series, number=number, suffix="").first()
    if entry is None:
        return NumberEntry(book=series, number=number)
    if entry.state == NumberState.RESERVED:
        return entry
    raise ValidationError(
        {
            "number": _("Number %(number)s has been given already; the next free one is %(next)s.")
            % {"number": number, "next": series.last + 1}
        }
    )


def _raise_last(series: NumberBook, number: int) -> None:
    if number > series.last:
        series.last = number
        series.save(update_fields=["last"])


def _bind(entry: NumberEntry, record: models.Model | None) -> None:
    if record is not None and record.pk is not None:
        entry.content_type = ContentType.objects.get_for_model(type(record))
        entry.object_id = record.pk


def forget_numbers(record: models.Model) -> int:
    """Take back the numbers given to a record that an import made and that is undone.

    Nobody has cited them yet, so the books are as they were before. Voided numbers stay.
    To be called inside the transaction that deletes the record; returns how many there were.
    """
    given = NumberEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(type(record)),
        object_id=record.pk,
        state=NumberState.TAKEN,
    )
    # By their ids: PostgreSQL locks no rows that were made distinct.
    books = set(given.values_list("book", flat=True))
    series = list(NumberBook.objects.select_for_update().filter(pk__in=books))
    count, _by_model = given.delete()
    for book in series:
        newest = book.entries.aggregate(last=models.Max("number"))["last"] or 0
        book.last = max(newest, book.carried_over)
        book.save(update_fields=["last"])
    return count
