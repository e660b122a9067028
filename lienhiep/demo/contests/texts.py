"""What is entered: titles and summaries that say nothing of who made them."""

from __future__ import annotations

from typing import NamedTuple


class FieldOfYouth(NamedTuple):
    """A field of the youth contest, with the things that children make in it."""

    name: str
    things: tuple[str, ...]
    turns: tuple[str, ...]


YOUTH_FIELDS = (
    FieldOfYouth(
        "Đồ dùng dành cho học tập",
        (
            "Bộ thẻ học từ vựng có âm thanh",
            "Mô hình hệ Mặt Trời quay bằng tay",
            "Bàn học gấp gọn chống gù",
            "Thước vẽ hình không gian",
            "Hộp bút nhắc thời khóa biểu",
            "Bảng ghép phân số bằng gỗ",
            "Mô hình mạch máu người",
            "Giá đọc sách điều chỉnh độ cao",
        ),
        ("cho học sinh tiểu học", "cho học sinh khiếm thị", "từ vật liệu tái chế"),
    ),
    FieldOfYouth(
        "Phần mềm tin học",
        (
            "Phần mềm luyện chính tả tiếng Việt",
            "Trò chơi tìm hiểu di sản quê hương",
            "Ứng dụng nhắc lịch tiêm chủng",
            "Trang web hỏi đáp hóa học",
            "Phần mềm quản lý thư viện lớp học",
            "Ứng dụng cảnh báo đuối nước",
        ),
        ("trên điện thoại", "cho trường vùng cao", "có giọng đọc địa phương"),
    ),
    FieldOfYouth(
        "Sản phẩm thân thiện với môi trường",
        (
            "Ống hút từ thân cây sậy",
            "Gạch lát từ vỏ trấu",
            "Máy ép rác hữu cơ mini",
            "Chậu cây tự tưới từ chai nhựa",
            "Giấy gói quà từ bẹ chuối",
            "Đèn ngủ từ vỏ ốc",
            "Thùng rác phân loại thông minh",
            "Nước rửa tay từ bồ hòn",
        ),
        ("dùng trong gia đình", "dùng ở trường học", "giá dưới 50 nghìn đồng"),
    ),
    FieldOfYouth(
        "Dụng cụ sinh hoạt gia đình và đồ chơi trẻ em",
        (
            "Dụng cụ hái quả trên cao",
            "Máy bóc vỏ lạc quay tay",
            "Gậy chống có đèn cho người già",
            "Cầu trượt lắp ghép từ tre",
            "Tủ sấy măng bằng nắng",
            "Xe đẩy hàng leo bậc thang",
            "Bộ xếp hình nhà sàn",
        ),
        ("an toàn cho trẻ nhỏ", "gấp gọn mang theo", "không dùng điện"),
    ),
    FieldOfYouth(
        "Giải pháp kỹ thuật ứng phó biến đổi khí hậu, bảo vệ môi trường và phát triển kinh tế",
        (
            "Hệ thống báo lũ ống cho bản làng",
            "Máy lọc nước giếng khoan",
            "Hệ thống tưới nhỏ giọt cho vườn cam",
            "Phao vớt rác trên kênh",
            "Trạm đo độ mặn ao tôm",
            "Bếp đun tiết kiệm củi",
            "Thiết bị gieo hạt trên đất dốc",
        ),
        ("dùng pin mặt trời", "điều khiển từ xa", "cho hộ nghèo"),
    ),
)
"""The fields of the province's contest of 2022, in the order of its call."""

TECHNICAL_FIELDS = (
    "Công nghệ thông tin, điện tử, viễn thông",
    "Cơ khí, tự động hóa, xây dựng, giao thông vận tải",
    "Vật liệu, hóa chất, năng lượng",
    "Nông lâm ngư nghiệp, tài nguyên và môi trường",
    "Y dược",
    "Giáo dục và đào tạo",
)
TECHNICAL_ENTRIES = (
    ("Giải pháp giám sát hồ chứa từ xa", 0),
    ("Cải tiến máy thu hoạch lạc trên ruộng nhỏ", 1),
    ("Giá thể trồng rau từ xơ dừa và bã mía", 3),
    ("Quy trình sấy dược liệu giữ tinh dầu", 4),
    ("Bộ thí nghiệm vật lý ảo cho trường phổ thông", 5),
    ("Gạch không nung từ bột đá thải", 2),
    ("Hệ thống châm phân tự động cho vườn chè", 3),
    ("Khung treo nâng người bệnh tại nhà", 4),
)

AWARD_FIELDS = (
    "Công nghệ thông tin, điện tử, viễn thông",
    "Cơ khí và tự động hóa",
    "Sinh học phục vụ sản xuất và đời sống",
    "Công nghệ vật liệu",
    "Công nghệ ứng phó biến đổi khí hậu, môi trường và tài nguyên",
    "Tiết kiệm năng lượng và năng lượng mới",
)
AWARD_WORKS = (
    ("Dây chuyền chế biến bột rau giữ màu tự nhiên", 2),
    ("Hệ thống quan trắc sạt lở vùng núi", 4),
)

CRITERIA = (("Tính mới, tính sáng tạo", 40), ("Khả năng áp dụng", 30), ("Hiệu quả", 30))
"""Names and most points of the criteria; a hundred in all."""


def youth_title(field: int, place: int, year: str) -> str:
    """Return the title of an entry of a field and year; no two are alike.

    Each pair of a thing and a turn stands once in 2022; the other years say theirs.
    """
    one = YOUTH_FIELDS[field]
    thing, turn = one.things[place % len(one.things)], one.turns[place // len(one.things)]
    return f"{thing} {turn}" if year == "2022" else f"{thing} {turn}, mẫu năm {year}"


def summary_of(title: str) -> str:
    """Return what jurors and readers learn of an entry."""
    return (
        f"{title}: sản phẩm làm từ vật liệu dễ kiếm, đã dùng thử trong một học kỳ. "
        "Điểm mới nằm ở cách lắp ghép và cách dùng; chi phí thấp, dễ làm lại.\n\n"
        "Bản trình diễn, nội dung do phần mềm đặt ra."
    )
