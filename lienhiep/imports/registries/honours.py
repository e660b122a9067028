"""Honours of a register kept until now in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from lienhiep.core.numbering import forget_numbers
from lienhiep.directory.models import Person
from lienhiep.honours.actions import decide_honours
from lienhiep.honours.actions.deciding import Subject
from lienhiep.honours.choices import Ground
from lienhiep.honours.models import Honour, HonourForm
from lienhiep.imports.registries.matching import organisation_of, person_of, split_titles
from lienhiep.imports.spreadsheets import cells
from lienhiep.imports.spreadsheets.sheets import Column, Facts, Sheet, takes_spreadsheets


def _forms() -> Iterable[tuple[str, HonourForm]]:
    return [(form.name, form) for form in HonourForm.objects.filter(is_active=True)]


COLUMNS = (
    Column(
        "form",
        pgettext_lazy("spreadsheet", "Form of honour"),
        cells.one_of(_forms),
        required=True,
        offered=lambda: [name for name, _form in _forms()],
        also=("Hình thức", "Hình thức khen thưởng"),
    ),
    Column(
        "awarding_body",
        pgettext_lazy("spreadsheet", "Awarded by"),
        required=True,
        example="Liên hiệp các Hội Khoa học và Kỹ thuật Nghệ An",
        note=pgettext_lazy(
            "spreadsheet", "An organisation of the directory, by its name, short name or alias."
        ),
        also=("Cơ quan khen",),
    ),
    Column(
        "year",
        pgettext_lazy("spreadsheet", "Year rewarded"),
        cells.year,
        required=True,
        example="2022",
        note=pgettext_lazy("spreadsheet", "The year of the achievement, not of the decision."),
        also=("Năm", "Thành tích năm"),
    ),
    Column(
        "collective",
        pgettext_lazy("spreadsheet", "Honoured collective"),
        note=pgettext_lazy(
            "spreadsheet", "An organisation of the directory; either this or a person."
        ),
        also=("Tập thể",),
    ),
    Column(
        "person", pgettext_lazy("spreadsheet", "Honoured person"), also=("Cá nhân", "Họ và tên")
    ),
    Column("birth_date", pgettext_lazy("spreadsheet", "Date of birth"), cells.day),
    Column(
        "described_as",
        pgettext_lazy("spreadsheet", "Position and workplace"),
        also=("Chức vụ, đơn vị",),
    ),
    Column("achievement", pgettext_lazy("spreadsheet", "Achievement"), also=("Thành tích",)),
    Column(
        "ground",
        pgettext_lazy("spreadsheet", "Ground"),
        cells.choice_of(Ground),
        offered=lambda: cells.labels_of(Ground),
        note=pgettext_lazy("spreadsheet", "Empty: the work of the year."),
    ),
    Column(
        "symbol", pgettext_lazy("spreadsheet", "Number of the decision"), also=("Số quyết định",)
    ),
    Column("decided_on", pgettext_lazy("spreadsheet", "Decided on"), cells.day, required=True),
    Column(
        "conferred_on",
        pgettext_lazy("spreadsheet", "Handed over on"),
        cells.day,
        also=("Ngày trao",),
    ),
    Column("occasion", pgettext_lazy("spreadsheet", "Handed over at")),
    Column(
        "certificate_number",
        pgettext_lazy("spreadsheet", "Number in the honours register"),
        note=pgettext_lazy("spreadsheet", "Empty: what the Union gives takes the next number."),
        also=("Số sổ",),
    ),
    Column("money", pgettext_lazy("spreadsheet", "Reward in money (đồng)"), cells.money),
    Column(
        "is_pupil",
        pgettext_lazy("spreadsheet", "Is a pupil"),
        cells.yes_or_no,
        offered=lambda: ["Có", "Không"],
    ),
)


def find(facts: Facts) -> Honour | None:
    """Return the same honour of the same subject and year from the same body."""
    body = organisation_of("awarding_body", str(facts["awarding_body"]))
    same = Honour.objects.filter(
        form=facts["form"],
        awarding_body=body,
        year_rewarded=facts["year"],
        decided_on=facts["decided_on"],
    )
    _refuse_two_subjects(facts)
    if facts.get("collective"):
        return same.filter(organisation=organisation_of("collective", facts["collective"])).first()
    person = _known_person(facts)
    return same.filter(person=person).first() if person is not None else None


def make(facts: Facts, by: Any) -> list[models.Model]:
    """Record an honour as decided, and as handed over where the row says when."""
    made: list[models.Model] = []
    organisation = person = None
    if facts.get("collective"):
        organisation = organisation_of("collective", str(facts["collective"]))
    else:
        person = _known_person(facts)
        if person is None:
            person = Person(**_own(facts))
            person.full_clean()
            person.save()
            made.append(person)
    subject = Subject(
        organisation=organisation,
        person=person,
        described_as=str(facts.get("described_as", "")),
        achievement=str(facts.get("achievement", "")),
        is_pupil=bool(facts.get("is_pupil", False)),
        money=facts.get("money"),
        certificate_number=str(facts.get("certificate_number", "")),
    )
    (honour,) = decide_honours(
        form=facts["form"],
        awarding_body=organisation_of("awarding_body", str(facts["awarding_body"])),
        year=facts["year"],
        subjects=[subject],
        on=facts["decided_on"],
        symbol=str(facts.get("symbol", "")),
        ground=facts.get("ground", Ground.REGULAR),
        by=by,
    )
    if facts.get("conferred_on"):
        honour.conferred_on = facts["conferred_on"]
        honour.occasion = str(facts.get("occasion", ""))
        honour.full_clean()
        honour.save()
    return [*made, honour]


def before_undo(honour: models.Model) -> None:
    """Give up the number: the honours register is as it was before the file came in."""
    forget_numbers(honour)


def _refuse_two_subjects(facts: Facts) -> None:
    if bool(facts.get("collective")) == bool(facts.get("person")):
        raise ValidationError(
            {"person": _("Name either a collective or a person, in its own column.")}
        )


def _own(facts: Facts) -> Facts:
    own = {"full_name": facts["person"]}
    if facts.get("birth_date"):
        own["birth_date"] = facts["birth_date"]
    return split_titles(own)


def _known_person(facts: Facts) -> Person | None:
    try:
        return person_of(_own(facts))
    except ValidationError as refusal:
        columns = {"full_name": "person", "birth_date": "birth_date"}
        raise ValidationError(
            {columns[name]: said for name, said in refusal.message_dict.items()}
        ) from refusal


HONOURS = takes_spreadsheets(
    Sheet(
        code="honours",
        label=pgettext_lazy("spreadsheet", "Honours"),
        about=pgettext_lazy(
            "spreadsheet", "Honours given and received: one row for each collective or person."
        ),
        model=Honour,
        columns=COLUMNS,
        find=find,
        make=make,
        before_undo=before_undo,
    )
)
