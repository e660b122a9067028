"""Making an issue, from its opening to the day it appears."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lienhiep.core.history import entries_of
from lienhiep.core.period import today
from lienhiep.journal import actions
from lienhiep.journal.choices import IssueState, Stage
from lienhiep.journal.models import Issue, IssueNumber
from tests.factories.journal import IssueFactory, LicenceFactory, issue_at, placed_article

pytestmark = pytest.mark.django_db

JUNE = date(2022, 6, 10)


def refusal(call, **facts):
    with pytest.raises(ValidationError) as refused:
        call(**facts)
    return refused.value


def test_open_issue_begins_as_planned(secretary):
    issue = actions.open_issue(year=2022, number=5, month=5, title="Chuyển đổi số", by=secretary)

    assert issue.state == IssueState.PLANNED
    assert str(issue) == "Số 5/2022"


def test_open_issue_is_one_entry_in_the_history_under_its_own_name(secretary):
    issue = actions.open_issue(year=2022, number=5, month=5, by=secretary)

    assert [(entry.log.action, entry.log.user) for entry in entries_of(issue)] == [
        ("journal.open_issue", secretary)
    ]


def test_open_issue_refuses_a_number_of_the_year_that_is_taken(secretary):
    IssueFactory(year=2022, number=5)

    refused = refusal(actions.open_issue, year=2022, number=5, month=5, by=secretary)

    assert list(refused.message_dict) == ["number"]
    assert Issue.objects.count() == 1


def test_open_issue_takes_the_same_number_in_another_year(secretary):
    IssueFactory(year=2021, number=5)

    issue = actions.open_issue(year=2022, number=5, month=5, by=secretary)

    assert issue.number_label == "5"


def test_a_double_number_holds_both_its_numbers(secretary):
    issue = actions.open_issue(year=2022, number=5, number_count=2, month=6, by=secretary)

    assert issue.number_label == "5+6"
    assert sorted(issue.held_numbers.values_list("number", flat=True)) == [5, 6]


@pytest.mark.parametrize(("number", "count"), [(6, 1), (4, 2), (6, 2), (5, 2)])
def test_open_issue_refuses_what_overlaps_a_double_number(secretary, number, count):
    IssueFactory(year=2022, number=5, number_count=2)

    refused = refusal(
        actions.open_issue, year=2022, number=number, number_count=count, month=6, by=secretary
    )

    assert list(refused.message_dict) == ["number"]


def test_the_database_itself_refuses_a_number_held_twice():
    IssueFactory(year=2022, number=5, number_count=2)

    with pytest.raises(IntegrityError), transaction.atomic():
        IssueFactory(year=2022, number=6)

    assert Issue.objects.count() == 1


def test_an_issue_that_is_renumbered_lets_its_old_number_go():
    issue = IssueFactory(year=2022, number=5, number_count=2)

    issue.number_count = 1
    issue.save()
    IssueFactory(year=2022, number=6)

    assert sorted(IssueNumber.objects.values_list("number", flat=True)) == [5, 6]


def test_move_issue_goes_forward_and_back_before_the_signature(secretary):
    issue = IssueFactory(stage=Stage.PLANNED)

    actions.move_issue(issue=issue, stage=Stage.LAYOUT, by=secretary)
    actions.move_issue(issue=issue, stage=Stage.EDITING, by=secretary)

    assert Issue.objects.get().state == IssueState.EDITING


def test_move_issue_refuses_a_signed_issue(secretary):
    issue = issue_at(IssueState.SIGNED)

    refusal(actions.move_issue, issue=issue, stage=Stage.EDITING, by=secretary)

    assert Issue.objects.get().state == IssueState.SIGNED


def test_sign_for_print_keeps_who_signed_and_when(leader):
    issue = IssueFactory()
    placed_article(issue)

    actions.sign_for_print(issue=issue, on=JUNE, by=leader)

    signed = Issue.objects.get()
    assert (signed.state, signed.signed_on, signed.signed_by) == (IssueState.SIGNED, JUNE, leader)


def test_sign_for_print_refuses_an_issue_without_articles(leader):
    issue = IssueFactory()

    refused = refusal(actions.sign_for_print, issue=issue, on=JUNE, by=leader)

    assert refused.messages == [f"{issue} chưa có bài nào."]


def test_sign_for_print_names_what_is_still_missing(leader):
    issue = IssueFactory(page_count=0, print_run=0)
    placed_article(issue)

    refused = refusal(actions.sign_for_print, issue=issue, on=JUNE, by=leader)

    assert refused.messages == ["Trước khi ký, hãy điền: số trang, số bản in."]


def test_sign_for_print_refuses_an_article_without_pages(leader):
    issue = IssueFactory()
    placed_article(issue, page_count=0)

    refused = refusal(actions.sign_for_print, issue=issue, on=JUNE, by=leader)

    assert refused.messages == ["Còn 1 bài chưa có số trang."]


def test_sign_for_print_refuses_more_pages_of_articles_than_the_issue_has(leader):
    issue = IssueFactory(page_count=10)
    placed_article(issue, page_count=11)

    refused = refusal(actions.sign_for_print, issue=issue, on=JUNE, by=leader)

    assert refused.messages == ["Các bài chiếm 11 trang, số này chỉ có 10 trang."]


def test_sign_for_print_refuses_a_day_that_the_licence_does_not_cover(leader):
    issue = IssueFactory(licence=LicenceFactory(valid_until=JUNE - timedelta(days=1)))
    placed_article(issue)

    refused = refusal(actions.sign_for_print, issue=issue, on=JUNE, by=leader)

    assert list(refused.message_dict) == ["on"]


def test_sign_for_print_refuses_more_pages_than_the_licence_allows(leader):
    issue = IssueFactory(page_count=72, licence=LicenceFactory(max_pages=64))
    placed_article(issue)

    refused = refusal(actions.sign_for_print, issue=issue, on=JUNE, by=leader)

    assert refused.messages == ["Giấy phép cho phép 64 trang, số này có 72 trang."]


def test_sign_for_print_refuses_an_issue_not_laid_out(leader):
    issue = IssueFactory(stage=Stage.EDITING)
    placed_article(issue)

    refusal(actions.sign_for_print, issue=issue, on=JUNE, by=leader)

    assert Issue.objects.get().signed_on is None


def test_mark_printed_keeps_the_copies_delivered_where_they_differ(secretary):
    issue = issue_at(IssueState.SIGNED, print_run=1000)

    actions.mark_printed(issue=issue, on=JUNE, print_run=980, by=secretary)

    assert Issue.objects.get().print_run == 980


def test_mark_printed_refuses_a_day_before_the_signature(secretary):
    issue = issue_at(IssueState.SIGNED, on=JUNE)

    refused = refusal(
        actions.mark_printed, issue=issue, on=issue.signed_on - timedelta(days=1), by=secretary
    )

    assert list(refused.message_dict) == ["on"]


def test_record_deposit_keeps_the_receipt(secretary):
    issue = issue_at(IssueState.PRINTED, on=JUNE)

    actions.record_deposit(issue=issue, on=JUNE, receipt="12/LC", by=secretary)

    assert Issue.objects.values_list("deposited_on", "deposit_receipt").get() == (JUNE, "12/LC")


def test_publish_issue_opens_it_and_its_articles_to_anyone(secretary):
    issue = issue_at(IssueState.PRINTED)
    article = issue.articles.get()

    actions.publish_issue(issue=issue, on=JUNE, by=secretary)

    assert "anyone" in issue.reader_keys()
    assert list(type(article).objects.visible_to(None)) == [article]
    assert list(Issue.objects.visible_to(None)) == [issue]


def test_publish_issue_keeps_closed_what_is_not_meant_for_the_site(secretary):
    issue = issue_at(IssueState.PRINTED, is_public=False)

    actions.publish_issue(issue=issue, on=JUNE, by=secretary)

    assert Issue.objects.get().state == IssueState.PUBLISHED
    assert list(Issue.objects.visible_to(None)) == []


@pytest.mark.parametrize("state", [IssueState.LAYOUT, IssueState.SIGNED, IssueState.PUBLISHED])
def test_publish_issue_refuses_what_is_not_printed_or_is_out_already(secretary, state):
    issue = issue_at(state)

    refusal(actions.publish_issue, issue=issue, on=today(), by=secretary)

    assert Issue.objects.get().state == state


def test_publish_issue_refuses_an_issue_whose_articles_were_deleted(secretary):
    issue = issue_at(IssueState.PRINTED)
    issue.articles.all().delete()

    refused = refusal(actions.publish_issue, issue=issue, on=JUNE, by=secretary)

    assert refused.messages == [f"{issue} chưa có bài nào."]


def test_publish_issue_refuses_a_day_in_the_future(secretary):
    issue = issue_at(IssueState.PRINTED)

    refused = refusal(
        actions.publish_issue, issue=issue, on=today() + timedelta(days=1), by=secretary
    )

    assert list(refused.message_dict) == ["on"]


def test_publish_issue_refuses_a_day_before_the_printing(secretary):
    issue = issue_at(IssueState.PRINTED)

    refused = refusal(
        actions.publish_issue, issue=issue, on=issue.printed_on - timedelta(days=1), by=secretary
    )

    assert list(refused.message_dict) == ["on"]


def test_publish_issue_asked_twice_from_one_page_publishes_once(secretary):
    issue = issue_at(IssueState.PRINTED)
    loaded_by_the_second_request = Issue.objects.get()

    actions.publish_issue(issue=issue, on=JUNE, by=secretary)
    refusal(
        actions.publish_issue,
        issue=loaded_by_the_second_request,
        on=today(),
        by=secretary,
    )

    assert Issue.objects.get().published_on == JUNE


def test_publish_issue_is_one_entry_that_names_the_field_and_the_person(secretary):
    issue = issue_at(IssueState.PRINTED)

    actions.publish_issue(issue=issue, on=JUNE, by=secretary)

    entry = entries_of(issue)[0]
    assert entry.log.action == "journal.publish_issue"
    assert entry.log.user == secretary
    assert [(change.field, change.before, change.after) for change in entry.changes] == [
        ("published_on", "—", "10/06/2022")
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"printed_on": JUNE},
        {"signed_on": JUNE},
        {"published_on": JUNE},
        {"withdrawn_on": JUNE, "withdrawal_reason": "Sai"},
        {"withdrawal_reason": "Sai"},
        {"number_count": 3},
        {"month": 13},
    ],
)
def test_the_database_refuses_an_issue_whose_dates_or_numbers_cannot_be(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        IssueFactory(**wrong)
