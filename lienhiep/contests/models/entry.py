"""An entry, its authors, their mentors, and whom to call about a child."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.contrib.admin import display
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, prefetch_related_objects
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.contests.choices import EntryChannel, EntryState
from lienhiep.contests.files import DESCRIPTION, PHOTO
from lienhiep.contests.models.contest import ContestField, Edition
from lienhiep.contests.querysets import EntryQuerySet, RepresentativeContactQuerySet
from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded, RecordKey
from lienhiep.core.history import Recorded
from lienhiep.core.period import today
from lienhiep.core.principals import ANYONE, person_key, user_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.core.validators import validate_not_in_future
from lienhiep.directory.models.mergeable import KEEPABLE


class Entry(Guarded, ClusterableModel):
    """What somebody enters for an edition (sản phẩm, giải pháp, công trình dự thi).

    Receipt, the check of the papers and a withdrawal are three facts with a date each. The
    code by which jurors know it is given with the receipt and says nothing of its authors.
    """

    loaded_with = ("edition__contest", "authors", "mentors", "prizes__edition", "scores__juror")

    edition = models.ForeignKey(
        Edition,
        verbose_name=_("edition of a contest"),
        on_delete=models.PROTECT,
        related_name="entries",
    )
    field = models.ForeignKey(
        ContestField,
        verbose_name=_("field of the entry"),
        on_delete=models.PROTECT,
        related_name="entries",
    )
    title = models.CharField(_("title of the entry"), max_length=255)
    code = models.CharField(_("code of the entry"), max_length=20, editable=False)
    summary = models.TextField(
        _("summary of the entry"),
        blank=True,
        help_text=_("Shown to jurors and, after a prize, on the site: name nobody in it."),
    )
    unit = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("school or unit"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contest_entries",
        limit_choices_to=KEEPABLE,
    )
    unit_text = models.CharField(
        _("school or unit as written"),
        max_length=255,
        blank=True,
        help_text=_("Where it is not on record; an entry of a family has none."),
    )
    commune = models.ForeignKey(
        "directory.AdministrativeUnit",
        verbose_name=_("commune of the entry"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contest_entries",
    )
    is_mountain_area = models.BooleanField(
        _("from a mountain, border or island area"), default=False
    )
    received_on = models.DateField(_("entry received on"), default=today)
    channel = models.CharField(
        _("entry received by way of"),
        max_length=20,
        choices=EntryChannel.choices,
        default=EntryChannel.POST,
    )
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entry sent by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="contest_entries",
    )
    description = RecordFileField(_("written explanation"), use=DESCRIPTION, blank=True)
    photo = RecordFileField(_("photograph of the entry"), use=PHOTO, blank=True)
    accepted_on = models.DateField(_("entry admitted on"), null=True, blank=True, editable=False)
    refused_on = models.DateField(_("entry not admitted on"), null=True, blank=True, editable=False)
    refusal_reason = models.TextField(
        _("why the entry is not admitted"), blank=True, editable=False
    )
    withdrawn_on = models.DateField(_("entry withdrawn on"), null=True, blank=True, editable=False)
    withdrawal_reason = models.TextField(
        _("why the entry was withdrawn"), blank=True, editable=False
    )

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("contest entry")
        verbose_name_plural = _("contest entries")
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "code"], name="contests_entry_code_once"),
            models.CheckConstraint(
                condition=Q(accepted_on=None) | Q(refused_on=None),
                name="contests_entry_one_check",
            ),
            models.CheckConstraint(
                condition=(Q(accepted_on=None) | Q(accepted_on__gte=F("received_on")))
                & (Q(refused_on=None) | Q(refused_on__gte=F("received_on")))
                & (Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("received_on"))),
                name="contests_entry_dates_after_receipt",
            ),
            models.CheckConstraint(
                condition=Q(refused_on=None, refusal_reason="")
                | (Q(refused_on__isnull=False) & ~Q(refusal_reason="")),
                name="contests_entry_refused_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawal_reason="")
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawal_reason="")),
                name="contests_entry_withdrawn_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["received_on"])]

    def __str__(self) -> str:
        return self.title

    @property
    def state(self) -> EntryState:
        """Where the entry stands; agrees with `EntryQuerySet.with_state`."""
        if self.withdrawn_on:
            return EntryState.WITHDRAWN
        if self.refused_on:
            return EntryState.REFUSED
        return EntryState.ACCEPTED if self.accepted_on else EntryState.RECEIVED

    @property
    @display(description=_("State of the entry"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("Authors of the entry"))
    def byline(self) -> str:
        """The authors in their order, for the office; the site asks `naming` instead."""
        return ", ".join(str(author.person) for author in self.authors.all())

    @property
    @display(description=_("Field of the entry"))
    def field_label(self) -> str:
        """The field in words; Wagtail's page of a record stumbles over one named "field"."""
        return str(self.field)

    @property
    @display(description=_("School or unit"))
    def unit_label(self) -> str:
        """The school or unit, on record or as written."""
        return str(self.unit) if self.unit is not None else self.unit_text

    @property
    @display(description=_("Prizes of the entry"))
    def prize_label(self) -> str:
        """The prizes that stand, in words."""
        return "; ".join(str(prize) for prize in self.prizes.all() if prize.withdrawn_on is None)

    @property
    def is_open_to_readers(self) -> bool:
        """Whether the entry has a page on the site: it has a published prize."""
        return any(prize.is_open_to_readers for prize in self.prizes.all())

    def author_keys(self) -> set[str]:
        """Return the keys of those who entered it: authors, mentors and who sent it."""
        keys = {person_key(author.person_id) for author in self.authors.all()}
        keys |= {person_key(mentor.person_id) for mentor in self.mentors.all()}
        return keys | ({user_key(self.sent_by_id)} if self.sent_by_id else set())

    def juror_keys(self) -> set[str]:
        """Return the keys of the jurors who score it; they read it without its authors."""
        return {
            person_key(sheet.juror.person_id)
            for sheet in self.scores.all()
            if sheet.excused_on is None and sheet.juror.ended_on is None
        }

    def reader_keys(self) -> set[str]:
        """Let its people and its jurors read it, and anyone once a prize is published."""
        keys = self.author_keys() | self.juror_keys()
        return keys | {ANYONE} if self.is_open_to_readers else keys

    @classmethod
    def after_all_recorded(cls, rows: Sequence[Entry]) -> None:
        """Ask for the prizes and sheets of all at once, on which it depends who reads them."""
        prefetch_related_objects(rows, "prizes__edition", "scores__juror")
        super().after_all_recorded(rows)

    def clean(self) -> None:
        """Put texts in composed letters; refuse a field of another edition."""
        super().clean()
        self.title, self.unit_text = clean(self.title), clean(self.unit_text)
        self.summary = clean_lines(self.summary)
        validate_not_in_future("received_on", self.received_on)
        if self.field_id and self.edition_id and self.field.edition_id != self.edition_id:
            raise ValidationError({"field": gettext("Choose a field of this edition.")})


def refresh_entries(pks: Iterable[int]) -> None:
    """Keep the readers of some entries in step with what hangs on them.

    They are read anew: an entry in memory may remember authors or prizes of before.
    """
    refresh_loaded(list(Entry.objects.filter(pk__in=set(pks)).with_readers()))


def refresh_loaded(entries: Sequence[Entry]) -> None:
    """Do so for entries that are known to be as they stand now.

    Those whose readers stay the same are left alone; nothing else of them depends on it.
    """
    kept: dict[int, set[str]] = {entry.pk: set() for entry in entries}
    keys = RecordKey.objects.filter(
        content_type=ContentType.objects.get_for_model(Entry), object_id__in=list(kept)
    )
    for pk, key in keys.values_list("object_id", "key"):
        kept[pk].add(key)
    Entry.after_all_recorded([one for one in entries if one.reader_keys() != kept[one.pk]])


class OfEntry(Recorded):
    """A row that belongs to an entry: its changes stand there, and it decides who reads it."""

    class Meta:
        abstract = True

    def history_owner(self) -> Recorded:
        """Stand in the history of the entry."""
        return self.entry

    def after_recorded(self) -> None:
        """Let the person read the entry."""
        super().after_recorded()
        refresh_entries([self.entry_id])

    @classmethod
    def after_all_recorded(cls, rows: Sequence[Any]) -> None:
        """Do so once for each entry, which holds its people in memory already."""
        refresh_loaded(list({row.entry_id: row.entry for row in rows}.values()))

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove the person, who reads the entry no longer."""
        entry_id = self.entry_id
        result = super().delete(*args, **kwargs)
        refresh_entries([entry_id])
        return result


class EntryAuthor(OfEntry):
    """An author of an entry (tác giả, thí sinh); the day of birth is the person's own."""

    sort_order_field = "position"

    entry = ParentalKey(
        Entry, verbose_name=_("contest entry"), on_delete=models.CASCADE, related_name="authors"
    )
    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("author of the entry"),
        on_delete=models.PROTECT,
        related_name="contest_authorships",
    )
    class_name = models.CharField(
        _("class or position"), max_length=80, blank=True, help_text=_("Such as 8A.")
    )
    school = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("school of the author"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contest_authors",
        limit_choices_to=KEEPABLE,
        help_text=_("Only where it is not the school of the entry."),
    )
    is_leader = models.BooleanField(_("leader of the group"), default=False)
    position = models.PositiveSmallIntegerField(
        _("place among the authors"), default=0, editable=False
    )

    class Meta:
        verbose_name = _("author of a contest entry")
        verbose_name_plural = _("authors of a contest entry")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "person"],
                name="contests_entryauthor_once",
                violation_error_message=_("This author stands here already."),
            ),
            models.UniqueConstraint(
                fields=["entry"],
                condition=Q(is_leader=True),
                name="contests_entryauthor_one_leader",
                violation_error_message=_("A group has one leader."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def school_label(self) -> str:
        """The author's own school, else that of the entry."""
        return str(self.school) if self.school is not None else self.entry.unit_label


class RepresentativeContact(Recorded):
    """Whom to call about a child (cha, mẹ, người giám hộ): apart from all else, and not for long.

    Neither name nor number enters the history, and the row goes a stated time after the
    results. The name of who gave a consent stands with the consent, as its proof.
    """

    history_ignored = frozenset({"name", "relation", "phone"})

    author = models.OneToOneField(
        EntryAuthor,
        verbose_name=_("author of a contest entry"),
        on_delete=models.CASCADE,
        related_name="contact",
    )
    name = models.CharField(_("name of the child's representative"), max_length=150)
    relation = models.CharField(
        _("relation to the child"), max_length=60, blank=True, help_text=_("Father, mother, …")
    )
    phone = models.CharField(_("phone of the child's representative"), max_length=30)

    objects = RepresentativeContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact of a child's representative")
        verbose_name_plural = _("contacts of children's representatives")

    def __str__(self) -> str:
        return gettext("Representative of author no. %(number)s") % {"number": self.author_id}

    def history_owner(self) -> Recorded:
        """Stand, without its words, in the history of the entry."""
        return self.author.entry


class Mentor(OfEntry):
    """A teacher or other grown-up who guides the authors (người hướng dẫn)."""

    sort_order_field = "position"

    entry = ParentalKey(
        Entry, verbose_name=_("contest entry"), on_delete=models.CASCADE, related_name="mentors"
    )
    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("mentor of the entry"),
        on_delete=models.PROTECT,
        related_name="contest_mentorings",
    )
    position = models.PositiveSmallIntegerField(
        _("place among the mentors"), default=0, editable=False
    )

    class Meta:
        verbose_name = _("mentor of a contest entry")
        verbose_name_plural = _("mentors of a contest entry")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "person"],
                name="contests_mentor_once",
                violation_error_message=_("This mentor stands here already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.person)
