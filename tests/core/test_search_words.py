"""What the vocabulary of the index helps with: words typed wrong, and words half typed."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from lienhiep.core.models import SearchWord
from lienhiep.core.search.meant import did_you_mean
from lienhiep.core.search.suggesting import suggest
from lienhiep.core.search.words import count_words
from tests.sample.models import Club

pytestmark = pytest.mark.django_db

NOBODY = AnonymousUser()


def club(name, **fields):
    return Club.objects.create(name=name, **{"readers": "anyone", "is_public": True, **fields})


@pytest.fixture
def vocabulary():
    for number in range(1, 5):
        club(f"Đại hội Liên hiệp hội {number}")
        club(f"Hội thảo khoa học kỹ thuật {number}", text="Nghệ An hỏi về nông nghiệp")
    count_words()


def meant(text, user=NOBODY):
    return did_you_mean(text, user, public=True)


def words(text):
    return [one.text for one in suggest(text) if not one.url]


def pages(text):
    return [one.text for one in suggest(text) if one.url]


# Did you mean


@pytest.mark.parametrize(
    "typed",
    ["khoa hcọ", "khoa hc", "khao học", "khoa hoccc"[:9], "khoaa học", "khoa họv"],
    ids=["swapped", "one too few", "swapped letters", "one too many", "doubled", "changed"],
)
def test_a_slip_of_the_finger_is_mended_word_by_word(vocabulary, typed):
    assert meant(typed) == "khoa học"


@pytest.mark.parametrize("typed", ["ddaij hooij", "d9ai5 ho6i5", "ddai hoij"])
def test_keys_of_a_keyboard_that_was_not_set_are_read(vocabulary, typed):
    assert meant(typed) == "đại hội"


def test_what_is_said_bears_the_marks_that_stand_most_often(vocabulary):
    assert meant("lien hiepj hoi") == "liên hiệp hội"


def test_the_word_beside_decides_between_words_equally_near(vocabulary):
    for number in range(9):
        club(f"Hoa sen {number}")
    count_words()

    assert meant("khoa hoa") == ""  # both are words
    assert meant("khoa hoq") == "khoa học"


def test_what_is_right_is_left_as_it_is(vocabulary):
    assert meant("đại hội") == ""
    assert meant("dai hoi") == ""


def test_nothing_is_said_that_would_find_nothing(vocabulary):
    assert meant("khoa hcọ xyzxyz") == ""


@pytest.mark.parametrize("typed", ["", '"khoa hcọ"', "590", "a " * 40, "x" * 300, "%_\\'", "😀"])
def test_hard_questions_are_answered_with_nothing(vocabulary, typed):
    assert meant(typed) == ""


def test_it_asks_the_database_a_few_times_whatever_is_typed(
    vocabulary, django_assert_max_num_queries
):
    with django_assert_max_num_queries(4):
        meant("khao hcọ ky thuaat")


# What is counted


def test_words_of_what_is_not_public_are_never_said():
    for number in range(5):
        club(f"Bí mật quan trọng {number}", readers="role:leader")
        club(f"Chưa lên trang {number}", is_public=False)

    assert count_words() == 0


def test_what_stands_in_one_or_two_places_is_not_kept():
    club("Nguyễn Văn Tèo")
    club("Nguyễn Văn Tèo")

    assert count_words() == 0


def test_counting_anew_forgets_what_has_gone(vocabulary):
    Club.objects.filter(name__startswith="Đại hội").delete()

    count_words()

    assert not SearchWord.objects.filter(key__contains="lien hiep").exists()
    assert SearchWord.objects.get(key="ki thuat").written == "kỹ thuật"


# Suggestions


def test_titles_that_begin_so_are_suggested_the_newest_first(vocabulary):
    club("Đại hội cũ", founded=date(2001, 1, 1))
    club("Đại hội mới", founded=date(2025, 1, 1))

    assert pages("dai h")[:2] == ["Đại hội mới", "Đại hội cũ"]
    assert pages("ĐẠI HỘI M") == ["Đại hội mới"]


def test_a_number_suggests_what_bears_it():
    club("Công nhận hội viên", symbol="590/QĐ-UBND")
    club("Việc khác", symbol="59/QĐ-UBND")

    assert pages("590") == ["Công nhận hội viên"]
    assert pages("590qdubnd") == ["Công nhận hội viên"]


def test_the_last_word_is_finished_by_the_word_before_it(vocabulary):
    assert "liên hiệp" in words("lien h")
    assert words("khoa hoc kỹ th") == ["khoa hoc kỹ thuật"]


def test_a_word_that_often_follows_is_offered_after_a_space(vocabulary):
    assert "liên hiệp hội" in words("liên hiệp ")


def test_titles_are_suggested_once(vocabulary):
    club("Thông báo nghỉ lễ", founded=date(2024, 1, 1))
    club("Thông báo nghỉ lễ", founded=date(2025, 1, 1))

    assert pages("thong bao") == ["Thông báo nghỉ lễ"]


@pytest.mark.parametrize("readers", ["role:leader", "signed-in"])
def test_nothing_that_is_not_open_to_all_is_suggested(readers):
    club("Danh sách kín", readers=readers)

    assert suggest("danh sach") == []


@pytest.mark.parametrize("typed", ["", "a", "%", "_", "'", "\\", "\x00", "x" * 500, "😀 ", "   "])
def test_whatever_is_typed_is_no_error(vocabulary, typed):
    assert isinstance(suggest(typed), list)


def test_suggestions_ask_the_database_a_few_times(vocabulary, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        suggest("khoa hoc ky")
