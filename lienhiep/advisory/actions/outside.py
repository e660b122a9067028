"""Councils of other bodies, and drafts on which the Union comments in writing."""

from __future__ import annotations

from datetime import date
from typing import Any

from lienhiep.accounts.models import User
from lienhiep.advisory.choices import (
    DRAFT_VERBS,
    INVITATION_VERBS,
    CouncilRole,
    InvitationState,
)
from lienhiep.advisory.models import CouncilInvitation, DraftComment
from lienhiep.advisory.notices import DELEGATE_NAMED, tell_expert
from lienhiep.advisory.validators import validate_among
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.models import RecordFile
from lienhiep.core.text import clean_lines
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.models import Organisation, Person


def receive_invitation(
    *, title: str, kind: str, inviter: Organisation, on: date, by: User, **facts: Any
) -> CouncilInvitation:
    """Record an invitation to another body's council on the day it came in."""
    with verb("advisory.receive_invitation", by=by):
        invitation = CouncilInvitation(
            title=title, kind=kind, inviter=inviter, invited_on=on, **facts
        )
        invitation.full_clean()
        invitation.save()
    return invitation


def name_delegate(
    *,
    invitation: CouncilInvitation,
    delegate: Person,
    by: User,
    role: str = CouncilRole.MEMBER,
) -> None:
    """Name who sits in that council for the Union."""
    validate_among("role", role, CouncilRole)
    with verb("advisory.name_delegate", by=by, about=invitation):
        lock(invitation)
        validate_has_state(invitation, *INVITATION_VERBS["name_delegate"])
        invitation.delegate, invitation.role = delegate, role
        invitation.full_clean()
        invitation.save()
        tell_expert(delegate, DELEGATE_NAMED, invitation, by)


def record_attendance(
    *, invitation: CouncilInvitation, on: date, by: User, position_taken: str = ""
) -> None:
    """Record that the delegate took part, which is when the seat counts."""
    validate_not_in_future("on", on)
    with verb("advisory.record_attendance", by=by, about=invitation):
        lock(invitation)
        validate_has_state(invitation, *INVITATION_VERBS["record_attendance"])
        validate_not_before("on", on, invitation.invited_on)
        invitation.attended_on = on
        invitation.position_taken = clean_lines(position_taken)
        invitation.save()


def decline_invitation(*, invitation: CouncilInvitation, on: date, reason: str, by: User) -> None:
    """Decline an invitation, with the reason given to the inviting body."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("advisory.decline_invitation", by=by, about=invitation, reason=reason):
        lock(invitation)
        validate_has_state(invitation, *INVITATION_VERBS["decline_invitation"])
        validate_not_before("on", on, invitation.invited_on)
        invitation.declined_on, invitation.decline_reason = on, reason
        invitation.save()


def take_back_invitation(*, invitation: CouncilInvitation, reason: str, by: User) -> None:
    """Take back the last step of an invitation: the refusal, the attendance or the delegate."""
    validate_reason("reason", reason)
    with verb("advisory.take_back_invitation", by=by, about=invitation, reason=reason):
        lock(invitation)
        validate_has_state(invitation, *INVITATION_VERBS["take_back_invitation"])
        match invitation.state:
            case InvitationState.DECLINED:
                invitation.declined_on, invitation.decline_reason = None, ""
            case InvitationState.ATTENDED:
                invitation.attended_on, invitation.position_taken = None, ""
            case _:
                invitation.delegate, invitation.role = None, ""
        invitation.save()


def receive_draft(
    *, title: str, kind: str, asker: Organisation, on: date, by: User, **facts: Any
) -> DraftComment:
    """Record a draft on which the Union is asked to comment."""
    with verb("advisory.receive_draft", by=by):
        draft = DraftComment(title=title, kind=kind, asker=asker, received_on=on, **facts)
        draft.full_clean()
        draft.save()
    return draft


def send_comment(
    *,
    draft: DraftComment,
    on: date,
    by: User,
    points: int | None = None,
    comment_file: RecordFile | None = None,
) -> None:
    """Record that the comment was sent, which is when the draft counts."""
    validate_not_in_future("on", on)
    with verb("advisory.send_comment", by=by, about=draft):
        lock(draft)
        validate_has_state(draft, *DRAFT_VERBS["send_comment"])
        validate_not_before("on", on, draft.received_on)
        draft.sent_on, draft.points = on, points
        draft.comment_file = comment_file  # type: ignore[assignment]  # may be empty
        draft.save()


def drop_draft(*, draft: DraftComment, on: date, reason: str, by: User) -> None:
    """Leave a draft without a comment, and say why."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("advisory.drop_draft", by=by, about=draft, reason=reason):
        lock(draft)
        validate_has_state(draft, *DRAFT_VERBS["drop_draft"])
        validate_not_before("on", on, draft.received_on)
        draft.dropped_on, draft.drop_reason = on, reason
        draft.save()


def take_back_comment(*, draft: DraftComment, reason: str, by: User) -> None:
    """Let a draft wait again that was recorded as sent or dropped by mistake."""
    validate_reason("reason", reason)
    with verb("advisory.take_back_comment", by=by, about=draft, reason=reason):
        lock(draft)
        validate_has_state(draft, *DRAFT_VERBS["take_back_comment"])
        draft.sent_on = draft.points = None
        draft.comment_file = None  # type: ignore[assignment]  # may be empty
        draft.dropped_on, draft.drop_reason = None, ""
        draft.save()
