"""What the invented articles of the site tell: categories, topics with a fact, ways to tell them.

A title is a pattern, a topic and a place; no two of a year are alike.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Way:
    """How something is told: headline, first sentence, last sentence."""

    title: str
    lead: str
    close: str


@dataclass(frozen=True)
class Subject:
    """A category of the site with what it tells; `weight` is its part of the 612 of 2022."""

    slug: str
    name: str
    weight: int
    topics: tuple[tuple[str, str], ...]
    ways: tuple[Way, ...]
    below: tuple[tuple[str, str], ...] = ()
    about: str = ""


PLACES = (
    "Yên Thành", "Diễn Châu", "Quỳnh Lưu", "Nghĩa Đàn", "Quỳ Hợp", "Quỳ Châu", "Quế Phong",
    "Con Cuông", "Tương Dương", "Kỳ Sơn", "Anh Sơn", "Đô Lương", "Thanh Chương", "Nam Đàn",
    "Hưng Nguyên", "Nghi Lộc", "Tân Kỳ", "Cửa Lò", "Hoàng Mai", "Thái Hòa", "thành phố Vinh",
)  # fmt: skip

UNION = Subject(
    "hoat-dong-lien-hiep-hoi",
    "Hoạt động Liên hiệp hội",
    96,
    (
        ("công tác tư vấn, phản biện", "Hội đồng gồm bảy chuyên gia của bốn hội thành viên."),
        ("chuẩn bị cuộc thi sáng tạo trẻ", "Ban Tổ chức gửi thể lệ tới mọi trường trong tỉnh."),
        ("phối hợp với các sở, ngành", "Hai bên rà soát từng việc đã ghi trong chương trình."),
        ("kiện toàn tổ chức hội", "Năm hội thành viên đã đến kỳ đại hội trong năm."),
        ("phổ biến kiến thức", "Tài liệu được gửi tới các xã, phường qua hệ thống văn bản."),
        ("tôn vinh trí thức", "Hồ sơ được xét công khai theo quy chế."),
        ("nhiệm vụ khoa học nông thôn mới", "Ba nhiệm vụ được triển khai cùng lúc."),
        ("biên tập tập san", "Tập san ra đều mỗi tháng một số."),
    ),
    (
        Way(
            "Liên hiệp hội làm việc tại {place} về {topic}",
            "Đoàn công tác của Liên hiệp hội đã có buổi làm việc tại {place} về {topic}.",
            "Các ý kiến được ghi lại để đưa vào kế hoạch quý sau.",
        ),
        Way(
            "Họp bàn {topic} với đại diện {place}",
            "Cuộc họp bàn về {topic} có đại diện các hội thành viên và {place} tham dự.",
            "Thường trực giao văn phòng theo dõi và báo cáo kết quả.",
        ),
        Way(
            "Tổng kết bước đầu {topic} ở {place}",
            "Sau một thời gian triển khai tại {place}, {topic} đã có kết quả bước đầu.",
            "Cách làm này sẽ được giới thiệu cho các hội khác.",
        ),
    ),
    (("tu-van-phan-bien", "Tư vấn, phản biện"), ("hoi-thi-giai-thuong", "Hội thi, giải thưởng")),
    "Tin về hoạt động của Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh.",
)
MEMBERS = Subject(
    "hoi-thanh-vien",
    "Hội thành viên",
    110,
    (
        ("tập huấn nghiệp vụ", "Hơn sáu mươi hội viên tham dự trong hai ngày."),
        ("sinh hoạt chi hội", "Chi hội kết nạp thêm bốn hội viên."),
        ("khám, tư vấn miễn phí", "Hai trăm lượt người dân được tư vấn."),
        ("hội thảo chuyên đề", "Bảy tham luận được trình bày."),
        ("chuyển giao kỹ thuật", "Ba mươi hộ được hướng dẫn tại vườn."),
        ("đại hội nhiệm kỳ", "Đại hội bầu ban chấp hành gồm mười lăm ủy viên."),
        ("hướng nghiệp cho học sinh", "Bốn lớp cuối cấp cùng trao đổi với hội viên."),
    ),
    (
        Way(
            "{member} tổ chức {topic} tại {place}",
            "{member} vừa tổ chức {topic} tại {place}.",
            "Hội dự kiến tiếp tục hoạt động này trong quý tới.",
        ),
        Way(
            "{topic_up} của {member} ở {place}",
            "Hoạt động {topic} của {member} ở {place} thu hút đông hội viên.",
            "Hội viên đề nghị duy trì hoạt động thường xuyên hơn.",
        ),
        Way(
            "{place}: {member} phối hợp {topic}",
            "Tại {place}, {member} phối hợp với địa phương {topic}.",
            "Địa phương ghi nhận sự tham gia của hội.",
        ),
    ),
    about="Tin từ các hội thành viên của Liên hiệp.",
)
SCIENCE = Subject(
    "khoa-hoc-cong-nghe",
    "Khoa học và công nghệ",
    110,
    (
        ("tưới tiết kiệm nước", "Lượng nước dùng giảm gần một nửa so với tưới rãnh."),
        ("điện mặt trời mái nhà", "Hệ thống 20 kW cấp đủ điện cho trạm bơm vào ban ngày."),
        ("truy xuất nguồn gốc", "Mười hai sản phẩm đã dán mã tra cứu."),
        ("xử lý rác hữu cơ", "Mỗi ngày thu gom 1,2 tấn rác để ủ phân."),
        ("dạy học lập trình", "Học sinh lớp 8 tự làm trạm đo thời tiết nhỏ."),
        ("vật liệu không nung", "Dây chuyền đạt hai triệu viên mỗi năm."),
        ("quan trắc chất lượng nước", "Ba điểm đo gửi số liệu mỗi mười lăm phút."),
        ("số hóa tư liệu", "Hơn bốn nghìn trang tài liệu đã được quét."),
        ("cảnh báo sạt lở", "Cảm biến được đặt tại năm sườn đồi."),
    ),
    (
        Way(
            "Ứng dụng {topic} ở {place}",
            "Mô hình {topic} được đưa vào dùng ở {place} từ đầu năm.",
            "Nhóm kỹ thuật sẽ đo lại hiệu quả sau sáu tháng.",
        ),
        Way(
            "{place} mở rộng mô hình {topic}",
            "Từ một điểm thử, mô hình {topic} được {place} mở rộng.",
            "Kinh phí do người dân và chương trình hỗ trợ cùng góp.",
        ),
        Way(
            "Giải pháp {topic}: kinh nghiệm từ {place}",
            "Kinh nghiệm về {topic} tại {place} được các hội trao đổi.",
            "Tài liệu hướng dẫn được đăng kèm để tham khảo.",
        ),
    ),
    (("chuyen-doi-so", "Chuyển đổi số"), ("moi-truong", "Môi trường")),
    "Giải pháp kỹ thuật, mô hình và kết quả nghiên cứu trong tỉnh.",
)
FARMING = Subject(
    "nong-nghiep-nong-thon",
    "Nông nghiệp, nông thôn",
    110,
    (
        ("lúa chất lượng cao", "Năng suất ước đạt 62 tạ mỗi héc-ta."),
        ("cam sạch bệnh", "Vườn ươm cung cấp ba vạn cây giống."),
        ("chè hữu cơ", "Hai mươi hộ cam kết không dùng thuốc hóa học."),
        ("cá trong ao đất", "Tỷ lệ sống đạt trên tám mươi phần trăm."),
        ("lạc che phủ ni lông", "Năng suất tăng khoảng mười lăm phần trăm."),
        ("gà thả vườn", "Đàn gà được tiêm phòng đủ ba mũi."),
        ("dược liệu dưới tán rừng", "Bốn héc-ta được trồng thử."),
        ("rau trong nhà lưới", "Mỗi tuần xuất bán tám tạ rau."),
        ("nuôi ong lấy mật", "Ba trăm đàn ong cho thu hoạch đúng mùa hoa."),
    ),
    (
        Way(
            "{place} nhân rộng mô hình {topic}",
            "Sau hai vụ, mô hình {topic} được {place} nhân rộng.",
            "Hợp tác xã nhận bao tiêu toàn bộ sản phẩm.",
        ),
        Way(
            "Kỹ thuật sản xuất {topic}: ghi nhận ở {place}",
            "Cán bộ kỹ thuật ghi lại cách làm {topic} của bà con {place}.",
            "Bà con nên ghi nhật ký sản xuất để so sánh giữa các vụ.",
        ),
        Way(
            "Hội thảo đầu bờ về {topic} tại {place}",
            "Hội thảo đầu bờ về {topic} diễn ra tại {place} với sự tham gia của nhiều hộ.",
            "Vụ sau diện tích dự kiến tăng gấp rưỡi.",
        ),
    ),
    about="Cách làm hay của bà con và khuyến cáo của cán bộ kỹ thuật.",
)
HEALTH = Subject(
    "y-te-suc-khoe",
    "Y tế, sức khỏe",
    92,
    (
        ("phòng sốt xuất huyết", "Mỗi hộ nên dọn vật chứa nước mỗi tuần một lần."),
        ("tiêm chủng đúng lịch", "Trạm y tế mở thêm buổi tiêm vào sáng thứ Bảy."),
        ("chăm sóc người cao tuổi", "Câu lạc bộ đo huyết áp cho hội viên mỗi tháng."),
        ("dinh dưỡng học đường", "Thực đơn được công khai hằng tuần."),
        ("dùng thuốc đúng cách", "Kháng sinh chỉ dùng khi có chỉ định."),
        ("cây thuốc quanh nhà", "Vườn thuốc nam của trạm có bốn mươi loài."),
        ("sơ cứu ban đầu", "Tình nguyện viên thực hành trên mô hình."),
    ),
    (
        Way(
            "Hướng dẫn {topic} cho người dân {place}",
            "Thầy thuốc hướng dẫn {topic} cho người dân {place}.",
            "Khi có dấu hiệu bất thường, hãy đến trạm y tế gần nhất.",
        ),
        Way(
            "{place} đẩy mạnh {topic}",
            "{place} phát động đợt cao điểm về {topic}.",
            "Tài liệu được phát tận hộ gia đình.",
        ),
        Way(
            "Nói chuyện chuyên đề về {topic} tại {place}",
            "Buổi nói chuyện về {topic} tại {place} giải đáp nhiều câu hỏi.",
            "Chuyên đề sẽ được nhắc lại ở các xã khác.",
        ),
    ),
    about="Kiến thức phòng bệnh và chăm sóc sức khỏe.",
)
SOCIETY = Subject(
    "van-hoa-xa-hoi",
    "Văn hóa, xã hội",
    54,
    (
        ("dòng họ khuyến học", "Quỹ của dòng họ trao bốn mươi suất học bổng."),
        ("di tích trong làng", "Tư liệu Hán Nôm được dịch và lưu lại."),
        ("tiếng nói và chữ viết dân tộc", "Lớp học mở vào tối thứ Ba và thứ Năm."),
        ("làng nghề truyền thống", "Mười hai nghệ nhân truyền nghề cho lớp trẻ."),
        ("dân ca ví, giặm", "Câu lạc bộ sinh hoạt đều hằng tháng."),
    ),
    (
        Way(
            "Giữ gìn {topic} ở {place}",
            "Việc giữ gìn {topic} ở {place} được người dân cùng tham gia.",
            "Nhà trường đưa nội dung này vào giờ ngoại khóa.",
        ),
        Way(
            "{place}: chuyện về {topic}",
            "Câu chuyện về {topic} ở {place} được kể lại qua lời người trong cuộc.",
            "Bạn đọc có tư liệu xin gửi về Ban Biên tập.",
        ),
        Way(
            "Tọa đàm về {topic} tại {place}",
            "Tọa đàm về {topic} tại {place} có sự tham gia của các nhà nghiên cứu.",
            "Kỷ yếu sẽ được in trong năm.",
        ),
    ),
    about="Lịch sử, văn hóa, giáo dục và đời sống.",
)
POLICY = Subject(
    "chu-truong-chinh-sach",
    "Chủ trương, chính sách",
    40,
    (
        ("khoa học và công nghệ", "Văn bản nêu rõ đối tượng và mức hỗ trợ."),
        ("chuyển đổi số", "Lộ trình được chia theo từng năm."),
        ("tổ chức hội", "Thủ tục được rút gọn còn hai bước."),
        ("nông thôn mới", "Bộ tiêu chí mới có thêm phần môi trường."),
    ),
    (
        Way(
            "Điểm mới trong chính sách về {topic}, nhìn từ {place}",
            "Chính sách về {topic} có một số điểm mới mà {place} bắt đầu áp dụng.",
            "Bạn đọc xem toàn văn tại nguồn.",
        ),
        Way(
            "Triển khai quy định về {topic} ở {place}",
            "{place} triển khai quy định về {topic} tới cơ sở.",
            "Vướng mắc được tổng hợp gửi cấp có thẩm quyền.",
        ),
        Way(
            "Hỏi đáp về {topic}: câu hỏi từ {place}",
            "Ban Biên tập giới thiệu phần hỏi đáp về {topic} do bạn đọc {place} gửi tới.",
            "Câu trả lời dẫn theo nguồn chính thức.",
        ),
    ),
    about="Văn bản và tin chính thức, dẫn theo nguồn.",
)

SUBJECTS = (UNION, MEMBERS, SCIENCE, FARMING, HEALTH, SOCIETY, POLICY)

FALLBACK_MEMBERS = (
    "Hội Làm vườn",
    "Hội Đông y",
    "Hội Y học",
    "Hội Tin học",
    "Hội Xây dựng",
    "Hội Chăn nuôi",
    "Hội Khoa học Lịch sử",
)

TOPICS = (
    (
        "sang-tao-tre",
        "Cuộc thi Sáng tạo thanh thiếu niên và nhi đồng",
        "Từ phát động, nhận sản phẩm, chấm đến trao giải.",
    ),
    (
        "tong-ket-nghi-quyet",
        "Tổng kết các nghị quyết về khoa học và công nghệ",
        "Góp ý, hội thảo và báo cáo tổng kết.",
    ),
    ("chuyen-doi-so-co-so", "Chuyển đổi số ở cơ sở", "Việc làm cụ thể ở xã, phường, hợp tác xã."),
)

TOLD = (
    (1, 14, "Gặp mặt trí thức đầu xuân, bàn việc của năm mới", ""),
    (1, 27, "Thăm và chúc Tết các nhà khoa học cao tuổi", ""),
    (2, 18, "Phát động Cuộc thi Sáng tạo trẻ của tỉnh năm 2022", "sang-tao-tre"),
    (3, 11, "Khen thưởng thầy trò đạt giải sáng tạo toàn quốc lần thứ 17", "sang-tao-tre"),
    (3, 30, "Góp ý báo cáo tổng kết mười năm một nghị quyết về khoa học", "tong-ket-nghi-quyet"),
    (4, 21, "Đại hội chi bộ cơ quan Liên hiệp hội nhiệm kỳ 2022 - 2025", ""),
    (5, 18, "Ngày Khoa học và Công nghệ: mở cửa phòng thí nghiệm cho học sinh", ""),
    (6, 15, "Ban Giám khảo chấm vòng sơ khảo các sản phẩm dự thi", "sang-tao-tre"),
    (7, 12, "Nghe báo cáo giữa kỳ ba nhiệm vụ khoa học nông thôn mới", ""),
    (8, 24, "Trao giải sáng tạo trẻ: 3 giải nhất, 5 giải nhì, 10 giải ba", "sang-tao-tre"),
    (9, 29, "Bốn sản phẩm của tỉnh được chọn dự vòng toàn quốc", "sang-tao-tre"),
    (10, 19, "Hội thảo tổng kết năm năm một nghị quyết của Tỉnh ủy", "tong-ket-nghi-quyet"),
    (11, 23, "Học sinh của tỉnh đạt bốn giải sáng tạo toàn quốc lần thứ 18", "sang-tao-tre"),
    (12, 22, "Số tập san cuối năm tới tay bạn đọc, đủ mười hai số", ""),
)
"""Articles of 2022 with a day of their own: month, day, headline, topic."""

THIS_YEAR = (
    ("Hội nghị lấy ý kiến về quy hoạch vùng nguyên liệu", ""),
    ("Phát động đợt sinh hoạt chuyên môn về chuyển đổi số ở xã", "chuyen-doi-so-co-so"),
    ("Danh sách sản phẩm vào vòng chung khảo cuộc thi sáng tạo trẻ", "sang-tao-tre"),
    ("Lịch tiếp nhận hồ sơ xét tôn vinh trí thức tiêu biểu", ""),
)
"""The newest of this year, of which some are hot."""
