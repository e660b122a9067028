"""The main job of each role of the office, from signing in to what comes of it."""

from lienhiep.core.period import today


def deal_with(walk, waiting, verb, **typed):
    """Open what waits, do with it what is to be done, and come home."""
    walk.follow(waiting)
    walk.follow(verb)
    for label, words in typed.items():
        walk.type(label, words)
    walk.push(verb)


def is_waiting(walk, words):
    walk.go_home()
    return walk.has("a", words)


def write_a_paragraph(walk, words):
    """Write a first paragraph into the body of an article."""
    walk.tap(walk.named("button", "Chèn khối", inside="#panel-body-section"))
    walk.pick("Đoạn văn")
    text = walk.named("[contenteditable=true]", "", inside="#panel-body-section")
    walk.write(text, words)


def test_the_clerk_registers_what_came_forwards_it_and_sees_who_has_not_acknowledged(walk):
    walk.sign_in_as("records_clerk")
    walk.follow("Đăng ký văn bản đến")
    walk.choose("Sổ đăng ký văn bản", "Sổ văn bản đến")
    walk.type("Ngày đến", f"{today():%d/%m/%Y}")
    walk.type("Số và ký hiệu", "812/SKHCN-QLKH")
    walk.type("Ngày văn bản", f"{today():%d/%m/%Y}")
    walk.choose("Tên loại văn bản", "Công văn")
    walk.type("Trích yếu", "Về việc đăng ký nhiệm vụ khoa học năm tới")
    walk.push("Tạo")
    walk.reads("812/SKHCN-QLKH", "Số trong sổ")

    walk.follow("Chuyển tới hội thành viên")
    walk.tick("Hội Làm vườn")
    walk.tick("Hội Đông y")
    walk.push("Chuyển tới hội thành viên")
    walk.follow(f"{today():%d/%m/%Y}")
    walk.follow("Ai chưa xác nhận")

    walk.reads("Chưa xác nhận 2", "Hội Làm vườn Nghệ An", "Hội Đông y Nghệ An")


def test_the_office_manager_records_what_was_conferred(walk):
    walk.sign_in_as("office_manager")

    deal_with(walk, "Trao 2 khen thưởng", "Ghi việc trao")

    assert not is_waiting(walk, "Trao 2 khen thưởng")


def test_the_office_manager_opens_the_year_in_figures_to_its_records(walk):
    walk.sign_in_as("office_manager")
    walk.unfold("Xem thêm lối vào")
    walk.follow("Số liệu trong năm")
    walk.reads("Số hội thành viên")

    walk.follow_figure("B01")

    walk.reads("Hội Làm vườn Nghệ An")


def test_the_leader_is_told_what_a_plan_lacks_before_it_is_approved(walk):
    walk.sign_in_as("leader")

    deal_with(walk, "Phê duyệt “Kế hoạch công tác năm", "Phê duyệt kế hoạch công tác")

    walk.reads("Nhiệm vụ số 1, 2 chưa có hạn hoàn thành")
    assert is_waiting(walk, "Phê duyệt “Kế hoạch công tác năm")


def test_the_leader_signs_an_issue_for_print(walk):
    walk.sign_in_as("leader")

    deal_with(walk, "Ký duyệt in Số", "Ký duyệt in")

    walk.reads("Ngày ký duyệt in")
    assert not is_waiting(walk, "Ký duyệt in Số")


def test_the_officer_accepts_a_task_of_advice(walk):
    walk.sign_in_as("officer")

    deal_with(walk, "Tiếp nhận hoặc từ chối", "Tiếp nhận nhiệm vụ")

    assert not is_waiting(walk, "Tiếp nhận hoặc từ chối")


def test_the_editor_publishes_an_article_and_a_reader_finds_it(walk):
    walk.sign_in_as("editor")
    walk.follow("Viết tin bài")
    walk.type("Tiêu đề", "Hội Làm vườn mở lớp ghép cam tại Quỳ Hợp")
    walk.type("Sapo", "Năm mươi nhà vườn học ghép mắt cam trong ba ngày.")
    walk.choose("Chuyên mục chính", "Hội thành viên")
    write_a_paragraph(walk, "Ban tổ chức mời thợ ghép lâu năm về hướng dẫn.")
    walk.push("Lưu bản nháp")
    walk.follow("Hồ sơ")
    walk.follow("Đăng bài")
    walk.push("Đăng bài")
    walk.reads("Bài đã được đăng")

    walk.leave()
    walk.search_for("ghép cam")
    walk.follow("Hội Làm vườn mở lớp ghép cam tại Quỳ Hợp")
    walk.reads("Năm mươi nhà vườn học ghép mắt cam trong ba ngày.")


def test_the_secretary_publishes_the_issue_that_is_ready_and_the_figure_rises(walk):
    walk.sign_in_as("journal_secretary")
    before = walk.number_under("Số tập san đã xuất bản")

    deal_with(walk, "Phát hành Số", "Phát hành")
    walk.go_home()

    assert walk.number_under("Số tập san đã xuất bản") == before + 1


def test_the_organiser_checks_an_entry_and_admits_it(walk):
    walk.sign_in_as("contest_organiser")
    entry = "Kiểm tra hồ sơ “Máy lọc nước giếng khoan"

    deal_with(walk, entry, "Chấp nhận dự thi")

    assert not is_waiting(walk, entry)


def test_the_accountant_records_a_sponsorship_that_came(walk):
    walk.sign_in_as("accountant")

    deal_with(walk, "Nhận khoản tài trợ", "Ghi nhận tài trợ", **{"Số tiền nhận được": "60.000.000"})

    walk.reads("60.000.000")
    assert not is_waiting(walk, "Nhận khoản tài trợ")


def test_the_administrator_invites_somebody(walk):
    walk.sign_in_as("administrator")
    walk.follow("Mời người dùng")
    walk.type("Họ và tên", "Mai Văn Mới Đến")
    walk.type("Địa chỉ thư điện tử", "mai.moi@lienhiep.example")
    walk.tick("Chuyên viên")
    walk.push("Mời")

    walk.reads("Mai Văn Mới Đến")
