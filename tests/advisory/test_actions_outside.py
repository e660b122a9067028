"""Councils of other bodies, and comments on drafts."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.advisory import actions
from lienhiep.advisory.choices import DraftState, InvitationState
from lienhiep.advisory.files import COMMENT
from lienhiep.advisory.models import CouncilInvitation, DraftComment
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from tests.factories.advisory import CouncilInvitationFactory, DraftCommentFactory
from tests.factories.directory import OrganisationFactory, PersonFactory
from tests.factories.files import pending

pytestmark = pytest.mark.django_db

APRIL = date(2022, 4, 1)


def attended(by):
    row = CouncilInvitationFactory()
    actions.name_delegate(invitation=row, delegate=PersonFactory(), role="reviewer", by=by)
    actions.record_attendance(invitation=row, on=APRIL, by=by)
    return row


def test_receive_invitation_waits_for_a_delegate(officer):
    row = actions.receive_invitation(
        title="ĐTM nhà máy", kind="eia", inviter=OrganisationFactory(), on=APRIL, by=officer
    )

    assert row.state == InvitationState.INVITED
    assert entries_of(row)[0].log.action == "advisory.receive_invitation"


def test_an_invitation_goes_from_the_delegate_to_the_attendance(officer):
    attended(officer)

    assert CouncilInvitation.objects.get().state == InvitationState.ATTENDED


def test_record_attendance_needs_a_delegate(officer):
    with pytest.raises(ValidationError):
        actions.record_attendance(invitation=CouncilInvitationFactory(), on=APRIL, by=officer)


def test_decline_invitation_asks_for_a_reason(officer):
    with pytest.raises(ValidationError) as refused:
        actions.decline_invitation(
            invitation=CouncilInvitationFactory(), on=APRIL, reason="", by=officer
        )

    assert list(refused.value.message_dict) == ["reason"]


def test_each_step_of_an_invitation_is_taken_back(officer):
    row, states = attended(officer), []
    for _step in range(2):
        actions.take_back_invitation(invitation=row, reason="Nhầm", by=officer)
        states.append(CouncilInvitation.objects.get().state)

    assert states == [InvitationState.NAMED, InvitationState.INVITED]


def test_a_declined_invitation_is_taken_back(officer):
    row = CouncilInvitationFactory()
    actions.decline_invitation(invitation=row, on=APRIL, reason="Bận", by=officer)

    actions.take_back_invitation(invitation=row, reason="Đã sắp xếp được", by=officer)

    assert CouncilInvitation.objects.get().state == InvitationState.INVITED


def test_receive_draft_refuses_a_due_day_before_the_receipt(officer):
    with pytest.raises(ValidationError) as refused:
        actions.receive_draft(
            title="Nghị quyết",
            kind="resolution",
            asker=OrganisationFactory(),
            on=APRIL,
            due_on=APRIL - timedelta(days=1),
            by=officer,
        )

    assert "due_on" in refused.value.message_dict


def test_send_comment_keeps_the_points_and_the_file(officer):
    draft, file = DraftCommentFactory(), pending(officer, use=COMMENT)

    actions.send_comment(draft=draft, on=APRIL, points=7, comment_file=file, by=officer)

    assert DraftComment.objects.values_list("sent_on", "points").get() == (APRIL, 7)
    assert DraftComment.objects.get().comment_file == file


def test_send_comment_refuses_a_day_in_the_future(officer):
    with pytest.raises(ValidationError) as refused:
        actions.send_comment(
            draft=DraftCommentFactory(), on=today() + timedelta(days=1), by=officer
        )

    assert list(refused.value.message_dict) == ["on"]


def test_a_dropped_draft_is_not_commented_until_it_is_taken_back(officer):
    draft = DraftCommentFactory()
    actions.drop_draft(draft=draft, on=APRIL, reason="Ngoài lĩnh vực", by=officer)
    with pytest.raises(ValidationError):
        actions.send_comment(draft=draft, on=APRIL, by=officer)

    actions.take_back_comment(draft=draft, reason="Có hội góp ý được", by=officer)

    assert DraftComment.objects.get().state == DraftState.WAITING
