"""What the invented articles are about, and the small patterns that they are written by.

Shares of 2022 come out as the report of that year states them: of twenty articles in each
issue six on agriculture, five on health, four on technology, four on society, one of news.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pattern:
    """How an article is told: its title, how it opens and what it advises."""

    title: str
    opening: str
    advice: str


@dataclass(frozen=True)
class Field:
    """A subject of the journal: its target share, its topics and its patterns."""

    code: str
    name: str
    share: int
    topics: tuple[tuple[str, str], ...]
    """Each topic with one sentence of facts."""

    patterns: tuple[Pattern, ...]
    pages: tuple[int, ...]
    """Pages of each article of an issue, in the order of the patterns."""

    kind: str = "article"


AGRICULTURE = Field(
    "nong-lam-ngu-nghiep",
    "Nông - lâm - ngư nghiệp",
    30,
    (
        (
            "lúa chất lượng cao",
            "Vụ xuân, nhóm hộ ở huyện Yên Thành gieo cấy 42 ha giống ngắn ngày.",
        ),
        ("cây cam", "Ở huyện Quỳ Hợp, 18 ha cam được chuyển sang tưới nhỏ giọt."),
        ("cây chè", "Vùng chè huyện Thanh Chương thu hái bảy lứa trong năm."),
        ("tôm thẻ chân trắng", "Tại huyện Quỳnh Lưu, ao lót bạt hai giai đoạn cho tỷ lệ sống 82%."),
        ("cây lạc", "Huyện Nghi Lộc che phủ ni lông cho 60 ha lạc vụ xuân."),
        ("bò sữa", "Trang trại ở thị xã Thái Hòa ủ chua thức ăn cho đàn 120 con."),
        ("gà thả đồi", "Tổ hợp tác ở huyện Anh Sơn nuôi 5.000 con mỗi lứa."),
        ("cá lồng trên hồ", "Hộ dân huyện Tương Dương thả 240 lồng trên lòng hồ thủy điện."),
        ("rừng gỗ lớn", "Huyện Con Cuông chuyển 150 ha keo sang chu kỳ mười năm."),
        ("rau an toàn", "Hợp tác xã ven thành phố Vinh cung ứng 1,5 tấn rau mỗi ngày."),
        ("ong lấy mật", "Bản làng huyện Kỳ Sơn giữ 300 đàn ong nội."),
        ("cây dược liệu", "Huyện Quế Phong trồng thử 4 ha sâm và quế dưới tán rừng."),
    ),
    (
        Pattern(
            "Kinh nghiệm chăm sóc {topic}",
            "Bài viết ghi lại kinh nghiệm chăm sóc {topic} của bà con.",
            "Nên ghi nhật ký sản xuất hằng tuần để so sánh giữa các vụ.",
        ),
        Pattern(
            "Hiệu quả một mô hình {topic}",
            "Mô hình {topic} được theo dõi qua hai vụ liên tiếp.",
            "Chi phí đầu tư ban đầu được thu lại sau khoảng ba vụ.",
        ),
        Pattern(
            "Phòng bệnh cho {topic} trong mùa mưa",
            "Mưa kéo dài làm tăng nguy cơ dịch bệnh với {topic}.",
            "Khi thấy dấu hiệu lạ, hãy báo cán bộ kỹ thuật của xã trong ngày.",
        ),
        Pattern(
            "Liên kết sản xuất và tiêu thụ {topic}",
            "Đầu ra ổn định là điều người làm {topic} mong nhất.",
            "Hợp đồng cần ghi rõ quy cách, thời điểm giao và cách xử lý khi giá thay đổi.",
        ),
        Pattern(
            "Dùng chế phẩm sinh học cho {topic}",
            "Chế phẩm sinh học giúp giảm hóa chất khi sản xuất {topic}.",
            "Liều dùng phải theo hướng dẫn và thử trên diện tích nhỏ trước.",
        ),
        Pattern(
            "Hỏi đáp kỹ thuật: {topic}",
            "Bạn đọc gửi về nhiều câu hỏi quanh {topic}.",
            "Câu trả lời do hội viên chuyên ngành soạn và đã được kiểm tra lại.",
        ),
    ),
    (4, 3, 3, 2, 3, 3),
)
HEALTH = Field(
    "y-te-suc-khoe",
    "Y tế, sức khỏe",
    25,
    (
        ("phòng bệnh hô hấp", "Trời lạnh đầu năm, số người đến trạm y tế vì ho tăng gấp rưỡi."),
        ("an toàn thực phẩm", "Đợt kiểm tra trước Tết lấy 86 mẫu ở các chợ."),
        ("tiêm chủng mở rộng", "Tỷ lệ tiêm đủ mũi ở các xã vùng đồng bằng đạt 95%."),
        (
            "phòng sốt xuất huyết",
            "Mỗi tuần một lần lật úp dụng cụ chứa nước là đủ diệt lăng quăng.",
        ),
        ("phòng đuối nước ở trẻ em", "Mười lớp dạy bơi được mở trước kỳ nghỉ hè."),
        ("phòng say nắng, say nóng", "Nhiệt độ ngoài đồng lúc 13 giờ thường vượt 39 độ."),
        ("dinh dưỡng học đường", "Thực đơn tuần của 12 trường được tính lại theo lứa tuổi."),
        ("sức khỏe người cao tuổi", "Câu lạc bộ dưỡng sinh có 40 cụ tập đều mỗi sáng."),
        ("phòng bệnh mùa lũ", "Sau lũ, giếng nước cần thau rửa và khử khuẩn trước khi dùng."),
        (
            "kiểm soát tăng huyết áp",
            "Cứ bốn người trên 40 tuổi đến khám có một người tăng huyết áp.",
        ),
        ("phát hiện sớm đái tháo đường", "Ngày đo đường huyết miễn phí có 320 người đến."),
        ("chăm sóc mắt cho học sinh", "Khám sàng lọc ở sáu trường thấy 28% học sinh giảm thị lực."),
    ),
    (
        Pattern(
            "Những điều cần biết về {topic}",
            "Bài viết nêu những điều người dân cần biết về {topic}.",
            "Khi còn băn khoăn, hãy hỏi trạm y tế gần nhất.",
        ),
        Pattern(
            "Truyền thông về {topic} ở cơ sở",
            "Cộng tác viên thôn bản kể lại cách nói với bà con về {topic}.",
            "Nói ngắn, có hình và nhắc lại nhiều lần thì người nghe nhớ lâu.",
        ),
        Pattern(
            "Hỏi đáp cùng bác sĩ: {topic}",
            "Bạn đọc hỏi, bác sĩ hội viên trả lời về {topic}.",
            "Lời khuyên trong bài không thay cho việc thăm khám.",
        ),
        Pattern(
            "Một năm nhìn lại công tác {topic}",
            "Số liệu của ngành cho thấy công tác {topic} đã có tiến bộ.",
            "Phần việc còn lại nằm ở những xã xa trung tâm.",
        ),
        Pattern(
            "Hội viên ngành y với việc {topic}",
            "Hội viên ngành y đã đến tận nơi để cùng làm việc {topic}.",
            "Kinh nghiệm được gửi về hội để nhân rộng.",
        ),
    ),
    (3, 4, 3, 3, 2),
)
TECHNOLOGY = Field(
    "khoa-hoc-cong-nghe-moi-truong",
    "Khoa học công nghệ, môi trường",
    20,
    (
        ("chuyển đổi số ở xã", "Bốn xã thử dùng sổ tay điện tử cho trưởng xóm."),
        ("điện mặt trời mái nhà", "Mái nhà 60 mét vuông cho khoảng 900 kWh mỗi tháng nắng."),
        ("xử lý rác hữu cơ tại nhà", "Thùng ủ 120 lít đủ cho gia đình năm người."),
        ("nước sạch nông thôn", "Bể lọc cát chậm phục vụ 85 hộ của một xóm."),
        ("truy xuất nguồn gốc nông sản", "Mã vuông trên bao bì dẫn tới nhật ký của từng lô."),
        ("máy sấy nông sản", "Máy sấy 500 kg dùng củi vụn giảm một nửa thời gian phơi."),
        ("cảnh báo lũ quét", "Trạm đo mưa tự động gửi tin nhắn sau mỗi 10 phút."),
        ("vật liệu xây không nung", "Gạch từ tro xỉ đạt cường độ theo tiêu chuẩn."),
        ("trồng rừng ngập mặn", "Sau ba năm, đai rừng rộng 200 mét đã khép tán."),
        ("sáng kiến cải tiến kỹ thuật", "Hội thi cấp tỉnh nhận 74 giải pháp của thợ và nông dân."),
        ("quan trắc không khí", "Năm điểm đo giá rẻ được so với trạm chuẩn trong 30 ngày."),
        ("tiết kiệm điện trong sản xuất", "Thay động cơ cũ giúp xưởng giảm 18% điện năng."),
    ),
    (
        Pattern(
            "Giải pháp {topic}",
            "Tác giả trình bày giải pháp {topic} theo từng bước.",
            "Bản vẽ và bảng kê vật tư được cung cấp cho ai cần.",
        ),
        Pattern(
            "Từ thử nghiệm đến ứng dụng: {topic}",
            "Việc {topic} đã qua giai đoạn thử nghiệm.",
            "Điều quan trọng là có người vận hành được tập huấn.",
        ),
        Pattern(
            "Bài học từ một mô hình {topic}",
            "Nhóm thực hiện kể cả những chỗ chưa thành công khi làm {topic}.",
            "Sai số đo đạc được ghi rõ để người sau tránh lặp lại.",
        ),
        Pattern(
            "Trao đổi: nhân rộng việc {topic}",
            "Ý kiến của hội viên về việc {topic} còn khác nhau.",
            "Tòa soạn mời bạn đọc tiếp tục góp ý.",
        ),
    ),
    (3, 3, 4, 2),
)
SOCIETY = Field(
    "khoa-hoc-xa-hoi",
    "Khoa học xã hội và nhân văn",
    20,
    (
        (
            "lễ hội đầu xuân",
            "Ban tổ chức các lễ hội đã ghi lại nghi thức theo lời kể của người già.",
        ),
        ("dân ca ví, giặm", "Hai mươi câu lạc bộ sinh hoạt đều mỗi tháng."),
        ("di tích lịch sử", "Hồ sơ của ba di tích được bổ sung ảnh và bản đồ."),
        ("làng nghề truyền thống", "Làng nghề có 60 hộ còn giữ khung dệt."),
        ("phong trào khuyến học", "Quỹ khuyến học của một xã trao 145 suất trong năm."),
        ("văn hóa dòng họ", "Bảy cuốn gia phả được số hóa và chú giải."),
        ("du lịch cộng đồng", "Bản làng đón 2.300 lượt khách trong mùa hè."),
        ("giáo dục STEM", "Ngày hội có 34 sản phẩm của học sinh trung học cơ sở."),
        ("địa danh xứ Nghệ", "Bảng tra gồm 210 địa danh kèm cách gọi xưa."),
        ("xây dựng nông thôn mới", "Hai thôn tự bàn và tự làm 3 km đường."),
        ("tiếng nói đồng bào thiểu số", "Lớp dạy chữ có 25 người theo học đến cuối khóa."),
        ("bình đẳng giới", "Khảo sát 200 hộ cho thấy việc nhà đã được chia đều hơn."),
    ),
    (
        Pattern(
            "Nhìn lại {topic} qua tư liệu",
            "Tư liệu của địa phương cho thấy {topic} có bề dày đáng quý.",
            "Nguồn tư liệu được ghi ở cuối bản in.",
        ),
        Pattern(
            "Chuyện {topic} trong đời sống hôm nay",
            "Bài viết kể chuyện {topic} qua lời những người trong cuộc.",
            "Điều họ mong là có người trẻ tiếp bước.",
        ),
        Pattern(
            "Gìn giữ và phát triển {topic}",
            "Muốn phát triển {topic} thì trước hết phải hiểu cho đúng.",
            "Tác giả đề xuất ba việc có thể làm ngay trong năm.",
        ),
        Pattern(
            "Góc nhìn: {topic} và lớp trẻ",
            "Học sinh, sinh viên nói gì về {topic}?",
            "Ý kiến được trích nguyên văn, có sự đồng ý của người nói.",
        ),
    ),
    (4, 3, 2, 3),
)
NEWS = Field(
    "tin-tuc",
    "Tin tức hoạt động",
    5,
    (
        ("hội nghị tổng kết năm", "Hội nghị có 120 đại biểu."),
        ("gặp mặt trí thức đầu xuân", "Buổi gặp mặt có 90 trí thức tiêu biểu."),
        ("tập huấn công tác hội", "Lớp tập huấn kéo dài hai ngày."),
        ("phát động cuộc thi sáng tạo", "Thể lệ đã gửi tới tất cả các trường."),
        ("ngày Khoa học và Công nghệ 18/5", "Sáu hoạt động diễn ra trong tuần."),
        ("góp ý dự thảo quy hoạch", "Ban soạn thảo nhận 31 ý kiến của chuyên gia."),
        ("sơ kết sáu tháng", "Các hội thành viên gửi báo cáo đúng hạn."),
        ("hội thảo ứng phó thiên tai", "Mười hai tham luận được trình bày."),
        ("chấm sơ khảo cuộc thi sáng tạo", "Hội đồng làm việc trong ba ngày."),
        ("đoàn liên hiệp hội bạn đến trao đổi", "Hai bên trao đổi về cách phát hành tập san."),
        ("trao giải cuộc thi sáng tạo", "Học sinh và thầy cô nhận giải tại hội trường tỉnh."),
        ("kết nạp hội viên mới", "Hồ sơ của các tổ chức đã được thẩm định."),
    ),
    (
        Pattern(
            "Tin hoạt động: {topic}",
            "Liên hiệp hội tổ chức {topic}.",
            "Thông tin chi tiết có trên trang tin của Liên hiệp hội.",
        ),
    ),
    (2,),
    kind="news",
)

FIELDS = (AGRICULTURE, HEALTH, TECHNOLOGY, SOCIETY, NEWS)
CLOSING = "Số liệu trong bài do phần trình diễn đặt ra."


def written(field: Field, place: int, topic: int) -> tuple[str, str, str]:
    """Return title, abstract and text of an article, by its pattern and its topic."""
    name, fact = field.topics[topic % len(field.topics)]
    pattern = field.patterns[place % len(field.patterns)]
    opening = pattern.opening.format(topic=name)
    text = "\n\n".join([f"{fact} {pattern.advice}", CLOSING])
    return pattern.title.format(topic=name), opening, text
