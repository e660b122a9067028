"""What the demonstration's documents are called: invented, but as an office would meet them.

A line is (day of arrival, symbol, abstract). Issuer, level and kind follow from the symbol.
The documents that the account of 2022 names by number are among them.
"""

from __future__ import annotations

FORWARDED = (
    ("06/01", "412-CV/BTGTU", "Định hướng tuyên truyền dịp Tết Nguyên đán Nhâm Dần"),
    ("10/01", "27-KH/TU", "Kế hoạch học tập chuyên đề toàn khóa về học tập và làm theo Bác"),
    ("13/01", "15/CT-UBND", "Về tổ chức đón Tết an toàn, thích ứng linh hoạt với dịch bệnh"),
    ("18/01", "08/NQ-CP", "Nhiệm vụ, giải pháp chủ yếu phát triển kinh tế, xã hội năm 2022"),
    ("25/01", "31-HD/BTGTU", "Hướng dẫn tuyên truyền kỷ niệm ngày thành lập Đảng"),
    ("09/02", "35/KH-UBND", "Kế hoạch phát động Tết trồng cây và trồng rừng năm 2022"),
    ("14/02", "118/QĐ-TTg", "Phê duyệt chương trình hỗ trợ hệ sinh thái khởi nghiệp sáng tạo"),
    ("17/02", "22-KL/TW", "Về phát huy vai trò của đội ngũ trí thức khoa học và công nghệ"),
    ("23/02", "204/UBND-KGVX", "Triển khai chiến dịch tiêm chủng mùa xuân tới các hội"),
    ("28/02", "33-CT/TU", "Về tăng cường lãnh đạo công tác chuyển đổi số trong tỉnh"),
    ("03/03", "02/2022/TT-BKHCN", "Quy định quản lý nhiệm vụ khoa học và công nghệ cấp tỉnh"),
    (
        "11/03",
        "590/QĐ-UBND",
        "Khen thưởng thầy giáo, cô giáo và học sinh đạt giải Cuộc thi Sáng tạo dành cho thanh "
        "thiếu niên nhi đồng toàn quốc lần thứ 17 năm 2021",
    ),
    ("15/03", "447-CV/BTGTU", "Đăng ký lớp bồi dưỡng cập nhật kiến thức cho cán bộ hội"),
    ("21/03", "13/NQ-HĐND", "Chính sách hỗ trợ ứng dụng tiến bộ kỹ thuật vào sản xuất"),
    ("25/03", "29-KL/TW", "Về tiếp tục đổi mới tổ chức và hoạt động của các hội quần chúng"),
    ("31/03", "25/NĐ-CP", "Quy định cơ chế đầu tư và tài chính cho hoạt động khoa học"),
    ("06/04", "41-KH/TU", "Kế hoạch kiểm tra việc thực hiện nghị quyết về khoa học, công nghệ"),
    ("12/04", "168/KH-UBND", "Kế hoạch tổ chức Ngày Khoa học và Công nghệ Việt Nam 18/5"),
    ("18/04", "401/QĐ-TTg", "Phê duyệt chương trình phát triển nông thôn mới thông minh"),
    ("22/04", "40-HD/BTGTU", "Hướng dẫn sinh hoạt chuyên đề quý II"),
    ("28/04", "09-QĐi/TU", "Quy định về công tác cán bộ của các hội cấp tỉnh"),
    ("06/05", "233/UBND-KGVX", "Phối hợp tổ chức tuần lễ sách và văn hóa đọc"),
    ("12/05", "36-KL/TW", "Về bảo đảm an ninh nguồn nước và an toàn đập, hồ chứa"),
    ("19/05", "07/2022/TT-BKHCN", "Hướng dẫn thống kê khoa học và công nghệ ở cơ sở"),
    ("26/05", "38-CT/TU", "Về tăng cường công tác bảo vệ môi trường nông thôn"),
    ("02/06", "56/CT-UBND", "Về tiết kiệm điện và sử dụng năng lượng hiệu quả"),
    ("09/06", "24-KH/TW", "Kế hoạch thực hiện nghị quyết về kinh tế tập thể"),
    ("16/06", "266/UBND-CN", "Lấy ý kiến về quy hoạch tỉnh thời kỳ 2021-2030"),
    ("23/06", "44-HD/BTGTU", "Hướng dẫn tuyên truyền đại hội các hội thành viên"),
    ("30/06", "51/NĐ-CP", "Sửa đổi một số quy định về sáng kiến"),
    ("07/07", "312/KH-UBND", "Kế hoạch ứng phó bão, lũ trong mùa mưa năm 2022"),
    ("14/07", "46-KH/TU", "Kế hoạch triển khai nghị quyết của Trung ương về nông nghiệp"),
    ("21/07", "745/QĐ-TTg", "Phê duyệt đề án phổ biến kiến thức khoa học cho cộng đồng"),
    ("28/07", "521-CV/BTGTU", "Định hướng tuyên truyền 75 năm Ngày Thương binh, Liệt sĩ"),
    ("11/08", "1890/QĐ-UBND", "Ban hành danh mục nhiệm vụ khoa học đặt hàng đợt 2"),
    ("18/08", "41-CT/TW", "Về nâng cao chất lượng công tác dân vận của các hội"),
    ("25/08", "34/KH-BKHCN", "Kế hoạch hỗ trợ đăng ký sở hữu trí tuệ cho địa phương"),
    ("08/09", "402/UBND-NN", "Khuyến cáo lịch thời vụ vụ đông và phòng trừ dịch hại"),
    ("15/09", "52-KL/TU", "Về kết quả giữa nhiệm kỳ thực hiện nghị quyết đại hội"),
    ("22/09", "88/CĐ-UBND", "Chủ động khắc phục hậu quả mưa lũ sau bão"),
    ("06/10", "1203/QĐ-TTg", "Công nhận ngày hội đổi mới sáng tạo quốc gia"),
    ("20/10", "55-HD/BTGTU", "Hướng dẫn học tập nghị quyết bằng hình thức trực tuyến"),
    ("03/11", "511/KH-UBND", "Kế hoạch tổng kết công tác hội quần chúng năm 2022"),
    ("17/11", "20/2022/TT-BKHCN", "Quy định xét tặng giải thưởng về khoa học, công nghệ"),
    ("01/12", "58-KH/TU", "Kế hoạch kiểm điểm, đánh giá cuối năm"),
    ("15/12", "574/UBND-NC", "Bảo đảm trật tự, tiết kiệm dịp Tết Dương lịch"),
)
"""What the Union passed on to its member associations in 2022."""

RECEIVED = (
    ("12/01", "12/HD-LHHVN", "Hướng dẫn xây dựng kế hoạch công tác năm 2022"),
    ("26/01", "38/LHHVN-KT", "Đề nghị báo cáo kinh phí sự nghiệp năm 2021"),
    ("16/02", "55/QĐ-LHHVN", "Tặng bằng khen tuyên truyền Giải thưởng Sáng tạo KH&CN năm 2021"),
    ("04/03", "14/GM-SKHCN", "Mời dự hội nghị giao ban công tác khoa học quý I"),
    ("29/03", "06/TB-VIFOTEC", "Kết quả Giải thưởng Sáng tạo Khoa học Công nghệ năm 2021"),
    ("14/04", "121/LHHVN-TTPBKT", "Giới thiệu người tham gia mạng lưới phổ biến kiến thức"),
    ("05/05", "88/SGDĐT-GDTrH", "Phối hợp phát động cuộc thi sáng tạo trong trường học"),
    ("17/06", "201/QĐ-LHHVN", "Vinh danh trí thức khoa học và công nghệ tiêu biểu năm 2022"),
    ("08/07", "47/SNV-TCBC", "Rà soát điều lệ các hội đến nhiệm kỳ đại hội"),
    ("12/08", "19/KH-LHHVN", "Kế hoạch kiểm tra hoạt động tư vấn, phản biện ở địa phương"),
    ("30/09", "33/TĐTN-TNTH", "Phối hợp tổ chức chung khảo cuộc thi sáng tạo"),
    ("18/10", "62/STC-HCSN", "Hướng dẫn lập dự toán kinh phí hội năm 2023"),
    ("10/11", "04/QĐ-BTCCT", "Trao giải Cuộc thi Sáng tạo toàn quốc lần thứ 18 năm 2022"),
    ("24/11", "05/QĐ-BTCCT", "Tặng bằng khen đơn vị tổ chức tốt cuộc thi sáng tạo năm 2022"),
    ("12/12", "455/QĐ-LHHVN", "Tặng bằng khen năm 2022 cho các đơn vị của cụm thi đua số 4"),
    ("22/12", "09/TTr-HLS", "Đề nghị khen thưởng tập thể, cá nhân của hội năm 2022"),
)
"""What came in 2022 and stayed in the house."""

ISSUED = (
    ("06/01", "ke-hoach", "Kế hoạch công tác năm 2022 của Liên hiệp hội"),
    ("12/01", "cong-van", "Đề nghị các hội đăng ký nhiệm vụ trọng tâm năm 2022"),
    ("21/01", "giay-moi", "Mời dự gặp mặt trí thức đầu xuân"),
    ("18/02", "ke-hoach", "Kế hoạch tổ chức Cuộc thi Sáng tạo thanh thiếu niên nhi đồng"),
    ("02/03", "cong-van", "Góp ý tổng kết nghị quyết về khoa học và công nghệ"),
    ("16/03", "thong-bao", "Phân công theo dõi các hội thành viên"),
    ("04/04", "bao-cao", "Kết quả hoạt động quý I năm 2022"),
    ("20/04", "huong-dan", "Hướng dẫn chuẩn bị đại hội các hội đến nhiệm kỳ"),
    ("12/05", "cong-van", "Phối hợp tuyên truyền Ngày Khoa học và Công nghệ"),
    ("09/06", "to-trinh", "Đề nghị giao nhiệm vụ tư vấn, phản biện đợt 2"),
    ("28/06", "bao-cao", "Tổng kết nghị quyết về khoa học và công nghệ ở các hội"),
    ("05/07", "bao-cao", "Sơ kết công tác sáu tháng đầu năm 2022"),
    ("18/08", "giay-moi", "Mời tham gia hội đồng giám khảo cuộc thi"),
    ("14/09", "cong-van", "Đề nghị cung cấp số liệu hội viên"),
    ("06/10", "bao-cao", "Kết quả hoạt động chín tháng năm 2022"),
    ("02/11", "bao-cao", "Tổng kết 5 năm thực hiện nghị quyết của Tỉnh ủy"),
    ("22/11", "cong-van", "Hướng dẫn các hội báo cáo tổng kết năm 2022"),
    ("26/12", "giay-moi", "Mời dự hội nghị tổng kết công tác năm 2022"),
)
"""What the Union issued in 2022 in its general register."""

DECISIONS = (
    ("10/01", "Ban hành chương trình công tác của Thường trực năm 2022"),
    ("25/02", "Thành lập Ban tổ chức Cuộc thi Sáng tạo thanh thiếu niên nhi đồng tỉnh"),
    ("18/03", "Thành lập hội đồng tư vấn, phản biện dự thảo quy hoạch"),
    ("15/11", "Phê duyệt danh sách cộng tác viên tập san năm 2023"),
)
"""Decisions of the Union in 2022."""

COMMENDATION = "Tặng giấy khen cho tập thể và cá nhân có thành tích xuất sắc năm 2022"
JANUARY_DECISIONS = (
    ("03/01", "Ban hành chương trình công tác của Thường trực năm 2023"),
    ("03/01", "Giao dự toán kinh phí đợt 1 năm 2023"),
    ("04/01", "Thành lập hội đồng thi đua, khen thưởng"),
    ("04/01", "Cử cán bộ trực Tết Nguyên đán Quý Mão"),
    ("05/01", COMMENDATION),
)
"""Decisions at the beginning of 2023; the fifth is the one that commends the year 2022."""

PRIZES = (
    ("14/03", "Ban hành thể lệ Cuộc thi Sáng tạo thanh thiếu niên nhi đồng tỉnh năm 2022"),
    ("12/10", "Trao giải Cuộc thi Sáng tạo thanh thiếu niên nhi đồng tỉnh năm 2022"),
)
"""Decisions of the committee of the contest, in a register of its own."""

YEAR_BEFORE = (
    ("20/05", "19-KH/TU", "Kế hoạch học tập nghị quyết đại hội"),
    ("17/06", "77/KH-UBND", "Kế hoạch phòng, chống dịch trong các hội"),
    ("09/09", "15-HD/BTGTU", "Hướng dẫn tuyên truyền ngày Quốc khánh"),
    ("14/10", "98/QĐ-TTg", "Phê duyệt chương trình truyền thông về khoa học"),
    ("16/11", "140/LHHVN-VP", "Đề nghị báo cáo tổng kết năm 2021"),
)
"""A little of 2021, all but the last passed on, so that the years can be compared."""

NOW = (
    (26, "61-KL/TU", "Về đẩy mạnh đổi mới sáng tạo trong các hội quần chúng"),
    (12, "702/KH-UBND", "Kế hoạch triển khai nghị quyết về phát triển khoa học, công nghệ"),
    (5, "88-HD/BTGDVTU", "Hướng dẫn tuyên truyền kỷ niệm ngày thành lập Quân đội"),
    (2, "715/UBND-KGVX", "Lấy ý kiến dự thảo chính sách thu hút trí thức"),
    (1, "64-CV/TU", "Đăng ký dự hội nghị quán triệt nghị quyết"),
    (0, "31/LHHVN-VP", "Đề nghị gửi báo cáo tổng kết năm"),
)
"""What came in the last weeks, by the days since; the first three are passed on."""
