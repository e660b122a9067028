"""What this room keeps about a person: that they advised, and what they wrote.

Nothing is kept of those whom a funded project helps: it reports counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.advisory.models import CouncilInvitation, CouncilMember, Opinion, ScienceTask
from lienhiep.core.files import destroy_file
from lienhiep.core.period import today
from lienhiep.core.personal import Erasure, PersonalDatum, keeps_personal_data
from lienhiep.core.processing import (
    DUTY,
    OFFICE,
    Processing,
    count_of,
    processes,
)
from lienhiep.core.retention import file_rule, forgets
from lienhiep.directory.models import Person


@keeps_personal_data
def seats_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the seats of a person in councils, what they stated, and their papers.

    The name itself stands in the directory, where the pseudonym takes its place.
    """
    if not isinstance(person, Person):
        return
    for member in CouncilMember.objects.filter(person=person).select_related("task"):
        yield PersonalDatum(
            record=member,
            field="person",
            label=_("Expert in the council for “%(task)s”") % {"task": member.task},
            purpose=_("Answering for an advice by those who gave it."),
            retention=_("As long as the file of the task is kept."),
            value=str(person),
            erase=lambda erasure, member=member: _refresh(member, erasure),
            shown_in=(member.task,),
        )
        if member.interest_note:
            yield _statement(member)
        for opinion in member.opinions.select_related("paper"):
            yield _words(opinion)
            if opinion.paper is not None:
                yield _paper(opinion)


@keeps_personal_data
def other_parts_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the delegations of a person, and the science tasks that they head."""
    if not isinstance(person, Person):
        return
    for invitation in CouncilInvitation.objects.filter(delegate=person):
        yield PersonalDatum(
            record=invitation,
            field="delegate",
            label=_("Delegate to the council on “%(title)s”") % {"title": invitation},
            purpose=_("Knowing who spoke for the Union."),
            retention=_("As long as the file of the council is kept."),
            value=str(person),
            erase=lambda erasure, row=invitation: _refresh(row, erasure),
        )
    for task in ScienceTask.objects.filter(head=person):
        yield PersonalDatum(
            record=task,
            field="head",
            label=_("Head of “%(title)s”") % {"title": task},
            purpose=_("Naming who answers for a science task, as its decision does."),
            retention=_("As long as the file of the science task is kept."),
            value=str(person),
            erase=lambda erasure, row=task: _refresh(row, erasure),
        )


def _statement(member: CouncilMember) -> PersonalDatum:
    return PersonalDatum(
        record=member,
        field="interest_note",
        label=_("Statement on a conflict of interest, “%(task)s”") % {"task": member.task},
        purpose=_("Keeping an advice free of interests."),
        retention=_("As long as the file of the task is kept."),
        value=member.interest_note,
        erase=lambda erasure: _without_statement(member, erasure),
        shown_in=(member.task,),
    )


def _words(opinion: Opinion) -> PersonalDatum:
    return PersonalDatum(
        record=opinion,
        field="words",
        label=_("Paper on “%(task)s”") % {"task": opinion.member.task},
        purpose=_("Writing the report of the council."),
        retention=_("As long as the file of the task is kept."),
        value=opinion.words,
        kept_because=_("It is a part of the Union's report, under the pseudonym."),
        identifies=False,
    )


def _paper(opinion: Opinion) -> PersonalDatum:
    return PersonalDatum(
        record=opinion,
        field="paper",
        label=_("File of the paper on “%(task)s”") % {"task": opinion.member.task},
        purpose=_("Writing the report of the council."),
        retention=_("Twenty years after it was received."),
        value=opinion.paper.name,
        file=opinion.paper,
        erase=lambda erasure: _destroy_paper(opinion, erasure),
    )


def _refresh(record: Any, erasure: Erasure) -> None:
    """Let the record be found and shown under the name that the directory now has."""
    record.after_recorded()


def _without_statement(member: CouncilMember, erasure: Erasure) -> None:
    # Not empty: the database asks that a conflict be put in words.
    member.interest_note = erasure.pseudonym
    member.save()


def _destroy_paper(opinion: Opinion, erasure: Erasure) -> None:
    """Destroy the bytes before their time: the person whose data they are asked for it."""
    file = opinion.paper
    opinion.paper = None  # type: ignore[assignment]  # may be empty
    opinion.save()
    destroy_file(file=file, by=erasure.by, reason=erasure.reason, on=today(), erasing=True)


processes(
    Processing(
        code="advisory.councils",
        label=gettext_lazy("Experts and heads of tasks"),
        purpose=gettext_lazy("Answering for an advice by those who gave it"),
        people=gettext_lazy("Experts, delegates, heads of science tasks"),
        data=gettext_lazy("Name, part in the council, statement of interests, paper"),
        fields=(
            "advisory.councilmember.person",
            "advisory.councilmember.interest_note",
            "advisory.opinion.words",
            "advisory.opinion.paper",
            "advisory.councilinvitation.delegate",
            "advisory.sciencetask.head",
        ),
        basis=DUTY,
        recipients=OFFICE,
        retention=gettext_lazy("As long as the file of the task; papers twenty years"),
        count=count_of("advisory.councilmember"),
    )
)
processes(
    Processing(
        code="advisory.beneficiaries",
        label=gettext_lazy("Beneficiaries of funded projects"),
        purpose=gettext_lazy("Reporting on a project, such as the one against HIV/AIDS"),
        people=gettext_lazy("Beneficiaries"),
        data=gettext_lazy("Counts only; who they are is never written down (health)"),
        fields=(),
        basis=DUTY,
        recipients=OFFICE,
        retention=gettext_lazy("As long as the file of the project"),
        count=count_of("advisory.projectreport"),
        sensitive=True,
    )
)

forgets(
    file_rule(
        "advisory.papers",
        Opinion,
        "paper",
        label=gettext_lazy("Files of papers of experts"),
        kept=gettext_lazy("Twenty years after they were received"),
    )
)
