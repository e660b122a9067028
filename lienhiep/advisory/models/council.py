"""The Union's own council for a task: its members, their papers, what it recommends."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.advisory.choices import Answer, CouncilRole, Interest
from lienhiep.advisory.files import OPINION
from lienhiep.advisory.models.task import AdvisoryTask
from lienhiep.advisory.querysets import (
    CouncilMemberQuerySet,
    OpinionQuerySet,
    RecommendationQuerySet,
)
from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.principals import ANYONE, person_key
from lienhiep.core.text import clean_lines, format_date


class CouncilMember(Guarded):
    """A member of the council for a task, with what they say of a conflict of interest."""

    task = models.ForeignKey(
        AdvisoryTask,
        verbose_name=_("advisory task"),
        on_delete=models.CASCADE,
        related_name="council",
    )
    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("expert"),
        on_delete=models.PROTECT,
        related_name="advisory_seats",
    )
    role = models.CharField(
        _("part in the council"),
        max_length=20,
        choices=CouncilRole.choices,
        default=CouncilRole.MEMBER,
    )
    opinion_due_on = models.DateField(
        _("paper due on"),
        null=True,
        blank=True,
        help_text=_("Leave it empty where the member owes no paper of their own."),
    )
    interest = models.CharField(
        _("conflict of interest"),
        max_length=20,
        choices=Interest.choices,
        default=Interest.NOT_SAID,
        editable=False,
    )
    interest_note = models.TextField(_("words of the statement"), blank=True, editable=False)
    interest_on = models.DateField(_("interest stated on"), null=True, blank=True, editable=False)
    left_on = models.DateField(_("left the council on"), null=True, blank=True, editable=False)
    left_reason = models.TextField(_("why the member left"), blank=True, editable=False)

    objects = CouncilMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("member of an advisory council")
        verbose_name_plural = _("members of advisory councils")
        ordering = ["task", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "person"],
                name="advisory_councilmember_once",
                violation_error_message=_("This person is a member of the council already."),
            ),
            models.CheckConstraint(
                condition=Q(interest=Interest.NOT_SAID, interest_on=None)
                | (~Q(interest=Interest.NOT_SAID) & Q(interest_on__isnull=False)),
                name="advisory_councilmember_statement_dated",
            ),
            models.CheckConstraint(
                condition=~Q(interest=Interest.CONFLICT) | ~Q(interest_note=""),
                name="advisory_councilmember_conflict_in_words",
            ),
            models.CheckConstraint(
                condition=Q(left_on=None, left_reason="")
                | (Q(left_on__isnull=False) & ~Q(left_reason="")),
                name="advisory_councilmember_left_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return gettext("%(role)s: %(person)s") % {
            "role": self.get_role_display(),
            "person": self.person,
        }

    @property
    @display(description=_("part in the council"))
    def role_label(self) -> str:
        """The part in words, for exports."""
        return str(self.get_role_display())

    @property
    @display(description=_("conflict of interest"))
    def interest_label(self) -> str:
        """The statement in words, for exports."""
        return str(self.get_interest_display())

    @property
    def opinion_on(self) -> date | None:
        """The day on which the paper that stands was received, if it was."""
        standing = [paper for paper in self.opinions.all() if paper.returned_on is None]
        return standing[0].received_on if standing else None

    @property
    @display(description=_("Paper received on"))
    def opinion_day(self) -> str:
        """That day as an office writes it, for lists and exports."""
        return format_date(self.opinion_on) if self.opinion_on else ""

    @property
    def owes_opinion(self) -> bool:
        """Whether a paper is still owed."""
        return self.left_on is None and bool(self.opinion_due_on) and self.opinion_on is None

    def reader_keys(self) -> set[str]:
        """Let the expert read their own seat; the office reads all."""
        return {person_key(self.person_id)} if self.left_on is None else set()

    def after_recorded(self) -> None:
        """Let the expert read the task, or read it no longer."""
        super().after_recorded()
        self.task.refresh_keys()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove the member, who reads the task no longer."""
        task = self.task
        result = super().delete(*args, **kwargs)
        if AdvisoryTask.objects.filter(pk=task.pk).exists():
            task.refresh_keys()
        return result


class Opinion(Guarded):
    """The paper of an expert (bài nhận xét, báo cáo chuyên đề) as it was handed in."""

    member = models.ForeignKey(
        CouncilMember,
        verbose_name=_("member of an advisory council"),
        on_delete=models.CASCADE,
        related_name="opinions",
    )
    received_on = models.DateField(_("paper received on"))
    words = models.TextField(_("gist of the paper"), blank=True)
    paper = RecordFileField(_("paper of the expert"), use=OPINION, blank=True)
    returned_on = models.DateField(_("given back on"), null=True, blank=True, editable=False)
    return_reason = models.TextField(_("what is to be completed"), blank=True, editable=False)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        verbose_name = _("expert's paper")
        verbose_name_plural = _("experts' papers")
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member"],
                condition=Q(returned_on=None),
                name="advisory_opinion_one_stands",
            ),
            models.CheckConstraint(
                condition=Q(returned_on=None, return_reason="")
                | (
                    Q(returned_on__isnull=False, returned_on__gte=F("received_on"))
                    & ~Q(return_reason="")
                ),
                name="advisory_opinion_returned_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return gettext("Paper of %(person)s") % {"person": self.member.person}

    def reader_keys(self) -> set[str]:
        """Let the expert read their own paper; the office reads all, nobody else any."""
        return {person_key(self.member.person_id)}

    def clean(self) -> None:
        """Put the text in composed letters."""
        super().clean()
        self.words = clean_lines(self.words)


class Recommendation(Guarded):
    """One recommendation of a final report (kiến nghị), and what became of it."""

    task = models.ForeignKey(
        AdvisoryTask,
        verbose_name=_("advisory task"),
        on_delete=models.CASCADE,
        related_name="recommendations",
    )
    position = models.PositiveSmallIntegerField(_("number of the recommendation"))
    text = models.TextField(_("recommendation"))
    answer = models.CharField(
        _("answer of the asking body"),
        max_length=20,
        choices=Answer.choices,
        default=Answer.OPEN,
        editable=False,
    )
    answer_reason = models.TextField(_("explanation of the answer"), blank=True, editable=False)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        verbose_name = _("recommendation of a report")
        verbose_name_plural = _("recommendations of reports")
        ordering = ["task", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "position"], name="advisory_recommendation_number"
            ),
            models.CheckConstraint(
                condition=~Q(answer=Answer.REFUSED) | ~Q(answer_reason=""),
                name="advisory_recommendation_refused_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    @property
    @display(description=_("answer of the asking body"))
    def answer_label(self) -> str:
        """The answer in words, for exports."""
        return str(self.get_answer_display())

    def reader_keys(self) -> set[str]:
        """Let anyone read the recommendations of a task that is public."""
        return {ANYONE} if self.task.is_open_to_readers else set()

    def clean(self) -> None:
        """Put the text in composed letters."""
        super().clean()
        self.text = clean_lines(self.text)
