"""Keys and search entries put off while much is saved."""

from datetime import date

import pytest

from lienhiep.core.later import written_later
from lienhiep.core.models import RecordKey, SearchEntry
from lienhiep.core.search.query import search
from lienhiep.journal.models import Article
from tests.asking import questions
from tests.factories.journal import ArticleFactory, SubjectFactory, leader

pytestmark = pytest.mark.django_db


def entries():
    """Return what the search table says of articles, without ids and addresses."""
    rows = SearchEntry.objects.filter(kind="journal.article").order_by("title")
    return [
        (row.title, row.body, row.date, sorted(row.keys.values_list("key", flat=True)))
        for row in rows
    ]


def test_what_is_put_off_comes_out_as_if_written_at_once():
    for letter in "ABC":
        ArticleFactory(title=f"Bài {letter}", received_on=date(2022, 5, 2))
    at_once = entries()
    Article.objects.all().delete()

    with written_later():
        for letter in "ABC":
            ArticleFactory(title=f"Bài {letter}", received_on=date(2022, 5, 2))
        nothing_yet = entries()

    assert nothing_yet == []
    assert entries() == at_once
    assert [hit.title for hit in search("bai B", leader()).hits] == ["<mark>Bài B</mark>"]


def test_a_record_saved_often_is_written_once():
    subject = SubjectFactory()

    def save_often():
        article = ArticleFactory.build(title="Bài", subject=subject, received_on=date(2022, 5, 2))
        for _time in range(10):
            article.save()

    def save_often_later():
        with written_later():
            save_often()

    assert questions(save_often_later) < questions(save_often)


def test_what_was_deleted_inside_leaves_nothing():
    with written_later():
        article = ArticleFactory(title="Bài bỏ đi")
        article.delete()

    assert entries() == []
    assert RecordKey.objects.filter(object_id=article.pk or 0).count() == 0


def test_a_block_inside_a_block_leaves_it_to_the_outer_one():
    with written_later():
        with written_later():
            ArticleFactory(title="Bài")
        inside = entries()

    assert inside == []
    assert [title for title, *_rest in entries()] == ["Bài"]


def test_a_block_that_fails_writes_nothing():
    def fail():
        with written_later():
            ArticleFactory(title="Bài")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert entries() == []
