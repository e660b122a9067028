"""What contests keep about a person: that they entered, guided, judged; whom to call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.contests.models import (
    Entry,
    EntryAuthor,
    Juror,
    Mentor,
    RepresentativeContact,
    Score,
)
from lienhiep.contests.querysets import RepresentativeContactQuerySet
from lienhiep.contests.reference_codes import CONTACT_KEPT_DAYS
from lienhiep.core.files import destroy_file
from lienhiep.core.period import today
from lienhiep.core.personal import Erasure, PersonalDatum, keeps_personal_data
from lienhiep.core.processing import (
    CONSENT,
    DUTY,
    OFFICE,
    Processing,
    count_of,
    processes,
)
from lienhiep.core.reference import value_on
from lienhiep.core.retention import RetentionRule, file_rule, forgets
from lienhiep.directory.models import Person


@keeps_personal_data
def authorships_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield what is kept of an author: the entry, the class, the contact, the files.

    The name stands in the directory, where the pseudonym takes its place.
    """
    if not isinstance(person, Person):
        return
    rows = EntryAuthor.objects.filter(person=person).select_related("entry", "contact")
    for author in rows:
        entry = author.entry
        yield PersonalDatum(
            record=author,
            field="person",
            label=_("Author of the entry “%(entry)s”") % {"entry": entry},
            purpose=_("Judging the entry and giving prizes."),
            retention=_("As long as the results of the contest are kept."),
            value=str(person),
            erase=lambda erasure, pk=entry.pk: _under_pseudonym(pk),
            shown_in=(entry,),
        )
        if author.class_name:
            yield PersonalDatum(
                record=author,
                field="class_name",
                label=_("Class in the entry “%(entry)s”") % {"entry": entry},
                purpose=_("Telling pupils of one school apart."),
                retention=_("As long as the results of the contest are kept."),
                value=author.class_name,
                erase=_emptying_class(author.pk),
                shown_in=(entry,),
                identifies=False,
            )
        if hasattr(author, "contact"):
            yield from _contact(author)
        yield from _files(entry)


@keeps_personal_data
def mentorings_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the entries that a person guided."""
    if not isinstance(person, Person):
        return
    for mentor in Mentor.objects.filter(person=person).select_related("entry"):
        yield PersonalDatum(
            record=mentor,
            field="person",
            label=_("Mentor of the entry “%(entry)s”") % {"entry": mentor.entry},
            purpose=_("Naming those who guided a prize-winning entry."),
            retention=_("As long as the results of the contest are kept."),
            value=str(person),
            erase=lambda erasure, pk=mentor.entry_id: _under_pseudonym(pk),
            shown_in=(mentor.entry,),
        )


@keeps_personal_data
def juries_of(person: Any) -> Iterator[PersonalDatum]:
    """Yield the juries that a person sat in, and the remarks on their sheets."""
    if not isinstance(person, Person):
        return
    for juror in Juror.objects.filter(person=person).select_related("edition__contest"):
        yield PersonalDatum(
            record=juror,
            field="person",
            label=_("Juror of %(edition)s") % {"edition": juror.edition},
            purpose=_("Answering for the results of a contest."),
            retention=_("As long as the results of the contest are kept."),
            value=str(person),
            erase=lambda erasure, pk=juror.pk: Juror.objects.get(pk=pk).after_recorded(),
        )
    for score in Score.objects.filter(juror__person=person).exclude(remark=""):
        yield PersonalDatum(
            record=score,
            field="remark",
            label=_("Remark of a juror"),
            purpose=_("Answering for the results of a contest."),
            retention=_("As long as the results of the contest are kept."),
            value=score.remark,
            kept_because=_("A score without its remark cannot be answered for."),
            identifies=False,
        )


def _contact(author: EntryAuthor) -> Iterator[PersonalDatum]:
    contact = author.contact
    for name in ("name", "relation", "phone"):
        if value := getattr(contact, name):
            yield PersonalDatum(
                record=contact,
                field=name,
                label=contact._meta.get_field(name).verbose_name,
                purpose=_("Reaching the representative of a child who takes part."),
                retention=_("A stated number of days after the results; then it is deleted."),
                value=value,
                erase=_deleting_contact(author.pk),
                shown_in=(author.entry,),
                identifies=name != "relation",
            )


def _files(entry: Entry) -> Iterator[PersonalDatum]:
    for name in ("description", "photo"):
        file = getattr(entry, name)
        if file is None:
            continue
        yield PersonalDatum(
            record=entry,
            field=name,
            label=entry._meta.get_field(name).verbose_name,
            purpose=_("Judging the entry and giving prizes."),
            retention=_("Five years after it was received."),
            value=file.name,
            file=file,
            erase=_destroying(entry.pk, name),
        )


def _under_pseudonym(pk: int) -> None:
    """Let the entry be shown under the name that the directory now has."""
    Entry.objects.get(pk=pk).after_recorded()


def _emptying_class(pk: int) -> Callable[[Erasure], None]:
    def empty(erasure: Erasure) -> None:
        author = EntryAuthor.objects.get(pk=pk)
        author.class_name = ""
        author.save()

    return empty


def _deleting_contact(author_pk: int) -> Callable[[Erasure], None]:
    def delete(erasure: Erasure) -> None:
        author = EntryAuthor.objects.get(pk=author_pk)
        if hasattr(author, "contact"):  # asked once for each of its fields
            author.contact.delete()

    return delete


def _destroying(pk: int, name: str) -> Callable[[Erasure], None]:
    def destroy(erasure: Erasure) -> None:
        entry = Entry.objects.get(pk=pk)
        file = getattr(entry, name)
        if file is None:  # two authors of one family erased together
            return
        setattr(entry, name, None)
        entry.save()
        destroy_file(file=file, by=erasure.by, reason=erasure.reason, on=today(), erasing=True)

    return destroy


processes(
    Processing(
        code="contests.entries",
        label=gettext_lazy("Authors and mentors of contest entries"),
        purpose=gettext_lazy("Checking and judging an entry, giving and publishing prizes"),
        people=gettext_lazy("Contestants, children among them; mentors"),
        data=gettext_lazy("Name, class, school, explanation and photograph of the entry"),
        fields=(
            "contests.entryauthor.person",
            "contests.entryauthor.class_name",
            "contests.mentor.person",
            "contests.entry.description",
            "contests.entry.photo",
        ),
        basis=CONSENT,
        recipients=gettext_lazy("Organiser; jurors without names; the public only with consent"),
        retention=gettext_lazy("Results: as long as the contest; files five years"),
        count=count_of("contests.entryauthor"),
        consent="contest_entry",
    )
)
processes(
    Processing(
        code="contests.contacts",
        label=gettext_lazy("Contacts of children's representatives"),
        purpose=gettext_lazy("Reaching the representative of a child who takes part"),
        people=gettext_lazy("Parents, guardians"),
        data=gettext_lazy("Name, relation, telephone"),
        fields=(
            "contests.representativecontact.name",
            "contests.representativecontact.relation",
            "contests.representativecontact.phone",
        ),
        basis=CONSENT,
        recipients=gettext_lazy("Contest organiser"),
        retention=gettext_lazy("A stated number of days after the results, then deleted"),
        count=count_of("contests.representativecontact"),
        consent="contest_entry",
    )
)
processes(
    Processing(
        code="contests.juries",
        label=gettext_lazy("Jurors"),
        purpose=gettext_lazy("Answering for the results of a contest"),
        people=gettext_lazy("Jurors"),
        data=gettext_lazy("Name, points, remarks"),
        fields=(
            "contests.juror.person",
            "contests.score.remark",
        ),
        basis=DUTY,
        recipients=OFFICE,
        retention=gettext_lazy("As long as the results of the contest are kept"),
        count=count_of("contests.juror"),
    )
)

for _field, _label in (
    ("description", gettext_lazy("Written explanations of contest entries")),
    ("photo", gettext_lazy("Photographs of contest entries")),
):
    forgets(
        file_rule(
            f"contests.{_field}s",
            Entry,
            _field,
            label=_label,
            kept=gettext_lazy("Five years after they were received"),
        )
    )


def _contacts_due(on: date) -> RepresentativeContactQuerySet:
    days = value_on(CONTACT_KEPT_DAYS, on, default=None)
    if days is None:
        return RepresentativeContact.objects.none()
    over = RepresentativeContact.objects.of_editions_published_by(on - timedelta(days=days))
    return over.order_by("pk")


forgets(
    RetentionRule(
        code="contests.contacts",
        label=gettext_lazy("Contacts of children's representatives"),
        kept=gettext_lazy("A stated number of days after the results"),
        due=_contacts_due,
        forget=lambda contact, by, reason: contact.delete(),
        by_itself=True,
    )
)
