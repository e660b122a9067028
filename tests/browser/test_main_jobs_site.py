"""What a reader comes for, signed in as nobody."""

PRINT = "In trang này"


def test_a_reader_finds_a_document_by_its_number(walk):
    walk.leave()
    walk.search_for("590")
    walk.follow("590/QĐ-UBND ngày 10/03/2022")

    walk.reads("Khen thưởng thầy giáo, cô giáo và học sinh", "10/03/2022")
    assert walk.has("button", PRINT)


def test_a_reader_opens_a_figure_to_its_records(walk):
    walk.leave()
    walk.follow("Tất cả số liệu")
    walk.follow_figure("E01")
    walk.reads("Số tập san đã xuất bản", "Hồ sơ đứng sau con số")

    walk.follow("Số 9/2026")

    walk.reads("Kinh nghiệm chăm sóc rừng gỗ lớn")


def test_a_reader_opens_an_issue_to_an_article(walk):
    walk.leave()
    walk.follow("Số 9/2026: Năm học mới")
    walk.follow("Giải pháp trồng rừng ngập mặn")

    walk.reads("Sau ba năm, đai rừng rộng 200 mét đã khép tán.")
    assert walk.has("button", PRINT)
