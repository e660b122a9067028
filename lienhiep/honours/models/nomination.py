"""A nomination for honours, with those whom it names."""

from __future__ import annotations

from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.period import today
from lienhiep.core.principals import organisation_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.core.validators import validate_not_in_future
from lienhiep.honours.choices import NominationState
from lienhiep.honours.files import MINUTES, REPORT
from lienhiep.honours.models.form import HonourForm
from lienhiep.honours.models.subject import HasSubject, RewardsYears
from lienhiep.honours.querysets import NominationQuerySet
from lienhiep.honours.validators import validate_one_subject, validate_years


def _ended_with_reason(day: str, reason: str) -> Q:
    """Return the condition that a step back carries its reason, and follows the receipt."""
    return Q(**{day: None, reason: ""}) | (
        Q(**{f"{day}__isnull": False, f"{day}__gte": F("submitted_on")}) & ~Q(**{reason: ""})
    )


class Nomination(RewardsYears, Guarded, ClusterableModel):
    """A proposal that some be honoured in one form for one year (đề nghị khen thưởng).

    It comes from a member association at its desk or from the office, goes before the
    council, and is decided for all its nominees at once. The state follows from dates.
    """

    proposer = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("proposed by"),
        on_delete=models.PROTECT,
        related_name="honour_nominations",
    )
    form = models.ForeignKey(
        HonourForm, verbose_name=_("form of honour"), on_delete=models.PROTECT, related_name="+"
    )
    awarding_body = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("asked to award it"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    summary = models.TextField(
        _("why they are proposed"), blank=True, help_text=_("A few sentences for the council.")
    )
    report = RecordFileField(_("achievement report"), use=REPORT, blank=True)
    minutes = RecordFileField(_("minutes of the council"), use=MINUTES, blank=True)
    submitted_on = models.DateField(_("nomination received on"), default=today)
    council_on = models.DateField(_("council voted on"), null=True, blank=True, editable=False)
    votes_of = models.PositiveSmallIntegerField(
        _("members who voted"), null=True, blank=True, editable=False
    )
    returned_on = models.DateField(
        _("nomination returned on"), null=True, blank=True, editable=False
    )
    return_reason = models.TextField(_("what is to be completed"), blank=True, editable=False)
    decided_on = models.DateField(_("nomination decided on"), null=True, blank=True, editable=False)
    refused_on = models.DateField(_("nomination refused on"), null=True, blank=True, editable=False)
    refusal_reason = models.TextField(_("why it was refused"), blank=True, editable=False)
    withdrawn_on = models.DateField(
        _("nomination withdrawn on"), null=True, blank=True, editable=False
    )
    withdrawal_reason = models.TextField(_("why it was withdrawn"), blank=True, editable=False)

    objects = NominationQuerySet.as_manager()

    class Meta:
        verbose_name = _("honour nomination")
        verbose_name_plural = _("honour nominations")
        ordering = ["-submitted_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first_year=None) | Q(first_year__lte=F("year_rewarded")),
                name="honours_nomination_years_forward",
                violation_error_message=_("The first year lies after the year rewarded."),
            ),
            models.CheckConstraint(
                condition=Q(council_on=None, votes_of=None)
                | Q(council_on__isnull=False, votes_of__isnull=False)
                & Q(council_on__gte=F("submitted_on"), votes_of__gte=1),
                name="honours_nomination_voted_after_received",
            ),
            models.CheckConstraint(
                condition=_ended_with_reason("returned_on", "return_reason"),
                name="honours_nomination_returned_with_reason",
            ),
            models.CheckConstraint(
                condition=_ended_with_reason("refused_on", "refusal_reason"),
                name="honours_nomination_refused_with_reason",
            ),
            models.CheckConstraint(
                condition=_ended_with_reason("withdrawn_on", "withdrawal_reason"),
                name="honours_nomination_withdrawn_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None)
                | Q(decided_on__gte=F("submitted_on"), refused_on=None, withdrawn_on=None),
                name="honours_nomination_one_end",
            ),
        ]

    def __str__(self) -> str:
        return gettext("%(form)s, %(years)s: proposed by %(proposer)s") % {
            "form": self.form,
            "years": self.years_label,
            "proposer": self.proposer,
        }

    @property
    def state(self) -> NominationState:
        """Where the nomination stands; agrees with `NominationQuerySet.with_state`."""
        for day, state in (
            (self.withdrawn_on, NominationState.WITHDRAWN),
            (self.refused_on, NominationState.REFUSED),
            (self.decided_on, NominationState.DECIDED),
            (self.returned_on, NominationState.RETURNED),
            (self.council_on, NominationState.CONSIDERED),
        ):
            if day is not None:
                return state
        return NominationState.SUBMITTED

    @property
    @display(description=_("State of the nomination"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("Nominees for the honour"))
    def nominee_names(self) -> str:
        """Whom it names, for lists and exports."""
        return "; ".join(str(nominee) for nominee in self.nominees.all())

    def reader_keys(self) -> set[str]:
        """Let those who act for the proposer follow it."""
        return {organisation_key(self.proposer_id)}

    def clean(self) -> None:
        """Put texts in composed letters; refuse a future receipt and years that run backwards."""
        super().clean()
        self.summary = clean_lines(self.summary)
        validate_not_in_future("submitted_on", self.submitted_on)
        validate_years(self.first_year, self.year_rewarded, None)


class Nominee(HasSubject, Recorded):
    """Somebody named in a nomination, first as the proposer wrote the name.

    An association types names; the office says which record of the directory each one is,
    before anything is decided.
    """

    sort_order_field = "position"

    nomination = ParentalKey(
        Nomination,
        verbose_name=_("honour nomination"),
        on_delete=models.CASCADE,
        related_name="nominees",
    )
    written_name = models.CharField(
        _("name as written"),
        max_length=255,
        blank=True,
        help_text=_("As the proposer wrote it; empty where a record of the directory is named."),
    )
    achievement = models.TextField(_("achievement of the nominee"), blank=True)
    votes_for = models.PositiveSmallIntegerField(
        _("votes in favour"), null=True, blank=True, editable=False
    )
    position = models.PositiveSmallIntegerField(
        _("place among the nominees"), default=0, editable=False
    )

    class Meta:
        verbose_name = _("nominee")
        verbose_name_plural = _("nominees")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(organisation=None) | Q(person=None),
                name="honours_nominee_one_subject",
                violation_error_message=_("Name either a collective or a person."),
            ),
            models.UniqueConstraint(
                fields=["nomination", "organisation"],
                condition=Q(organisation__isnull=False),
                name="honours_nominee_collective_once",
                violation_error_message=_("This collective is named twice."),
            ),
            models.UniqueConstraint(
                fields=["nomination", "person"],
                condition=Q(person__isnull=False),
                name="honours_nominee_person_once",
                violation_error_message=_("This person is named twice."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.subject or self.written_name)

    @property
    def is_identified(self) -> bool:
        """Whether the office has said which record of the directory this is."""
        return self.subject is not None

    def history_owner(self) -> Recorded:
        """Stand in the history of the nomination."""
        return self.nomination

    def clean(self) -> None:
        """Refuse nobody, and a form that does not suit whom it is proposed for."""
        super().clean()
        self.written_name = clean(self.written_name)
        self.described_as = clean(self.described_as)
        self.achievement = clean_lines(self.achievement)
        if not self.written_name:
            validate_one_subject(self.organisation, self.person)
