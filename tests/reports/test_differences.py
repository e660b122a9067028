"""Under a signed report records change: each difference is named, with who and when."""

from datetime import date

import pytest

from lienhiep.core.figures import figure_named, registry
from lienhiep.core.history import verb
from lienhiep.journal.actions import withdraw_issue
from lienhiep.journal.models import Issue
from lienhiep.reports.actions import freeze_report
from lienhiep.reports.difference_lines import lines_for
from lienhiep.reports.differences import differences
from tests.factories.accounts import user_with
from tests.factories.journal import ArticleFactory, published_issue
from tests.factories.reports import ReportFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed(report, issues, leader):
    return freeze_report(report=report, by=leader)


def of(report, code):
    return next(one for one in differences(report) if one.frozen.code == code)


def test_nothing_differs_right_after_the_signature(signed):
    assert [one.frozen.code for one in differences(signed) if one.any] == []


def test_an_issue_recorded_after_the_signature_is_back_dated(signed, officer):
    with verb("wagtail.edit", by=officer):
        late = published_issue(number=4, on=date(2022, 11, 10))

    found = of(signed, "E01")

    (one,) = found.records
    assert (found.frozen.value, found.now.value) == (3, 4)
    assert (one.kind, one.object_id, one.before, one.after) == ("back-dated", late.pk, None, 1)
    assert (one.who, one.when is not None) == (officer.full_name, True)


def test_a_record_that_was_there_and_counts_now_is_added(report, issues, leader):
    waiting = ArticleFactory(received_on=date(2023, 5, 1))
    freeze_report(report=report, by=leader)
    waiting.received_on = date(2022, 5, 1)
    waiting.save()

    (one,) = of(report, "E04").records

    assert (one.kind, one.object_id) == ("added", waiting.pk)


def test_a_withdrawn_issue_is_removed_by_whom_when_and_why(signed, issues, officer):
    withdraw_issue(issue=issues[0], on=date(2022, 7, 1), reason="In sai bìa", by=officer)

    (one,) = of(signed, "E01").records

    assert (one.kind, one.object_id, one.before, one.after) == ("removed", issues[0].pk, 1, None)
    assert (one.who, one.reason) == (officer.full_name, "In sai bìa")


def test_a_changed_amount_is_shown_before_and_after(signed, issues, officer):
    with verb("wagtail.edit", by=officer, about=issues[0]):
        issue = Issue.objects.get(pk=issues[0].pk)
        issue.print_run = 1500
        issue.save()

    (one,) = of(signed, "E02").records

    assert (one.kind, one.before, one.after, one.who) == (
        "changed",
        1000,
        1500,
        officer.full_name,
    )


def test_a_record_moved_to_another_group_is_changed(signed, issues):
    article = issues[0].articles.get()
    other = issues[1].articles.get().subject
    old = article.subject_id
    article.subject = other
    article.save()

    (one,) = of(signed, "E03").records

    assert (one.kind, one.group_before, one.group_after) == ("changed", str(old), str(other.pk))


def test_a_deleted_record_is_removed_and_only_its_number_is_left(report, leader, officer):
    article = ArticleFactory(received_on=date(2022, 5, 1))
    pk = article.pk
    freeze_report(report=report, by=leader)
    with verb("wagtail.delete", by=officer, about=article):
        article.delete()

    found = of(report, "E04")
    (line,) = lines_for(leader, found)

    assert (line.difference.kind, line.record, line.url) == ("removed", f"#{pk}", "")
    assert line.difference.who == officer.full_name


def test_a_new_definition_is_named_and_a_gone_figure_too(signed, monkeypatch):
    old = figure_named("E01")
    changed = type(old)(**{**old.__dict__, "version": old.version + 1})
    monkeypatch.setitem(registry._by_code, "E01", changed)
    monkeypatch.delitem(registry._by_code, "E02")
    monkeypatch.delitem(registry._by_name, "journal.copies_printed")

    found = {one.frozen.code: one for one in differences(signed) if one.any}

    assert set(found) == {"E01", "E02"}
    assert (found["E01"].definition_changed, found["E02"].now) == (True, None)


def test_records_dated_after_the_data_date_make_no_difference(leader, issues):
    report = freeze_report(report=ReportFactory(data_date=date(2022, 4, 1)), by=leader)

    published_issue(number=4, on=date(2022, 12, 1))

    assert [one for one in differences(report) if one.any] == []


def test_a_line_leads_to_the_record_for_those_who_may_see_it(signed, leader):
    late = published_issue(number=4, on=date(2022, 11, 10), is_public=False)

    (seen,) = lines_for(leader, of(signed, "E01"))
    (unseen,) = lines_for(user_with(), of(signed, "E01"))

    assert (seen.record, seen.url.endswith(f"/{late.pk}/")) == (str(late), True)
    assert (unseen.record, unseen.url, unseen.is_withheld) == ("(chưa mở cho bạn)", "", True)
