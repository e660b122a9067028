"""An issue of the journal, from its planning to its withdrawal."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.admin import display
from django.contrib.contenttypes.models import ContentType
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded, RecordKey
from lienhiep.core.period import FIRST_YEAR, LAST_YEAR
from lienhiep.core.principals import ANYONE
from lienhiep.journal.choices import IssueState, Stage
from lienhiep.journal.files import PRINT_FILE
from lienhiep.journal.models.licence import Licence
from lienhiep.journal.querysets import IssueNumberQuerySet, IssueQuerySet
from lienhiep.journal.validators import validate_numbers_free


class Issue(Guarded):
    """One printed booklet of the journal (số tập san); a double number counts as two.

    Its stage is typed while it is being made. From the signature on, its state follows
    from dates, which only the verbs of this room set.
    """

    year = models.PositiveSmallIntegerField(
        _("issue year"), validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )
    number = models.PositiveSmallIntegerField(
        _("issue number"), validators=[MinValueValidator(1), MaxValueValidator(99)]
    )
    number_count = models.PositiveSmallIntegerField(
        _("numbers in this issue"),
        default=1,
        choices=[(1, _("A single number")), (2, _("A double number, such as 5+6"))],
        help_text=_("A double number bears this number and the next, and counts as two."),
    )
    month = models.PositiveSmallIntegerField(
        _("month on the cover"), validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    title = models.CharField(_("theme of the issue"), max_length=255, blank=True)
    stage = models.CharField(
        _("stage of work"), max_length=20, choices=Stage.choices, default=Stage.PLANNED
    )
    planned_on = models.DateField(_("planned publication date"), null=True, blank=True)
    cover_date = models.DateField(_("date on the cover"), null=True, blank=True)
    page_count = models.PositiveSmallIntegerField(_("pages of the issue"), default=0)
    print_run = models.PositiveIntegerField(_("print run"), default=0)
    licence = models.ForeignKey(
        Licence,
        verbose_name=_("publication licence"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="issues",
    )
    print_file = RecordFileField(
        _("issue as a PDF"),
        use=PRINT_FILE,
        blank=True,
        help_text=_("The file as it went to the printer; readers of a public issue open it."),
    )
    is_public = models.BooleanField(
        _("on the public site"),
        default=True,
        help_text=_("Whether readers may open the issue on the site once it is published."),
    )

    signed_on = models.DateField(_("signed for print on"), null=True, blank=True, editable=False)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("signed for print by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    printed_on = models.DateField(_("printed on"), null=True, blank=True, editable=False)
    deposited_on = models.DateField(_("deposited on"), null=True, blank=True, editable=False)
    deposit_receipt = models.CharField(
        _("receipt of the legal deposit"), max_length=120, blank=True, editable=False
    )
    published_on = models.DateField(_("published on"), null=True, blank=True, editable=False)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True, editable=False)
    withdrawal_reason = models.TextField(_("reason of withdrawal"), blank=True, editable=False)

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("journal issue")
        verbose_name_plural = _("journal issues")
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="journal_issue_number"),
            models.CheckConstraint(
                condition=Q(number__gte=1, number_count__in=(1, 2), month__gte=1, month__lte=12),
                name="journal_issue_numbers_possible",
            ),
            models.CheckConstraint(
                condition=Q(signed_on=None, signed_by=None)
                | Q(signed_on__isnull=False, signed_by__isnull=False),
                name="journal_issue_signature_whole",
            ),
            models.CheckConstraint(
                condition=Q(printed_on=None)
                | Q(signed_on__isnull=False, printed_on__gte=F("signed_on")),
                name="journal_issue_printed_after_signed",
            ),
            models.CheckConstraint(
                condition=Q(deposited_on=None)
                | Q(printed_on__isnull=False, deposited_on__gte=F("printed_on")),
                name="journal_issue_deposited_after_printed",
            ),
            models.CheckConstraint(
                condition=Q(published_on=None)
                | Q(printed_on__isnull=False, published_on__gte=F("printed_on")),
                name="journal_issue_published_after_printed",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawal_reason="")
                | (
                    Q(published_on__isnull=False, withdrawn_on__gte=F("published_on"))
                    & ~Q(withdrawal_reason="")
                ),
                name="journal_issue_withdrawn_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["published_on"])]

    def __str__(self) -> str:
        return gettext("No. %(number)s/%(year)s") % {
            "number": self.number_label,
            "year": self.year,
        }

    @property
    def numbers(self) -> range:
        """The numbers that the issue bears: one, or two in a row."""
        return range(self.number, self.number + self.number_count)

    @property
    @display(description=_("issue number"))
    def number_label(self) -> str:
        """The number as the cover has it: "5", or "5+6" for a double number."""
        return "+".join(map(str, self.numbers))

    @property
    def state(self) -> IssueState:
        """Where the issue stands; agrees with `IssueQuerySet.with_state`."""
        if self.withdrawn_on:
            return IssueState.WITHDRAWN
        if self.published_on:
            return IssueState.PUBLISHED
        if self.printed_on:
            return IssueState.PRINTED
        if self.signed_on:
            return IssueState.SIGNED
        return IssueState(self.stage)

    @property
    @display(description=_("State of the issue"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    def has_been_sent(self) -> bool:
        """Whether copies have left the office, so that nothing can be taken back any more."""
        return self.deliveries.filter(sent_on__isnull=False).exists()

    @property
    def is_open_to_readers(self) -> bool:
        """Whether the issue stands on the public site; agrees with `open_to_readers`."""
        return self.is_public and self.state == IssueState.PUBLISHED

    def reader_keys(self) -> set[str]:
        """Open a published issue to anyone; staff read every issue by their role."""
        return {ANYONE} if self.is_open_to_readers else set()

    def clean(self) -> None:
        """Refuse a number that another issue of the year holds, alone or as half of a double."""
        super().clean()
        if self.year and self.number and self.number_count:
            taken = IssueNumber.objects.filter(year=self.year).exclude(issue=self.pk)
            validate_numbers_free("number", self.numbers, taken.values_list("number", flat=True))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the issue and hold its numbers; a number already held is refused."""
        with transaction.atomic(using=kwargs.get("using") or self._state.db):
            super().save(*args, **kwargs)
            self._hold_numbers()

    def _hold_numbers(self) -> None:
        held = {(row.year, row.number): row for row in self.held_numbers.all()}
        wanted = {(self.year, number) for number in self.numbers}
        for key in held.keys() - wanted:
            held[key].delete()
        for year, number in sorted(wanted - held.keys()):
            self.held_numbers.create(year=year, number=number)

    def after_recorded(self) -> None:
        """Open or close the articles together with their issue."""
        was_open = self._kept_open()
        super().after_recorded()
        if was_open != self.is_open_to_readers:
            articles = list(self.articles.prefetch_related("authors__person"))
            self.articles.model.after_all_recorded(articles)

    def _kept_open(self) -> bool:
        """Return whether readers could open the issue before it was saved just now."""
        return RecordKey.objects.filter(
            content_type=ContentType.objects.get_for_model(Issue), object_id=self.pk, key=ANYONE
        ).exists()


class IssueNumber(models.Model):
    """A number of a year that an issue holds.

    A double number holds two rows, so that the database itself refuses 6 after 5+6. The
    rows follow from the issue, whose history is theirs.
    """

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="held_numbers")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()

    objects = IssueNumberQuerySet.as_manager()

    class Meta:
        verbose_name = _("number held by an issue")
        verbose_name_plural = _("numbers held by issues")
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="journal_issuenumber_once")
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"
