"""Handing honours over: one day and one occasion for a whole decision."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.honours import actions
from lienhiep.honours.choices import HonourState, NominationState
from lienhiep.honours.models import Honour
from tests.factories.honours import (
    DECIDED,
    HonourFactory,
    HonourFormFactory,
    UnionFactory,
    nomination_at,
)
from tests.factories.office import OfficialDocumentFactory

pytestmark = pytest.mark.django_db

CEREMONY = date(2023, 1, 10)


def conferred():
    return list(Honour.objects.exclude(conferred_on=None).order_by("pk"))


def confer(honour, by, **facts):
    return actions.confer_decision(
        **{"honour": honour, "on": CEREMONY, "occasion": "Hội nghị tổng kết", **facts}, by=by
    )


def test_confer_decision_hands_over_everything_of_one_decision_in_one_step(officer):
    form = HonourFormFactory()
    honours = [HonourFactory(form=form) for _number in range(3)]
    HonourFactory(decision_symbol="05/QĐ-LHH")
    HonourFactory(decided_on=date(2023, 1, 6))

    confer(honours[1], officer)

    assert conferred() == honours
    assert {honour.occasion for honour in conferred()} == {"Hội nghị tổng kết"}


def test_the_documents_of_the_register_keep_decisions_of_one_symbol_apart(officer):
    first, second = OfficialDocumentFactory(), OfficialDocumentFactory()
    one = HonourFactory(decision=first, decision_symbol="")
    also = HonourFactory(decision=first, decision_symbol="")
    HonourFactory(decision=second, decision_symbol="")

    confer(one, officer)

    assert conferred() == [one, also]


def test_honours_without_any_decision_named_are_not_taken_for_one_decision(officer):
    one = HonourFactory(decision_symbol="")
    HonourFactory(decision_symbol="")

    confer(one, officer)

    assert conferred() == [one]


def test_confer_decision_may_hand_over_one_alone(officer):
    one, _other = HonourFactory(), HonourFactory()

    confer(one, officer, whole_decision=False)

    assert conferred() == [one]


def test_the_conferral_stands_in_the_history_of_each_honour_as_one_act(officer):
    one, other = HonourFactory(), HonourFactory()

    confer(one, officer)

    acts = [entries_of(honour)[0].log for honour in (one, other)]
    assert [act.action for act in acts] == ["honours.confer_honours"] * 2
    assert len({act.uuid for act in acts}) == 1


def test_what_was_revoked_or_handed_over_before_is_left_as_it_is(officer):
    revoked = HonourFactory(revoked_on=date(2023, 1, 8), revocation_reason="Báo cáo sai")
    earlier = HonourFactory(conferred_on=date(2023, 1, 6))
    one = HonourFactory()

    confer(one, officer)

    assert list(Honour.objects.filter(conferred_on=CEREMONY)) == [one]
    assert {revoked, earlier} == set(Honour.objects.exclude(pk=one.pk))


@pytest.mark.parametrize("on", [date(2023, 1, 4), today() + timedelta(days=1)])
def test_nothing_is_handed_over_before_its_decision_or_in_the_future(officer, on):
    one, _other = HonourFactory(), HonourFactory()

    with pytest.raises(ValidationError) as no:
        confer(one, officer, on=on)

    assert list(no.value.message_dict) == ["on"]
    assert conferred() == []


def test_confer_honours_hands_over_all_or_none(officer):
    ready, proposed = HonourFactory(), HonourFactory(decided_on=None)

    with pytest.raises(ValidationError):
        actions.confer_honours(honours=[ready, proposed], on=CEREMONY, by=officer)

    assert conferred() == []


def test_confer_honours_refuses_nothing_to_hand_over(officer):
    with pytest.raises(ValidationError):
        actions.confer_honours(honours=[], on=CEREMONY, by=officer)


def test_confer_nomination_hands_over_what_came_of_it(officer, leader):
    nomination = nomination_at(NominationState.DECIDED, leader)
    HonourFactory()

    actions.confer_nomination(nomination=nomination, on=CEREMONY, by=officer)

    assert [honour.nominee.nomination for honour in conferred()] == [nomination] * 2
    assert entries_of(nomination)[0].log.action == "honours.confer_honours"


def test_take_back_conferral_leaves_the_honour_decided(officer):
    one, other = HonourFactory(), HonourFactory()
    confer(one, officer)
    one.refresh_from_db()

    actions.take_back_conferral(honour=one, reason="Nhầm ngày", by=officer)

    assert (one.state, one.occasion) == (HonourState.DECIDED, "")
    other.refresh_from_db()
    assert other.state == HonourState.CONFERRED


def test_take_back_conferral_may_take_back_the_whole_decision(officer):
    one, other = HonourFactory(), HonourFactory()
    confer(one, officer)
    one.refresh_from_db()

    actions.take_back_conferral(honour=one, reason="Nhầm", whole_decision=True, by=officer)

    assert conferred() == []
    assert entries_of(other)[0].log.action == "honours.take_back_conferral"


def test_take_back_conferral_asks_for_a_reason_and_for_a_conferral(officer):
    with pytest.raises(ValidationError):
        actions.take_back_conferral(honour=HonourFactory(), reason="Nhầm", by=officer)
    with pytest.raises(ValidationError):
        actions.take_back_conferral(
            honour=HonourFactory(conferred_on=CEREMONY), reason="", by=officer
        )


def test_a_decision_of_hundreds_costs_no_more_than_a_few_questions_for_each(
    officer, django_assert_max_num_queries
):
    form, union = HonourFormFactory(), UnionFactory()
    honours = [HonourFactory(form=form, awarding_body=union) for _number in range(20)]

    with django_assert_max_num_queries(20 * 30):
        confer(honours[0], officer)

    assert len(conferred()) == 20
    assert DECIDED < CEREMONY
