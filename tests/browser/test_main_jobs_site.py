"""What a reader comes for, signed in as nobody."""


def test_a_reader_finds_a_document_by_its_number(walk):
    walk.visitor.open("/")
    walk.look()
    walk.search_for("590")
    walk.follow("590/QĐ-UBND")

    walk.reads("Khen thưởng thầy giáo, cô giáo và học sinh", "10/03/2022")
    assert walk.has("button", "In trang")


def test_a_reader_opens_a_figure_to_its_records(walk):
    walk.visitor.open("/")
    walk.follow("9", inside="main .figure-block, main")
    walk.reads("Số tập san đã xuất bản")

    walk.follow("Số 9/2026")

    walk.reads("Trong số này")


def test_a_reader_opens_the_newest_issue_to_an_article(walk):
    walk.visitor.open("/")
    walk.follow("Số 9/2026: Năm học mới")
    walk.follow("Giải pháp trồng rừng ngập mặn")

    walk.reads("Giải pháp trồng rừng ngập mặn")
    assert walk.has("button", "In")
