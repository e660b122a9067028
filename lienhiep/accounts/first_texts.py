"""The texts of consents of a new house: one for each purpose, in the words of who agrees.

The office reads them, changes them in a later version where it does otherwise, and answers
for them.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from lienhiep.accounts.choices import ConsentPurpose

FROM = date(2026, 1, 1)
"""The day on which the law on the protection of personal data came into force."""

LAW = "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Điều 9"
OF_CHILDREN = "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Điều 9 và Điều 24"
RESULTS = "Lâu dài, cùng hồ sơ kết quả cuộc thi"


class FirstText(NamedTuple):
    """A text with what the law wants said beside it."""

    text: str
    data_kinds: str
    recipients: str
    retention: str
    legal_basis: str = LAW


FIRST_TEXTS: dict[str, FirstText] = {
    ConsentPurpose.ACCOUNT: FirstText(
        "Tôi đồng ý để Liên hiệp Hội lưu họ tên, địa chỉ thư điện tử và số điện thoại của tôi "
        "để mở tài khoản, đăng nhập, báo việc và trả lời tôi.",
        "Họ tên, địa chỉ thư điện tử, số điện thoại, vai trò được giao, thời điểm đăng nhập",
        "Cán bộ Văn phòng Liên hiệp Hội được phân công; không chuyển cho bên nào khác",
        "Đến khi tài khoản được đóng",
    ),
    ConsentPurpose.CORRESPONDENCE: FirstText(
        "Tôi đồng ý nhận bản tin, thông báo và giấy mời của Liên hiệp Hội qua thư điện tử.",
        "Họ tên, địa chỉ thư điện tử",
        "Cán bộ Văn phòng Liên hiệp Hội được phân công gửi tin",
        "Đến khi rút lại sự đồng ý",
    ),
    ConsentPurpose.DIRECTORY: FirstText(
        "Tôi đồng ý để họ tên, học hàm, học vị, nơi công tác và lĩnh vực chuyên môn của tôi được "
        "nêu trong danh mục chuyên gia công khai của Liên hiệp Hội.",
        "Họ tên, học hàm, học vị, nơi công tác, lĩnh vực chuyên môn",
        "Bất kỳ ai đọc trang thông tin điện tử của Liên hiệp Hội",
        "Đến khi rút lại sự đồng ý",
    ),
    ConsentPurpose.CONTEST_ENTRY: FirstText(
        "Tôi đồng ý để cơ quan thường trực cuộc thi lưu họ tên, ngày sinh, lớp và trường của tác "
        "giả để kiểm tra điều kiện dự thi và chấm sản phẩm. Đối với tác giả là trẻ em, cơ quan "
        "thường trực lưu thêm họ tên và số điện thoại của người đại diện để liên hệ khi cần.",
        "Họ tên, ngày sinh, lớp, trường; họ tên, quan hệ và số điện thoại của người đại diện",
        "Cơ quan thường trực và ban giám khảo cuộc thi (giám khảo không biết tên tác giả)",
        "Số điện thoại của người đại diện: 180 ngày sau khi công bố kết quả; hồ sơ: 5 năm",
        OF_CHILDREN,
    ),
    ConsentPurpose.PUBLISH_NAME: FirstText(
        "Tôi đồng ý để họ tên, trường hoặc đơn vị và kết quả của tác giả được công bố trên trang "
        "thông tin điện tử và ấn phẩm của Liên hiệp Hội nếu sản phẩm đoạt giải.",
        "Họ tên, trường hoặc đơn vị, tên sản phẩm, giải",
        "Bất kỳ ai đọc trang thông tin điện tử và ấn phẩm của Liên hiệp Hội",
        "Đến khi rút lại sự đồng ý; khi đó tên được thay bằng “Thí sinh”",
        OF_CHILDREN,
    ),
    ConsentPurpose.PUBLISH_IMAGE: FirstText(
        "Tôi đồng ý để ảnh và phim chụp, quay sản phẩm và tác giả được đăng trên trang thông tin "
        "điện tử và ấn phẩm của Liên hiệp Hội.",
        "Hình ảnh, giọng nói trong ảnh và phim",
        "Bất kỳ ai đọc trang thông tin điện tử và ấn phẩm của Liên hiệp Hội",
        "Đến khi rút lại sự đồng ý",
        OF_CHILDREN,
    ),
    ConsentPurpose.NATIONAL_ROUND: FirstText(
        "Tôi đồng ý để sản phẩm và các thông tin của tác giả nêu ở phiếu này được gửi cho ban tổ "
        "chức cuộc thi toàn quốc để dự thi vòng toàn quốc.",
        "Họ tên, ngày sinh, lớp, trường, sản phẩm dự thi",
        "Ban tổ chức cuộc thi toàn quốc",
        RESULTS,
        OF_CHILDREN,
    ),
    ConsentPurpose.ROYALTIES: FirstText(
        "Tôi đồng ý để Liên hiệp Hội lưu số tài khoản ngân hàng, mã số thuế và số định danh của "
        "tôi để trả nhuận bút và khấu trừ thuế theo quy định.",
        "Họ tên, số định danh, mã số thuế, số tài khoản và tên ngân hàng",
        "Kế toán Liên hiệp Hội, ngân hàng nơi chuyển tiền, cơ quan thuế",
        "Theo thời hạn lưu trữ chứng từ kế toán (10 năm)",
        LAW + "; Nghị định 18/2014/NĐ-CP; pháp luật về thuế thu nhập cá nhân",
    ),
    ConsentPurpose.EVENT: FirstText(
        "Tôi đồng ý để Liên hiệp Hội lưu họ tên, đơn vị, địa chỉ thư điện tử và số điện thoại của "
        "tôi để chuẩn bị sự kiện tôi đăng ký, gửi giấy mời và đón tiếp.",
        "Họ tên, đơn vị, địa chỉ thư điện tử, số điện thoại",
        "Cán bộ phụ trách sự kiện; đơn vị phối hợp nêu trong giấy mời",
        "Số ngày sau sự kiện mà Văn phòng đã quy định, sau đó xóa",
    ),
}
