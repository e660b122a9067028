"""The Union of the demonstration, and its site's first pages."""

from lienhiep.core.models import UnionIdentity
from lienhiep.portal.actions import open_site
from lienhiep.portal.models import StandardPage

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


def load() -> None:
    """Say who the Union is, and make the front page and two pages beside it."""
    if not UnionIdentity.objects.exists():
        UnionIdentity(
            name="Liên hiệp các Hội Khoa học và Kỹ thuật Nghệ An",
            short_name="Liên hiệp Hội Nghệ An",
            symbol="LHH",
            superior="Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam",
            place="Nghệ An",
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
