"""What an organisation is in the Union, and from when to when."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.associations.choices import (
    LeavingGround,
    MembershipKind,
    MembershipState,
    WorkField,
)
from lienhiep.associations.files import CHARTER, FOUNDING_DECISION
from lienhiep.associations.querysets import MembershipQuerySet
from lienhiep.associations.validators import covers, validate_stretch, written
from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.period import today
from lienhiep.core.principals import ANYONE, organisation_key
from lienhiep.core.text import clean, clean_lines, fold
from lienhiep.directory.models import KEEPABLE


class Membership(Guarded):
    """The time in which an organisation belongs to the Union as one kind of member.

    Both days belong to it. An organisation that becomes another kind of member leaves as the
    one and enters as the other, so that each number of the past can be counted again.
    """

    history_ignored = frozenset({"purpose_key"})

    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("organisation in the Union"),
        on_delete=models.PROTECT,
        related_name="union_memberships",
        limit_choices_to=KEEPABLE,
    )
    kind = models.CharField(
        _("kind of membership"),
        max_length=20,
        choices=MembershipKind.choices,
        default=MembershipKind.MEMBER_ASSOCIATION,
    )
    work_field = models.CharField(
        _("field of science"), max_length=20, choices=WorkField.choices, default=WorkField.GENERAL
    )
    purpose = models.TextField(
        _("what it does"),
        blank=True,
        help_text=_("A few sentences for readers of the site; an empty line begins a paragraph."),
    )
    since = models.DateField(_("member since"))
    until = models.DateField(
        _("member until"), null=True, blank=True, editable=False, help_text=_("The last day.")
    )
    admission_decision = models.CharField(
        _("decision of admission"),
        max_length=150,
        blank=True,
        help_text=_("Number and day, as written."),
    )
    leaving_ground = models.CharField(
        _("ground of leaving"),
        max_length=20,
        choices=LeavingGround.choices,
        blank=True,
        editable=False,
    )
    leaving_reason = models.TextField(_("reason of leaving the Union"), blank=True, editable=False)
    leaving_decision = models.CharField(
        _("decision on leaving"), max_length=150, blank=True, editable=False
    )
    supervisor = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("supervising department"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to=KEEPABLE,
        help_text=_("The department of the province that looks after its field."),
    )
    national_parent = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("national association"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to=KEEPABLE,
        help_text=_("The association of the whole country to which it belongs as well."),
    )
    founding_decision = models.CharField(
        _("decision founding it"), max_length=150, blank=True, help_text=_("Number and day.")
    )
    founding_file = RecordFileField(_("founding decision, file"), use=FOUNDING_DECISION, blank=True)
    charter = models.CharField(
        _("decision approving the charter"),
        max_length=150,
        blank=True,
        help_text=_("Number and day."),
    )
    charter_file = RecordFileField(_("charter, file"), use=CHARTER, blank=True)
    is_public = models.BooleanField(
        _("association on the public site"),
        default=True,
        help_text=_("Whether readers of the site find its page."),
    )

    purpose_key = models.TextField(editable=False, default="")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership in the Union")
        verbose_name_plural = _("memberships in the Union")
        ordering = ["organisation__sort_key", "since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(until=None),
                name="associations_membership_open_once",
                violation_error_message=_("This organisation belongs to the Union already."),
            ),
            models.UniqueConstraint(
                fields=["organisation", "since"],
                name="associations_membership_begins_once",
                violation_error_message=_("A membership of this organisation began on that day."),
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="associations_membership_days_in_order",
                violation_error_message=_("A membership cannot end before its first day."),
            ),
            models.CheckConstraint(
                condition=Q(until=None, leaving_ground="", leaving_reason="")
                | (Q(until__isnull=False) & ~Q(leaving_ground="") & ~Q(leaving_reason="")),
                name="associations_membership_left_with_reason",
                violation_error_message=_("An end of membership needs its ground and its reason."),
            ),
        ]
        indexes = [models.Index(fields=["kind", "since", "until"])]

    def __str__(self) -> str:
        return str(self.organisation)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the membership with the key by which its purpose is found."""
        self.tidy()
        super().save(*args, **kwargs)

    def tidy(self) -> None:
        """Keep the key in step with what the association does."""
        self.purpose_key = fold(self.purpose)

    def state_on(self, day: date) -> MembershipState:
        """Where the membership stands on a day."""
        if self.since > day:
            return MembershipState.COMING
        if self.until is not None and self.until < day:
            return MembershipState.LEFT
        return MembershipState.ACTIVE

    @property
    def state(self) -> MembershipState:
        """Where the membership stands today; agrees with `MembershipQuerySet.with_state`."""
        return self.state_on(today())

    @property
    @display(description=_("State of the membership"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    def reader_keys(self) -> set[str]:
        """Let the association read its own, and anyone what stands on the site."""
        keys = {organisation_key(self.organisation_id)}
        return keys | {ANYONE} if self.is_public else keys

    def clean(self) -> None:
        """Put texts in composed letters; refuse a time that shares a day with another one."""
        super().clean()
        for name in ("admission_decision", "founding_decision", "charter", "leaving_decision"):
            setattr(self, name, clean(getattr(self, name)))
        self.purpose = clean_lines(self.purpose)
        self.leaving_reason = clean_lines(self.leaving_reason)
        validate_stretch(self.since, self.until, "until")
        if self.since and self.organisation_id:
            self._refuse_overlap()

    def _refuse_overlap(self) -> None:
        others = Membership.objects.filter(organisation=self.organisation_id).exclude(pk=self.pk)
        for other in others:
            later, earlier = (self, other) if self.since >= other.since else (other, self)
            if covers(earlier.since, earlier.until, later.since):
                raise ValidationError({"since": self._overlap_message(other)})

    @staticmethod
    def _overlap_message(other: Membership) -> str:
        if other.until is None:
            return gettext("This organisation belongs to the Union since %(since)s.") % {
                "since": written(other.since)
            }
        return gettext("This organisation belonged to the Union from %(since)s to %(until)s.") % {
            "since": written(other.since),
            "until": written(other.until),
        }

    @classmethod
    def of_organisation(cls, organisation: Any) -> Membership | None:
        """Return the membership that holds today or held last, if there is one."""
        return cls.objects.filter(organisation=organisation).order_by("-since").first()
