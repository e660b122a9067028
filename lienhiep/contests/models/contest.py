"""A contest, and its editions with their fields, prize levels and criteria."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.contests.choices import (
    RANK_ORDER,
    ContestKind,
    ContestLevel,
    EditionState,
    EntryWord,
    OrganiserPart,
    Rank,
)
from lienhiep.contests.querysets import ContestQuerySet, EditionQuerySet
from lienhiep.contests.validators import validate_window, validate_year_label
from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.money_fields import MoneyField
from lienhiep.core.period import today
from lienhiep.core.principals import ANYONE
from lienhiep.core.text import clean, clean_lines, slugify
from lienhiep.core.validators import validate_not_before


class Contest(Guarded):
    """A competition that is held again and again (cuộc thi, hội thi, giải thưởng)."""

    name = models.CharField(_("name of the contest"), max_length=255, unique=True)
    short_name = models.CharField(
        _("short name of the contest"),
        max_length=120,
        help_text=_("As lists and headings have it."),
    )
    slug = models.SlugField(
        _("address of the contest"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_("Made from the short name where it is left empty."),
    )
    kind = models.CharField(_("kind of contest"), max_length=20, choices=ContestKind.choices)
    level = models.CharField(
        _("level of the contest"),
        max_length=20,
        choices=ContestLevel.choices,
        default=ContestLevel.PROVINCIAL,
    )
    entry_word = models.CharField(
        _("what is entered"), max_length=20, choices=EntryWord.choices, default=EntryWord.PRODUCT
    )
    every_years = models.PositiveSmallIntegerField(
        _("held every … years"), default=1, validators=[MinValueValidator(1)]
    )
    is_for_children = models.BooleanField(
        _("contest for children"),
        default=False,
        help_text=_("Consents of the child and the legal representative are then asked for."),
    )
    about = models.TextField(
        _("about the contest"),
        blank=True,
        help_text=_("Plain text for the site; an empty line begins a new paragraph."),
    )
    legal_basis = models.CharField(_("legal basis of the contest"), max_length=255, blank=True)

    objects = ContestQuerySet.as_manager()

    class Meta:
        verbose_name = _("contest or award")
        verbose_name_plural = _("contests and awards")
        ordering = ["-level", "kind", "pk"]  # the province's own before the national ones
        constraints = [
            models.CheckConstraint(
                condition=Q(every_years__gte=1), name="contests_contest_every_years"
            )
        ]

    def __str__(self) -> str:
        return self.short_name or self.name

    def clean(self) -> None:
        """Put texts in composed letters."""
        super().clean()
        self.name, self.short_name = clean(self.name), clean(self.short_name)
        self.about = clean_lines(self.about)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with an address."""
        self.slug = self.slug or slugify(self.short_name or self.name)
        super().save(*args, **kwargs)

    def reader_keys(self) -> set[str]:
        """Anyone may know which contests there are."""
        return {ANYONE}


class Edition(Guarded, ClusterableModel):
    """One holding of a contest (lần tổ chức): its call, its terms, its results.

    Ordinals of the province and of the country differ, and some contests bear none; the
    years always tell an edition. Where it stands follows from its dates.
    """

    contest = models.ForeignKey(
        Contest,
        verbose_name=_("contest or award"),
        on_delete=models.PROTECT,
        related_name="editions",
    )
    year_label = models.CharField(
        _("years of the edition"),
        max_length=9,
        validators=[validate_year_label],
        help_text=_("2022, or 2021-2022 for a contest that runs over two years."),
    )
    ordinal = models.PositiveSmallIntegerField(
        _("ordinal of the edition"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Empty where the contest bears none."),
    )
    opens_on = models.DateField(_("edition opens on"))
    deadline = models.DateField(_("last day for entries"))
    born_from = models.DateField(_("authors born from"), null=True, blank=True)
    born_until = models.DateField(_("authors born until"), null=True, blank=True)
    max_authors = models.PositiveSmallIntegerField(
        _("most authors of an entry"), null=True, blank=True
    )
    spread_limit = models.DecimalField(
        _("spread of the scores to be discussed"),
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("A wider difference between the jurors of an entry is marked."),
    )
    leads_to = models.ForeignKey(
        "self",
        verbose_name=_("leads to the national edition"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="fed_by",
    )
    call = models.TextField(
        _("call for entries"),
        blank=True,
        help_text=_("Plain text for the site; an empty line begins a new paragraph."),
    )
    call_document = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("document of the call"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contest_calls",
    )
    result_document = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("decision on the results"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="contest_results",
    )
    results_published_on = models.DateField(
        _("results published on"), null=True, blank=True, editable=False
    )
    cancelled_on = models.DateField(
        _("edition cancelled on"), null=True, blank=True, editable=False
    )
    cancellation_reason = models.TextField(
        _("reason of the cancellation"), blank=True, editable=False
    )
    is_public = models.BooleanField(_("edition on the public site"), default=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition of a contest")
        verbose_name_plural = _("editions of contests")
        ordering = ["-deadline", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contest", "year_label"],
                name="contests_edition_once",
                violation_error_message=_("This contest has an edition of these years already."),
            ),
            models.UniqueConstraint(
                fields=["contest", "ordinal"],
                name="contests_edition_ordinal_once",
                violation_error_message=_("Another edition of this contest bears this ordinal."),
            ),
            models.CheckConstraint(
                condition=Q(deadline__gte=F("opens_on")),
                name="contests_edition_deadline_after_opening",
                violation_error_message=_("The deadline lies before the opening."),
            ),
            models.CheckConstraint(
                condition=Q(born_from=None)
                | Q(born_until=None)
                | Q(born_until__gte=F("born_from")),
                name="contests_edition_window_forward",
            ),
            models.CheckConstraint(
                condition=Q(results_published_on=None) | Q(results_published_on__gt=F("deadline")),
                name="contests_edition_results_after_deadline",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on=None, cancellation_reason="")
                | (
                    Q(cancelled_on__isnull=False, results_published_on=None)
                    & ~Q(cancellation_reason="")
                ),
                name="contests_edition_cancelled_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["results_published_on"])]

    def __str__(self) -> str:
        if self.ordinal:
            return gettext("%(contest)s, edition %(ordinal)s (%(years)s)") % {
                "contest": self.contest,
                "ordinal": self.ordinal,
                "years": self.year_label,
            }
        return gettext("%(contest)s, %(years)s") % {
            "contest": self.contest,
            "years": self.year_label,
        }

    @property
    def full_title(self) -> str:
        """The name as a decision has it: the contest's full name, ordinal and years."""
        if self.ordinal:
            return gettext("%(contest)s, edition %(ordinal)s, %(years)s") % {
                "contest": self.contest.name,
                "ordinal": self.ordinal,
                "years": self.year_label,
            }
        return gettext("%(contest)s, %(years)s") % {
            "contest": self.contest.name,
            "years": self.year_label,
        }

    @property
    def state(self) -> EditionState:
        """Where the edition stands today; agrees with `EditionQuerySet.with_state`."""
        if self.cancelled_on:
            return EditionState.CANCELLED
        if self.results_published_on:
            return EditionState.CLOSED
        day = today()
        if day < self.opens_on:
            return EditionState.PLANNED
        return EditionState.OPEN if day <= self.deadline else EditionState.JUDGING

    @property
    @display(description=_("State of the edition"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    def is_national(self) -> bool:
        """Whether the edition is decided outside the province."""
        return self.contest.level == ContestLevel.NATIONAL

    @property
    def is_open_to_readers(self) -> bool:
        """Whether the edition stands on the site; agrees with `open_to_readers`."""
        return self.is_public and self.cancelled_on is None

    def reader_keys(self) -> set[str]:
        """Let anyone read an edition that stands on the site."""
        return {ANYONE} if self.is_open_to_readers else set()

    def clean(self) -> None:
        """Refuse terms that run backwards, and a way that leads to no national edition."""
        super().clean()
        self.call = clean_lines(self.call)
        validate_not_before("deadline", self.deadline, self.opens_on)
        validate_window(self.born_from, self.born_until)
        if self.leads_to is not None and not self.leads_to.is_national:
            raise ValidationError({"leads_to": gettext("Choose a national edition.")})


class EditionOrganiser(Recorded):
    """An organisation that holds, helps or pays an edition (ban tổ chức), in its order."""

    sort_order_field = "position"
    merge_leaves = frozenset({"organisation"})

    edition = ParentalKey(
        Edition,
        verbose_name=_("edition of a contest"),
        on_delete=models.CASCADE,
        related_name="organisers",
    )
    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("organising body"),
        on_delete=models.PROTECT,
        related_name="contest_editions",
    )
    part = models.CharField(
        _("part in the contest"),
        max_length=20,
        choices=OrganiserPart.choices,
        default=OrganiserPart.CO_ORGANISER,
    )
    position = models.PositiveSmallIntegerField(
        _("place among the organisers"), default=0, editable=False
    )

    class Meta:
        verbose_name = _("organiser of an edition")
        verbose_name_plural = _("organisers of an edition")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "organisation", "part"],
                name="contests_editionorganiser_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} ({self.get_part_display()})"

    def history_owner(self) -> Recorded:
        """Stand in the history of the edition."""
        return self.edition


class ContestField(Recorded):
    """A field of an edition (lĩnh vực dự thi); names change from year to year."""

    sort_order_field = "position"

    edition = ParentalKey(
        Edition,
        verbose_name=_("edition of a contest"),
        on_delete=models.CASCADE,
        related_name="fields",
    )
    name = models.CharField(_("name of the field"), max_length=200)
    position = models.PositiveSmallIntegerField(
        _("place among the fields"), default=0, editable=False
    )

    class Meta:
        verbose_name = _("field of an edition")
        verbose_name_plural = _("fields of an edition")
        ordering = ["edition", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "name"], name="contests_contestfield_once")
        ]

    def __str__(self) -> str:
        return self.name

    def history_owner(self) -> Recorded:
        """Stand in the history of the edition."""
        return self.edition


class PrizeLevel(Recorded):
    """A level of prizes of an edition (cơ cấu giải): how many at most, and how much each."""

    history_ignored = frozenset({"position"})

    edition = ParentalKey(
        Edition,
        verbose_name=_("edition of a contest"),
        on_delete=models.CASCADE,
        related_name="levels",
    )
    rank = models.CharField(_("rank of the prize"), max_length=20, choices=Rank.choices)
    at_most = models.PositiveSmallIntegerField(
        _("at most so many prizes"), null=True, blank=True, help_text=_("Empty: no limit is set.")
    )
    amount = MoneyField(_("money with each prize"), default=0)
    position = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("level of prizes")
        verbose_name_plural = _("levels of prizes")
        ordering = ["edition", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "rank"],
                name="contests_prizelevel_once",
                violation_error_message=_("This edition has this level of prizes already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.get_rank_display())

    def history_owner(self) -> Recorded:
        """Stand in the history of the edition."""
        return self.edition

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the place that follows from the rank."""
        self.position = RANK_ORDER.get(self.rank, 0)
        super().save(*args, **kwargs)


class Criterion(Recorded):
    """What jurors of an edition score (tiêu chí chấm), with the most points that it gives."""

    sort_order_field = "position"

    edition = ParentalKey(
        Edition,
        verbose_name=_("edition of a contest"),
        on_delete=models.CASCADE,
        related_name="criteria",
    )
    name = models.CharField(_("name of the criterion"), max_length=200)
    max_points = models.PositiveSmallIntegerField(
        _("most points"), validators=[MinValueValidator(1)]
    )
    weight = models.PositiveSmallIntegerField(
        _("weight of the criterion"), default=1, validators=[MinValueValidator(1)]
    )
    position = models.PositiveSmallIntegerField(
        _("place among the criteria"), default=0, editable=False
    )

    class Meta:
        verbose_name = _("criterion of an edition")
        verbose_name_plural = _("criteria of an edition")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "name"], name="contests_criterion_once"),
            models.CheckConstraint(
                condition=Q(max_points__gte=1, weight__gte=1), name="contests_criterion_positive"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def history_owner(self) -> Recorded:
        """Stand in the history of the edition."""
        return self.edition
