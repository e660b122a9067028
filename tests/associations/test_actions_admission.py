"""Applications for membership: decided, refused, withdrawn, taken back."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.associations import actions
from lienhiep.associations.choices import AdmissionState
from lienhiep.associations.models import Membership
from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from tests.factories.associations import AdmissionFactory, MembershipFactory

pytestmark = pytest.mark.django_db

MARCH = date(2022, 3, 10)


def verbs_of(record):
    return [entry.log.action for entry in entries_of(record)]


def test_admitting_makes_the_membership(officer):
    admission = AdmissionFactory(kind="collective_member", work_field="health")

    membership = actions.admit_member(
        admission=admission, on=MARCH, decision="12/QĐ-LHH", decided_by="Ban Thường vụ", by=officer
    )

    admission.refresh_from_db()
    assert admission.state == AdmissionState.ADMITTED
    assert admission.membership == membership
    assert (membership.kind, membership.work_field, membership.since) == (
        "collective_member",
        "health",
        MARCH,
    )
    assert "associations.admit_member" in verbs_of(membership)


def test_admitting_refuses_a_dossier_with_something_missing(officer):
    admission = AdmissionFactory(has_charter=False)

    with pytest.raises(ValidationError):
        actions.admit_member(admission=admission, on=MARCH, decision="12/QĐ-LHH", by=officer)

    assert not Membership.objects.exists()


def test_admitting_refuses_who_belongs_to_the_union_already(officer):
    membership = MembershipFactory()
    admission = AdmissionFactory(organisation=membership.organisation)

    with pytest.raises(ValidationError):
        actions.admit_member(admission=admission, on=MARCH, decision="12/QĐ-LHH", by=officer)

    admission.refresh_from_db()
    assert admission.state == AdmissionState.RECEIVED


@pytest.mark.parametrize("on", [date(2022, 1, 31), today() + timedelta(days=1)])
def test_decision_lies_between_the_application_and_today(officer, on):
    admission = AdmissionFactory()

    with pytest.raises(ValidationError) as refusal:
        actions.admit_member(admission=admission, on=on, decision="12/QĐ-LHH", by=officer)

    assert list(refusal.value.message_dict) == ["on"]


def test_refusing_and_withdrawing_need_a_reason(officer):
    for verb in (actions.refuse_admission, actions.withdraw_application):
        with pytest.raises(ValidationError) as refusal:
            verb(admission=AdmissionFactory(), on=MARCH, reason=" ", by=officer)

        assert list(refusal.value.message_dict) == ["reason"]


def test_application_is_decided_once(officer):
    admission = AdmissionFactory()
    actions.refuse_admission(admission=admission, on=MARCH, reason="Thiếu điều lệ", by=officer)

    with pytest.raises(ValidationError):
        actions.withdraw_application(admission=admission, on=MARCH, reason="Rút", by=officer)


def test_taking_back_an_admission_removes_the_membership_and_keeps_the_history(officer):
    admission = AdmissionFactory()
    actions.admit_member(admission=admission, on=MARCH, decision="12/QĐ-LHH", by=officer)

    actions.take_back_decision(admission=admission, reason="Nhập nhầm hội", by=officer)

    admission.refresh_from_db()
    assert admission.state == AdmissionState.RECEIVED
    assert not Membership.objects.exists()
    assert verbs_of(admission)[0] == "associations.take_back_decision"


def test_admission_is_not_taken_back_once_the_organisation_has_left(officer):
    admission = AdmissionFactory()
    membership = actions.admit_member(
        admission=admission, on=MARCH, decision="12/QĐ-LHH", by=officer
    )
    actions.leave_union(
        membership=membership, on=date(2023, 1, 1), ground="withdrew", reason="Theo đơn", by=officer
    )

    with pytest.raises(ValidationError):
        actions.take_back_decision(admission=admission, reason="Nhầm", by=officer)


def test_leaving_ends_the_membership_the_day_before(officer):
    membership = MembershipFactory()

    actions.leave_union(
        membership=membership,
        on=date(2023, 1, 1),
        ground="dissolved",
        reason="Giải thể",
        by=officer,
    )

    assert membership.until == date(2022, 12, 31)


def test_leaving_refuses_the_first_day_and_a_second_time(officer):
    membership = MembershipFactory(since=MARCH)
    facts = {"membership": membership, "ground": "withdrew", "reason": "Theo đơn", "by": officer}

    with pytest.raises(ValidationError) as refusal:
        actions.leave_union(on=MARCH, **facts)
    actions.leave_union(on=date(2022, 6, 1), **facts)
    with pytest.raises(ValidationError):
        actions.leave_union(on=date(2022, 7, 1), **facts)

    assert list(refusal.value.message_dict) == ["on"]


def test_leaving_by_mistake_is_taken_back_unless_it_was_admitted_anew(officer):
    membership = MembershipFactory()
    actions.leave_union(
        membership=membership, on=date(2022, 6, 1), ground="withdrew", reason="Theo đơn", by=officer
    )

    actions.return_to_union(membership=membership, reason="Ghi nhầm hội", by=officer)

    assert (membership.until, membership.leaving_ground) == (None, "")
    actions.leave_union(
        membership=membership, on=date(2022, 6, 1), ground="withdrew", reason="Theo đơn", by=officer
    )
    MembershipFactory(organisation=membership.organisation, since=date(2023, 1, 1))
    with pytest.raises(ValidationError):
        actions.return_to_union(membership=membership, reason="Ghi nhầm", by=officer)
