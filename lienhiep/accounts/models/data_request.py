"""Somebody asks for a right over their own data."""

from __future__ import annotations

from django.contrib.admin import display
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import (
    RESTRICTING,
    ConsentChannel,
    DataRight,
    LegalGround,
    RequestState,
)
from lienhiep.accounts.files import ANSWER_FILE
from lienhiep.accounts.querysets import DataRequestQuerySet
from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.period import today
from lienhiep.core.principals import person_key, user_key


class DataRequest(Guarded):
    """A request about personal data, with the days by which the law wants it heard and answered.

    Somebody without an account asks on paper; then only the person in the directory stands
    here, where there is one.
    """

    user = models.ForeignKey(
        "accounts.User",
        verbose_name=_("account"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="data_requests",
    )
    person = models.ForeignKey(
        "directory.Person",
        verbose_name=_("person in the directory"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="data_requests",
    )
    right = models.CharField(_("request"), max_length=20, choices=DataRight.choices)
    channel = models.CharField(
        _("channel"),
        max_length=20,
        choices=ConsentChannel.choices,
        default=ConsentChannel.WEBSITE,
    )
    words = models.TextField(
        _("in your own words"),
        blank=True,
        max_length=2000,
        help_text=_("For example which data, and why."),
    )
    asked_on = models.DateField(_("asked on"))
    acknowledge_by = models.DateField(_("to be acknowledged by"), null=True, blank=True)
    acknowledged_on = models.DateField(_("request acknowledged on"), null=True, blank=True)
    due_on = models.DateField(_("to be answered by"))
    extended_on = models.DateField(_("term extended on"), null=True, blank=True)
    extension_reason = models.TextField(_("why the term was extended"), blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=RequestState.choices, default=RequestState.OPEN
    )
    answer = models.TextField(_("answer"), blank=True)
    ground = models.CharField(
        _("legal ground of the refusal"), max_length=20, choices=LegalGround.choices, blank=True
    )
    answer_file = RecordFileField(_("file with the answer"), use=ANSWER_FILE, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    restriction_ended_on = models.DateField(_("restriction ended on"), null=True, blank=True)
    erased_on = models.DateField(_("data erased on"), null=True, blank=True)

    objects = DataRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request about personal data")
        verbose_name_plural = _("requests about personal data")
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False) | Q(person__isnull=False),
                name="accounts_datarequest_of_somebody",
                violation_error_message=_("Say whose data the request is about."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_right_display()}: {self.whose}"

    @property
    @display(description=_("Person"))
    def whose(self) -> str:
        """Who asks: the person, else the account."""
        return str(self.person or self.user)

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered yet."""
        return self.state == RequestState.OPEN

    @property
    def is_late(self) -> bool:
        """Whether the day has passed without an answer."""
        return self.is_open and self.due_on < today()

    @property
    def waits_for_acknowledgement(self) -> bool:
        """Whether the person has not been told yet that the request came."""
        return self.is_open and self.acknowledge_by is not None and self.acknowledged_on is None

    @property
    def is_acknowledged_late(self) -> bool:
        """Whether the days for telling that the request came have passed."""
        by = self.acknowledge_by
        return self.waits_for_acknowledgement and by is not None and by < today()

    @property
    def restricts(self) -> bool:
        """Whether the person stays off the public pages because of this request."""
        return (
            self.right in RESTRICTING
            and self.state == RequestState.DONE
            and self.restriction_ended_on is None
        )

    def reader_keys(self) -> set[str]:
        """Let people follow their own requests."""
        keys = set()
        if self.user_id:
            keys.add(user_key(self.user_id))
        if self.person_id:
            keys.add(person_key(self.person_id))
        return keys
