"""Prizes decided, published, numbered and withdrawn; the way to the national round."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lienhiep.accounts.choices import ConsentPurpose
from lienhiep.contests import actions
from lienhiep.contests.choices import EditionState, NominationState, PrizeState, Rank
from lienhiep.contests.models import Entry, Nomination, Prize
from tests.factories.contests import (
    DECIDED,
    RESULTS,
    EditionFactory,
    EntryFactory,
    JurorFactory,
    NationalEditionFactory,
    NominationFactory,
    PrizeFactory,
    PrizeLevelFactory,
    ScoreFactory,
    entry_of,
)
from tests.factories.office import OfficialDocumentFactory

pytestmark = pytest.mark.django_db

JULY = date(2022, 7, 1)


def admitted(**facts):
    return entry_of(accepted_on=JULY, **facts)


def award(organiser, entry, level=None, on=DECIDED, **facts):
    level = level or PrizeLevelFactory(edition=entry.edition)
    return actions.award_prize(entry=entry, level=level, on=on, by=organiser, **facts)


def test_a_prize_takes_the_money_of_its_level(organiser):
    prize = award(organiser, admitted())

    assert (prize.state, prize.amount) == (PrizeState.DECIDED, 5_000_000)


@pytest.mark.parametrize("day", [date(2022, 6, 30), date(2022, 5, 20)])
def test_a_prize_decided_before_the_deadline_is_over_is_refused(organiser, day):
    with pytest.raises(ValidationError) as refused:
        award(organiser, admitted(), on=day)

    assert list(refused.value.message_dict) == ["on"]


def test_a_prize_of_an_entry_not_admitted_is_refused(organiser):
    with pytest.raises(ValidationError):
        award(organiser, EntryFactory())


def test_a_prize_is_refused_while_a_juror_owes_a_score(organiser):
    sheet = ScoreFactory()

    with pytest.raises(ValidationError, match="Còn 1 giám khảo"):
        award(organiser, sheet.entry)


def test_a_juror_who_left_or_was_excused_owes_nothing(organiser):
    entry = admitted()
    ScoreFactory(entry=entry, excused_on=JULY, excuse_reason="Người thân")
    gone = JurorFactory(edition=entry.edition, ended_on=JULY, end_reason="Ốm")
    ScoreFactory(entry=entry, juror=gone)

    assert award(organiser, entry).pk is not None


def test_one_prize_more_than_the_level_has_is_refused(organiser):
    edition = EditionFactory()
    level = PrizeLevelFactory(edition=edition, at_most=1)
    award(organiser, admitted(edition=edition), level)

    with pytest.raises(ValidationError, match="Cả 1 giải"):
        award(organiser, admitted(edition=edition), level)


def test_an_entry_has_one_prize_of_an_edition(organiser):
    entry = admitted()
    award(organiser, entry)

    with pytest.raises(ValidationError):
        award(organiser, entry, PrizeLevelFactory(edition=entry.edition, rank=Rank.THIRD))


def test_a_level_of_another_edition_is_refused(organiser):
    with pytest.raises(ValidationError):
        award(organiser, admitted(), PrizeLevelFactory())


def test_results_stand_on_the_site_from_their_publication_on(organiser):
    prize = award(organiser, admitted())
    document = OfficialDocumentFactory()

    actions.publish_results(edition=prize.edition, on=RESULTS, document=document, by=organiser)

    prize.refresh_from_db()
    assert (prize.state, prize.document) == (PrizeState.PUBLISHED, document)
    assert prize.edition.state == EditionState.CLOSED
    assert list(Entry.objects.visible_to(None)) == [prize.entry]


def test_results_before_a_decision_are_refused(organiser):
    prize = award(organiser, admitted())

    with pytest.raises(ValidationError):
        actions.publish_results(edition=prize.edition, on=date(2022, 7, 19), by=organiser)


def test_results_without_a_prize_are_refused(organiser):
    with pytest.raises(ValidationError, match="Chưa có giải"):
        actions.publish_results(edition=EditionFactory(), on=RESULTS, by=organiser)


def test_results_taken_back_leave_the_site_and_keep_their_decisions(organiser):
    prize = award(organiser, admitted())
    actions.publish_results(edition=prize.edition, on=RESULTS, by=organiser)

    actions.take_back_results(edition=prize.edition, reason="Nhầm danh sách", by=organiser)

    prize.refresh_from_db()
    assert prize.state == PrizeState.DECIDED
    assert list(Entry.objects.visible_to(None)) == []


def test_certificates_are_numbered_from_the_highest_level_down_and_once(organiser):
    edition = EditionFactory()
    third = PrizeLevelFactory(edition=edition, rank=Rank.THIRD)
    first = PrizeLevelFactory(edition=edition, rank=Rank.FIRST)
    lower = award(organiser, admitted(edition=edition), third)
    higher = award(organiser, admitted(edition=edition), first)

    numbered = actions.issue_certificates(edition=edition, on=RESULTS, by=organiser)
    again = actions.issue_certificates(edition=edition, on=RESULTS, by=organiser)

    assert (numbered, again) == (2, 0)
    assert [Prize.objects.get(pk=one.pk).certificate_number for one in (higher, lower)] == [
        "001/2022",
        "002/2022",
    ]


def test_a_prize_is_withdrawn_with_a_reason_and_given_back(organiser):
    prize = award(organiser, admitted())

    actions.withdraw_prize(prize=prize, on=RESULTS, reason="Sao chép", by=organiser)
    withdrawn = prize.state
    actions.restore_prize(prize=prize, reason="Đã xác minh", by=organiser)

    assert (withdrawn, prize.state) == (PrizeState.WITHDRAWN, PrizeState.DECIDED)


def test_a_prize_is_not_given_back_into_a_full_level(organiser):
    edition = EditionFactory()
    level = PrizeLevelFactory(edition=edition, at_most=1)
    prize = award(organiser, admitted(edition=edition), level)
    actions.withdraw_prize(prize=prize, on=RESULTS, reason="Sao chép", by=organiser)
    award(organiser, admitted(edition=edition), level)

    with pytest.raises(ValidationError):
        actions.restore_prize(prize=prize, reason="Đã xác minh", by=organiser)


def nominate(organiser, agreed=(ConsentPurpose.NATIONAL_ROUND,), on=date(2022, 8, 15)):
    edition = EditionFactory(leads_to=NationalEditionFactory())
    entry = admitted(edition=edition, agreed=agreed)
    return actions.nominate_entry(entry=entry, on=on, by=organiser)


def test_an_entry_goes_to_the_edition_that_its_own_leads_to(organiser):
    nomination = nominate(organiser)

    assert (nomination.edition.ordinal, nomination.state) == (18, NominationState.SENT)


def test_an_entry_whose_author_did_not_agree_is_not_sent_on(organiser):
    with pytest.raises(ValidationError, match="đồng ý gửi dự thi toàn quốc"):
        nominate(organiser, agreed=())

    assert Nomination.objects.count() == 0


def test_an_entry_is_not_sent_on_after_the_national_deadline(organiser):
    with pytest.raises(ValidationError):
        nominate(organiser, on=date(2022, 9, 1))


def test_a_national_prize_is_a_prize_of_the_same_entry_recorded_once(organiser):
    nomination = nominate(organiser)
    level = PrizeLevelFactory(edition=nomination.edition, rank=Rank.SECOND)

    prize = actions.record_national_result(
        nomination=nomination,
        level=level,
        decided_on=date(2022, 11, 18),
        on=date(2022, 11, 25),
        by=organiser,
    )

    assert (prize.entry, prize.edition) == (nomination.entry, nomination.edition)
    assert (prize.decided_on, prize.published_on) == (date(2022, 11, 18), date(2022, 11, 25))
    assert Nomination.objects.get().state == NominationState.PRIZED


def test_a_result_without_a_prize_is_recorded_too(organiser):
    nomination = nominate(organiser)

    actions.record_national_result(nomination=nomination, on=date(2022, 11, 25), by=organiser)

    assert nomination.state == NominationState.UNPRIZED


def test_a_result_taken_back_can_be_recorded_anew_on_the_same_row(organiser):
    nomination = nominate(organiser)
    second = PrizeLevelFactory(edition=nomination.edition, rank=Rank.SECOND)
    third = PrizeLevelFactory(edition=nomination.edition, rank=Rank.THIRD)
    known = date(2022, 11, 25)
    actions.record_national_result(nomination=nomination, level=second, on=known, by=organiser)

    actions.take_back_national_result(nomination=nomination, reason="Nhầm", by=organiser)
    actions.record_national_result(nomination=nomination, level=third, on=known, by=organiser)

    assert [(one.level, one.state) for one in Prize.objects.all()] == [
        (third, PrizeState.PUBLISHED)
    ]


def test_a_nomination_is_recalled_and_restored(organiser):
    nomination = nominate(organiser)

    actions.recall_nomination(
        nomination=nomination, on=date(2022, 8, 20), reason="Gia đình xin rút", by=organiser
    )
    recalled = nomination.state
    actions.restore_nomination(nomination=nomination, reason="Đổi ý", by=organiser)

    assert (recalled, nomination.state) == (NominationState.RECALLED, NominationState.SENT)


def test_a_nomination_with_a_result_is_not_recalled(organiser):
    nomination = NominationFactory(result_on=date(2022, 11, 25))

    with pytest.raises(ValidationError):
        actions.recall_nomination(
            nomination=nomination, on=date(2022, 12, 1), reason="Nhầm", by=organiser
        )


def test_a_national_edition_that_closes_tells_of_those_without_a_prize(organiser):
    nomination = NominationFactory()

    actions.publish_results(edition=nomination.edition, on=date(2022, 11, 25), by=organiser)

    nomination.refresh_from_db()
    assert nomination.state == NominationState.UNPRIZED


def test_states_in_python_and_in_the_database_agree():
    PrizeFactory()
    PrizeFactory(published_on=RESULTS)
    PrizeFactory(withdrawn_on=RESULTS, withdrawal_reason="Sao chép")
    NominationFactory()
    NominationFactory(result_on=date(2022, 11, 25))
    won = NominationFactory(result_on=date(2022, 11, 25))
    PrizeFactory(entry=won.entry, edition=won.edition, decided_on=date(2022, 11, 1))

    for model in (Prize, Nomination):
        rows = list(model.objects.with_state())

        assert [row.state_code for row in rows] == [row.state for row in rows]
