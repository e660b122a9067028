"""Taking back what was done with an issue."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lienhiep.core.history import entries_of
from lienhiep.journal import actions
from lienhiep.journal.choices import IssueState
from lienhiep.journal.models import Article, Issue
from tests.factories.journal import DeliveryFactory, issue_at, published_issue

pytestmark = pytest.mark.django_db

JUNE = date(2022, 6, 10)


@pytest.mark.parametrize(
    ("state", "before"),
    [
        (IssueState.PUBLISHED, IssueState.PRINTED),
        (IssueState.PRINTED, IssueState.SIGNED),
        (IssueState.SIGNED, IssueState.LAYOUT),
    ],
)
def test_reopen_issue_takes_back_one_step(secretary, state, before):
    issue = issue_at(state)

    actions.reopen_issue(issue=issue, reason="Nhập nhầm ngày", by=secretary)

    assert Issue.objects.get().state == before


def test_reopen_issue_closes_the_articles_to_readers_again(secretary):
    issue = published_issue()

    actions.reopen_issue(issue=issue, reason="Nhập nhầm ngày", by=secretary)

    assert list(Article.objects.visible_to(None)) == []


def test_reopen_issue_keeps_what_was_recorded_in_the_history(secretary):
    issue = published_issue(on=JUNE)

    actions.reopen_issue(issue=issue, reason="Nhập nhầm ngày", by=secretary)

    entry = entries_of(issue)[0]
    assert (entry.log.action, entry.reason) == ("journal.reopen_issue", "Nhập nhầm ngày")
    assert [(change.before, change.after) for change in entry.changes] == [("10/06/2022", "—")]


def test_reopen_issue_refuses_once_copies_have_been_sent(secretary):
    issue = published_issue()
    DeliveryFactory(issue=issue, sent_on=JUNE)

    with pytest.raises(ValidationError):
        actions.reopen_issue(issue=issue, reason="Nhập nhầm ngày", by=secretary)

    assert Issue.objects.get().state == IssueState.PUBLISHED


@pytest.mark.parametrize("verb", [actions.reopen_issue, actions.restore_issue])
def test_nothing_is_taken_back_without_a_reason(secretary, verb):
    issue = issue_at(IssueState.WITHDRAWN)

    with pytest.raises(ValidationError) as refused:
        verb(issue=issue, reason="  ", by=secretary)

    assert list(refused.value.message_dict) == ["reason"]


def test_withdraw_issue_closes_it_and_keeps_its_publication_date(secretary):
    issue = published_issue(on=JUNE)

    actions.withdraw_issue(issue=issue, on=JUNE, reason="In sai bìa", by=secretary)

    withdrawn = Issue.objects.get()
    assert (withdrawn.state, withdrawn.published_on) == (IssueState.WITHDRAWN, JUNE)
    assert list(Issue.objects.visible_to(None)) == []
    assert list(Article.objects.visible_to(None)) == []


def test_withdraw_issue_refuses_a_day_before_the_publication(secretary):
    issue = published_issue(on=JUNE)

    with pytest.raises(ValidationError) as refused:
        actions.withdraw_issue(issue=issue, on=date(2022, 6, 9), reason="In sai bìa", by=secretary)

    assert list(refused.value.message_dict) == ["on"]


def test_withdraw_issue_refuses_what_has_not_appeared(secretary):
    issue = issue_at(IssueState.PRINTED)

    with pytest.raises(ValidationError):
        actions.withdraw_issue(issue=issue, on=JUNE, reason="In sai bìa", by=secretary)


def test_restore_issue_opens_it_again_with_its_first_publication_date(secretary):
    issue = issue_at(IssueState.WITHDRAWN, on=JUNE)

    actions.restore_issue(issue=issue, reason="Đã dán đính chính", by=secretary)

    restored = Issue.objects.get()
    assert (restored.state, restored.published_on) == (IssueState.PUBLISHED, JUNE)
    assert list(Issue.objects.visible_to(None)) == [issue]
