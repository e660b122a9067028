"""The key tasks of the demonstration's plans, in words of our own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lienhiep.accounts.choices import Role

STANDING = "Thường trực Liên hiệp hội"


@dataclass(frozen=True)
class Task:
    """A line of an assignment table; `due` and `done` are (month, day), `done_late` a year on."""

    title: str
    area: str
    role: str
    due: tuple[int, int]
    product: str
    done: tuple[int, int] | None = None
    result: str = ""
    page: str = ""
    with_whom: str = ""
    cost: int | None = None
    funding: str = ""
    led_by: str = ""
    done_late: bool = False

    def facts(self) -> dict[str, Any]:
        """Return what a key task is made of, beside its plan and its day."""
        return {
            "title": self.title,
            "area": self.area,
            "lead_role": self.role,
            "lead_text": self.led_by,
            "coordinating": self.with_whom,
            "product": self.product,
            "cost": self.cost,
            "funding": self.funding,
        }


SCHEDULE = "Ngân sách tỉnh"

OF_2021 = [
    Task(
        "Xuất bản đủ các số tập san theo kế hoạch",
        "E",
        Role.JOURNAL_SECRETARY,
        (12, 25),
        "Các số tập san",
        (12, 20),
        "Đã phát hành đủ số.",
        "/so-lieu/E01/?period=2021",
    ),
    Task(
        "Vận hành hệ thống chuyển văn bản tới các hội thành viên",
        "A",
        Role.RECORDS_CLERK,
        (6, 30),
        "Các hội nhận văn bản trên hệ thống",
        (7, 12),
        "Hoàn thành chậm hai tuần do tập huấn phải lùi vì dịch bệnh.",
    ),
    Task(
        "Chuẩn bị hồ sơ dự thi toàn quốc của thanh thiếu niên, nhi đồng",
        "F",
        Role.CONTEST_ORGANISER,
        (9, 30),
        "Hồ sơ dự thi",
        (9, 15),
        "Đã gửi hồ sơ đúng hạn.",
        with_whom="Sở Giáo dục và Đào tạo, Tỉnh đoàn",
    ),
]

OF_2022 = [
    Task(
        "Quán triệt, tổng kết các nghị quyết về phát triển khoa học và công nghệ",
        "A",
        Role.OFFICE_MANAGER,
        (9, 30),
        "Báo cáo tổng kết hai nghị quyết",
        (9, 20),
        "Hoàn thành hai báo cáo tổng kết, gửi Ban Tuyên giáo.",
        with_whom="Ban Tuyên giáo Tỉnh ủy, Sở Khoa học và Công nghệ",
        led_by=STANDING,
    ),
    Task(
        "Hướng dẫn, đôn đốc đại hội các hội thành viên đến nhiệm kỳ",
        "B",
        Role.OFFICER,
        (11, 30),
        "Đại hội các hội đúng điều lệ",
        (11, 25),
        "Các hội đến kỳ đã được hướng dẫn bằng văn bản.",
        with_whom="Các hội thành viên",
    ),
    Task(
        "Hoàn thiện hồ sơ quy hoạch cán bộ hai nhiệm kỳ",
        "B",
        Role.OFFICE_MANAGER,
        (10, 31),
        "Hồ sơ quy hoạch",
        (10, 28),
        "Hồ sơ đã được cấp có thẩm quyền xem xét.",
        led_by=STANDING,
    ),
    Task(
        "Xuất bản mười hai số tập san, giữ tỷ lệ chuyên đề đã định",
        "E",
        Role.JOURNAL_SECRETARY,
        (12, 31),
        "12 số tập san",
        (12, 20),
        "Đủ mười hai số, gửi tới cơ sở và các liên hiệp hội bạn.",
        "/so-lieu/E01/?period=2022",
        with_whom="Cộng tác viên",
        cost=420_000_000,
        funding=SCHEDULE,
    ),
    Task(
        "Đăng trên sáu trăm tin, bài trên trang thông tin điện tử",
        "E",
        Role.EDITOR,
        (12, 31),
        "Tin, bài trên trang",
        (12, 30),
        "Vượt số tin, bài đã định.",
        "/so-lieu/E06/?period=2022",
    ),
    Task(
        "Thực hiện sáu nhiệm vụ tư vấn, phản biện và giám định xã hội",
        "C",
        Role.OFFICER,
        (12, 15),
        "6 báo cáo phản biện",
        (12, 12),
        "Sáu báo cáo đã gửi cơ quan đặt hàng.",
        "/so-lieu/C01/?period=2022",
        with_whom="Các hội chuyên ngành",
        cost=180_000_000,
        funding=SCHEDULE,
    ),
    Task(
        "Tổ chức Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng cấp tỉnh",
        "F",
        Role.CONTEST_ORGANISER,
        (8, 31),
        "Lễ trao giải, hồ sơ gửi dự thi toàn quốc",
        (8, 19),
        "Đã trao giải và chọn sản phẩm dự thi toàn quốc.",
        "/so-lieu/F03/?period=2022",
        with_whom="Sở Khoa học và Công nghệ, Sở Giáo dục và Đào tạo, Tỉnh đoàn",
        cost=350_000_000,
        funding="Ngân sách tỉnh và xã hội hóa",
    ),
    Task(
        "Xét, đề nghị khen thưởng và tôn vinh trí thức tiêu biểu",
        "G",
        Role.OFFICE_MANAGER,
        (12, 20),
        "Hồ sơ khen thưởng",
        (12, 16),
        "Hồ sơ đã trình và có quyết định.",
        "/so-lieu/G01/?period=2022",
    ),
    Task(
        "Rà soát, cập nhật danh sách hội viên của các hội thành viên",
        "B",
        Role.OFFICER,
        (12, 31),
        "Danh sách hội viên",
        (1, 5),
        "Hoàn thành sau khi các hội gửi đủ số liệu cuối năm.",
        with_whom="Các hội thành viên",
        done_late=True,
    ),
]

OF_2023 = [
    Task("", "H", Role.OFFICE_MANAGER, (6, 30), "Chương trình phối hợp đã ký", (6, 20)),
    Task("", "E", Role.JOURNAL_SECRETARY, (12, 25), "12 số tập san", (12, 20)),
    Task("", "B", Role.OFFICER, (10, 31), "Lớp tập huấn", (10, 12)),
    Task("", "H", Role.LEADER, (11, 30), "Đoàn trao đổi, khoản tài trợ", (11, 24)),
    Task("", "F", Role.CONTEST_ORGANISER, (9, 30), "Giải được trao", (9, 22)),
    Task("", "B", Role.OFFICER, (12, 15), "Hoạt động chung của các hội", (12, 8)),
    Task("", "C", Role.OFFICER, (12, 15), "Báo cáo phản biện", (12, 14)),
    Task("", "E", Role.EDITOR, (12, 31), "Tin, bài; văn bản chuyển trên hệ thống", (12, 29)),
    Task("", "B", Role.OFFICER, (11, 30), "Đại hội các hội đúng hạn", (11, 28)),
    Task("", "B", Role.OFFICE_MANAGER, (12, 20), "Hội viên, hội thành viên mới", (12, 18)),
]
"""Who leads each conclusion of the conference, in their order; the titles are its own words."""

OF_THIS_YEAR = [
    ("Ký kết chương trình phối hợp với hai sở, ngành", "H", Role.OFFICE_MANAGER, -190, True),
    ("Tập huấn nghiệp vụ công tác hội cho cán bộ các hội", "B", Role.OFFICER, -120, True),
    ("Tổ chức lễ trao giải cuộc thi cấp tỉnh", "F", Role.CONTEST_ORGANISER, -75, True),
    ("Đôn đốc đại hội hai hội thành viên quá nhiệm kỳ", "B", Role.OFFICER, -40, False),
    ("Cập nhật danh bạ chuyên gia tư vấn, phản biện", "C", Role.OFFICER, -12, False),
    ("Gửi số liệu hội viên năm nay", "B", Role.OFFICE_MANAGER, 6, False),
    ("Hoàn thành các nhiệm vụ phản biện đã giao", "C", Role.OFFICER, 18, False),
    ("Xuất bản các số tập san cuối năm", "E", Role.JOURNAL_SECRETARY, 27, False),
    ("Chuẩn bị hội nghị tổng kết năm", "A", Role.OFFICE_MANAGER, 33, False),
]
"""The running year: what, area, who, days from today, and whether it is done."""
