"""Reads of single pages: counted once, carried over from a former site, most read first."""

from datetime import UTC, datetime, timedelta

import pytest

from lienhiep.core.counted_pages import page_at, page_number
from lienhiep.core.period import Period, today
from lienhiep.visits.actions import add_visits, load_page_openings, roll_up
from lienhiep.visits.answered import count_answer
from lienhiep.visits.choices import Device, TallyKind
from lienhiep.visits.figures import by_device, most_read, reads_of
from lienhiep.visits.models import DeviceTally, PageTally, PageTotal
from lienhiep.visits.records import OLD_RECORD
from lienhiep.visits.segments import SegmentWriter
from lienhiep.visits.visitors import device_of
from tests.factories.news import NewsArticleFactory

NOON = datetime(2022, 6, 10, 5, tzinfo=UTC)
PAGE = 1_000_000_000_007
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"


def test_the_number_of_a_page_is_told_from_its_address():
    assert page_at("/tin-tuc/doi-moi-sang-tao-7/") == PAGE == page_number("news.article", 7)
    assert page_at("/tin-tuc/") == 0
    assert page_at("/tin-tuc/x-0/") == 0


@pytest.mark.django_db
def test_reads_are_added_by_page_and_day_and_machines_are_not(folder):
    writer = SegmentWriter(folder)
    writer.add(TallyKind.PERSON, 1, NOON, PAGE, Device.PHONE)
    writer.add(TallyKind.PERSON, 1, NOON, PAGE, Device.PHONE)
    writer.add(TallyKind.PERSON, 1, NOON + timedelta(days=1), PAGE, Device.TABLET)
    writer.add(TallyKind.BOT, 2, NOON, PAGE)
    writer.add(TallyKind.PERSON, 1, NOON, 0, Device.COMPUTER)

    roll_up(folder)

    assert sorted(PageTally.objects.values_list("page", "day__day", "visits")) == [
        (PAGE, 10, 2),
        (PAGE, 11, 1),
    ]
    assert reads_of([PAGE, 5]) == {PAGE: 3, 5: 0}
    assert sorted(DeviceTally.objects.values_list("day__day", "device", "visits")) == [
        (10, "computer", 1),
        (10, "phone", 2),
        (11, "tablet", 1),
    ]
    assert by_device(Period.year(2022)) == {"phone": 2, "computer": 1, "tablet": 1}


@pytest.mark.django_db
def test_a_file_left_by_an_older_version_is_counted_and_removed(folder):
    folder.mkdir()
    file = folder / "2022-06-10-99-1.visits"
    file.write_bytes(OLD_RECORD.pack(int(NOON.timestamp()), 1, 1, 0, 5) * 3)

    assert (roll_up(folder), file.exists()) == (3, False)


@pytest.mark.django_db(transaction=True)
def test_rows_are_on_the_disk_before_the_file_goes(folder):
    writer = SegmentWriter(folder)
    writer.add(TallyKind.PERSON, 1, NOON, PAGE)
    writer.close()

    assert roll_up(folder) == 1
    assert roll_up(folder) == 0
    assert list(folder.glob("*.visits2")) == []


@pytest.mark.django_db
def test_an_answer_is_counted_on_its_page_and_never_raises(folder, caplog):
    environ = {
        "PATH_INFO": "/tin-tuc/a-7/",
        "HTTP_USER_AGENT": FIREFOX,
        "REMOTE_ADDR": "203.0.113.7",
    }
    count_answer(environ, PAGE)
    count_answer({**environ, "HTTP_SEC_PURPOSE": "prefetch"}, PAGE)
    count_answer({**environ, "PATH_INFO": "/quan-tri/"}, PAGE)
    count_answer({})

    roll_up(folder)

    assert reads_of([PAGE]) == {PAGE: 1}
    assert [record.message for record in caplog.records] == ["A visit could not be counted"]


@pytest.mark.django_db(transaction=True)
def test_adding_visits_outside_a_transaction_is_refused():
    with pytest.raises(RuntimeError):
        add_visits([])


@pytest.mark.django_db
def test_reads_of_a_former_site_are_carried_over_once(administrator):
    PageTotal.objects.create(page=PAGE, reads=3)

    first = load_page_openings(reads={PAGE: 100, PAGE + 1: 5}, by=administrator)
    again = load_page_openings(reads={PAGE: 100, PAGE + 1: 5}, by=administrator)
    load_page_openings(reads={PAGE: 90}, by=administrator)

    assert (first, again) == (2, 0)
    assert reads_of([PAGE, PAGE + 1]) == {PAGE: 93, PAGE + 1: 5}


@pytest.mark.django_db
def test_the_most_read_come_first_and_what_readers_may_not_open_is_left_out():
    shown, less, closed = (
        NewsArticleFactory(live=True, published_at=NOON),
        NewsArticleFactory(live=True, published_at=NOON),
        NewsArticleFactory(live=False),
    )
    for article, reads in ((less, 2), (shown, 9), (closed, 50)):
        number = page_number("news.article", article.pk)
        PageTotal.objects.create(page=number, reads=reads)
        PageTally.objects.create(page=number, day=today() - timedelta(days=6), visits=reads)

    expected = [(shown.title, 9), (less.title, 2)]
    assert [(one.title, one.reads) for one in most_read(5)] == expected
    assert [(one.title, one.reads) for one in most_read(5, days=7)] == expected
    assert most_read(5, days=6) == []


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (FIREFOX, Device.COMPUTER),
        ("Mozilla/5.0 (Linux; Android 10; K) Chrome/131.0 Mobile Safari/537.36", Device.PHONE),
        ("Mozilla/5.0 (Linux; Android 13; SM-X200) Chrome/131.0 Safari/537.36", Device.TABLET),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Mobile/15E148", Device.PHONE),
        ("Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) Mobile/15E148", Device.TABLET),
        ("Googlebot/2.1", None),
    ],
)
def test_devices_are_known_by_what_browsers_say(agent, device):
    assert device_of(agent) == device
