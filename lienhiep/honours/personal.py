"""What commendation keeps about a person: that they were nominated and honoured."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.files import destroy_file
from lienhiep.core.period import today
from lienhiep.core.personal import Erasure, PersonalDatum, keeps_personal_data
from lienhiep.core.processing import (
    Processing,
    count_of,
    processes,
)
from lienhiep.core.retention import file_rule, forgets
from lienhiep.directory.models import Person
from lienhiep.honours.models import Honour, Nomination, Nominee


@keeps_personal_data
def honours_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the honours of a person.

    The honours register is kept for good, as the law on archives asks of commendation; after
    an erasure it shows the pseudonym that the directory then has.
    """
    if not isinstance(person, Person):
        return
    for honour in Honour.objects.filter(person=person).with_names().select_related("file"):
        yield PersonalDatum(
            record=honour,
            field="person",
            label=_("Honoured: %(form)s, %(years)s")
            % {"form": honour.form, "years": honour.years_label},
            purpose=_("The honours register of the Union, and proof of the honour."),
            retention=_("For good."),
            value=str(person),
            erase=lambda erasure, honour=honour: honour.after_recorded(),
        )
        yield from _described(honour)
        if honour.file is not None:
            yield _scan(honour)


@keeps_personal_data
def nominations_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the nominations of a person."""
    if not isinstance(person, Person):
        return
    for nominee in Nominee.objects.filter(person=person).select_related("nomination__form"):
        yield PersonalDatum(
            record=nominee,
            field="person",
            label=_("Nominee of “%(nomination)s”") % {"nomination": nominee.nomination},
            purpose=_("Deciding on the nomination."),
            retention=_("Twenty years after the nomination."),
            value=nominee.written_name or str(person),
            erase=lambda erasure, nominee=nominee: _unnamed(nominee),
            shown_in=(nominee.nomination,),
        )
        yield from _described(nominee)
        if nominee.nomination.report is not None:
            yield _report(nominee)


def _described(row: Honour | Nominee) -> Iterator[PersonalDatum]:
    """Yield the post, class or place of work written beside a name."""
    if row.described_as:
        yield PersonalDatum(
            record=row,
            field="described_as",
            label=_("Post and place of work on that day"),
            purpose=_("Telling namesakes apart in the honours register."),
            retention=_("As long as the honour is kept."),
            value=row.described_as,
            erase=lambda erasure: _undescribed(row),
        )


def _scan(honour: Honour) -> PersonalDatum:
    return PersonalDatum(
        record=honour,
        field="file",
        label=_("Scan of the certificate: %(form)s") % {"form": honour.form},
        purpose=_("Proof of the honour."),
        retention=_("For good."),
        value=honour.file.name,
        file=honour.file,
        erase=lambda erasure: _destroy_scan(honour, erasure),
    )


def _report(nominee: Nominee) -> PersonalDatum:
    """Return the achievement report, which goes where it speaks of nobody else."""
    nomination = nominee.nomination
    alone = not nomination.nominees.exclude(pk=nominee.pk).exists()
    return PersonalDatum(
        record=nomination,
        field="report",
        label=_("Achievement report of “%(nomination)s”") % {"nomination": nomination},
        purpose=_("Deciding on the nomination."),
        retention=_("Twenty years after the nomination."),
        value=nomination.report.name,
        file=nomination.report,
        erase=(lambda erasure: _destroy_report(nomination.pk, erasure)) if alone else None,
        kept_because="" if alone else _("The report speaks of other nominees as well."),
        identifies=alone,
    )


def _destroy_report(pk: int, erasure: Erasure) -> None:
    nomination = Nomination.objects.get(pk=pk)
    file = nomination.report
    nomination.report = None  # type: ignore[assignment]  # may be empty
    nomination.save()
    destroy_file(file=file, by=erasure.by, reason=erasure.reason, on=today(), erasing=True)


def _undescribed(row: Honour | Nominee) -> None:
    # Read anew: another datum of the same row may have been erased a moment before.
    fresh = type(row)._base_manager.get(pk=row.pk)
    fresh.described_as = ""
    fresh.save()


def _unnamed(nominee: Nominee) -> None:
    fresh = Nominee.objects.get(pk=nominee.pk)
    fresh.written_name = ""
    fresh.save()
    fresh.nomination.after_recorded()


def _destroy_scan(honour: Honour, erasure: Erasure) -> None:
    """Destroy the bytes before their time: the person whose data they are asked for it."""
    fresh = Honour.objects.get(pk=honour.pk)
    file = fresh.file
    fresh.file = None  # type: ignore[assignment]  # every such field may be empty
    fresh.save()
    destroy_file(file=file, by=erasure.by, reason=erasure.reason, on=today(), erasing=True)


processes(
    Processing(
        code="honours.register",
        label=gettext_lazy("Register of honours and nominations"),
        purpose=gettext_lazy("Proof of an honour and deciding on a nomination"),
        people=gettext_lazy("People honoured or nominated, pupils among them"),
        data=gettext_lazy("Name, post or class, achievement, scan of the certificate"),
        fields=(
            "honours.honour.person",
            "honours.honour.described_as",
            "honours.honour.file",
            "honours.nominee.person",
            "honours.nominee.described_as",
            "honours.nomination.report",
        ),
        basis=gettext_lazy("Law on Emulation and Commendation"),
        recipients=gettext_lazy("The public; children only with consent"),
        retention=gettext_lazy("Register for good; nominations twenty years"),
        count=count_of("honours.honour"),
        consent="publish_name",
    )
)

forgets(
    file_rule(
        "honours.reports",
        Nomination,
        "report",
        label=gettext_lazy("Achievement reports of nominations"),
        kept=gettext_lazy("Twenty years after they were received"),
    )
)
