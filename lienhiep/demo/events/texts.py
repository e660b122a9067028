"""What was held: each line one event, told in as few words as a calendar of work would."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from lienhiep.demo.organisations import (
    AGRICULTURE,
    EDUCATION,
    HEALTH,
    PROPAGANDA,
    SCIENCE,
    YOUTH_UNION,
)
from lienhiep.events.choices import Audience, ConferenceKind, CourseKind, Mode

STUDY = ConferenceKind.POLITICAL_STUDY
KEY, MEMBERS, SCHOLARS = Audience.KEY_CADRES, Audience.CADRES_MEMBERS, Audience.INTELLECTUALS


@dataclass(frozen=True)
class Held:
    """A conference or a course that was held: when, for whom, how many came."""

    title: str
    kind: str
    on: date
    audience: str
    in_room: int = 0
    online: int = 0
    symbol: str = ""
    host: tuple[str, str] = ("", "")
    co_hosts: tuple[str, ...] = ()
    text: str = ""
    hour: int = 8
    sessions: int = 1
    days: int = 1
    certificates: int | None = None
    teachers: tuple[tuple[str, str], ...] = field(default_factory=tuple)

    @property
    def mode(self) -> str:
        """How it was held follows from where people were."""
        if self.in_room and self.online:
            return Mode.BOTH
        return Mode.ROOM if self.in_room else Mode.ONLINE


STUDIES = (
    Held(
        "Quán triệt nghị quyết và nhiệm vụ khoa học công nghệ năm 2021",
        STUDY,
        date(2021, 3, 25),
        KEY,
        in_room=38,
        symbol="06-NQ/TU",
    ),
    Held(
        "Sinh hoạt chuyên đề về trí thức với sự phát triển của tỉnh",
        STUDY,
        date(2021, 10, 15),
        SCHOLARS,
        online=97,
    ),
    Held(
        "Quán triệt nhiệm vụ trọng tâm và mục tiêu xuyên suốt năm 2022",
        STUDY,
        date(2022, 2, 22),
        KEY,
        in_room=42,
    ),
    Held(
        "Học tập chuyên đề năm 2022 cho cán bộ, đảng viên khối Liên hiệp hội",
        STUDY,
        date(2022, 3, 18),
        MEMBERS,
        in_room=65,
        online=118,
        co_hosts=(PROPAGANDA,),
    ),
    Held(
        "Nghị quyết 20-NQ/TW về phát triển khoa học và công nghệ: mười năm nhìn lại",
        STUDY,
        date(2022, 5, 12),
        SCHOLARS,
        online=186,
        symbol="20-NQ/TW",
        co_hosts=(SCIENCE,),
    ),
    Held(
        "Tổng kết việc thực hiện Nghị quyết 06-NQ/TU về khoa học và công nghệ",
        STUDY,
        date(2022, 6, 24),
        KEY,
        in_room=58,
        online=40,
        symbol="06-NQ/TU",
        co_hosts=(PROPAGANDA, SCIENCE),
    ),
    Held(
        "Thông tin thời sự và nghị quyết mới cho cán bộ, đảng viên",
        STUDY,
        date(2022, 8, 19),
        MEMBERS,
        online=154,
    ),
    Held(
        "Đội ngũ trí thức với Nghị quyết 20-NQ/TW: kiến nghị gửi tỉnh",
        STUDY,
        date(2022, 9, 30),
        SCHOLARS,
        in_room=80,
        online=132,
        symbol="20-NQ/TW",
    ),
    Held(
        "Quán triệt kết luận tổng kết các nghị quyết về khoa học và công nghệ",
        STUDY,
        date(2022, 11, 25),
        KEY,
        online=61,
        symbol="06-NQ/TU",
    ),
    Held(
        "Quán triệt nhiệm vụ trọng tâm năm 2023",
        STUDY,
        date(2023, 2, 21),
        KEY,
        in_room=45,
        online=30,
    ),
)

CONFERENCES = (
    Held(
        "Tọa đàm Ngày Khoa học và Công nghệ Việt Nam 2021",
        ConferenceKind.DISCUSSION,
        date(2021, 5, 18),
        SCHOLARS,
        in_room=52,
        co_hosts=(SCIENCE,),
    ),
    Held(
        "Hội thảo lịch sử làng xã xứ Nghệ",
        ConferenceKind.SEMINAR,
        date(2021, 11, 12),
        SCHOLARS,
        in_room=60,
        host=("Lịch sử", "Hội Khoa học Lịch sử Nghệ An"),
    ),
    Held(
        "Hội nghị tổng kết hoạt động năm 2021",
        ConferenceKind.YEAR_END,
        date(2022, 1, 14),
        Audience.ASSOCIATIONS,
        in_room=68,
        online=24,
        hour=14,
    ),
    Held(
        "Rà soát, bổ sung quy hoạch cán bộ nhiệm kỳ đến 2025",
        ConferenceKind.CADRE_PLANNING,
        date(2022, 4, 20),
        KEY,
        in_room=27,
    ),
    Held(
        "Tọa đàm trí thức với chuyển đổi số của tỉnh",
        ConferenceKind.DISCUSSION,
        date(2022, 5, 17),
        SCHOLARS,
        in_room=85,
        online=120,
        co_hosts=(SCIENCE,),
        text="Ba phiên: dữ liệu dùng chung; nông nghiệp số; trường học số.\n\nTrao đổi, kết luận.",
    ),
    Held(
        "Hội thảo danh nhân xứ Nghệ trong đời sống hôm nay",
        ConferenceKind.SEMINAR,
        date(2022, 5, 26),
        SCHOLARS,
        in_room=90,
        host=("Lịch sử", "Hội Khoa học Lịch sử Nghệ An"),
    ),
    Held(
        "Hội thảo phục hồi vườn cây có múi",
        ConferenceKind.SEMINAR,
        date(2022, 6, 8),
        Audience.PUBLIC,
        in_room=75,
        co_hosts=(AGRICULTURE,),
        host=("Làm vườn", "Hội Làm vườn Nghệ An"),
    ),
    Held(
        "Giới thiệu quy hoạch cán bộ nhiệm kỳ 2025-2030",
        ConferenceKind.CADRE_PLANNING,
        date(2022, 8, 5),
        KEY,
        in_room=31,
    ),
    Held(
        "Hội thảo dược liệu bản địa: từ rừng về vườn",
        ConferenceKind.SEMINAR,
        date(2022, 8, 25),
        SCHOLARS,
        in_room=60,
        online=45,
        co_hosts=(HEALTH,),
        host=("Đông y", "Hội Đông y Nghệ An"),
    ),
    Held(
        "Hội thảo an toàn hồ đập nhỏ trước mùa mưa",
        ConferenceKind.SEMINAR,
        date(2022, 9, 9),
        SCHOLARS,
        in_room=68,
        host=("Thủy lợi", "Hội Thủy lợi Nghệ An"),
    ),
    Held(
        "Truyền thông Cuộc thi sáng tạo thanh thiếu niên và nhi đồng tại trường học",
        ConferenceKind.COMMUNICATION,
        date(2022, 10, 12),
        Audience.PUBLIC,
        in_room=110,
        online=150,
        co_hosts=(EDUCATION, YOUTH_UNION),
    ),
    Held(
        "Hội thảo lúa chất lượng cao trên đất màu",
        ConferenceKind.SEMINAR,
        date(2023, 6, 15),
        Audience.PUBLIC,
        in_room=82,
        host=("Làm vườn", "Hội Làm vườn Nghệ An"),
        co_hosts=(AGRICULTURE,),
    ),
)

COURSES = (
    Held(
        "Kỹ thuật nuôi ong lấy mật",
        CourseKind.TECHNICAL,
        date(2021, 6, 10),
        Audience.PUBLIC,
        in_room=40,
        sessions=2,
        host=("Làm vườn", "Hội Làm vườn Nghệ An"),
    ),
    Held(
        "Nghiệp vụ công tác hội cho cán bộ mới",
        CourseKind.ASSOCIATION_WORK,
        date(2021, 9, 16),
        Audience.ASSOCIATIONS,
        online=52,
        sessions=2,
    ),
    Held(
        "Kỹ thuật ghép cải tạo vườn tạp",
        CourseKind.TECHNICAL,
        date(2022, 3, 24),
        Audience.PUBLIC,
        in_room=60,
        sessions=2,
        host=("Làm vườn", "Hội Làm vườn Nghệ An"),
        teachers=(("Đỗ Chiết Cành", "Chọn mắt ghép, thao tác ghép"),),
    ),
    Held(
        "Văn thư và hệ thống văn phòng điện tử cho cán bộ đầu mối các hội",
        CourseKind.ASSOCIATION_WORK,
        date(2022, 4, 7),
        Audience.ASSOCIATIONS,
        in_room=46,
        sessions=4,
        days=2,
        certificates=44,
        teachers=(
            ("Lý Hồ Sơ", "Soạn thảo và đăng ký văn bản"),
            ("Tô Mạng Lưới", "Nhận, đọc và xác nhận văn bản trên hệ thống"),
        ),
    ),
    Held(
        "Phòng dịch cho đàn lợn ở nông hộ",
        CourseKind.TECHNICAL,
        date(2022, 5, 26),
        Audience.PUBLIC,
        in_room=55,
        sessions=2,
        host=("Thú y", "Hội Chăn nuôi và Thú y Nghệ An"),
        teachers=(("Mạc Thú Y", "An toàn sinh học"),),
    ),
    Held(
        "Chuẩn bị đại hội nhiệm kỳ của hội thành viên",
        CourseKind.ASSOCIATION_WORK,
        date(2022, 7, 21),
        Audience.ASSOCIATIONS,
        online=88,
        sessions=2,
        teachers=(("Lý Hồ Sơ", "Đề án nhân sự, văn kiện, biểu mẫu"),),
    ),
    Held(
        "Trồng và sơ chế cây dược liệu",
        CourseKind.TECHNICAL,
        date(2022, 9, 15),
        Audience.PUBLIC,
        in_room=48,
        sessions=3,
        days=2,
        host=("Đông y", "Hội Đông y Nghệ An"),
        certificates=48,
        teachers=(("Quách Bách Thảo", "Giống, thu hái, sơ chế"),),
    ),
    Held(
        "Kỹ năng tư vấn, phản biện xã hội",
        CourseKind.ASSOCIATION_WORK,
        date(2022, 10, 27),
        Audience.ASSOCIATIONS,
        in_room=35,
        online=40,
        sessions=2,
        teachers=(("Trịnh Phản Biện", "Đọc dự thảo, viết ý kiến"),),
    ),
    Held(
        "An toàn thông tin cho cán bộ xã",
        CourseKind.TECHNICAL,
        date(2022, 11, 10),
        Audience.PUBLIC,
        online=132,
        sessions=2,
        host=("Tin học", "Hội Tin học Nghệ An"),
        teachers=(("Tô Mạng Lưới", "Mật khẩu, thư giả, sao lưu"),),
    ),
    Held(
        "Kỹ năng công tác hội năm 2023",
        CourseKind.ASSOCIATION_WORK,
        date(2023, 8, 10),
        Audience.ASSOCIATIONS,
        in_room=50,
        online=34,
        sessions=3,
        teachers=(("Lý Hồ Sơ", "Lập kế hoạch và báo cáo của hội"),),
    ),
)
