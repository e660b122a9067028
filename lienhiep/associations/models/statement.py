"""How many members an association has: what it states once a year (số liệu hội viên)."""

from __future__ import annotations

from django.contrib.admin import display
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.associations.choices import StatementChannel, StatementState
from lienhiep.associations.querysets import MemberStatementQuerySet
from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import organisation_key
from lienhiep.core.text import clean_lines
from lienhiep.core.validators import validate_not_in_future
from lienhiep.directory.models import KEEPABLE

PARTS_OF_MEMBERS = ("women", "young", "professors", "doctors", "masters")
"""Members counted among all; professors hold a doctorate as well, so these may overlap."""


class MemberStatement(Guarded):
    """The members of an association on a day, as it states them; numbers, never names."""

    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("association that states"),
        on_delete=models.PROTECT,
        related_name="member_statements",
        limit_choices_to=KEEPABLE,
    )
    on = models.DateField(
        _("numbers as of"), help_text=_("The day on which they stood, such as 31 December.")
    )
    members = models.PositiveIntegerField(_("members in all"))
    women = models.PositiveIntegerField(_("women among the members"), null=True, blank=True)
    young = models.PositiveIntegerField(_("members up to 35 years"), null=True, blank=True)
    professors = models.PositiveIntegerField(
        _("professors and associate professors"), null=True, blank=True
    )
    doctors = models.PositiveIntegerField(
        _("doctors of science"), null=True, blank=True, help_text=_("Professors among them.")
    )
    masters = models.PositiveIntegerField(_("masters"), null=True, blank=True)
    branches = models.PositiveIntegerField(_("branches and clubs"), null=True, blank=True)
    given_by = models.ForeignKey(
        "directory.Person",
        verbose_name=_("stated by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="member_statements",
        limit_choices_to=KEEPABLE,
    )
    channel = models.CharField(
        _("how the numbers came"),
        max_length=20,
        choices=StatementChannel.choices,
        default=StatementChannel.OFFICE,
    )
    note = models.TextField(_("note on the numbers"), blank=True)
    taken_back_on = models.DateField(
        _("numbers taken back on"), null=True, blank=True, editable=False
    )
    taken_back_reason = models.TextField(
        _("why the numbers were taken back"), blank=True, editable=False
    )

    objects = MemberStatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("statement of members")
        verbose_name_plural = _("statements of members")
        ordering = ["-on", "organisation__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "on"],
                condition=Q(taken_back_on=None),
                name="associations_memberstatement_once",
                violation_error_message=_("The association has stated its numbers of that day."),
            ),
            *[
                models.CheckConstraint(
                    condition=Q(**{part: None}) | Q(**{f"{part}__lte": F("members")}),
                    name=f"associations_memberstatement_{part}",
                    violation_error_message=_("A part cannot be more than the whole."),
                )
                for part in PARTS_OF_MEMBERS
            ],
            models.CheckConstraint(
                condition=Q(taken_back_on=None, taken_back_reason="")
                | (Q(taken_back_on__isnull=False) & ~Q(taken_back_reason="")),
                name="associations_memberstatement_taken_back_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "on"])]

    def __str__(self) -> str:
        return gettext("%(organisation)s, %(day)s") % {
            "organisation": self.organisation,
            "day": f"{self.on:%d/%m/%Y}",
        }

    @property
    def state(self) -> StatementState:
        """Whether it counts; agrees with `MemberStatementQuerySet.with_state`."""
        return StatementState.TAKEN_BACK if self.taken_back_on else StatementState.STANDING

    @property
    @display(description=_("State of the statement"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    def reader_keys(self) -> set[str]:
        """Let the association read its own."""
        return {organisation_key(self.organisation_id)}

    def clean(self) -> None:
        """Refuse a day to come, and a part that is more than the whole."""
        super().clean()
        self.note = clean_lines(self.note)
        validate_not_in_future("on", self.on)
        if self.members is None:
            return
        too_many = {
            part: gettext("More than the %(members)s members in all.") % {"members": self.members}
            for part in PARTS_OF_MEMBERS
            if (getattr(self, part) or 0) > self.members
        }
        if (
            self.doctors is not None
            and self.professors is not None
            and self.professors > self.doctors
        ):
            too_many.setdefault(
                "professors", gettext("Professors are counted among the doctors as well.")
            )
        if (self.doctors or 0) + (self.masters or 0) > self.members:
            too_many.setdefault(
                "masters", gettext("Doctors and masters together are more than the members.")
            )
        if too_many:
            raise ValidationError(too_many)
