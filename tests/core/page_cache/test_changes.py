"""What is stored is seen on the site at once, in every process; what is withdrawn is gone."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Locale, Page

from lienhiep.core.history import record_all, verb
from lienhiep.core.later import written_later
from lienhiep.core.page_cache import content_changed
from lienhiep.core.page_cache.generations import generations, hard_part
from lienhiep.core.page_cache.layer import PageCache
from lienhiep.core.page_cache.store import Store
from lienhiep.news.actions import publish_article, unpublish_article
from lienhiep.news.addresses import article_url
from lienhiep.portal.actions import open_site
from tests.core.page_cache.asking import ask
from tests.factories.news import NewsArticleFactory, editor, published
from tests.sample.models import Club, Town

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def now():
    """Return what the generation is now, when called."""
    return generations().current


@pytest.fixture
def front():
    """The site of this process, behind a page cache."""
    return PageCache(
        WSGIHandler(), generations=generations(), store=Store(100, 10**7), cookies=("sessionid",)
    )


@pytest.fixture
def elsewhere():
    """Ask another process of the same site: (address, text) to ("200", "there")."""
    database = str(connection.settings_dict["NAME"])
    with subprocess.Popen(
        [sys.executable, "-m", "tests.core.page_cache.other_process", database],
        cwd=settings.BASE_DIR,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:

        def asked(address, text):
            print(address, text, file=process.stdin, flush=True)
            return process.stdout.readline().split()

        yield asked
        process.kill()


# The site in two processes


def test_a_withdrawn_article_is_gone_in_every_process_at_once(front, elsewhere):
    article = published(title="Đại hội lần thứ chín")
    address, by = article_url(article), editor()
    for path in (address, "/tin-tuc/", "/tin-tuc/rss.xml"):
        assert "Đại hội lần thứ chín" in ask(front, path).body.decode()
        assert elsewhere(path, "Đại hội lần thứ chín") == ["200", "there"]

    unpublish_article(article=article, reason="Đăng nhầm", by=by)

    assert ask(front, address).status in (404, 410)
    assert elsewhere(address, "Đại hội lần thứ chín")[0] in ("404", "410")
    for path in ("/tin-tuc/", "/tin-tuc/rss.xml"):
        assert "Đại hội lần thứ chín" not in ask(front, path).body.decode()
        assert elsewhere(path, "Đại hội lần thứ chín") == ["200", "missing"]


def test_a_published_article_shows_within_a_second_in_every_process(front, elsewhere):
    if Page.get_first_root_node() is None:  # tests of whole transactions begin with no row
        Locale.objects.get_or_create(language_code="vi")
        Page.add_root(title="Root")
    open_site(title="Liên hiệp hội")
    article = NewsArticleFactory(title="Phát động cuộc thi")
    paths = ["/", "/tin-tuc/", article.category.get_absolute_url(), "/moi.xml", "/tin-tuc/rss.xml"]
    for path in paths:
        assert ask(front, path).status == 200
        assert elsewhere(path, "Phát động cuộc thi") == ["200", "missing"]

    publish_article(article=article, by=editor())
    time.sleep(0.6)

    for path in paths:
        assert "Phát động cuộc thi" in ask(front, path).body.decode()
        assert elsewhere(path, "Phát động cuộc thi") == ["200", "there"]


# What raises the generation


def test_what_is_stored_is_told_once_its_transaction_is_over(now):
    before = now()
    with transaction.atomic():
        Town(name="Vinh").save()
        meanwhile = now()

    assert meanwhile == before != now()


def test_what_is_rolled_back_is_not_told(now):
    before = now()
    with transaction.atomic():
        Town(name="Vinh").save()
        transaction.set_rollback(True)

    assert now() == before


def test_what_is_stored_before_an_inner_part_fails_is_told(now):
    before = now()
    with transaction.atomic():
        try:
            with transaction.atomic():
                Town(name="Vinh").save()
                raise ValueError
        except ValueError:
            pass
        Town(name="Cửa Lò").save()

    assert now() != before


def test_many_rows_of_one_transaction_are_told_once(now):
    before = int.from_bytes(hard_part(now()), "little") if is_counted() else None
    with transaction.atomic():
        for number in range(20):
            Town(name=f"Xã {number}").save()

    if before is not None:
        assert int.from_bytes(hard_part(now()), "little") == before + 1


def is_counted():
    return not settings.CACHES["default"]["BACKEND"].endswith("RedisCache")


@pytest.mark.parametrize(
    "change",
    [
        lambda club: club.delete(),
        lambda club: type(club).objects.filter(pk=club.pk).delete(),
        lambda club: setattr(club, "readers", "") or club.save(),
        lambda club: setattr(club, "name", "Tên khác") or club.save(),
        lambda club: content_changed(),
    ],
)
def test_no_reader_waits_for_a_change_that_nobody_called_harmless(now, change):
    club = Club(name="Câu lạc bộ", readers="anyone")
    club.save()
    before = hard_part(now())

    change(club)

    assert hard_part(now()) != before


def test_readers_may_wait_for_a_kind_that_says_so_unless_it_loses_readers(now, monkeypatch):
    club = Club(name="Câu lạc bộ", readers="anyone")
    club.save()
    monkeypatch.setattr(Club, "readers_may_wait", True, raising=False)
    before = now()

    club.name = "Tên khác"
    club.save()
    edited = now()
    club.readers = ""
    club.save()

    assert edited != before
    assert hard_part(edited) == hard_part(before) != hard_part(now())


def test_rows_stored_many_at_once_are_told(now):
    by, before = editor(), now()
    told = now()

    with verb("wagtail.create", by=by):
        record_all([Town(name="Vinh"), Town(name="Cửa Lò")])

    assert told == before != now()


def test_keys_written_at_the_end_of_a_loading_are_told(now):
    with written_later():
        Club(name="Câu lạc bộ", readers="anyone").save()
        saved = now()

    assert now() != saved


def test_a_kind_that_readers_never_see_is_not_told(now):
    by = editor()
    before = now()

    Session(session_key="a" * 32, session_data="", expire_date=timezone.now()).save()
    by.last_login = timezone.now()
    by.save(update_fields=["last_login"])

    assert now() == before
