"""What the conference of 10/01/2023 concluded: the ten key tasks of 2023, in our own words."""

from __future__ import annotations

from lienhiep.events.models import Conclusion

YEAR_END_2022 = "Hội nghị tổng kết hoạt động năm 2022 và triển khai nhiệm vụ năm 2023"

TASKS_OF_2023 = (
    "Chọn và ký một số chương trình phối hợp với các sở, ngành, trước hết là nông nghiệp và phát "
    "triển nông thôn, y tế, khoa học và công nghệ.",
    "Làm cho tập san Khoa học và Ứng dụng hay hơn, sát đời sống và sản xuất hơn.",
    "Mở thêm lớp bồi dưỡng kiến thức và kỹ năng công tác hội cho cán bộ các hội.",
    "Mở rộng đối ngoại, trao đổi thông tin và kinh nghiệm với các tỉnh bạn, vận động tài trợ cho "
    "hoạt động của Liên hiệp hội.",
    "Cùng các cơ quan liên quan tổ chức tốt Cuộc thi sáng tạo thanh thiếu niên và nhi đồng, Hội "
    "thi sáng tạo kỹ thuật của tỉnh và việc dự Giải thưởng sáng tạo khoa học công nghệ Việt Nam "
    "năm 2023.",
    "Gắn kết các hội thành viên với nhau và với ngành chủ quản trong những việc Nhà nước giao.",
    "Nâng chất lượng tư vấn, phản biện, giám định xã hội và nghiên cứu, chuyển giao công nghệ.",
    "Giữ trang tin điện tử hoạt động đều và dùng hệ thống văn phòng điện tử trong công việc.",
    "Rà soát, đôn đốc và giúp các hội thành viên đến kỳ tổ chức đại hội nhiệm kỳ.",
    "Vận động, kết nạp thêm hội viên và tổ chức thành viên.",
)


def conclusions_of_2023() -> list[Conclusion]:
    """Return the ten conclusions in their order, for the plan of 2023."""
    spoken = Conclusion.objects.filter(conference__title=YEAR_END_2022)
    return list(spoken.select_related("conference").order_by("number"))
