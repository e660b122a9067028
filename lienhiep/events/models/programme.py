"""Coordination programmes with departments and other partners, and their results."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.admin import display
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.period import FIRST_YEAR, LAST_YEAR, today
from lienhiep.core.principals import ANYONE, organisation_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.core.validators import validate_not_before
from lienhiep.events.choices import ProgrammeState
from lienhiep.events.querysets import ProgrammeQuerySet


class CoordinationProgramme(Guarded, ClusterableModel):
    """A coordination programme (chương trình phối hợp) from its preparation to its end."""

    title = models.CharField(_("title of the programme"), max_length=255)
    content = models.TextField(
        _("content of the programme"),
        blank=True,
        help_text=_("Plain text; an empty line begins a new paragraph."),
    )
    prepared_since = models.DateField(_("in preparation since"), default=today)
    signed_on = models.DateField(_("programme signed on"), null=True, blank=True, editable=False)
    valid_from = models.DateField(
        _("programme in force from"), null=True, blank=True, editable=False
    )
    valid_until = models.DateField(
        _("programme in force until"), null=True, blank=True, editable=False
    )
    document = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("signed text of the programme"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="coordination_programmes",
    )
    ended_on = models.DateField(_("programme ended on"), null=True, blank=True, editable=False)
    end_reason = models.TextField(_("why the programme ended"), blank=True, editable=False)
    is_public = models.BooleanField(
        _("programme on the site"),
        default=True,
        help_text=_("Named on the site once it is signed."),
    )

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("coordination programme")
        verbose_name_plural = _("coordination programmes")
        ordering = [F("signed_on").desc(nulls_first=True), "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_on=None, valid_from=None, valid_until=None, ended_on=None)
                | Q(signed_on__isnull=False, valid_from__isnull=False),
                name="events_programme_in_force_when_signed",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="events_programme_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, end_reason="")
                | (Q(ended_on__gte=F("signed_on")) & ~Q(end_reason="")),
                name="events_programme_ended_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def state_on(self, day: date) -> ProgrammeState:
        """Return where the programme stands on a day; agrees with `with_state`."""
        if self.signed_on is None:
            return ProgrammeState.PREPARING
        if (self.ended_on and self.ended_on <= day) or (
            self.valid_until and self.valid_until < day
        ):
            return ProgrammeState.ENDED
        return ProgrammeState.SIGNED if self.valid_from > day else ProgrammeState.IN_FORCE

    @property
    def state(self) -> ProgrammeState:
        """Where the programme stands today."""
        return self.state_on(today())

    @property
    @display(description=_("State of the programme"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("Partners"))
    def partner_names(self) -> str:
        """With whom, in order."""
        return ", ".join(str(row.organisation) for row in self.partners.all())

    @property
    def is_open_to_readers(self) -> bool:
        """Whether the programme stands on the site; agrees with `open_to_readers`."""
        return self.is_public and self.signed_on is not None

    def reader_keys(self) -> set[str]:
        """Let the partners read it, and anyone what stands on the site."""
        keys = {organisation_key(row.organisation_id) for row in self.partners.all()}
        return keys | {ANYONE} if self.is_open_to_readers else keys

    def clean(self) -> None:
        """Put texts in composed letters; refuse an end before the beginning."""
        super().clean()
        self.title = clean(self.title)
        self.content = clean_lines(self.content)
        validate_not_before("valid_until", self.valid_until, self.valid_from)


class ProgrammePartner(Recorded):
    """A partner of a coordination programme."""

    programme = ParentalKey(
        CoordinationProgramme,
        verbose_name=_("coordination programme"),
        on_delete=models.CASCADE,
        related_name="partners",
    )
    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("partner of the Union"),
        on_delete=models.PROTECT,
        related_name="coordination_programmes",
    )

    class Meta:
        verbose_name = _("partner of a programme")
        verbose_name_plural = _("partners of a programme")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "organisation"], name="events_programmepartner_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    def history_owner(self) -> Recorded:
        """Stand in the history of the programme."""
        return self.programme

    def after_recorded(self) -> None:
        """Let the partner read the programme."""
        super().after_recorded()
        self.programme.after_recorded()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove the partner, who reads the programme no longer."""
        programme = self.programme
        result = super().delete(*args, **kwargs)
        if CoordinationProgramme.objects.filter(pk=programme.pk).exists():
            programme.after_recorded()
        return result


class ProgrammeResult(Recorded):
    """What a programme brought in one year (kết quả thực hiện)."""

    programme = ParentalKey(
        CoordinationProgramme,
        verbose_name=_("coordination programme"),
        on_delete=models.CASCADE,
        related_name="results",
    )
    year = models.PositiveSmallIntegerField(
        _("year of the result"),
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
    )
    text = models.TextField(_("what was achieved"))

    class Meta:
        verbose_name = _("result of a programme")
        verbose_name_plural = _("results of a programme")
        ordering = ["year", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "year"],
                name="events_programmeresult_year_once",
                violation_error_message=_("This year has its result already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.text}"

    def history_owner(self) -> Recorded:
        """Stand in the history of the programme."""
        return self.programme

    def clean(self) -> None:
        """Put the text in composed letters."""
        super().clean()
        self.text = clean_lines(self.text)
