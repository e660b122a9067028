"""Prizes, and the way of an entry to the national round and back."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.admin import display
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.contests.choices import NominationState, PrizeState
from lienhiep.contests.models.contest import Edition, PrizeLevel
from lienhiep.contests.models.entry import Entry, refresh_entries
from lienhiep.contests.querysets import NominationQuerySet, PrizeQuerySet
from lienhiep.core.guarding import Guarded, RecordKey, refresh_all_keys
from lienhiep.core.money_fields import MoneyField
from lienhiep.core.principals import ANYONE
from lienhiep.core.validators import validate_not_before, validate_not_in_future


class Nomination(Guarded):
    """An entry of the province sent to a national edition (gửi dự thi toàn quốc).

    The entry stays one record: a national prize is a prize of the same entry, in the
    national edition.
    """

    entry = models.ForeignKey(
        Entry,
        verbose_name=_("contest entry"),
        on_delete=models.PROTECT,
        related_name="nominations",
    )
    edition = models.ForeignKey(
        Edition,
        verbose_name=_("national edition"),
        on_delete=models.PROTECT,
        related_name="nominations",
    )
    sent_on = models.DateField(_("sent to the national round on"))
    document = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("letter of nomination"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contest_nominations",
    )
    result_on = models.DateField(
        _("national result known on"), null=True, blank=True, editable=False
    )
    recalled_on = models.DateField(
        _("nomination recalled on"), null=True, blank=True, editable=False
    )
    recall_reason = models.TextField(
        _("why the nomination was recalled"), blank=True, editable=False
    )

    objects = NominationQuerySet.as_manager()

    class Meta:
        verbose_name = _("nomination for the national round")
        verbose_name_plural = _("nominations for the national round")
        ordering = ["-sent_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "edition"],
                name="contests_nomination_once",
                violation_error_message=_("This entry has been sent to this edition already."),
            ),
            models.CheckConstraint(
                condition=Q(result_on=None) | Q(result_on__gte=F("sent_on")),
                name="contests_nomination_result_after_sent",
            ),
            models.CheckConstraint(
                condition=Q(recalled_on=None, recall_reason="")
                | (Q(recalled_on__gte=F("sent_on"), result_on=None) & ~Q(recall_reason="")),
                name="contests_nomination_recalled_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["sent_on"])]

    def __str__(self) -> str:
        return str(self.entry)

    @property
    def prize(self) -> Prize | None:
        """The prize that the entry won in the national edition, if one stands."""
        return next(
            (
                prize
                for prize in self.entry.prizes.all()
                if prize.edition_id == self.edition_id and prize.withdrawn_on is None
            ),
            None,
        )

    @property
    def state(self) -> NominationState:
        """How the entry fares; agrees with `NominationQuerySet.with_state`."""
        if self.recalled_on:
            return NominationState.RECALLED
        if self.result_on is None:
            return NominationState.SENT
        return NominationState.PRIZED if self.prize else NominationState.UNPRIZED

    @property
    @display(description=_("State of the nomination"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("National prize"))
    def prize_label(self) -> str:
        """The national prize in words."""
        return str(self.prize.level) if self.prize else ""

    def reader_keys(self) -> set[str]:
        """Let the people of the entry read how it fares."""
        return self.entry.author_keys()


class Prize(Guarded):
    """A prize that an entry won in an edition, by a decision (giải thưởng).

    The edition is the entry's own or, for an entry that was nominated, the national one; so
    one entry may bear two prizes, and each is recorded once. Figures count a prize by the
    day of the decision; readers see it from the day of its publication.
    """

    loaded_with = ("edition", "entry__authors", "entry__mentors")

    entry = models.ForeignKey(
        Entry, verbose_name=_("contest entry"), on_delete=models.PROTECT, related_name="prizes"
    )
    edition = models.ForeignKey(
        Edition,
        verbose_name=_("edition of a contest"),
        on_delete=models.PROTECT,
        related_name="prizes",
    )
    level = models.ForeignKey(
        PrizeLevel,
        verbose_name=_("level of the prize"),
        on_delete=models.PROTECT,
        related_name="prizes",
    )
    decided_on = models.DateField(_("prize decided on"))
    document = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("decision on the prize"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contest_prizes",
    )
    certificate_number = models.CharField(_("number of the certificate"), max_length=40, blank=True)
    amount = MoneyField(_("prize money"), default=0)
    published_on = models.DateField(_("prize published on"), null=True, blank=True, editable=False)
    withdrawn_on = models.DateField(_("prize withdrawn on"), null=True, blank=True, editable=False)
    withdrawal_reason = models.TextField(
        _("why the prize was withdrawn"), blank=True, editable=False
    )

    objects = PrizeQuerySet.as_manager()

    class Meta:
        verbose_name = _("prize of an entry")
        verbose_name_plural = _("prizes of entries")
        ordering = ["-decided_on", "edition", "level__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "edition"],
                name="contests_prize_once",
                violation_error_message=_("This entry has a prize of this edition already."),
            ),
            models.CheckConstraint(
                condition=Q(published_on=None) | Q(published_on__gte=F("decided_on")),
                name="contests_prize_published_after_decided",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawal_reason="")
                | (Q(withdrawn_on__gte=F("decided_on")) & ~Q(withdrawal_reason="")),
                name="contests_prize_withdrawn_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["decided_on"])]

    def __str__(self) -> str:
        return gettext("%(level)s: %(entry)s") % {"level": self.level, "entry": self.entry}

    @property
    def state(self) -> PrizeState:
        """Where the prize stands; agrees with `PrizeQuerySet.with_state`."""
        if self.withdrawn_on:
            return PrizeState.WITHDRAWN
        return PrizeState.PUBLISHED if self.published_on else PrizeState.DECIDED

    @property
    @display(description=_("State of the prize"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    def is_open_to_readers(self) -> bool:
        """Whether the prize stands on the site; agrees with `open_to_readers`."""
        return self.state == PrizeState.PUBLISHED and self.edition.is_open_to_readers

    def reader_keys(self) -> set[str]:
        """Let the people of the entry read a published prize, and anyone on the site."""
        if self.state == PrizeState.DECIDED:
            return set()
        return self.entry.author_keys() | ({ANYONE} if self.is_open_to_readers else set())

    def clean(self) -> None:
        """Refuse a level of another edition, and a decision before the deadline."""
        super().clean()
        validate_not_in_future("decided_on", self.decided_on)
        if self.level_id and self.edition_id and self.level.edition_id != self.edition_id:
            raise ValidationError({"level": gettext("Choose a level of this edition.")})
        if self.edition_id:
            validate_not_before("decided_on", self.decided_on, self.edition.deadline)

    def after_recorded(self) -> None:
        """Open or close the page of the entry together with its prize."""
        was_open = self._kept_open()
        super().after_recorded()
        if was_open != self.is_open_to_readers:
            refresh_entries([self.entry_id])

    def _kept_open(self) -> bool:
        """Return whether readers could see the prize before it was saved just now."""
        content_type = ContentType.objects.get_for_model(Prize)
        kept = RecordKey.objects.filter(content_type=content_type, object_id=self.pk)
        return kept.filter(key=ANYONE).exists()

    @classmethod
    def after_all_recorded(cls, rows: Sequence[Prize]) -> None:
        """Do so once for each entry, however many prizes are recorded at once."""
        refresh_all_keys(cls, rows)
        refresh_entries(row.entry_id for row in rows)
