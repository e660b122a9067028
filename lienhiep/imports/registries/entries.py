"""Entries of a contest that a school or a district has listed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from lienhiep.accounts.choices import ConsentGiver, ConsentPurpose
from lienhiep.contests.actions import AuthorRow, ConsentGiven, Contact, receive_entry
from lienhiep.contests.models import Edition, Entry
from lienhiep.core.numbering import forget_numbers
from lienhiep.core.text import fold
from lienhiep.directory.models import Person
from lienhiep.imports.registries.matching import known_organisation, person_of, split_titles
from lienhiep.imports.spreadsheets import cells
from lienhiep.imports.spreadsheets.sheets import Column, Facts, Sheet, takes_spreadsheets

AUTHORS = 5
"""Authors that a row has columns for; an edition may admit fewer."""


def _editions() -> Iterable[tuple[str, Edition]]:
    """Offer the editions that stand open, the newest first."""
    running = Edition.objects.filter(cancelled_on=None, results_published_on=None)
    return [(str(one), one) for one in running.select_related("contest")]


def _author_columns(number: int) -> tuple[Column, ...]:
    def numbered(words: Any) -> Any:
        return lazy(lambda: str(words) % {"number": number}, str)()

    return (
        Column(
            f"author_{number}",
            numbered(pgettext_lazy("spreadsheet", "Author %(number)s")),
            required=number == 1,
            example="Nguyễn Văn A" if number == 1 else "",
        ),
        Column(
            f"birth_{number}",
            numbered(pgettext_lazy("spreadsheet", "Born on, author %(number)s")),
            cells.day,
        ),
        Column(
            f"class_{number}", numbered(pgettext_lazy("spreadsheet", "Class, author %(number)s"))
        ),
        Column(
            f"guardian_{number}",
            numbered(pgettext_lazy("spreadsheet", "Guardian of author %(number)s")),
        ),
        Column(
            f"guardian_phone_{number}",
            numbered(pgettext_lazy("spreadsheet", "Phone of the guardian of author %(number)s")),
            cells.phone,
        ),
    )


COLUMNS = (
    Column(
        "edition",
        pgettext_lazy("spreadsheet", "Edition"),
        cells.one_of(_editions),
        required=True,
        offered=lambda: [name for name, _edition in _editions()],
        also=("Cuộc thi",),
    ),
    Column(
        "field",
        pgettext_lazy("spreadsheet", "Field"),
        required=True,
        also=("Lĩnh vực dự thi", "Lĩnh vực"),
    ),
    Column(
        "title",
        pgettext_lazy("spreadsheet", "Title of the entry"),
        required=True,
        also=(
            "Tên sản phẩm, giải pháp, công trình",
            "Tên sản phẩm",
            "Tên giải pháp",
            "Tên công trình",
            "Tên mô hình",
        ),
    ),
    Column(
        "summary",
        pgettext_lazy("spreadsheet", "Summary"),
        note=pgettext_lazy("spreadsheet", "Name nobody in it."),
    ),
    Column(
        "unit",
        pgettext_lazy("spreadsheet", "School or unit"),
        example="Trường THCS Hà Huy Tập",
        note=pgettext_lazy("spreadsheet", "Taken as written where the directory does not know it."),
        also=("Trường", "Đơn vị"),
    ),
    Column(
        "received_on",
        pgettext_lazy("spreadsheet", "Received on"),
        cells.day,
        required=True,
        also=("Ngày nhận",),
    ),
    *(column for number in range(1, AUTHORS + 1) for column in _author_columns(number)),
    Column(
        "mentors",
        pgettext_lazy("spreadsheet", "Teachers who guide"),
        cells.several(cells.text),
        note=pgettext_lazy("spreadsheet", "Several are parted by semicolons."),
        also=("Giáo viên hướng dẫn", "Người hướng dẫn"),
    ),
    Column(
        "takes_part",
        pgettext_lazy("spreadsheet", "Agreed to take part"),
        cells.yes_or_no,
        offered=lambda: ["Có", "Không"],
        note=pgettext_lazy("spreadsheet", "The signed sheet of consent is in the office."),
    ),
    Column(
        "publish_name",
        pgettext_lazy("spreadsheet", "Agreed to publish name and result"),
        cells.yes_or_no,
        offered=lambda: ["Có", "Không"],
        note=pgettext_lazy("spreadsheet", "Without it no name of a child stands on the site."),
    ),
)


def find(facts: Facts) -> Entry | None:
    """Return the entry of the same title by the same first author in the edition."""
    titled = Entry.objects.filter(edition=facts["edition"]).prefetch_related("authors__person")
    for entry in titled:
        names = {fold(author.person.full_name) for author in entry.authors.all()}
        if fold(entry.title) == fold(str(facts["title"])) and _first_author(facts) in names:
            return entry
    return None


def make(facts: Facts, by: Any) -> list[models.Model]:
    """Receive an entry with its authors, who are matched with the directory or entered in it."""
    made: list[models.Model] = []
    edition: Edition = facts["edition"]
    consents = _consents(facts)
    authors = [
        _author(facts, number, edition, consents, made)
        for number in range(1, AUTHORS + 1)
        if facts.get(f"author_{number}")
    ]
    name = str(facts.get("unit", ""))
    unit = known_organisation("unit", name) if name else None
    try:
        entry = receive_entry(
            edition=edition,
            field=_field(edition, str(facts["field"])),
            title=str(facts["title"]),
            summary=str(facts.get("summary", "")),
            unit=unit,
            unit_text="" if unit else name,
            authors=authors,
            mentors=[_person({"full_name": one}, made) for one in facts.get("mentors", [])],
            on=facts["received_on"],
            by=by,
        )
    except ValidationError as refusal:
        raise _at_columns(refusal) from refusal
    return [*made, entry]


def before_undo(entry: models.Model) -> None:
    """Give up the code by which jurors would have known the entry."""
    forget_numbers(entry)


def _first_author(facts: Facts) -> str:
    return fold(str(split_titles({"full_name": facts["author_1"]})["full_name"]))


def _author(
    facts: Facts,
    number: int,
    edition: Edition,
    consents: frozenset[str],
    made: list[models.Model],
) -> AuthorRow:
    own = {"full_name": facts[f"author_{number}"]}
    if born := facts.get(f"birth_{number}"):
        own["birth_date"] = born
    try:
        person = _person(own, made)
    except ValidationError as refusal:
        columns = {"full_name": f"author_{number}", "birth_date": f"birth_{number}"}
        raise ValidationError(
            {columns.get(name, ""): said for name, said in refusal.message_dict.items()}
        ) from refusal
    guardian = str(facts.get(f"guardian_{number}", ""))
    phone = str(facts.get(f"guardian_phone_{number}", ""))
    giver = ConsentGiver.BOTH if edition.contest.is_for_children else ConsentGiver.SELF
    return AuthorRow(
        person,
        class_name=str(facts.get(f"class_{number}", "")),
        is_leader=number == 1,
        # Somebody to call about a child; without a number there is nobody to call.
        contact=Contact(guardian, phone) if guardian and phone else None,
        consent=ConsentGiven(consents, given_by=giver, giver_name=guardian) if consents else None,
    )


def _person(facts: Facts, made: list[models.Model]) -> Person:
    """Return the person that the row speaks of, entered in the directory where nobody is known."""
    facts = split_titles(facts)
    known = person_of(facts)
    if known is not None:
        return known
    person = Person(**facts)
    person.full_clean()
    person.save()
    made.append(person)
    return person


def _consents(facts: Facts) -> frozenset[str]:
    told = {
        ConsentPurpose.CONTEST_ENTRY: facts.get("takes_part", False),
        ConsentPurpose.PUBLISH_NAME: facts.get("publish_name", False),
    }
    return frozenset(str(purpose) for purpose, given in told.items() if given)


def _field(edition: Edition, name: str) -> Any:
    fields = list(edition.fields.all())
    for field in fields:
        if fold(field.name) == fold(name):
            return field
    raise ValidationError(
        {
            "field": _("“%(value)s” is none of these: %(choices)s.")
            % {"value": name, "choices": "; ".join(field.name for field in fields)}
        }
    )


def _at_columns(refusal: ValidationError) -> ValidationError:
    """Say a refusal of the room at the column where the day stands."""
    if not hasattr(refusal, "error_dict"):
        return refusal
    return ValidationError(
        {
            ("received_on" if name == "on" else name): said
            for name, said in refusal.message_dict.items()
        }
    )


ENTRIES = takes_spreadsheets(
    Sheet(
        code="entries",
        label=pgettext_lazy("spreadsheet", "Contest entries"),
        about=pgettext_lazy(
            "spreadsheet", "Entries of an open edition: a row for each, with up to five authors."
        ),
        model=Entry,
        columns=COLUMNS,
        find=find,
        make=make,
        before_undo=before_undo,
    )
)
