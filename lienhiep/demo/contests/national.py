"""The national rounds: the 17th and 18th youth contest, and the award of 2021."""

from __future__ import annotations

from datetime import date, timedelta

from lienhiep.contests import actions
from lienhiep.contests.actions import AuthorRow, EntryRow
from lienhiep.contests.choices import EntryChannel, Rank
from lienhiep.contests.models import Contest, Edition, Entry, EntryAuthor, Mentor, Prize
from lienhiep.demo.cast import person
from lienhiep.demo.contests.contests import (
    AWARD_LEVELS,
    NATIONAL_LEVELS,
    day_of,
    document,
    national_organisers,
)
from lienhiep.demo.contests.texts import AWARD_FIELDS, AWARD_WORKS, summary_of
from lienhiep.demo.contests.youth import Office, field_names
from lienhiep.demo.organisations import organisation
from lienhiep.directory.choices import OrganisationKind
from lienhiep.directory.models import Person

SENT_2022 = 8
RESULTS_18 = (Rank.SECOND, Rank.THIRD, Rank.CONSOLATION, Rank.CONSOLATION)
"""What came back from the 18th edition, as the report of 2022 tells it."""
AWARD_RESULT, RESULT_18 = "06/TB-VIFOTEC", "04/QĐ-BTCCT"
"""What the office received about the results, by the symbols in its register."""
RESULTS_17 = (Rank.THIRD, Rank.CONSOLATION, Rank.CONSOLATION)


def youth_edition(contest: Contest, ordinal: int, year: int, office: Office) -> Edition:
    """Open a national edition of the youth contest, whose call goes out in spring."""
    return actions.open_edition(
        contest=contest,
        year_label=str(year),
        ordinal=ordinal,
        opens_on=date(year, 1, 10),
        deadline=date(year, 8, 31),
        born_from=date(year - 18, 8, 31),
        born_until=date(year - 6, 8, 31),
        max_authors=5,
        organisers=national_organisers(),
        fields=field_names(),
        levels=NATIONAL_LEVELS,
        by=office.organiser,
    )


def send_and_hear(
    office: Office,
    entries: list[Entry],
    national: Edition,
    results: tuple[Rank, ...],
    *,
    sent: date,
    decided: date,
    symbol: str = "",
) -> list[Prize]:
    """Send entries on, record the prizes that came back, and close the national edition."""
    levels = {level.rank: level for level in national.levels.all()}
    found = []
    for place, entry in enumerate(entries):
        nomination = actions.nominate_entry(
            entry=entry, edition=national, on=sent, by=office.organiser
        )
        if place < len(results):
            found.append(
                actions.record_national_result(
                    nomination=nomination,
                    level=levels[results[place]],
                    decided_on=decided,
                    on=decided,
                    document=document(symbol) if symbol else None,
                    certificate_number=f"{place + 1:02}/GCN-TTNNĐ",
                    by=office.organiser,
                )
            )
    actions.publish_results(
        edition=national,
        on=decided,
        document=document(symbol) if symbol else None,
        by=office.organiser,
    )
    return [prize for prize in found if prize is not None]


def award_of_2021(contest: Contest, office: Office) -> None:
    """Enter two works for the award of 2021, of which one was honoured in 2022."""
    edition = actions.open_edition(
        contest=contest,
        year_label="2021",
        opens_on=date(2021, 3, 1),
        deadline=date(2021, 10, 10),
        organisers=national_organisers(),
        fields=AWARD_FIELDS,
        levels=AWARD_LEVELS,
        by=office.organiser,
    )
    fields = list(edition.fields.all())
    company = organisation("Công ty Nông sản Hạt Vàng (trình diễn)", OrganisationKind.ENTERPRISE)
    rows = [
        EntryRow(
            title=title,
            summary=summary_of(title),
            field=fields[field],
            authors=[AuthorRow(person(f"{family} Nghiên Cứu", "ThS"))],
            unit=company,
            received_on=date(2021, 9, 20),
            accepted_on=date(2021, 9, 25),
            channel=EntryChannel.POST,
        )
        for (title, field), family in zip(AWARD_WORKS, ("Phạm", "Cao"), strict=True)
    ]
    entries = actions.load_entries(edition=edition, rows=rows, by=office.organiser)
    level = edition.levels.get(rank=Rank.CONSOLATION)
    decided = day_of(AWARD_RESULT, date(2022, 3, 28))
    prize = actions.award_prize(
        entry=entries[0],
        level=level,
        on=decided,
        document=document(AWARD_RESULT),
        by=office.organiser,
    )
    prize.certificate_number = "17/GCN-VIFOTEC"
    prize.save()
    actions.publish_results(
        edition=edition,
        on=decided + timedelta(days=2),
        document=document(AWARD_RESULT),
        by=office.organiser,
    )


def winners_of_2021() -> list[Person]:
    """Return the pupils who won at the 17th national edition of 2021, then their teachers."""
    prizes = Prize.objects.national().standing().filter(edition__ordinal=17)
    entries = prizes.order_by("level__position", "pk").values_list("entry", flat=True)
    people: list[Person] = []
    for rows in (EntryAuthor.objects, Mentor.objects):
        for entry in entries:
            for row in rows.filter(entry=entry).select_related("person"):
                if row.person not in people:
                    people.append(row.person)
    return people
