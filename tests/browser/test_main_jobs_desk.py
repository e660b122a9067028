"""The main job of each role from outside, at the desk, from signing in to what comes of it."""

from tests.factories.files import pdf


def a_pdf(folder, name):
    path = folder / name
    path.write_bytes(pdf())
    return path


def test_the_contact_officer_acknowledges_a_document_and_reports_the_members(walk):
    walk.sign_in_as("contact_officer")
    document = "Xác nhận đã nhận 61-KL/TU"
    walk.follow(document)
    walk.push("Xác nhận đã nhận")
    walk.reads("đã xác nhận")

    walk.follow("Việc chờ")
    assert not walk.has("a", document)
    walk.follow("Báo số hội viên của Hội Làm vườn")
    walk.type("Tổng số hội viên", "28900")
    walk.type("Hội viên nữ", "11200")
    walk.push("Báo số hội viên")

    walk.reads("28.900")


def test_the_juror_scores_an_entry(walk):
    walk.sign_in_as("juror")
    walk.follow("Chấm 7 bài")
    walk.follow("Chấm bài tiếp theo")
    for criterion, points in (("Tính mới", "30"), ("Khả năng áp dụng", "25"), ("Hiệu quả", "27,5")):
        walk.type(criterion, points)
    walk.reads("Tổng điểm 82,5 / 100")
    walk.push("Nộp và khóa phiếu")

    walk.reads("82,5")
    walk.follow("Việc chờ")
    assert walk.has("a", "Chấm 6 bài")


def test_the_contributor_answers_the_proof(walk):
    walk.sign_in_as("contributor")
    proof = "Đọc bản in thử bài"
    walk.follow(proof)
    walk.type("Ý kiến sửa", "Trang 17, dòng 3: xin sửa “trao giải” thành “tổng kết và trao giải”.")
    walk.push("Gửi trả lời")

    walk.follow("Việc chờ")
    assert not walk.has("a", proof)


def test_the_contributor_sends_a_manuscript_with_its_file(walk, tmp_path):
    walk.sign_in_as("contributor")
    walk.follow("Bài của tôi")
    walk.follow("Gửi bản thảo")
    walk.type("Tên bài", "Ủ phân từ thân ngô tại nương")
    walk.choose("Chuyên đề", "Nông - lâm - ngư nghiệp")
    walk.type("Tóm tắt", "Cách ủ không cần máy, dùng chế phẩm sẵn có.")
    walk.attach("Tệp bản thảo", a_pdf(tmp_path, "u-phan.pdf"))
    walk.push("Gửi")

    walk.reads("Văn phòng đã nhận “Ủ phân từ thân ngô tại nương”", "Chờ trả lời")


def test_the_contestant_sends_an_entry_with_what_is_agreed_to(walk, tmp_path):
    walk.sign_in_as("contestant")
    walk.follow("Bài dự thi của tôi")
    walk.follow("Nộp bài dự thi")
    walk.choose("Cuộc thi và lĩnh vực", "Đồ dùng dành cho học tập")
    walk.type("Tên bài dự thi", "Bảng chữ nổi ghép bằng nắp chai")
    walk.type("Tóm tắt", "Bảng học chữ cho bạn khiếm thị.")
    walk.attach("Bản thuyết minh", a_pdf(tmp_path, "thuyet-minh.pdf"))
    walk.type("Ngày sinh của tác giả", "02/09/2012")
    walk.type("Họ và tên người đại diện", "Ngô Phụ Huynh")
    walk.type("Quan hệ với tác giả", "bố")
    walk.type("Điện thoại người đại diện", "0238 000 0000")
    walk.tick("Tôi đồng ý để cơ quan thường trực cuộc thi lưu họ tên")
    walk.tick("Tôi đồng ý để họ tên, trường hoặc đơn vị và kết quả")
    walk.push("Nộp bài")

    walk.reads("Bảng chữ nổi ghép bằng nắp chai", "Chờ kiểm tra hồ sơ")


def test_the_expert_hands_in_the_review(walk, tmp_path):
    walk.sign_in_as("expert")
    review = "Nộp bài nhận xét về"
    walk.follow(review)
    walk.follow("Nộp bài nhận xét")
    walk.attach("Bài nhận xét", a_pdf(tmp_path, "nhan-xet.pdf"))
    walk.type("Ý kiến chính", "Cần thêm số liệu mưa của mười năm gần đây.")
    walk.push("Nộp bài nhận xét")

    walk.reads("nhan-xet.pdf")
    walk.follow("Việc chờ")
    assert not walk.has("a", review)
