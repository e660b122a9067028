"""A task of advice, critique or social appraisal, from its receipt to the closed file."""

from __future__ import annotations

from django.contrib.admin import display
from django.contrib.contenttypes.models import ContentType
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from lienhiep.advisory.choices import (
    DONE,
    FundSource,
    PerformerRole,
    TaskKind,
    TaskOrigin,
    TaskState,
)
from lienhiep.advisory.files import DOSSIER, MINUTES, REPLY, REPORT
from lienhiep.advisory.querysets import AdvisoryTaskQuerySet
from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded, RecordKey
from lienhiep.core.money_fields import MoneyField
from lienhiep.core.period import FIRST_YEAR, LAST_YEAR, today
from lienhiep.core.principals import ANYONE, organisation_key, person_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.core.validators import validate_not_before, validate_not_in_future


def _follows(later: str, earlier: str) -> Q:
    """Return that a day is unknown, or lies on or after one that is known."""
    return Q(**{later: None}) | Q(**{f"{earlier}__isnull": False, f"{later}__gte": F(earlier)})


class AdvisoryTask(Guarded, ClusterableModel):
    """A task of advice, critique or social appraisal (nhiệm vụ tư vấn, phản biện, giám định).

    Its state follows from dates, which only the verbs of this room set. A seat on another
    body's council and a comment on a draft are no tasks: they are counted for themselves.
    """

    title = models.CharField(_("title of the task"), max_length=400)
    kind = models.CharField(_("kind of advisory task"), max_length=20, choices=TaskKind.choices)
    origin = models.CharField(_("origin of the task"), max_length=20, choices=TaskOrigin.choices)
    asker = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("body that asks or receives the report"),
        on_delete=models.PROTECT,
        related_name="advisory_tasks_asked",
        help_text=_("For a task that the Union proposed: the body to which the report goes."),
    )
    decision = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("document that asks or assigns"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    in_year_list = models.PositiveSmallIntegerField(
        _("stands in the yearly list of"),
        null=True,
        blank=True,
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
        help_text=_("The year of the approved list, where the task stands in one: it is the plan."),
    )
    subject = models.TextField(
        _("what is judged"), blank=True, help_text=_("The scheme, its scope and the questions.")
    )
    dossier = RecordFileField(
        _("dossier"),
        use=DOSSIER,
        blank=True,
        help_text=_("What the experts work on; the members of the council open it."),
    )
    received_on = models.DateField(_("task received on"), default=today)
    due_on = models.DateField(_("report due on"), null=True, blank=True)
    is_public = models.BooleanField(
        _("on the public site"),
        default=False,
        help_text=_("Whether readers find the task on the site once the report is delivered."),
    )
    summary = models.TextField(
        _("summary for the site"),
        blank=True,
        help_text=_("What was judged and with which result; an empty line begins a paragraph."),
    )

    contract_number = models.CharField(_("contract number"), max_length=80, blank=True)
    contract_on = models.DateField(_("contract signed on"), null=True, blank=True)
    planned_amount = MoneyField(_("estimate (đồng)"), null=True, blank=True)
    fund_source = models.CharField(
        _("source of the money"), max_length=20, choices=FundSource.choices, blank=True
    )
    paid_amount = MoneyField(_("paid (đồng)"), null=True, blank=True, editable=False)
    paid_on = models.DateField(_("paid on"), null=True, blank=True, editable=False)

    accepted_on = models.DateField(_("task accepted on"), null=True, blank=True, editable=False)
    declined_on = models.DateField(_("task declined on"), null=True, blank=True, editable=False)
    decline_reason = models.TextField(_("why it was declined"), blank=True, editable=False)
    council_on = models.DateField(_("council set up on"), null=True, blank=True, editable=False)
    council_decision = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("decision that sets up the council"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    session_on = models.DateField(_("council met on"), null=True, blank=True, editable=False)
    present = models.PositiveSmallIntegerField(
        _("members present"), null=True, blank=True, editable=False
    )
    agreed = models.PositiveSmallIntegerField(
        _("members who agreed"), null=True, blank=True, editable=False
    )
    minutes = RecordFileField(_("minutes"), use=MINUTES, blank=True, editable=False)
    delivered_on = models.DateField(_("report delivered on"), null=True, blank=True, editable=False)
    report_file = RecordFileField(_("final report"), use=REPORT, blank=True, editable=False)
    replied_on = models.DateField(_("reply received on"), null=True, blank=True, editable=False)
    reply_file = RecordFileField(
        _("reply of the asking body"), use=REPLY, blank=True, editable=False
    )
    closed_on = models.DateField(_("file closed on"), null=True, blank=True, editable=False)
    closing_note = models.TextField(_("note at the closing"), blank=True, editable=False)
    cancelled_on = models.DateField(_("task cancelled on"), null=True, blank=True, editable=False)
    cancel_reason = models.TextField(_("why it was cancelled"), blank=True, editable=False)

    objects = AdvisoryTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("advisory task")
        verbose_name_plural = _("advisory tasks")
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on=None) | Q(due_on__gte=F("received_on")),
                name="advisory_task_due_after_received",
                violation_error_message=_("The report cannot be due before the task came in."),
            ),
            models.CheckConstraint(
                condition=_follows("accepted_on", "received_on"),
                name="advisory_task_accepted_after_received",
            ),
            models.CheckConstraint(
                condition=Q(declined_on=None, decline_reason="")
                | (
                    Q(
                        declined_on__isnull=False,
                        declined_on__gte=F("received_on"),
                        accepted_on=None,
                    )
                    & ~Q(decline_reason="")
                ),
                name="advisory_task_declined_with_reason",
            ),
            models.CheckConstraint(
                condition=_follows("council_on", "accepted_on"),
                name="advisory_task_council_after_accepted",
            ),
            models.CheckConstraint(
                condition=_follows("session_on", "council_on"),
                name="advisory_task_met_after_council",
            ),
            models.CheckConstraint(
                condition=_follows("delivered_on", "accepted_on"),
                name="advisory_task_delivered_after_accepted",
            ),
            models.CheckConstraint(
                condition=_follows("delivered_on", "session_on")
                | Q(session_on=None, council_on=None),
                name="advisory_task_delivered_after_met",
            ),
            models.CheckConstraint(
                condition=_follows("replied_on", "delivered_on"),
                name="advisory_task_replied_after_delivered",
            ),
            models.CheckConstraint(
                condition=_follows("closed_on", "delivered_on"),
                name="advisory_task_closed_after_delivered",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_on=None, cancel_reason="")
                | (
                    Q(
                        cancelled_on__isnull=False,
                        cancelled_on__gte=F("received_on"),
                        delivered_on=None,
                        declined_on=None,
                    )
                    & ~Q(cancel_reason="")
                ),
                name="advisory_task_cancelled_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(paid_on=None, paid_amount=None)
                | Q(paid_on__isnull=False, paid_amount__isnull=False),
                name="advisory_task_payment_whole",
            ),
            models.CheckConstraint(
                condition=Q(agreed=None) | Q(present__isnull=False, agreed__lte=F("present")),
                name="advisory_task_voices_possible",
            ),
        ]
        indexes = [
            models.Index(fields=["delivered_on"]),
            models.Index(fields=["due_on"]),
            models.Index(fields=["paid_on"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def state(self) -> TaskState:
        """Where the task stands; agrees with `AdvisoryTaskQuerySet.with_state`."""
        reached = (
            (self.cancelled_on, TaskState.CANCELLED),
            (self.declined_on, TaskState.DECLINED),
            (self.closed_on, TaskState.CLOSED),
            (self.replied_on, TaskState.REPLIED),
            (self.delivered_on, TaskState.DELIVERED),
            (self.session_on, TaskState.REVIEWED),
            (self.council_on, TaskState.COUNCIL),
            (self.accepted_on, TaskState.ACCEPTED),
        )
        return next((state for day, state in reached if day), TaskState.RECEIVED)

    @property
    @display(description=_("State of the task"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("kind of advisory task"))
    def kind_label(self) -> str:
        """The kind in words, for exports."""
        return str(self.get_kind_display())

    @property
    @display(description=_("origin of the task"))
    def origin_label(self) -> str:
        """The origin in words, for exports."""
        return str(self.get_origin_display())

    @property
    @display(description=_("Leading body"))
    def lead_label(self) -> str:
        """The body that leads the work, for lists."""
        leads = [row for row in self.performers.all() if row.role == PerformerRole.LEAD]
        return str(leads[0].organisation) if leads else ""

    @property
    @display(description=_("Performing bodies"))
    def performers_label(self) -> str:
        """The performing bodies, the leading one first."""
        return ", ".join(str(row.organisation) for row in self.performers.all())

    @property
    def is_done(self) -> bool:
        """Whether the final report has been delivered."""
        return self.state in DONE

    @property
    def is_open_to_readers(self) -> bool:
        """Whether the task stands on the public site; agrees with `open_to_readers`."""
        return self.is_public and self.is_done

    def expert_keys(self) -> set[str]:
        """Return the keys of the experts named for the council, who have not left it."""
        seats = self.council.all()
        return {person_key(seat.person_id) for seat in seats if seat.left_on is None}

    def reader_keys(self) -> set[str]:
        """Let the experts and the performing bodies read it, and anyone what is public."""
        keys = self.expert_keys()
        keys |= {organisation_key(row.organisation_id) for row in self.performers.all()}
        return keys | {ANYONE} if self.is_open_to_readers else keys

    def clean(self) -> None:
        """Put texts in composed letters; refuse a future receipt and impossible days."""
        super().clean()
        self.title = clean(self.title)
        self.contract_number = clean(self.contract_number)
        self.subject = clean_lines(self.subject)
        self.summary = clean_lines(self.summary)
        if self.received_on:
            validate_not_in_future("received_on", self.received_on)
            validate_not_before("due_on", self.due_on, self.received_on)

    def after_recorded(self) -> None:
        """Open or close the recommendations together with their task."""
        was_open = RecordKey.objects.filter(
            content_type=ContentType.objects.get_for_model(AdvisoryTask),
            object_id=self.pk,
            key=ANYONE,
        ).exists()
        super().after_recorded()
        if was_open != self.is_open_to_readers:
            rows = list(self.recommendations.select_related("task"))
            self.recommendations.model.after_all_recorded(rows)
