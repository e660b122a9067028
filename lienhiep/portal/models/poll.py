"""Questions to all readers, with answers to choose from, and the votes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.period import today
from lienhiep.core.text import clean, clean_lines
from lienhiep.portal.choices import PollState
from lienhiep.portal.querysets import PollQuerySet


class Poll(Guarded, ClusterableModel):
    """A poll among readers (thăm dò ý kiến), open from a day to a day."""

    question = models.CharField(_("question of the poll"), max_length=255)
    note = models.TextField(_("explanation of the poll"), blank=True, max_length=600)
    opens_on = models.DateField(_("first day of the poll"), default=today)
    closes_on = models.DateField(
        _("last day of the poll"),
        null=True,
        blank=True,
        help_text=_("Left empty, it stays open until somebody writes a day here."),
    )
    most_choices = models.PositiveSmallIntegerField(
        _("answers that one reader may choose"), default=1
    )
    is_published = models.BooleanField(
        _("readers see the poll"), default=False, help_text=_("From its first day on.")
    )
    in_front = models.BooleanField(
        _("may stand on the front page"), default=True, help_text=_("The newest open one does.")
    )
    imported_id = models.CharField(_("number on the former site"), max_length=60, blank=True)

    objects = PollQuerySet.as_manager()

    class Meta:
        verbose_name = _("poll")
        verbose_name_plural = _("polls")
        ordering = ["-opens_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on=None) | Q(closes_on__gte=F("opens_on")),
                name="portal_poll_closes_after_opening",
            ),
            models.CheckConstraint(
                condition=Q(most_choices__gte=1), name="portal_poll_one_choice_at_least"
            ),
            models.UniqueConstraint(
                fields=["imported_id"],
                condition=~Q(imported_id=""),
                name="portal_poll_imported_once",
            ),
        ]

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        """Return where readers vote and see how others did."""
        return reverse("portal:poll", args=[self.pk])

    def state_on(self, day: date) -> PollState:
        """Return where the poll stands on a day; it follows from its days."""
        if not self.is_published:
            return PollState.DRAFT
        if day < self.opens_on:
            return PollState.COMING
        is_over = self.closes_on is not None and self.closes_on < day
        return PollState.CLOSED if is_over else PollState.OPEN

    @property
    def state(self) -> PollState:
        """Where the poll stands today."""
        return self.state_on(today())

    @property
    @display(description=_("State"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    def clean(self) -> None:
        """Put texts in composed letters; refuse a poll that closes before it opens."""
        super().clean()
        self.question = clean(self.question)
        self.note = clean_lines(self.note)
        if self.closes_on is not None and self.closes_on < self.opens_on:
            raise ValidationError(
                {"closes_on": _("The last day of the poll lies before its first.")}
            )
        if self.most_choices < 1:
            raise ValidationError({"most_choices": _("A reader chooses one answer at least.")})


class PollOption(Recorded):
    """An answer of a poll; `opening_count` votes came over from the former site."""

    poll = ParentalKey(
        Poll, verbose_name=_("poll"), on_delete=models.CASCADE, related_name="options"
    )
    sort_order = models.PositiveSmallIntegerField(default=0, editable=False)
    text = models.CharField(_("answer"), max_length=200)
    opening_count = models.PositiveIntegerField(
        _("votes from the former site"), default=0, editable=False
    )

    class Meta:
        verbose_name = _("answer of a poll")
        verbose_name_plural = _("answers of a poll")
        ordering = ["sort_order", "pk"]

    def __str__(self) -> str:
        return self.text

    def history_owner(self) -> Recorded:
        """Stand in the history of the poll."""
        return self.poll

    def clean(self) -> None:
        """Put the text in composed letters."""
        super().clean()
        self.text = clean(self.text)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse to delete an answer that has votes: they were given."""
        if self.opening_count or self.votes.exists():
            raise ValidationError(_("Readers have chosen this answer; it stays."))
        return super().delete(*args, **kwargs)


class PollVote(models.Model):
    """The vote of one reader for one answer.

    `voter` is "user:<id>" or the digest of a mark that the reader's own browser keeps.
    """

    readers_may_wait = True

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="votes")
    option = models.ForeignKey(PollOption, on_delete=models.PROTECT, related_name="votes")
    voter = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("vote in a poll")
        verbose_name_plural = _("votes in polls")
        constraints = [
            models.UniqueConstraint(fields=["poll", "voter", "option"], name="portal_pollvote_once")
        ]

    def __str__(self) -> str:
        return f"{self.poll_id}: {self.option_id}"
