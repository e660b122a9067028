import pytest

from lienhiep.core.text import Name, has_titles, split_name, strip_titles


@pytest.mark.parametrize(
    ("full_name", "parts"),
    [
        ("Nguyễn Quốc Hồng", Name("Nguyễn", "Quốc", "Hồng")),
        ("Lê  An", Name("Lê", "", "An")),
        ("Tôn Nữ Thị Ninh", Name("Tôn", "Nữ Thị", "Ninh")),
        ("Hồng", Name("", "", "Hồng")),
        ("", Name("", "", "")),
    ],
)
def test_split_name_takes_the_last_word_for_the_given_name(full_name, parts):
    assert split_name(full_name) == parts


@pytest.mark.parametrize(
    ("full_name", "given", "parts"),
    [
        ("Trần Bảo Ngọc", "Bảo Ngọc", Name("Trần", "", "Bảo Ngọc")),
        ("John Paul Smith", "John", Name("Paul", "Smith", "John")),
        ("Trần Bảo Ngọc", "Lan", Name("Trần", "Bảo", "Ngọc")),
        ("Trần Bảo Ngọc", "", Name("Trần", "Bảo", "Ngọc")),
    ],
)
def test_split_name_follows_a_stated_given_name_that_is_in_the_name(full_name, given, parts):
    assert split_name(full_name, given=given) == parts


@pytest.mark.parametrize(
    ("written", "titles", "name"),
    [
        ("PGS.TS. Nguyễn Văn A", ["PGS", "TS"], "Nguyễn Văn A"),
        ("PGS, TS Nguyễn Văn A", ["PGS", "TS"], "Nguyễn Văn A"),
        ("TS.Nguyễn Văn A", ["TS"], "Nguyễn Văn A"),
        ("GS.TSKH. Vũ Minh", ["GS", "TSKH"], "Vũ Minh"),
        ("Th.S Trần B", ["ThS"], "Trần B"),
        ("ths trần b", ["ThS"], "trần b"),
        ("BS.CKII Lê C", ["BSCKII"], "Lê C"),
        ("BS CK 1. Lê C", ["BSCKI"], "Lê C"),
        ("BSCK Lê C", ["BSCK"], "Lê C"),
        ("NGƯT, ThS. Cao Xuân", ["NGƯT", "ThS"], "Cao Xuân"),
        ("TTND.GS Hồ D", ["TTND", "GS"], "Hồ D"),
        ("KS. Lê E", ["KS"], "Lê E"),
        ("KTS - Lê E", ["KTS"], "Lê E"),
        ("Đ/c Nguyễn Văn A", ["Đ/c"], "Nguyễn Văn A"),
        ("Đồng chí Nguyễn Văn A", ["Đ/c"], "Nguyễn Văn A"),
        ("Bà Trần Thị B", ["Bà"], "Trần Thị B"),
        ("Ông TS Lê K", ["Ông", "TS"], "Lê K"),
        ("Phó Giáo sư, Tiến sĩ Lê K", ["PGS", "TS"], "Lê K"),
        ("DS Phan Thị L", ["DS"], "Phan Thị L"),
        ("LS. CN Phan Thị L", ["LS", "CN"], "Phan Thị L"),
    ],
)
def test_strip_titles_reads_what_offices_write_before_names(written, titles, name):
    assert strip_titles(written) == (titles, name)
    assert has_titles(written) is True


@pytest.mark.parametrize("name", ["Nguyễn Văn A", "Ông Ích Khiêm", "Tsering", "Lê CK", "Bành", ""])
def test_strip_titles_leaves_names_whole(name):
    assert strip_titles(name) == ([], name)
    assert has_titles(name) is False


def test_strip_titles_takes_ong_for_a_title_before_a_common_family_name():
    assert strip_titles("Ông Nguyễn Văn A") == (["Ông"], "Nguyễn Văn A")
