"""Projects that others pay for, reported in counts and never in names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lienhiep.advisory.choices import PartnerRole, ProjectState
from lienhiep.advisory.querysets import FundedProjectQuerySet, ProjectReportQuerySet
from lienhiep.core.guarding import Guarded
from lienhiep.core.history import Recorded
from lienhiep.core.money_fields import MoneyField
from lienhiep.core.period import today
from lienhiep.core.principals import ANYONE
from lienhiep.core.text import clean, clean_lines, format_date
from lienhiep.core.validators import validate_not_before, validate_not_in_future


class FundedProject(Guarded, ClusterableModel):
    """A project paid for by a donor (dự án tài trợ), with its partners and its reports."""

    title = models.CharField(_("title of the funded project"), max_length=400)
    starts_on = models.DateField(_("project begins on"))
    ends_on = models.DateField(_("project ends on"))
    budget = MoneyField(_("budget of the project (đồng)"), null=True, blank=True)
    decision = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("decision that approves the project"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    aim = models.TextField(_("aim of the project"), blank=True)
    is_public = models.BooleanField(
        _("on the public site"), default=True, help_text=_("Title, partners, time and counts.")
    )
    stopped_on = models.DateField(_("project stopped on"), null=True, blank=True, editable=False)
    stop_reason = models.TextField(_("why the project was stopped"), blank=True, editable=False)

    objects = FundedProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("funded project")
        verbose_name_plural = _("funded projects")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="advisory_project_ends_after_start",
                violation_error_message=_("The project ends before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(stopped_on=None, stop_reason="")
                | (Q(stopped_on__isnull=False, stopped_on__lte=F("ends_on")) & ~Q(stop_reason="")),
                name="advisory_project_stopped_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def state(self) -> ProjectState:
        """Where the project stands today; agrees with `FundedProjectQuerySet.with_state`."""
        if self.stopped_on:
            return ProjectState.STOPPED
        if self.ends_on < today():
            return ProjectState.ENDED
        return ProjectState.COMING if self.starts_on > today() else ProjectState.RUNNING

    @property
    @display(description=_("State of the project"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("Partners of the project"))
    def partners_label(self) -> str:
        """The donors and partners in their order."""
        return ", ".join(str(row.organisation) for row in self.partners.all())

    @property
    def is_open_to_readers(self) -> bool:
        """Whether the project stands on the public site; agrees with `open_to_readers`."""
        return self.is_public

    def reader_keys(self) -> set[str]:
        """Let anyone read what is public; staff read all."""
        return {ANYONE} if self.is_open_to_readers else set()

    def clean(self) -> None:
        """Put the texts in composed letters; refuse an end before the beginning."""
        super().clean()
        self.title = clean(self.title)
        self.aim = clean_lines(self.aim)
        if self.starts_on:
            validate_not_before("ends_on", self.ends_on, self.starts_on)


class ProjectPartner(Recorded):
    """An organisation that pays for a project, manages it, or carries it out."""

    sort_order_field = "position"

    project = ParentalKey(
        FundedProject,
        verbose_name=_("funded project"),
        on_delete=models.CASCADE,
        related_name="partners",
    )
    organisation = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("partner organisation"),
        on_delete=models.PROTECT,
        related_name="funded_projects",
    )
    role = models.CharField(
        _("part in the project"),
        max_length=20,
        choices=PartnerRole.choices,
        default=PartnerRole.DONOR,
    )
    position = models.PositiveSmallIntegerField(
        _("place among the partners"), default=0, editable=False
    )

    class Meta:
        verbose_name = _("partner of a funded project")
        verbose_name_plural = _("partners of a funded project")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "organisation", "role"], name="advisory_projectpartner_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    def history_owner(self) -> Recorded:
        """Stand in the history of the project."""
        return self.project

    def after_recorded(self) -> None:
        """Let readers find the project by the name."""
        super().after_recorded()
        self.project.after_recorded()

    @classmethod
    def after_all_recorded(cls, rows: Sequence[ProjectPartner]) -> None:
        """Do so once for each project, however many partners it has."""
        projects = list({row.project_id: row.project for row in rows}.values())
        FundedProject.after_all_recorded(projects)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove the partner, by whose name the project is found no longer."""
        project = self.project
        result = super().delete(*args, **kwargs)
        project.after_recorded()
        return result


class ProjectReport(Guarded):
    """What a project reached in a stretch of time, in counts only.

    There is no field for a name, a case or a note, so that nobody who was helped can be
    written down here: the HIV/AIDS project must never keep who they are (law 91/2025/QH15).
    """

    project = models.ForeignKey(
        FundedProject,
        verbose_name=_("funded project"),
        on_delete=models.CASCADE,
        related_name="reports",
    )
    since = models.DateField(_("report covers from"))
    until = models.DateField(_("report covers until"))
    reported_on = models.DateField(_("project reported on"))
    beneficiaries = models.PositiveIntegerField(
        _("people reached (count)"),
        help_text=_("How many times people were reached. Never write down who they are."),
    )
    activities = models.PositiveIntegerField(_("activities held (count)"), default=0)
    spent = MoneyField(_("money spent (đồng)"), null=True, blank=True)
    voided_on = models.DateField(_("report voided on"), null=True, blank=True, editable=False)
    void_reason = models.TextField(_("why the report was voided"), blank=True, editable=False)

    objects = ProjectReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report of a funded project")
        verbose_name_plural = _("reports of funded projects")
        ordering = ["-until", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="advisory_projectreport_time_forward"
            ),
            models.CheckConstraint(
                condition=Q(reported_on__gte=F("since")),
                name="advisory_projectreport_reported_after_start",
            ),
            models.CheckConstraint(
                condition=Q(voided_on=None, void_reason="")
                | (Q(voided_on__isnull=False) & ~Q(void_reason="")),
                name="advisory_projectreport_voided_with_reason",
            ),
            models.UniqueConstraint(
                fields=["project", "since", "until"],
                condition=Q(voided_on=None),
                name="advisory_projectreport_once",
            ),
        ]
        indexes = [models.Index(fields=["until"])]

    def __str__(self) -> str:
        return gettext("%(project)s, %(since)s to %(until)s") % {
            "project": self.project,
            "since": format_date(self.since),
            "until": format_date(self.until),
        }

    def clean(self) -> None:
        """Refuse time that runs backwards and a report from the future."""
        super().clean()
        if self.since and self.until:
            validate_not_before("until", self.until, self.since)
        if self.reported_on:
            validate_not_in_future("reported_on", self.reported_on)
