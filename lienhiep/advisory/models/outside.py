"""What is no task of the Union's own: seats on councils of others, comments on drafts."""

from __future__ import annotations

from django.contrib.admin import display
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lienhiep.advisory.choices import (
    CouncilRole,
    DraftKind,
    DraftState,
    InvitationState,
    OtherCouncilKind,
)
from lienhiep.advisory.files import COMMENT
from lienhiep.advisory.querysets import DraftCommentQuerySet, InvitationQuerySet
from lienhiep.core.files import RecordFileField
from lienhiep.core.guarding import Guarded
from lienhiep.core.period import today
from lienhiep.core.principals import person_key
from lienhiep.core.text import clean, clean_lines
from lienhiep.core.validators import validate_not_before, validate_not_in_future


class CouncilInvitation(Guarded):
    """An invitation to a seat on another body's council (hội đồng của cơ quan khác).

    Environmental impact assessments (ĐTM) are one kind among them, counted for itself.
    """

    title = models.CharField(_("what that council judges"), max_length=400)
    kind = models.CharField(_("kind of council"), max_length=20, choices=OtherCouncilKind.choices)
    inviter = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("inviting body"),
        on_delete=models.PROTECT,
        related_name="council_invitations",
    )
    document = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("letter of invitation or decision"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    invited_on = models.DateField(_("invitation received on"), default=today)
    meets_on = models.DateField(
        _("council is to meet on"), null=True, blank=True, help_text=_("As far as it is known.")
    )
    delegate = models.ForeignKey(
        "directory.Person",
        verbose_name=_("delegate of the Union"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="council_delegations",
    )
    role = models.CharField(
        _("part of the delegate"),
        max_length=20,
        choices=CouncilRole.choices,
        blank=True,
        editable=False,
    )
    attended_on = models.DateField(_("took part on"), null=True, blank=True, editable=False)
    position_taken = models.TextField(_("position taken"), blank=True, editable=False)
    declined_on = models.DateField(
        _("invitation declined on"), null=True, blank=True, editable=False
    )
    decline_reason = models.TextField(
        _("why the invitation was declined"), blank=True, editable=False
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation to another body's council")
        verbose_name_plural = _("invitations to other bodies' councils")
        ordering = ["-invited_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(attended_on=None)
                | Q(attended_on__gte=F("invited_on"), delegate__isnull=False),
                name="advisory_invitation_attended_by_delegate",
            ),
            models.CheckConstraint(
                condition=Q(delegate=None, role="") | (Q(delegate__isnull=False) & ~Q(role="")),
                name="advisory_invitation_delegate_with_part",
            ),
            models.CheckConstraint(
                condition=Q(declined_on=None, decline_reason="")
                | (
                    Q(declined_on__isnull=False, declined_on__gte=F("invited_on"), attended_on=None)
                    & ~Q(decline_reason="")
                ),
                name="advisory_invitation_declined_with_reason",
            ),
        ]
        indexes = [models.Index(fields=["attended_on"])]

    def __str__(self) -> str:
        return self.title

    @property
    def state(self) -> InvitationState:
        """What became of it; agrees with `InvitationQuerySet.with_state`."""
        if self.declined_on:
            return InvitationState.DECLINED
        if self.attended_on:
            return InvitationState.ATTENDED
        return InvitationState.NAMED if self.delegate_id else InvitationState.INVITED

    @property
    @display(description=_("State of the invitation"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("kind of council"))
    def kind_label(self) -> str:
        """The kind in words, for exports."""
        return str(self.get_kind_display())

    def reader_keys(self) -> set[str]:
        """Let the delegate read it."""
        return {person_key(self.delegate_id)} if self.delegate_id else set()

    def clean(self) -> None:
        """Put the text in composed letters; refuse a future invitation."""
        super().clean()
        self.title = clean(self.title)
        if self.invited_on:
            validate_not_in_future("invited_on", self.invited_on)
            validate_not_before("meets_on", self.meets_on, self.invited_on)


class DraftComment(Guarded):
    """A draft on which the Union was asked to comment in writing (góp ý dự thảo văn bản)."""

    title = models.CharField(_("title of the draft"), max_length=400)
    kind = models.CharField(_("kind of draft"), max_length=20, choices=DraftKind.choices)
    asker = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("body that asks for comments"),
        on_delete=models.PROTECT,
        related_name="drafts_sent_for_comment",
    )
    document = models.ForeignKey(
        "office.OfficialDocument",
        verbose_name=_("letter that asks for comments"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    received_on = models.DateField(_("draft received on"), default=today)
    due_on = models.DateField(_("comment due on"), null=True, blank=True)
    writer = models.ForeignKey(
        "directory.Organisation",
        verbose_name=_("association that writes the comment"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="drafts_commented",
        help_text=_("Empty where the Union's office writes it."),
    )
    sent_on = models.DateField(_("comment sent on"), null=True, blank=True, editable=False)
    points = models.PositiveSmallIntegerField(
        _("points commented on"), null=True, blank=True, editable=False
    )
    comment_file = RecordFileField(_("comment as sent"), use=COMMENT, blank=True, editable=False)
    dropped_on = models.DateField(_("dropped on"), null=True, blank=True, editable=False)
    drop_reason = models.TextField(_("why no comment was made"), blank=True, editable=False)

    objects = DraftCommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment on a draft")
        verbose_name_plural = _("comments on drafts")
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_on=None) | Q(sent_on__gte=F("received_on"), dropped_on=None),
                name="advisory_draft_sent_after_received",
            ),
            models.CheckConstraint(
                condition=Q(dropped_on=None, drop_reason="")
                | (
                    Q(dropped_on__isnull=False, dropped_on__gte=F("received_on"))
                    & ~Q(drop_reason="")
                ),
                name="advisory_draft_dropped_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(due_on=None) | Q(due_on__gte=F("received_on")),
                name="advisory_draft_due_after_received",
                violation_error_message=_("The comment cannot be due before the draft came in."),
            ),
        ]
        indexes = [models.Index(fields=["sent_on"])]

    def __str__(self) -> str:
        return self.title

    @property
    def state(self) -> DraftState:
        """What became of it; agrees with `DraftCommentQuerySet.with_state`."""
        if self.dropped_on:
            return DraftState.DROPPED
        return DraftState.SENT if self.sent_on else DraftState.WAITING

    @property
    @display(description=_("State of the comment"))
    def state_label(self) -> str:
        """The state in words, for exports."""
        return str(self.state.label)

    @property
    @display(description=_("kind of draft"))
    def kind_label(self) -> str:
        """The kind in words, for exports."""
        return str(self.get_kind_display())

    def clean(self) -> None:
        """Put the texts in composed letters; refuse a future receipt."""
        super().clean()
        self.title = clean(self.title)
        self.drop_reason = clean_lines(self.drop_reason)
        if self.received_on:
            validate_not_in_future("received_on", self.received_on)
            validate_not_before("due_on", self.due_on, self.received_on)
