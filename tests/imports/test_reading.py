"""Reading a spreadsheet: the line of headings, and the rows below it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from lienhiep.imports.registries.persons import PERSONS
from lienhiep.imports.spreadsheets.reading import read_table
from tests.imports.conftest import text_file, workbook


def test_headings_are_found_below_a_title_without_marks_and_in_any_order():
    data = workbook(
        ["DANH SÁCH HỘI VIÊN"],
        [],
        ["STT", "Ngay sinh", "HỌ VÀ TÊN *"],
        [1, date(1975, 9, 2), "Nguyễn Thị Lâm"],
        [],
        [2, "", "Trần Khoa"],
    )

    table = read_table("ds.xlsx", data, PERSONS)

    assert table.rows == [
        (4, {"birth_date": "02/09/1975", "full_name": "Nguyễn Thị Lâm"}),
        (6, {"full_name": "Trần Khoa"}),
    ]
    assert table.left_aside == ["STT"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_text_file_is_read_whatever_program_wrote_it(encoding, separator):
    data = text_file(
        ["Họ và tên", "Giới tính"],
        ["Nguyễn Thị Lâm", "Nữ"],
        encoding=encoding,
        separator=separator,
    )

    table = read_table("ds.csv", data, PERSONS)

    assert table.rows == [(2, {"full_name": "Nguyễn Thị Lâm", "sex": "Nữ"})]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (workbook(["Ngày sinh"], ["02/09/1975"]), "Tệp thiếu cột “Họ và tên”"),
        (workbook(["Họ và tên"]), "Không có dòng nào dưới hàng tiêu đề."),
        (workbook(["Cột lạ"], ["a"]), "Không tìm thấy hàng tiêu đề."),
        (workbook(), "Không tìm thấy hàng tiêu đề."),
        (b"PK\x03\x04 khong phai bang tinh", "Không đọc được tệp này như bảng tính."),
    ],
)
def test_a_file_that_says_nothing_is_refused_in_words(data, said):
    with pytest.raises(ValidationError) as refusal:
        read_table("ds.xlsx", data, PERSONS)

    assert refusal.value.messages[0].startswith(said)
