"""The Union of the demonstration, and its site's first pages."""

import json
from datetime import timedelta

from lienhiep.core.models import UnionIdentity
from lienhiep.core.period import today
from lienhiep.demo.news import pictures
from lienhiep.portal.actions import open_site
from lienhiep.portal.models import FormerAddress, StandardPage

INTRODUCTION = """
<p>Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh là tổ chức chính trị - xã hội của trí thức khoa học
và công nghệ trong tỉnh, thành viên của Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam.</p>
<p>Liên hiệp tập hợp các hội thành viên; phổ biến kiến thức; tư vấn, phản biện và giám định xã hội;
tổ chức các cuộc thi và giải thưởng sáng tạo; xuất bản tập san và tôn vinh trí thức.</p>
"""
CONTACT = """
<p>Văn phòng Liên hiệp làm việc từ thứ Hai đến thứ Sáu, sáng từ 7 giờ 30 đến 11 giờ 30,
chiều từ 13 giờ 30 đến 17 giờ.</p>
<p>Điện thoại và thư điện tử ghi ở cuối trang.</p>
"""
WORK = """
<p>Mỗi năm các hội thành viên chuyển giao hàng chục mô hình sản xuất, mở lớp tập huấn cho nông dân
và đưa bài viết phổ biến kiến thức đến từng xã qua tập san.</p>
"""
HOURS = """
<p>Từ thứ Hai đến thứ Sáu: sáng 7 giờ 30 đến 11 giờ 30, chiều 13 giờ 30 đến 17 giờ.</p>
"""


def load() -> None:
    """Say who the Union is, and make the front page and two pages beside it."""
    if not UnionIdentity.objects.exists():
        UnionIdentity(
            name="Liên hiệp các Hội Khoa học và Kỹ thuật Nghệ An",
            short_name="Liên hiệp Hội Nghệ An",
            symbol="LHH",
            superior="Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam",
            place="Nghệ An",
            province_code="40",
            address="Phường Thành Vinh, tỉnh Nghệ An",
            phone="0238 000 0000",
            email="vanphong@lienhiep.example",
            legal_footer="Dữ liệu trình diễn. Tên người trên trang này do phần mềm đặt ra.",
            is_demonstration=True,
        ).save()
    home = open_site(
        title="Liên hiệp các Hội Khoa học và Kỹ thuật Nghệ An",
        lead="Ngôi nhà chung của trí thức khoa học và công nghệ tỉnh nhà.",
    )
    for slug, title, text in (
        ("gioi-thieu", "Giới thiệu", INTRODUCTION),
        ("lien-he", "Liên hệ", CONTACT),
    ):
        if not home.get_children().filter(slug=slug).exists():
            home.add_child(
                instance=StandardPage(title=title, slug=slug, body=text.strip(), show_in_menus=True)
            )
    if not FormerAddress.objects.exists():
        FormerAddress(
            path="/gioi-thieu/lich-su/",
            title="Lịch sử hình thành",
            reason="Nội dung đã được gộp vào trang Giới thiệu.",
            new_address="/gioi-thieu/",
        ).save()
    if not home.body:
        home.body = json.dumps(front_page())
        home.save_revision().publish()


def front_page() -> list[dict]:
    """Return the front page as an editor of the demonstration has composed it."""
    return [
        room("news.head"),
        {
            "type": "columns",
            "value": {
                "main": [room("news.categories")],
                "side": [notices(), room("events.next"), room("office.newest")],
            },
        },
        {"type": "journal", "value": {"heading": ""}},
        {"type": "figures", "value": {"heading": "", "codes": ["E01", "E04a", "E05", "C01"]}},
        {
            "type": "picture_text",
            "value": {
                "picture": pictures.load()[2].pk,
                "side": "start",
                "heading": "Đem khoa học về với ruộng đồng",
                "text": WORK,
                "address": "/gioi-thieu/",
                "words": "Tìm hiểu về Liên hiệp hội",
            },
        },
        {"type": "reports", "value": {"heading": "", "most": 3}},
        partners(),
        {"type": "contact", "value": {"heading": "", "text": HOURS}},
    ]


def room(code: str) -> dict:
    """Return the place of a block of a room."""
    return {"type": "room", "value": {"code": code}}


def notices() -> dict:
    """Return notices: some that stay, and one that is over in a month."""
    now = today()
    lines = [
        ("Mời gửi hồ sơ xét tôn vinh trí thức khoa học và công nghệ tiêu biểu", 3, "/khen-thuong/"),
        ("Thông báo lịch tiếp nhận bản thảo cho số tập san kế tiếp", 8, "/tap-san/"),
        ("Giấy mời dự hội nghị cán bộ đầu mối các hội thành viên", 12, ""),
    ]
    return {
        "type": "notices",
        "value": {
            "heading": "",
            "notices": [
                {
                    "text": text,
                    "day": str(now - timedelta(days=days)),
                    "address": address,
                    "until": str(now + timedelta(days=30)) if not address else None,
                }
                for text, days, address in lines
            ],
        },
    }


def partners() -> dict:
    """Return partners and sites worth knowing; every one of them is invented."""
    names = [
        "Sở Khoa học và Công nghệ tỉnh (trang minh họa)",
        "Trường Đại học Bách nghệ Sông Lam",
        "Trung tâm Ứng dụng tiến bộ Hòn Mê",
        "Quỹ Khuyến học Cây Đa",
        "Nhà xuất bản Đồng Xanh",
    ]
    lines = [{"name": name, "address": "https://lienhiep.example/", "logo": None} for name in names]
    return {"type": "partners", "value": {"heading": "", "partners": lines}}
