"""Programmes, sponsors, charity and delegations."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.period import today
from lienhiep.events import actions
from lienhiep.events.choices import Direction, ProgrammeState, SponsorshipState, SupportKind
from lienhiep.events.models import (
    CharityEvent,
    CoordinationProgramme,
    Delegation,
    Sponsorship,
)
from tests.factories.directory import OrganisationFactory
from tests.factories.events import (
    CoordinationProgrammeFactory,
    ProgrammePartnerFactory,
    SponsorshipFactory,
    received_sponsorship,
    signed_programme,
)

pytestmark = pytest.mark.django_db

MARCH = date(2022, 3, 1)


def refused_fields(call, **facts):
    with pytest.raises(ValidationError) as refused:
        call(**facts)
    return list(getattr(refused.value, "error_dict", {}))


def test_prepare_programme_names_its_partners(officer):
    partner = OrganisationFactory(name="Sở Y tế")

    programme = actions.prepare_programme(
        title="Chăm sóc sức khỏe", partners=[partner, partner], by=officer
    )

    assert programme.partner_names == "Sở Y tế"
    assert programme.state == ProgrammeState.PREPARING


def test_prepare_programme_refuses_one_with_nobody(officer):
    assert refused_fields(actions.prepare_programme, title="Một mình", partners=[], by=officer) == [
        "partners"
    ]


def test_sign_programme_holds_from_the_signature_unless_told(officer):
    programme = signed_programme(on=MARCH, until=None)

    assert (programme.valid_from, programme.state) == (MARCH, ProgrammeState.IN_FORCE)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"on": today() + timedelta(days=1)}, "on"),
        ({"on": date(2022, 1, 1)}, "on"),
        ({"on": MARCH, "valid_from": date(2022, 2, 1)}, "valid_from"),
        ({"on": MARCH, "valid_until": date(2022, 2, 1)}, "valid_until"),
    ],
)
def test_sign_programme_refuses_days_out_of_order(officer, facts, field):
    programme = ProgrammePartnerFactory().programme

    assert refused_fields(actions.sign_programme, programme=programme, by=officer, **facts) == [
        field
    ]
    assert CoordinationProgramme.objects.get().signed_on is None


def test_sign_programme_refuses_one_without_partners(officer):
    programme = CoordinationProgrammeFactory()

    assert refused_fields(actions.sign_programme, programme=programme, on=MARCH, by=officer) == []


def test_undo_signing_goes_back_to_preparation_unless_results_stand(officer):
    programme = signed_programme(until=None)
    actions.undo_signing(programme=programme, reason="Ký nhầm", by=officer)
    again = signed_programme(title="Khác", until=None)
    actions.record_result(programme=again, year=2022, text="Ba lớp", by=officer)

    with pytest.raises(ValidationError):
        actions.undo_signing(programme=again, reason="Ký nhầm", by=officer)

    assert programme.state == ProgrammeState.PREPARING


def test_record_result_puts_another_text_in_its_place(officer):
    programme = signed_programme()
    actions.record_result(programme=programme, year=2022, text="Hai lớp", by=officer)

    actions.record_result(programme=programme, year=2022, text="Ba lớp", by=officer)

    assert [row.text for row in programme.results.all()] == ["Ba lớp"]


@pytest.mark.parametrize("year", [2021, 2199])
def test_record_result_refuses_a_year_in_which_it_was_not_in_force(officer, year):
    programme = signed_programme()

    assert refused_fields(
        actions.record_result, programme=programme, year=year, text="Ba lớp", by=officer
    ) == ["year"]


def test_an_ended_programme_is_resumed_with_its_old_last_day(officer):
    programme = signed_programme(until=today() + timedelta(days=30))
    actions.end_programme(programme=programme, on=today(), reason="Hết kinh phí", by=officer)
    ended = CoordinationProgramme.objects.get().state

    actions.resume_programme(programme=programme, reason="Có kinh phí", by=officer)

    assert (ended, programme.state) == (ProgrammeState.ENDED, ProgrammeState.IN_FORCE)


def test_a_programme_past_its_last_day_is_prolonged_only_with_a_new_one(officer):
    programme = signed_programme()

    assert refused_fields(
        actions.resume_programme, programme=programme, reason="Gia hạn", by=officer
    ) == ["valid_until"]
    actions.resume_programme(
        programme=programme,
        reason="Gia hạn",
        valid_until=today() + timedelta(days=365),
        by=officer,
    )
    assert programme.state == ProgrammeState.IN_FORCE


def test_a_sponsorship_comes_as_promised_unless_told(officer):
    as_promised = received_sponsorship()
    less = SponsorshipFactory()
    actions.receive_sponsorship(
        sponsorship=less, on=date(2022, 6, 1), amount=10_000_000, by=officer
    )

    assert as_promised.amount_received == 50_000_000
    assert less.amount_received == 10_000_000


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"on": date(2022, 3, 31)}, "on"),
        ({"on": today() + timedelta(days=1)}, "on"),
        ({"on": date(2022, 6, 1), "amount": 0}, "amount"),
    ],
)
def test_receive_sponsorship_refuses_what_cannot_be(officer, facts, field):
    sponsorship = SponsorshipFactory()

    assert refused_fields(
        actions.receive_sponsorship, sponsorship=sponsorship, by=officer, **facts
    ) == [field]


def test_promise_sponsorship_of_money_needs_an_amount_and_in_kind_none(officer):
    facts = {"sponsor": OrganisationFactory(), "purpose": "Cuộc thi", "amount_promised": 0}

    fields = refused_fields(
        actions.promise_sponsorship, kind=SupportKind.MONEY, by=officer, **facts
    )
    made = actions.promise_sponsorship(kind=SupportKind.IN_KIND, goods="Sách", by=officer, **facts)

    assert fields == ["amount_promised"]
    assert made.state == SponsorshipState.PROMISED


def test_a_receipt_taken_back_leaves_the_promise(officer):
    sponsorship = received_sponsorship()

    actions.undo_receipt(sponsorship=sponsorship, reason="Nhầm khoản", by=officer)

    row = Sponsorship.objects.get()
    assert (row.state, row.amount_received) == (SponsorshipState.PROMISED, None)


def test_a_promise_given_up_can_be_renewed(officer):
    sponsorship = SponsorshipFactory()
    actions.release_sponsorship(
        sponsorship=sponsorship, on=date(2022, 5, 1), reason="Đổi ý", by=officer
    )
    given_up = Sponsorship.objects.get().state

    actions.renew_promise(sponsorship=sponsorship, reason="Lại nhận", by=officer)

    assert (given_up, sponsorship.state) == (SponsorshipState.RELEASED, SponsorshipState.PROMISED)


def test_record_charity_and_a_delegation(officer):
    host = OrganisationFactory()

    actions.record_charity(
        title="Tặng quà", done_on=date(2022, 1, 25), host=host, amount=15_000_000, by=officer
    )
    actions.record_delegation(
        direction=Direction.OUT,
        organisation=host,
        starts_on=date(2022, 6, 16),
        people=7,
        purpose="Học hỏi",
        by=officer,
    )

    assert CharityEvent.objects.get().amount_label == "15.000.000 đồng"
    assert Delegation.objects.get().ends_on == date(2022, 6, 16)


def test_a_visit_to_come_is_not_recorded(officer):
    fields = refused_fields(
        actions.record_delegation,
        direction=Direction.OUT,
        organisation=OrganisationFactory(),
        starts_on=today() + timedelta(days=3),
        people=7,
        purpose="Học hỏi",
        by=officer,
    )

    assert "starts_on" in fields
