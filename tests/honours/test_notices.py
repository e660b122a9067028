"""A proposer hears what becomes of a nomination."""

import pytest

from lienhiep.core.notices import told_to
from lienhiep.core.period import today
from lienhiep.honours import actions
from tests.factories.associations import MembershipFactory, contact_officer
from tests.factories.honours import nominated, officer

pytestmark = pytest.mark.django_db


def test_a_returned_nomination_is_told_to_those_who_act_for_its_proposer():
    by, membership = officer(), MembershipFactory()
    contact, stranger = contact_officer(membership), contact_officer(MembershipFactory())
    nomination = nominated(by, proposer=membership.organisation)

    actions.return_nomination(nomination=nomination, on=today(), reason="Thiếu báo cáo", by=by)

    [told] = told_to(contact)
    assert told.what.startswith("Hồ sơ đề nghị khen thưởng được trả lại để bổ sung – ")
    assert told.url == f"/ban-lam-viec/khen-thuong/{nomination.pk}/"
    assert told_to(stranger) == []
