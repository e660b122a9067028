"""An entry received, checked, refused and withdrawn."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lienhiep.accounts.choices import ConsentGiver, ConsentPurpose
from lienhiep.accounts.models import Consent
from lienhiep.contests import actions
from lienhiep.contests.actions import AuthorRow, ConsentGiven, Contact
from lienhiep.contests.choices import EntryChannel, EntryState
from lienhiep.contests.models import Entry, RepresentativeContact
from lienhiep.core.history import entries_of
from tests.factories.contests import (
    BORN,
    ContestFieldFactory,
    EditionFactory,
    EntryFactory,
    PrizeFactory,
    ScoreFactory,
    entry_of,
)
from tests.factories.directory import PersonFactory

pytestmark = pytest.mark.django_db

MAY, JULY = date(2022, 5, 10), date(2022, 7, 1)


def child(**facts):
    return PersonFactory(**{"birth_date": BORN, **facts})


def receive(organiser, *authors, edition=None, on=MAY, **facts):
    edition = edition or EditionFactory()
    rows = [one if isinstance(one, AuthorRow) else AuthorRow(one) for one in authors]
    return actions.receive_entry(
        edition=edition,
        field=facts.pop("field", None) or ContestFieldFactory(edition=edition),
        title="Còi báo lũ",
        authors=rows,
        on=on,
        by=organiser,
        **facts,
    )


def verbs_of(record):
    return [entry.log.action for entry in entries_of(record)]


def test_an_entry_is_received_with_a_code_that_says_nothing_of_its_authors(organiser):
    edition = EditionFactory()

    first = receive(organiser, child(), edition=edition)
    second = receive(organiser, child(), edition=edition)

    assert (first.code, second.code) == ("22-001", "22-002")
    assert verbs_of(first) == ["contests.receive_entry"]


@pytest.mark.parametrize("day", [date(2022, 1, 31), date(2022, 7, 1)])
def test_an_entry_outside_the_term_is_refused(organiser, day):
    with pytest.raises(ValidationError):
        receive(organiser, child(), on=day)

    assert Entry.objects.count() == 0


def test_an_entry_of_nobody_is_refused(organiser):
    with pytest.raises(ValidationError, match="ít nhất một tác giả"):
        receive(organiser)


def test_an_author_named_twice_is_refused(organiser):
    one = child()

    with pytest.raises(ValidationError, match="hai lần"):
        receive(organiser, one, one)


def test_more_authors_than_the_rules_admit_are_refused(organiser):
    with pytest.raises(ValidationError, match="nhiều nhất 1"):
        receive(organiser, child(), child(), edition=EditionFactory(max_authors=1))


@pytest.mark.parametrize("born", [date(2004, 8, 30), date(2016, 9, 1)])
def test_an_author_born_outside_the_window_is_refused(organiser, born):
    edition = EditionFactory(born_from=date(2004, 8, 31), born_until=date(2016, 8, 31))

    with pytest.raises(ValidationError) as refused:
        receive(organiser, child(birth_date=born), edition=edition)

    assert list(refused.value.message_dict) == ["birth_date"]


def test_a_field_of_another_edition_is_refused(organiser):
    with pytest.raises(ValidationError, match="lĩnh vực"):
        receive(organiser, child(), field=ContestFieldFactory())


def test_consents_and_the_contact_come_with_the_entry_each_by_itself(organiser):
    one = child()
    row = AuthorRow(
        one,
        contact=Contact("Mẹ Của Em", "0912345678"),
        consent=ConsentGiven(
            frozenset({ConsentPurpose.CONTEST_ENTRY, ConsentPurpose.PUBLISH_NAME}),
            ConsentGiver.BOTH,
            "Mẹ Của Em",
        ),
    )

    receive(organiser, row)

    assert set(Consent.objects.filter(person=one).values_list("purpose", "giver_name")) == {
        ("contest_entry", "Mẹ Của Em"),
        ("publish_name", "Mẹ Của Em"),
    }
    assert RepresentativeContact.objects.get().phone == "0912345678"


def test_the_contact_of_a_representative_is_in_no_history(organiser):
    entry = receive(organiser, AuthorRow(child(), contact=Contact("Mẹ Bí Mật", "0987654321")))

    written = str([entry.log.data for entry in entries_of(entry)])

    assert ("Bí Mật" in written, "0987654321" in written) == (False, False)


def test_an_entry_with_its_papers_is_admitted(organiser):
    entry = entry_of()

    actions.accept_entry(entry=entry, on=JULY, by=organiser)

    assert (entry.state, verbs_of(entry)[0]) == (EntryState.ACCEPTED, "contests.accept_entry")


def test_an_entry_whose_child_did_not_agree_is_not_admitted(organiser):
    entry = entry_of(child(full_name="Lê Im Lặng"), agreed=[])

    with pytest.raises(ValidationError, match="Lê Im Lặng"):
        actions.accept_entry(entry=entry, on=JULY, by=organiser)


def test_an_entry_sent_at_the_desk_is_not_admitted_without_its_explanation(organiser):
    entry = entry_of(channel=EntryChannel.DESK)

    with pytest.raises(ValidationError, match="bản thuyết minh"):
        actions.accept_entry(entry=entry, on=JULY, by=organiser)


def test_an_entry_with_an_unknown_birth_is_not_admitted_where_the_rules_ask(organiser):
    edition = EditionFactory(born_from=date(2004, 8, 31))
    entry = entry_of(child(birth_date=None, full_name="Lê Chưa Rõ"), edition=edition)

    with pytest.raises(ValidationError, match="ngày sinh của Lê Chưa Rõ"):
        actions.accept_entry(entry=entry, on=JULY, by=organiser)


def test_a_refusal_asks_for_its_reason(organiser):
    with pytest.raises(ValidationError):
        actions.refuse_entry(entry=EntryFactory(), on=JULY, reason=" ", by=organiser)


def test_a_check_is_taken_back_and_both_stay_in_the_history(organiser):
    entry = entry_of()
    actions.refuse_entry(entry=entry, on=JULY, reason="Trùng bài", by=organiser)

    actions.take_back_check(entry=entry, reason="Nhầm bài khác", by=organiser)

    assert (entry.state, entry.refusal_reason) == (EntryState.RECEIVED, "")
    assert verbs_of(entry)[:2] == ["contests.take_back_check", "contests.refuse_entry"]


def test_a_check_is_not_taken_back_once_a_juror_has_scored(organiser):
    sheet = ScoreFactory(submitted_on=date(2022, 7, 10), total=80)

    with pytest.raises(ValidationError, match="đã chấm"):
        actions.take_back_check(entry=sheet.entry, reason="Nhầm", by=organiser)


def test_an_entry_is_withdrawn_and_restored(organiser):
    entry = entry_of()

    actions.withdraw_entry(entry=entry, on=JULY, reason="Gia đình chuyển đi", by=organiser)
    withdrawn = entry.state
    actions.restore_entry(entry=entry, reason="Gia đình đổi ý", by=organiser)

    assert (withdrawn, entry.state) == (EntryState.WITHDRAWN, EntryState.RECEIVED)


@pytest.mark.parametrize("verb", ["refuse_entry", "withdraw_entry"])
def test_an_entry_with_a_prize_leaves_only_after_its_prize(organiser, verb):
    entry = PrizeFactory().entry

    with pytest.raises(ValidationError, match="thu hồi giải"):
        getattr(actions, verb)(entry=entry, on=date(2022, 8, 1), reason="Sao chép", by=organiser)


def test_the_day_of_birth_is_recorded_while_the_papers_are_checked(organiser):
    edition = EditionFactory(born_from=date(2004, 8, 31), born_until=date(2016, 8, 31))
    entry = entry_of(child(birth_date=None), edition=edition)

    actions.record_author_papers(
        entry=entry, author=entry.authors.get(), birth_date=BORN, by=organiser
    )

    assert entry.authors.get().person.birth_date == BORN


def test_a_birth_outside_the_window_is_not_recorded(organiser):
    edition = EditionFactory(born_from=date(2004, 8, 31), born_until=date(2016, 8, 31))
    entry = entry_of(child(birth_date=None), edition=edition)

    with pytest.raises(ValidationError):
        actions.record_author_papers(
            entry=entry, author=entry.authors.get(), birth_date=date(1999, 1, 1), by=organiser
        )

    assert entry.authors.get().person.birth_date is None


def test_a_consent_signed_later_is_recorded_at_any_time(organiser):
    entry = PrizeFactory(entry=entry_of(accepted_on=JULY)).entry
    author = entry.authors.get()
    given = ConsentGiven(frozenset({ConsentPurpose.PUBLISH_NAME}), ConsentGiver.BOTH, "Bố Của Em")

    actions.record_author_papers(entry=entry, author=author, consent=given, by=organiser)

    assert Consent.objects.filter(person=author.person, purpose="publish_name").count() == 1
