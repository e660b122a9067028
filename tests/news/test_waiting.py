"""What waits for editors, what no constraint refuses, and what is kept of people."""

from datetime import timedelta

import pytest
from django.db.models import QuerySet
from django.utils import timezone

from lienhiep.accounts.choices import Role
from lienhiep.core.data_checks import all_checks
from lienhiep.core.models import SearchEntry
from lienhiep.core.period import today
from lienhiep.core.personal import data_of, erase
from lienhiep.core.reference import set_reference
from lienhiep.core.waiting import waiting_for
from lienhiep.news import actions
from lienhiep.news.choices import SourceKind
from lienhiep.news.models import NewsArticle
from lienhiep.news.reference_codes import DRAFT_DAYS, REVIEW_DAYS
from tests.factories.accounts import user_with
from tests.factories.directory import PersonFactory
from tests.factories.news import JUNE, NewsArticleFactory, published

pytestmark = pytest.mark.django_db


def waits(user, on=None):
    return [item.record for item in waiting_for(user, on) if item.room == "news"]


def test_nothing_of_the_news_waits_for_others(by):
    actions.schedule_article(
        article=NewsArticleFactory(), at=timezone.now() + timedelta(days=1), by=by
    )

    assert waits(user_with(Role.LEADER, Role.OFFICER)) == []


def test_a_draft_waits_when_it_has_lain_too_long(by):
    draft = NewsArticleFactory()
    set_reference(code=DRAFT_DAYS, value=14, valid_from=today(), source="Quy chế", by=by)

    assert waits(by, today() + timedelta(days=13)) == []
    assert waits(by, today() + timedelta(days=14)) == [draft]


def test_what_is_to_come_and_what_is_changed_waits(by):
    to_come, changed = NewsArticleFactory(), published()
    changed.save_revision(clean=False)
    actions.schedule_article(article=to_come, at=timezone.now() + timedelta(days=1), by=by)

    assert set(waits(by)) == {to_come, changed}


def test_hot_news_waits_when_its_end_is_over(by):
    article = published(hot_since=JUNE.date(), hot_until=JUNE.date())
    published(hot_since=today(), hot_until=today())

    assert waits(by) == [article]


def test_what_is_under_review_waits_for_who_is_next(by):
    writer = user_with(Role.OFFICER)
    waits_for_editor, came_back, approved = (NewsArticleFactory() for _number in range(3))
    for article in (waits_for_editor, came_back, approved):
        actions.submit_article(article=article, by=writer)
    actions.return_article(article=came_back, reason="Thiếu ảnh", by=by)
    actions.approve_article(article=approved, by=by)

    assert set(waits(by)) == {waits_for_editor, approved}
    assert waits(writer) == [came_back]
    assert waits(user_with(Role.OFFICER)) == []


def test_a_review_is_due_within_the_days_that_the_office_states(by):
    set_reference(code=REVIEW_DAYS, value=2, valid_from=today(), source="Quy chế", by=by)
    article = NewsArticleFactory()
    actions.submit_article(article=article, by=user_with(Role.OFFICER))

    (item,) = [one for one in waiting_for(by) if one.room == "news"]
    assert (item.since, item.due) == (today(), today() + timedelta(days=2))


def found(name):
    (check,) = [one for one in all_checks() if one.name == name]
    return [finding.record for finding in check.find()]


def test_checks_find_what_a_report_would_stumble_over():
    bare, sourceless, endless, future = (published() for _number in range(4))
    # As an import that passes the verbs by would leave them.
    rows = QuerySet(NewsArticle)
    rows.filter(pk=bare.pk).update(lead="", category=None)
    rows.filter(pk=sourceless.pk).update(source_kind=SourceKind.QUOTED)
    rows.filter(pk=endless.pk).update(hot_since=JUNE.date())
    rows.filter(pk=future.pk).update(published_at=timezone.now() + timedelta(days=1))

    assert found("news.published_complete") == [bare, bare]
    assert found("news.sources_named") == [sourceless]
    assert found("news.hot_ends") == [endless]
    assert found("news.published_in_past") == [future]


def test_an_author_who_is_erased_goes_from_byline_drafts_and_search(by):
    person = PersonFactory(full_name="Nguyễn Văn Bút")
    article = published(author=person, byline="Nguyễn Văn Bút")

    assert [datum.field for datum in data_of(person) if datum.record == article] == ["byline"]
    erase(person=person, by=by, reason="Theo yêu cầu")

    article.refresh_from_db()
    entry = SearchEntry.objects.get(kind="news.newsarticle")
    assert "Nguyễn Văn Bút" not in article.byline + entry.body
    assert "Nguyễn Văn Bút" not in str(article.latest_revision.content)
