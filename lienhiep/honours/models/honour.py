"""An honour given or received."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.money_fields import MoneyField
from lienhiep.core.principals import ANYONE, organisation_key, person_key
from lienhiep.core.text import clean, clean_lines, fold
from lienhiep.core.validators import validate_not_before, validate_not_in_future
from lienhiep.directory.choices import OrganisationKind
from lienhiep.honours.childhood import is_child_on
from lienhiep.honours.choices import Direction, HonourState, SubjectKind
from lienhiep.honours.files import CERTIFICATE
from lienhiep.honours.models.form import HonourForm
from lienhiep.honours.models.subject import ONE_SUBJECT, HasSubject, RewardsYears
from lienhiep.honours.querysets import HonourQuerySet
from lienhiep.honours.validators import (
    validate_body_suits,
    validate_form_suits,
    validate_one_subject,
    validate_years,
)

KEY_LENGTH = 2000


class Honour(HasSubject, RewardsYears, Guarded):
    """One honour of one subject (khen thưởng), from its proposal to its conferral.

    Three dates are never mixed: the year that is rewarded, the day of the decision, and the
    day on which it is handed over. The state follows from them.
    """

    history_ignored = frozenset({"search_key"})

    form = models.ForeignKey(
        HonourForm, verbose_name=_("form of honour"), on_delete=models.PROTECT, related_name="+"
    )
    direction = models.CharField(
        _("given or received"), max_length=10, choices=Direction.choices, editable=False
    )
    awarding_body = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("awarded by"),
        on_delete=models.PROTECT,
        related_name="honours_awarded",
    )
    subject_kind = models.CharField(
        _("collective or person"), max_length=10, choices=SubjectKind.choices, editable=False
    )
    achievement = models.TextField(
        _("achievement"), blank=True, help_text=_("In the words of the decision.")
    )
    decision = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("decision in the register of documents"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="honours_decided",
    )
    decision_symbol = models.CharField(
        _("number and symbol of the decision"),
        max_length=60,
        blank=True,
        help_text=_("Only where the decision does not stand in the register of documents."),
    )
    decided_on = models.DateField(_("honour decided on"), null=True, blank=True)
    conferred_on = models.DateField(_("handed over on"), null=True, blank=True)
    occasion = models.CharField(
        _("handed over at"), max_length=255, blank=True, help_text=_("The ceremony or conference.")
    )
    certificate_number = models.CharField(
        _("number in the honours register"), max_length=40, blank=True
    )
    money = MoneyField(_("reward in money"), null=True, blank=True)
    file = RecordFileField(_("scan of the certificate or decision"), use=CERTIFICATE, blank=True)
    is_public = models.BooleanField(
        _("honour on the public site"),
        default=True,
        help_text=_("A child stands there without a name unless a consent allows it."),
    )
    concerns_child = models.BooleanField(_("honour of a child"), default=False, editable=False)
    nominee = models.OneToOneField(
        "honours.Nominee",
        verbose_name=_("nominated as"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="honour",
    )
    revoked_on = models.DateField(_("honour revoked on"), null=True, blank=True, editable=False)
    revocation_reason = models.TextField(_("reason of revocation"), blank=True, editable=False)
    search_key = models.CharField(max_length=KEY_LENGTH, editable=False)

    objects = HonourQuerySet.as_manager()

    class Meta:
        verbose_name = _("honour")
        verbose_name_plural = _("honours")
        ordering = ["-year_rewarded", "-decided_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=ONE_SUBJECT,
                name="honours_honour_one_subject",
                violation_error_message=_("Name either a collective or a person."),
            ),
            models.CheckConstraint(
                condition=~Q(subject_kind=SubjectKind.PERSON, person=None)
                & ~Q(subject_kind=SubjectKind.COLLECTIVE, organisation=None),
                name="honours_honour_kind_of_subject",
            ),
            models.CheckConstraint(
                condition=Q(first_year=None) | Q(first_year__lte=F("year_rewarded")),
                name="honours_honour_years_forward",
                violation_error_message=_("The first year lies after the year rewarded."),
            ),
            models.CheckConstraint(
                condition=Q(conferred_on=None)
                | Q(decided_on__isnull=False, conferred_on__gte=F("decided_on")),
                name="honours_honour_conferred_after_decided",
                violation_error_message=_("An honour is handed over after it is decided."),
            ),
            models.CheckConstraint(
                condition=Q(revoked_on=None, revocation_reason="")
                | (
                    Q(revoked_on__isnull=False, decided_on__isnull=False)
                    & Q(revoked_on__gte=F("decided_on"))
                    & ~Q(revocation_reason="")
                ),
                name="honours_honour_revoked_with_reason",
            ),
            models.UniqueConstraint(
                fields=["form", "awarding_body", "organisation", "year_rewarded", "ground"],
                condition=Q(organisation__isnull=False, revoked_on=None),
                name="honours_honour_once_for_collective",
                violation_error_message=_(
                    "This collective has this honour of this body for this year already."
                ),
            ),
            models.UniqueConstraint(
                fields=["form", "awarding_body", "person", "year_rewarded", "ground"],
                condition=Q(person__isnull=False, revoked_on=None),
                name="honours_honour_once_for_person",
                violation_error_message=_(
                    "This person has this honour of this body for this year already."
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["year_rewarded", "form"]),
            models.Index(fields=["decided_on"]),
        ]

    def __str__(self) -> str:
        return gettext("%(form)s, %(years)s: %(subject)s") % {
            "form": self.form,
            "years": self.years_label,
            "subject": self.subject,
        }

    @property
    def state(self) -> HonourState:
        """Where the honour stands; agrees with `HonourQuerySet.with_state`."""
        if self.revoked_on:
            return HonourState.REVOKED
        if self.conferred_on:
            return HonourState.CONFERRED
        return HonourState.DECIDED if self.decided_on else HonourState.PROPOSED

    @property
    @display(description=_("State of the honour"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("Who is honoured"))
    def subject_name(self) -> str:
        """The collective or the person by name, for lists and exports of the office."""
        return str(self.subject)

    @property
    @display(description=_("Decision on the honour"))
    def decision_label(self) -> str:
        """The decision by number and symbol, from the register of documents or as typed."""
        return str(self.decision) if self.decision_id is not None else self.decision_symbol

    @property
    @display(description=_("Collective or person"))
    def subject_kind_label(self) -> str:
        """Collective or person in words, for exports."""
        return str(self.get_subject_kind_display())

    @property
    def is_given(self) -> bool:
        """Whether the Union gives this honour."""
        return self.direction == Direction.GIVEN

    @property
    def is_open_to_readers(self) -> bool:
        """Whether the honour stands on the public site, if perhaps without a name."""
        return self.is_public and self.decided_on is not None and self.revoked_on is None

    def reader_keys(self) -> set[str]:
        """Let anyone read what is public, a child's excepted, and people their own.

        A consent to name a child may be withdrawn any day; so a child's honour is open to
        nobody by a stored key, and public pages ask for the consent each time.
        """
        keys = set()
        if self.decided_on is not None:
            if self.organisation_id is not None:
                keys.add(organisation_key(self.organisation_id))
            else:
                keys.add(person_key(self.person_id))
        if self.nominee is not None:
            keys.add(organisation_key(self.nominee.nomination.proposer_id))
        if self.is_open_to_readers and not self.concerns_child:
            keys.add(ANYONE)
        return keys

    def tidy(self) -> None:
        """Put texts in composed letters; work out what follows from the subject and the body."""
        self.achievement = clean_lines(self.achievement)
        for name in ("described_as", "decision_symbol", "occasion", "certificate_number"):
            setattr(self, name, clean(getattr(self, name)))
        is_collective = self.organisation_id is not None
        self.subject_kind = SubjectKind.COLLECTIVE if is_collective else SubjectKind.PERSON
        self.direction = direction_of(self.awarding_body)
        self.concerns_child = self.person_id is not None and (
            self.is_pupil or is_child_on(self.person, self.decided_on)
        )
        self.search_key = fold(
            " ".join([self.form.name, self.awarding_body.name, self.achievement])
        )[:KEY_LENGTH]

    def clean(self) -> None:
        """Refuse two subjects or none, a form that does not suit, and dates out of order."""
        super().clean()
        is_whole = self.form_id is not None and self.awarding_body_id is not None
        if is_whole:
            self.tidy()
        validate_one_subject(self.organisation, self.person)
        if self.form_id is not None:
            validate_form_suits(self.form, is_person=self.person_id is not None)
        for name in ("decided_on", "conferred_on"):
            validate_not_in_future(name, getattr(self, name))
        validate_not_before("conferred_on", self.conferred_on, self.decided_on)
        validate_years(self.first_year, self.year_rewarded, self.decided_on)
        if is_whole:
            validate_body_suits(self.form, is_given=self.is_given)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with what follows from the subject and the body."""
        self.tidy()
        super().save(*args, **kwargs)


def direction_of(awarding_body: Any) -> Direction:
    """Return whether an honour of this body is given by the Union.

    The Union's own committees (a contest's organising committee with the Union above it)
    give in its name.
    """
    if awarding_body.kind == OrganisationKind.OWN_UNION:
        return Direction.GIVEN
    above = awarding_body.parent
    is_of_the_union = above is not None and above.kind == OrganisationKind.OWN_UNION
    if awarding_body.kind == OrganisationKind.COMMITTEE and is_of_the_union:
        return Direction.GIVEN
    return Direction.RECEIVED
