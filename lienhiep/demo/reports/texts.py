"""What the reports of the demonstration say, with the figures set in by name."""

from __future__ import annotations

Chapters = list[tuple[str, str]]

YEAR_2022: Chapters = [
    (
        "I. Công tác chính trị, tư tưởng và văn phòng điện tử",
        """
<p>Trong năm, Liên hiệp hội tổ chức [[A01|hai chữ số]] hội nghị học tập, quán triệt nghị quyết với
[[A02]] lượt người dự: [[A02|Trực tiếp]] lượt trực tiếp và [[A02|Trực tuyến]] lượt trực tuyến; các
hội nghị chia theo nhóm cán bộ chủ chốt, cán bộ, đảng viên và đội ngũ trí thức.</p>
<p>Qua hệ thống văn phòng điện tử, [[A03]] văn bản của Đảng, Nhà nước và của tỉnh đã đến các hội
thành viên, thành [[A03a]] lượt chuyển; các hội xác nhận đã nhận [[A04|Tỷ lệ]] số lượt. Văn phòng
vào sổ [[A05a]] văn bản đến, phát hành [[A05b]] văn bản đi.</p>
<p>Đã tổng kết [[A06|hai chữ số]] nghị quyết về phát triển khoa học và công nghệ, trên cơ sở
[[A06a]] báo cáo của các hội. Ban Chấp hành, Ban Thường vụ và Thường trực họp [[A07]] cuộc.</p>
""",
    ),
    (
        "II. Công tác tổ chức, đại hội các hội và quy hoạch cán bộ",
        """
<p>Đến cuối năm, Liên hiệp hội có [[B01]] hội thành viên với [[B04]] hội viên; trong năm các hội
kết nạp [[B05]] hội viên mới.</p>
<p>[[B07|hai chữ số]] hội thành viên đã đại hội đúng quy trình, trong [[B07a|hai chữ số]] hội đến
kỳ. Chi bộ cơ quan tổ chức xong đại hội nhiệm kỳ mới. [[E09|Hội nghị quy hoạch|hai chữ số]] hội nghị
về quy hoạch cán bộ đã họp, hồ sơ quy hoạch hai nhiệm kỳ được hoàn thiện.</p>
""",
    ),
    (
        "III. Tập san Khoa học và Ứng dụng, trang thông tin điện tử",
        """
<p>Tập san ra đủ [[E01]]/[[E01|kế hoạch]] số, mỗi số gửi tới [[E05a]] xã, phường, thị trấn,
[[E05b]] sở, ban, ngành và trao đổi với [[E05c]] liên hiệp hội; [[E04b]] cộng tác viên có bài
đăng.</p>
<p>Tỷ lệ bài: nông - lâm - ngư nghiệp [[E03|Nông]], y tế, sức khỏe [[E03|Y tế]], khoa học công
nghệ, môi trường khoảng [[E03|Khoa học công nghệ]], khoa học xã hội và nhân văn
[[E03|Khoa học xã hội]], tin tức hoạt động [[E03|Tin tức]].</p>
<p>Trang thông tin đăng [[E06|trên 600]] tin, bài trong năm; tính đến ngày lấy số liệu có [[E07]]
lượt truy cập.</p>
<p>Liên hiệp hội mở [[E10|hai chữ số]] lớp tập huấn kỹ thuật và [[E11|hai chữ số]] lớp bồi dưỡng
nghiệp vụ công tác hội.</p>
""",
    ),
    (
        "IV. Tư vấn, phản biện và giám định xã hội; nhiệm vụ khoa học, dự án",
        """
<p>Các hội thành viên cùng Liên hiệp hội làm xong [[C01]] nhiệm vụ tư vấn, phản biện và giám định xã
hội: tư vấn [[C02|Tư vấn|hai chữ số]], phản biện [[C02|Phản biện|hai chữ số]], giám định
[[C02|Giám định|hai chữ số]]. Cơ quan nhận ý kiến đã tiếp thu [[C08]] kiến nghị.</p>
<p>Thực hiện [[D01]] nhiệm vụ khoa học thuộc chương trình mục tiêu quốc gia xây dựng nông thôn mới
và [[D05|hai chữ số]] dự án do Quỹ Toàn cầu tài trợ về phòng, chống HIV/AIDS.</p>
""",
    ),
    (
        "V. Cuộc thi, hội thi và giải thưởng sáng tạo",
        """
<p>Cuộc thi Sáng tạo thanh thiếu niên và nhi đồng của tỉnh nhận [[F01]] sản phẩm của [[F01a]] tác
giả, trao [[F03|Giải nhất|hai chữ số]] giải nhất, [[F03|Giải nhì|hai chữ số]] giải nhì,
[[F03|Giải ba|hai chữ số]] giải ba và [[F03|Giải khuyến khích|hai chữ số]] giải khuyến khích.</p>
<p>[[F03|bảng|hai chữ số]]</p>
<p>Ở cuộc thi toàn quốc lần thứ 18, tỉnh có [[F05|Giải nhì|hai chữ số]] giải nhì,
[[F05|Giải ba|hai chữ số]] giải ba và [[F05|Giải khuyến khích|hai chữ số]] giải khuyến khích. Giải
thưởng Sáng tạo Khoa học Công nghệ Việt Nam: [[F06|hai chữ số]] công trình đạt giải.</p>
""",
    ),
    (
        "VI. Thi đua, khen thưởng và tôn vinh trí thức",
        """
<p>Liên hiệp hội được tặng [[G02|hai chữ số]] bằng khen; [[G04|hai chữ số]] trí thức của tỉnh được
vinh danh.</p>
<p>Nhân tổng kết năm, Liên hiệp hội tặng giấy khen cho [[G01a]] tập thể và [[G01b]] cá nhân.</p>
""",
    ),
    (
        "VII. Thực hiện kế hoạch và nhiệm vụ trọng tâm năm 2023",
        """
<p>Kế hoạch công tác năm 2022 có [[P01|Trên tổng số]] nhiệm vụ đến hạn, hoàn thành trong năm
[[P01]] nhiệm vụ ([[P01|Tỷ lệ]]). Từ kết luận của hội nghị tổng kết, năm 2023 tập trung vào các
nhiệm vụ:</p>
<p>[[nhiệm vụ:2023]]</p>
""",
    ),
]

YEAR_2021: Chapters = [
    (
        "Tập san Khoa học và Ứng dụng",
        "<p>Năm 2021 đã xuất bản [[E01]]/[[E01|plan]] số tập san với [[E04a]] bài.</p>",
    ),
    (
        "Thực hiện kế hoạch",
        "<p>Hoàn thành [[P01]]/[[P01|Trên tổng số]] nhiệm vụ trọng tâm của năm.</p>",
    ),
]


def this_year(year: int) -> Chapters:
    """Return the draft on the running year, with its assignment table."""
    return [
        (
            "Kết quả đến nay",
            "<p>Tập san đã ra [[E01]]/[[E01|plan]] số, đã nhận [[E04]] bài; trang thông tin đăng "
            "[[E06]] tin, bài.</p>",
        ),
        (
            "Thực hiện kế hoạch công tác",
            "<p>Hoàn thành [[P01]]/[[P01|Trên tổng số]] nhiệm vụ đến hạn.</p>"
            f"<p>[[nhiệm vụ:{year}|bảng]]</p>",
        ),
    ]
