"""What a question finds, for whom, and in which order."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lienhiep.core.models import Job, JobState, SearchEntry, SearchKey
from lienhiep.core.search.feeding import feed
from lienhiep.core.search.index import index
from lienhiep.core.search.query import CANDIDATES, ids_matching, search
from tests.sample.models import Club, Notice, Town
from tests.sample.readers import Reader

pytestmark = pytest.mark.django_db

NOBODY = AnonymousUser()


def club(name, **fields):
    return Club.objects.create(name=name, **{"readers": "anyone", **fields})


def titles(text, user=NOBODY, **narrowed):
    return [hit.entry.title for hit in search(text, user, **narrowed).hits]


# Vietnamese


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Liên hiệp Nghệ An", "nghe an"),
        ("Điện lực", "dien luc"),
        ("Hội Kỹ thuật", "hoi ki thuat"),
        ("Đoàn Thuý", "đoàn thúy"),
        ("Nghiên cứu", "NGHIÊN CỨU"),
        ("Cộng đồng", "cộng đồng"),
    ],
)
def test_search_finds_a_name_however_it_is_typed(name, asked):
    club(name)

    assert titles(asked) == [name]


def test_search_wants_every_word():
    club("Hội Làm vườn")
    club("Hội Cầu đường")

    assert titles("hoi cau") == ["Hội Cầu đường"]


def test_search_reads_the_text_too():
    club("Hội A", text="Giống lúa chịu mặn ở ven biển.")

    assert titles("lua chiu man") == ["Hội A"]


# Who finds what


def test_search_shows_each_reader_only_what_names_them():
    club("Vườn chung")
    club("Vườn riêng", readers="role:officer")

    assert titles("vuon") == ["Vườn chung"]
    assert titles("vuon", Reader("role:officer")) == ["Vườn riêng", "Vườn chung"]


def test_search_knows_those_who_read_all_of_a_kind():
    club("Vườn riêng", readers="person:7")

    assert titles("vuon", Reader("role:leader")) == ["Vườn riêng"]


def test_search_counts_only_what_the_reader_may_see():
    club("Vườn chung")
    club("Vườn riêng", readers="role:officer")

    assert search("vuon", NOBODY).total == 1


def test_search_asks_again_about_the_hits_it_shows():
    secret = club("Vườn riêng", readers="role:officer")
    entry = SearchEntry.objects.get(object_id=secret.pk)
    SearchKey.objects.create(entry=entry, key="anyone")

    assert titles("vuon") == []


def test_search_follows_a_change_of_readers():
    changing = club("Vườn chung")

    changing.readers = "role:officer"
    changing.save()

    assert titles("vuon") == []


def test_search_on_the_site_leaves_out_what_has_no_page_there():
    club("Vườn có trang", is_public=True)
    club("Vườn không trang")

    assert titles("vuon", public=True) == ["Vườn có trang"]


# Order


def test_search_gives_the_newest_first():
    club("Hội thảo cũ", founded=date(2020, 5, 1))
    club("Hội thảo không ngày")
    club("Hội thảo mới", founded=date(2024, 5, 1))

    assert titles("hoi thao") == ["Hội thảo mới", "Hội thảo cũ", "Hội thảo không ngày"]


def test_search_puts_the_exact_title_first_over_all_years():
    club("Quy chế", founded=date(1999, 1, 1))
    for year in range(2000, 2020):
        club(f"Quy chế chi tiêu {year}", founded=date(year, 1, 1))

    assert titles("quy che")[:2] == ["Quy chế", "Quy chế chi tiêu 2019"]


def test_search_puts_a_phrase_above_the_same_words_apart():
    club("Một", text="đất và một nước", founded=date(2024, 1, 1))
    club("Hai", text="về đất nước", founded=date(2020, 1, 1))

    assert titles("đất nước") == ["Hai", "Một"]


def test_search_puts_the_same_marks_above_others():
    club("Chuyện con má", founded=date(2024, 1, 1))
    club("Chuyện con mã", founded=date(2020, 1, 1))

    assert titles("con mã") == ["Chuyện con mã", "Chuyện con má"]
    assert titles("con ma") == ["Chuyện con má", "Chuyện con mã"]


def test_search_puts_the_title_above_the_text():
    club("Báo cáo", text="về cây chè", founded=date(2024, 1, 1))
    club("Cây chè", founded=date(2020, 1, 1), text="x")

    assert titles("chè") == ["Cây chè", "Báo cáo"]


def test_search_follows_a_change_of_date():
    moved = club("Hội nghị một", founded=date(2020, 1, 1))
    club("Hội nghị hai", founded=date(2021, 1, 1))

    moved.founded = date(2022, 1, 1)
    moved.save()

    assert titles("hoi nghi") == ["Hội nghị một", "Hội nghị hai"]
    assert index().size() == 2


# Phrases and numbers


def test_search_takes_quoted_words_as_a_phrase():
    club("Một", text="đất và một nước")
    club("Hai", text="về đất nước")

    assert titles('"dat nuoc"') == ["Hai"]
    assert titles("“đất nước”") == ["Hai"]


@pytest.mark.parametrize(
    "asked", ["590", "590/QĐ-UBND", "590qdubnd", "590 qđ ubnd", "Số: 590/qđ-ubnd", "quyet dinh 590"]
)
def test_search_finds_a_document_by_its_number(asked):
    club("Quyết định công nhận", symbol="590/QĐ-UBND", founded=date(1998, 1, 1))
    club("Quyết định khác", symbol="591/QĐ-UBND", founded=date(2024, 1, 1))

    assert titles(asked) == ["Quyết định công nhận"]


def test_search_puts_the_number_first_over_all_years():
    club("Công nhận hội", symbol="590/QĐ-UBND", founded=date(1998, 1, 1))
    club("Nhắc lại", text="theo số 590", founded=date(2024, 1, 1))

    assert titles("590") == ["Công nhận hội", "Nhắc lại"]


# Narrowing and paging


def test_search_narrows_to_a_kind():
    owner = club("Vườn")
    Notice.objects.create(club=owner, text="Vườn nghỉ")

    assert titles("vuon", kind="sample.notice") == ["Vườn nghỉ"]


def test_search_narrows_to_days_both_included():
    for day in (1, 2, 3, 4):
        club(f"Hội thảo ngày {day}", founded=date(2024, 3, day))

    found = titles("hoi thao", since=date(2024, 3, 2), until=date(2024, 3, 3))

    assert found == ["Hội thảo ngày 3", "Hội thảo ngày 2"]


def test_search_pages_show_everything_once_beyond_the_candidates():
    club("Hội", founded=date(1990, 1, 1))
    for number in range(CANDIDATES + 15):
        club(f"Hội số {number}", founded=date(2000 + number % 20, 1, 1))

    first = search("hội", NOBODY, per_page=50)
    pages = [search("hội", NOBODY, per_page=50, page=page) for page in range(1, first.pages + 1)]

    shown = [hit.entry.title for page in pages for hit in page.hits]
    assert shown[0] == "Hội"
    assert len(shown) == len(set(shown)) == first.total == CANDIDATES + 16


def test_search_page_out_of_range_is_the_last():
    club("Hội")

    assert search("hoi", NOBODY, page=99).page == 1
    assert titles("hoi", page=-3) == ["Hội"]


def test_search_stops_counting_at_a_thousand(monkeypatch):
    monkeypatch.setattr("lienhiep.core.search.query.MOST_COUNTED", 2)
    for number in range(4):
        club(f"Hội {number}")

    results = search("hoi", NOBODY)

    assert (results.total, results.is_more) == (2, True)
    assert results.total_in_words == "hơn 2"


# What is shown


def test_hit_marks_the_words_and_escapes_the_rest():
    club("Vườn <b>rau</b>", text="Một & hai. Vườn rau sạch </script>.", is_public=True)

    hit = search("vuon rau", NOBODY).hits[0]

    assert hit.title == "<mark>Vườn</mark> &lt;b&gt;<mark>rau</mark>&lt;/b&gt;"
    assert hit.snippet == "Một &amp; hai. <mark>Vườn rau</mark> sạch &lt;/script&gt;."
    assert hit.kind_label == "Club"
    assert hit.public_url.startswith("/clubs/")


def test_snippet_is_cut_from_where_the_words_stand_together():
    club("Hội", text="đất. " + "Lời dài dòng. " * 100 + "Chuyện đất nước hôm nay. " + "Hết. " * 50)

    snippet = search("đất nước", NOBODY).hits[0].snippet

    assert "Chuyện <mark>đất nước</mark> hôm nay" in snippet
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")


# Feeding


def test_a_record_that_hides_itself_is_not_found():
    hidden = club("Vườn")

    hidden.is_hidden_from_search = True
    hidden.save()

    assert titles("vuon") == []
    assert index().size() == 0


def test_a_deleted_record_leaves_nothing_in_the_tables():
    gone = club("Vườn")
    Notice.objects.create(club=gone, text="Vườn nghỉ")

    gone.delete()

    assert (SearchEntry.objects.count(), SearchKey.objects.count(), index().size()) == (0, 0, 0)


def test_feeding_what_no_room_declared_does_nothing():
    feed(Town.objects.create(name="Vinh"))

    assert SearchEntry.objects.count() == 0


def test_feeding_again_writes_nothing_that_has_not_changed(django_assert_num_queries):
    same = club("Vườn")

    with django_assert_num_queries(4):  # the savepoint, the entry and its keys are only read
        feed(same)


# Lists of the back office


def test_ids_matching_finds_while_somebody_types():
    wanted = club("Phạm Thị Hoà")
    club("Trần Văn Nam")

    assert [row["object_id"] for row in ids_matching(Club, "pham th")] == [wanted.pk]
    assert list(Club.objects.filter(pk__in=ids_matching(Club, "hòa"))) == [wanted]


@pytest.mark.parametrize("asked", ["ly", "lyo", "quy", "quyc"])
def test_ids_matching_knows_that_y_may_not_be_the_end(asked):
    wanted = club("Lyon Quycher" if len(asked) > 2 and asked[-1] not in "y" else "Lý Quý")

    assert list(Club.objects.filter(pk__in=ids_matching(Club, asked))) == [wanted]


def test_ids_matching_keeps_to_its_kind():
    owner = club("Vườn")
    notice = Notice.objects.create(club=owner, text="Vườn")

    assert list(Notice.objects.filter(pk__in=ids_matching(Notice, "vuon"))) == [notice]


def test_ids_matching_refuses_a_kind_that_is_not_in_the_table():
    with pytest.raises(LookupError):
        ids_matching(Town, "vinh")


# Whatever is typed

HARD = [
    "",
    "   ",
    "!!! ??? ---",
    '"',
    '""',
    '" "',
    "“”",
    "NEAR",
    "NEAR(hội vườn)",
    "hội AND",
    "OR OR",
    "NOT hội",
    "hội*",
    "*",
    "^hội",
    "-hội",
    "title:hội",
    "{title} : hội",
    "hội + vườn",
    "(hội",
    "'; DROP TABLE core_searchentry; --",
    "hội & | ! <-> vườn",
    "a'b''c",
    "\\",
    "\x00",
    "%s %d %%",
    "😀",
    "hội 😀 vườn",
    "Nghe\u0323\u0302 An",
    "x" * 10_000,
    "hội " * 2_500,
    "\u200b\u200e",
    "\ud800",
    "½ ² ﷽ ß İ",
    "中文 ไทย עברית",
]


@pytest.mark.parametrize("asked", HARD)
def test_nothing_that_can_be_typed_is_an_error(asked):
    club("Hội Làm vườn", text="Nghệ An")

    assert len(search(asked, NOBODY).hits) <= 1
    assert ids_matching(Club, asked).count() <= 1


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.text(max_size=60), name=st.text(max_size=60))
def test_whatever_is_stored_and_asked_is_no_error(asked, name):
    stored = club(name.replace("\x00", "")[:200], text=asked.replace("\x00", ""))

    assert search(asked, NOBODY).total >= 0
    assert ids_matching(Club, asked).count() >= 0
    stored.delete()


def test_a_name_in_nfd_is_found_and_finds():
    nfd = "Nghe\u0323\u0302 An"
    club(nfd)

    assert titles("Nghệ An") == ["Nghệ An"]
    assert titles(nfd) == ["Nghệ An"]


# Cost


def test_search_asks_as_often_for_one_result_as_for_many(
    django_assert_max_num_queries, django_assert_num_queries
):
    for number in range(12):
        club(f"Hội {number}", text="hội viên")
    ContentType.objects.get_for_model(Club)

    with django_assert_num_queries(6):
        search("hoi 3", NOBODY)
    with django_assert_num_queries(5):  # no number is asked for
        search("hoi vien", NOBODY)


# Rebuilding


def test_rebuild_finds_what_was_stored_past_the_table(capsys):
    Club._base_manager.bulk_create([Club(name=f"Hội {n}", readers="anyone") for n in range(250)])

    call_command("search_rebuild")

    assert search("hoi", NOBODY).total == 250
    assert "250/250" in capsys.readouterr().out
    assert Job.objects.get().state == JobState.DONE


def test_rebuild_takes_out_what_no_longer_exists():
    kept, lost = club("Vườn một"), club("Vườn hai")
    Club._base_manager.filter(pk=lost.pk).delete()

    call_command("search_rebuild", verbosity=0)

    assert list(SearchEntry.objects.values_list("object_id", flat=True)) == [kept.pk]
    assert index().size() == 1
