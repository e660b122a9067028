"""Texts with which the first pages of a Union's site begin; what is in brackets is filled in."""

from __future__ import annotations

from dataclasses import dataclass

from lienhiep.core.models import UnionIdentity


@dataclass(frozen=True)
class FirstPage:
    """A page that every Union's site has: its address, its title, and how it begins.

    The text is Vietnamese, like the site itself, in whatever language the screens speak.
    """

    slug: str
    title: str
    text: str

    def text_for(self, union: UnionIdentity) -> str:
        """Return the text with what is known of the Union filled in."""
        known = {
            "[tên Liên hiệp]": union.name,
            "[tên cơ quan cấp trên]": union.superior,
            "[địa chỉ]": union.address,
            "[số điện thoại]": union.phone,
            "[thư điện tử]": union.email,
        }
        text = self.text
        for place, words in known.items():
            if words:
                text = text.replace(place, words)
        return text


FIRST_PAGES = (
    FirstPage(
        "gioi-thieu",
        "Giới thiệu",
        """[tên Liên hiệp] là tổ chức chính trị - xã hội của trí thức khoa học và công nghệ trong \
tỉnh, được thành lập theo [số, ngày và cơ quan ban hành quyết định thành lập].

Chức năng: tập hợp, đoàn kết trí thức; điều hoà, phối hợp hoạt động của các hội thành viên; \
tư vấn, phản biện và giám định xã hội.

Cơ cấu tổ chức: [số hội thành viên] hội thành viên, [số đơn vị trực thuộc] đơn vị trực thuộc; Ban \
Chấp hành khoá [số khoá], nhiệm kỳ [năm bắt đầu - năm kết thúc].""",
    ),
    FirstPage(
        "lien-he",
        "Liên hệ",
        """Văn phòng [tên Liên hiệp]

Địa chỉ: [địa chỉ]

Điện thoại: [số điện thoại]

Thư điện tử: [thư điện tử]

Giờ làm việc: [ngày và giờ làm việc].""",
    ),
    FirstPage(
        "dieu-le",
        "Điều lệ",
        """Điều lệ [tên Liên hiệp] được [cơ quan phê duyệt] phê duyệt tại [số và ngày của quyết \
định], có hiệu lực từ [ngày có hiệu lực].

Tôn chỉ, mục đích: [tóm tắt].

Quyền hạn, nhiệm vụ: [tóm tắt].

Toàn văn Điều lệ: [đính kèm hoặc chép vào đây].""",
    ),
)
