"""Councils of other bodies and comments on drafts in the back office."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column

from lienhiep.advisory import actions
from lienhiep.advisory.filters import CouncilInvitationFilterSet, DraftCommentFilterSet
from lienhiep.advisory.forms.other_verbs import AttendanceForm, CommentForm, DelegateForm
from lienhiep.advisory.forms.records import CouncilInvitationForm, DraftCommentForm
from lienhiep.advisory.models import CouncilInvitation, DraftComment
from lienhiep.advisory.tables import STATE_KINDS
from lienhiep.core.forms.verbs import OnDayReasonForm, ReasonForm
from lienhiep.core.viewsets import RowModelViewSet, RowVerb, VerbCreateView
from lienhiep.core.viewsets.columns import day_column, number_column, state_column
from lienhiep.core.viewsets.listing import RowIndexView


class InvitationIndexView(RowIndexView):
    """The invitations, with the derived state to filter and sort by."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and what the columns name."""
        return super().get_base_queryset().with_state().select_related("inviter", "delegate")


INVITATION_VERBS = [
    RowVerb(
        "name_delegate",
        _("Name the delegate"),
        actions.name_delegate,
        "invitation",
        form_class=DelegateForm,
        icon="user",
    ),
    RowVerb(
        "record_attendance",
        _("Record that the delegate took part"),
        actions.record_attendance,
        "invitation",
        form_class=AttendanceForm,
        icon="check",
        explanation=_("The seat counts from this day on."),
    ),
    RowVerb(
        "take_back_invitation",
        _("Take back the last step of the invitation"),
        actions.take_back_invitation,
        "invitation",
        form_class=ReasonForm,
        icon="resubmit",
        serious=True,
    ),
    RowVerb(
        "decline_invitation",
        _("Decline the invitation"),
        actions.decline_invitation,
        "invitation",
        form_class=OnDayReasonForm,
        icon="cross",
        serious=True,
    ),
]


class CouncilInvitationViewSet(RowModelViewSet):
    """Seats on councils of other bodies, counted apart from the Union's own tasks."""

    model = CouncilInvitation
    icon = "calendar"
    menu_label = _("Councils of other bodies")
    index_view_class = InvitationIndexView
    add_view_class = VerbCreateView
    verbs = INVITATION_VERBS
    filterset_class = CouncilInvitationFilterSet
    list_display = [
        "__str__",
        Column("kind_label", label=_("Kind of council"), sort_key="kind"),
        Column("inviter", label=_("Inviting body"), sort_key="inviter__sort_key"),
        Column(
            "delegate", label=pgettext_lazy("advisory", "Delegate"), sort_key="delegate__sort_key"
        ),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("attended_on", _("Took part on")),
    ]
    list_export = [
        "title",
        "kind_label",
        "inviter",
        "invited_on",
        "meets_on",
        "delegate",
        "state_label",
        "attended_on",
    ]
    inspect_view_fields = [
        "kind",
        "inviter",
        "document",
        "invited_on",
        "meets_on",
        "delegate",
        "role",
        "attended_on",
        "position_taken",
        "declined_on",
        "decline_reason",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("inviter")]),
            FieldPanel("document"),
            FieldRowPanel([FieldPanel("invited_on"), FieldPanel("meets_on")]),
        ],
        base_form_class=CouncilInvitationForm,
    )


class DraftIndexView(RowIndexView):
    """The drafts, with the derived state to filter and sort by."""

    def get_base_queryset(self) -> models.QuerySet:
        """Add the state and what the columns name."""
        return super().get_base_queryset().with_state().select_related("asker", "writer")


DRAFT_VERBS = [
    RowVerb(
        "send_comment",
        _("Record that the comment was sent"),
        actions.send_comment,
        "draft",
        form_class=CommentForm,
        icon="mail",
        explanation=_("The draft counts from this day on."),
    ),
    RowVerb(
        "take_back_comment",
        _("Let the draft wait again"),
        actions.take_back_comment,
        "draft",
        form_class=ReasonForm,
        icon="resubmit",
        serious=True,
    ),
    RowVerb(
        "drop_draft",
        _("Leave without a comment"),
        actions.drop_draft,
        "draft",
        form_class=OnDayReasonForm,
        icon="cross",
        serious=True,
    ),
]


class DraftCommentViewSet(RowModelViewSet):
    """Drafts of others on which the Union comments in writing."""

    model = DraftComment
    icon = "edit"
    menu_label = _("Comments on drafts")
    index_view_class = DraftIndexView
    add_view_class = VerbCreateView
    verbs = DRAFT_VERBS
    filterset_class = DraftCommentFilterSet
    list_display = [
        "__str__",
        Column("kind_label", label=_("Kind of draft"), sort_key="kind"),
        Column("asker", label=_("Asking body"), sort_key="asker__sort_key"),
        state_column(STATE_KINDS, sort_key="state_code"),
        day_column("due_on", _("Comment due on")),
        day_column("sent_on", _("Sent on")),
        number_column("points", pgettext_lazy("advisory", "Points")),
    ]
    list_export = [
        "title",
        "kind_label",
        "asker",
        "received_on",
        "due_on",
        "writer",
        "state_label",
        "sent_on",
        "points",
    ]
    inspect_view_fields = [
        "kind",
        "asker",
        "document",
        "received_on",
        "due_on",
        "writer",
        "sent_on",
        "points",
        "comment_file",
        "dropped_on",
        "drop_reason",
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldRowPanel([FieldPanel("kind"), FieldPanel("asker")]),
            FieldPanel("document"),
            FieldRowPanel([FieldPanel("received_on"), FieldPanel("due_on")]),
            FieldPanel("writer"),
        ],
        base_form_class=DraftCommentForm,
    )
