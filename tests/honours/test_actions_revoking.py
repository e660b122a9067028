"""Taking an honour away, and giving it back."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.honours import actions
from lienhiep.honours.choices import HonourState
from lienhiep.honours.models import Honour
from tests.factories.honours import HonourFactory

pytestmark = pytest.mark.django_db

JUNE = date(2023, 6, 1)


def revoked(leader, **facts):
    honour = HonourFactory(**facts)
    actions.revoke_honour(honour=honour, on=JUNE, reason="Báo cáo sai", by=leader)
    return honour


def test_revoke_honour_keeps_its_dates_and_its_number(leader):
    honour = revoked(leader, conferred_on=date(2023, 1, 10), certificate_number="07/2023")

    assert honour.state == HonourState.REVOKED
    assert (honour.conferred_on, honour.certificate_number) == (date(2023, 1, 10), "07/2023")
    assert entries_of(honour)[0].reason == "Báo cáo sai"


def test_a_revoked_honour_leaves_the_site_and_the_figures(leader):
    revoked(leader)

    assert list(Honour.objects.open_to_readers()) == []
    assert list(Honour.objects.in_force()) == []
    assert list(Honour.objects.visible_to(None)) == []


@pytest.mark.parametrize(
    ("on", "reason", "field"),
    [
        (date(2023, 1, 4), "Báo cáo sai", "on"),
        (today() + timedelta(days=1), "Báo cáo sai", "on"),
        (JUNE, " ", "reason"),
    ],
)
def test_revoke_honour_refuses_a_day_before_the_decision_or_no_reason(leader, on, reason, field):
    honour = HonourFactory()

    with pytest.raises(ValidationError) as no:
        actions.revoke_honour(honour=honour, on=on, reason=reason, by=leader)

    assert list(no.value.message_dict) == [field]
    assert honour.state == HonourState.DECIDED


def test_what_is_only_proposed_is_not_revoked(leader):
    with pytest.raises(ValidationError):
        actions.revoke_honour(
            honour=HonourFactory(decided_on=None), on=JUNE, reason="Sai", by=leader
        )


def test_reinstate_gives_the_honour_back_with_its_first_dates(leader):
    honour = revoked(leader, conferred_on=date(2023, 1, 10))

    actions.reinstate(honour=honour, reason="Thanh tra kết luận lại", by=leader)

    assert (honour.state, honour.conferred_on) == (HonourState.CONFERRED, date(2023, 1, 10))
    assert entries_of(honour)[0].log.action == "honours.reinstate"


def test_reinstate_refuses_where_the_same_was_given_anew(leader):
    honour = revoked(leader)
    HonourFactory(form=honour.form, person=honour.person)

    with pytest.raises(ValidationError):
        actions.reinstate(honour=honour, reason="Thanh tra kết luận lại", by=leader)

    honour.refresh_from_db()
    assert honour.state == HonourState.REVOKED


def test_reinstate_asks_for_a_reason_and_for_a_revocation(leader):
    with pytest.raises(ValidationError):
        actions.reinstate(honour=revoked(leader), reason="", by=leader)
    with pytest.raises(ValidationError):
        actions.reinstate(honour=HonourFactory(), reason="Nhầm", by=leader)
