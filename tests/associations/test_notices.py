"""An association hears that its numbers were taken back."""

import pytest

from lienhiep.associations.actions import take_back_statement
from lienhiep.core.notices import told_to
from tests.factories.associations import (
    MembershipFactory,
    MemberStatementFactory,
    contact_officer,
    officer,
)

pytestmark = pytest.mark.django_db


def test_those_who_act_for_an_association_hear_that_its_numbers_were_taken_back():
    membership = MembershipFactory()
    contact, stranger = contact_officer(membership), contact_officer(MembershipFactory())
    statement = MemberStatementFactory(organisation=membership.organisation)

    take_back_statement(statement=statement, reason="Nhầm số", by=officer())

    [told] = told_to(contact)
    assert told.what.startswith("Văn phòng đã trả lại số liệu; xin báo lại số liệu mới – ")
    assert told.url == "/ban-lam-viec/hoi/"
    assert told_to(stranger) == []
