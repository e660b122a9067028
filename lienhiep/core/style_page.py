"""The page that shows every part of the design with the hardest things it must bear."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

LONG_NAME = (
    "Hội Khoa học Kỹ thuật và Kinh tế Biển, Thủy sản và Nuôi trồng Thủy sản tỉnh Nghệ An, "
    "nhiệm kỳ chuyển tiếp 2022–2027"
)
FORTY_LETTERS = "nghiêngnghiêngnghiêngnghiêngnghiêngnghiê"
LONG_TITLE = (
    "Mười hai số tập san, sáu nhiệm vụ phản biện, bốn mươi mốt giải sáng tạo: một năm làm việc "
    "của giới khoa học và kỹ thuật trong tỉnh nhìn lại qua những con số có thể mở ra xem"
)
TWO_MARKS = "Ẵm bồng, Ễnh ương, Ỗi, Ỡm, Ữu, Ặc; Nguyễn Thị Quỳnh Ngữ đặt lễ ở đền Cuông buổi sớm."


COLOURS = [
    *("paper", "paper-raised", "paper-sunk", "ink", "ink-soft", "ink-faint", "rule", "rule-strong"),
    *("action", "action-strong", "action-wash", "on-action", "seal", "seal-wash", "on-seal"),
    *("good", "good-wash", "care", "care-wash", "hue-1", "hue-2", "hue-3", "hue-4", "hue-5"),
]
SIZES = ["text-4xl", "text-3xl", "text-2xl", "text-xl", "text-l", "text-m", "text-s", "text-xs"]
STEPS = [f"step-{number}" for number in (1, 2, 3, 4, 5, 6, 8, 10, 12, 16)]


class ExampleForm(forms.Form):
    """One field of each kind, with help, marks and errors."""

    title = forms.CharField(label="Trích yếu", help_text="Một câu, như ghi trên văn bản.")
    symbol = forms.CharField(label="Số và ký hiệu", required=False)
    signed_on = forms.DateField(label="Ngày ký", widget=forms.DateInput(format="%d/%m/%Y"))
    copies = forms.IntegerField(label="Số bản", required=False)
    kind = forms.ChoiceField(
        label="Loại văn bản", choices=[("cv", "Công văn"), ("qd", "Quyết định")]
    )
    urgency = forms.ChoiceField(
        label="Độ khẩn",
        widget=forms.RadioSelect,
        choices=[("thuong", "Thường"), ("khan", "Khẩn"), ("hoa-toc", "Hỏa tốc")],
    )
    summary = forms.CharField(label="Nội dung chính", widget=forms.Textarea, required=False)
    scan = forms.FileField(label="Bản quét", required=False, help_text="PDF, tối đa 50 MB.")
    is_public = forms.BooleanField(
        label="Công khai trên trang tin", required=False, help_text="Ai cũng đọc được."
    )


def examples() -> dict[str, Any]:
    """Return what the page shows; every name of a person is invented."""
    return {
        "site_name": "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Nghệ An",
        "site_short_name": "Liên hiệp Hội Nghệ An",
        "is_demonstration": True,
        "main_menu": {
            "entries": [
                {"label": "Tin tức", "url": "#", "active": True, "room": 1},
                {"label": "Tập san", "url": "#", "room": 1},
                {"label": "Văn bản", "url": "#", "room": 2},
                {"label": "Hội thi, cuộc thi", "url": "#", "room": 2},
                {"label": "Hội thành viên", "url": "#", "room": 3},
                {"label": "Tôn vinh trí thức", "url": "#", "room": 4},
                {"label": "Giới thiệu", "url": "#", "room": 4},
            ],
            "folded_until": 4,
        },
        "breadcrumbs": [
            {"label": "Trang chủ", "url": "/"},
            {"label": LONG_NAME, "url": "#"},
            {"label": "Các thành phần"},
        ],
        "colours": COLOURS,
        "sizes": SIZES,
        "spaces": STEPS,
        "long_name": LONG_NAME,
        "long_title": LONG_TITLE,
        "forty_letters": FORTY_LETTERS,
        "two_marks": TWO_MARKS,
        "trails": trails(),
        "register_columns": [
            {"label": "Trích yếu", "kind": "name", "sort_url": "#"},
            {"label": "Số đến", "kind": "number", "sort_url": "#", "sorted": "descending"},
            {"label": "Nơi gửi", "fact": True},
            {"label": "Ngày đến", "kind": "date"},
            {"label": "Hạn giải quyết", "kind": "date", "fact": True},
            {"label": "Số tiền (đồng)", "kind": "number"},
        ],
        "register_rows": register_rows(),
        "page_of_many": Paginator(range(10_000), 50).page(7),
        "fresh_form": ExampleForm(prefix="moi"),
        "wrong_form": ExampleForm(
            {"sai-signed_on": "31/02/2023", "sai-copies": "ba"}, prefix="sai"
        ),
        "facts": [
            ("Tên hội", LONG_NAME),
            ("Ngày thành lập", date(1994, 7, 26)),
            ("Hội viên", 45_120),
            ("Chủ tịch", "PGS.TS. Nguyễn-Phước Vĩnh Thụy Hoàng Ưng Bửu Quỳnh"),
            ("Trang tin", None),
        ],
        "subjects": [
            {"label": "Nông, lâm, ngư nghiệp", "value": 72, "share": 30},
            {"label": "Y tế, sức khỏe", "value": 60, "share": 25},
            {"label": "Khoa học, công nghệ, môi trường", "value": 48, "share": 20},
            {"label": "Khoa học xã hội và nhân văn", "value": 48, "share": 20},
            {"label": "Tin hoạt động", "value": 12, "share": 5},
        ],
        "prizes": [
            {"label": "Thành phố Vinh", "values": [1, 2, 4, 9]},
            {"label": "Huyện Quỳnh Lưu", "values": [1, 1, 3, 6]},
            {"label": "Thị xã Hoàng Mai", "values": [1, 2, 3, 8]},
            {"label": "Huyện Kỳ Sơn", "values": [0, 0, 0, 0]},
        ],
        "prize_ranks": ["Nhất", "Nhì", "Ba", "Khuyến khích"],
        "issues_by_month": [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, None],
        "visits_by_month": [
            310_204,
            205_981,
            388_410,
            401_223,
            395_002,
            420_118,
            412_900,
            377_654,
            402_345,
            433_871,
            419_506,
            182,
        ],
        "step_names": ["Đề tài", "Tác giả và người hướng dẫn", "Tệp kèm theo", "Xem lại và gửi"],
        "cards": cards(),
        "tabs": [
            {"label": "Đang chờ", "url": "#", "active": True, "count": 12},
            {"label": "Đã xử lý", "url": "#"},
            {"label": "Đã lưu", "url": "#"},
        ],
        "refusal": {
            "what": "Văn bản đến",
            "why": "Không vai trò nào của bạn cho phép việc này.",
            "who_may": ["Chánh Văn phòng", "Văn thư"],
        },
        "kept": {"name": "bao-cao-tong-ket-nam-2022-ban-cuoi-da-sua-lan-3.pdf", "size": 2_481_152},
        "stamp_lines": ["Số liệu tính đến ngày 31/12/2022", "Nguyễn Văn Ưu, 10/01/2023"],
        "sign_in_links": [{"label": "Quên mật khẩu", "url": "#"}],
    }


def trails() -> list[list[dict[str, Any]]]:
    """Return one trail under way and one that is late."""
    taken = {"where": "Tiếp nhận", "who": "Văn thư", "since": date(2023, 1, 3), "state": "done"}
    return [
        [
            taken,
            {
                "where": "Cho ý kiến",
                "who": "Đặng Thị Ngữ Ỷ Lan",
                "since": date(2023, 1, 3),
                "until": date(2023, 1, 4),
                "state": "done",
            },
            {
                "where": "Xử lý",
                "who": "Ban Tư vấn, phản biện và giám định xã hội",
                "since": date(2023, 1, 4),
                "until": date(2023, 1, 12),
                "state": "here",
            },
            {"where": "Ký", "who": "Phó Chủ tịch Thường trực"},
            {"where": "Phát hành", "who": "Văn thư"},
        ],
        [
            taken,
            {
                "where": "Thẩm định",
                "who": "Nguyễn Hữu Ưng Bửu",
                "since": date(2023, 1, 4),
                "until": date(2023, 1, 9),
                "late_days": 3,
                "state": "late",
            },
            {"where": "Biên tập"},
            {"where": "Đăng"},
        ],
    ]


def register_rows() -> list[dict[str, Any]]:
    """Return rows with a long title, one word of forty letters, and large and missing numbers."""
    day, due = date(2023, 1, 10), date(2023, 1, 17)
    return [
        {"url": "#", "cells": [LONG_TITLE, 10_243, "Tỉnh ủy", day, due, 1_250_000_000]},
        {"url": "#", "cells": [FORTY_LETTERS, 10_242, LONG_NAME, day, None, 0]},
        {"url": "#", "cells": ["Giấy mời họp Ban Chấp hành", 10_241, "VUSTA", day, due, None]},
    ]


def cards() -> list[dict[str, Any]]:
    """Return headlines: the day's first, one hot, one without its picture."""
    lead = (
        "Trong năm, mười hai số tập san đã đến tay bạn đọc ở các xã, phường, thị trấn; "
        "các hội thành viên hoàn thành sáu nhiệm vụ tư vấn, phản biện."
    )
    day = date(2023, 1, 10)
    return [
        {
            "title": LONG_TITLE,
            "url": "#",
            "lead": lead,
            "day": day,
            "label": "Hoạt động",
            "with_picture": True,
            "main": True,
        },
        {
            "title": "Khởi động Cuộc thi Sáng tạo thanh thiếu niên và nhi đồng lần thứ 19",
            "url": "#",
            "lead": lead,
            "day": day,
            "label": "Hội thi",
            "hot": True,
            "with_picture": True,
        },
        {"title": f"Một chữ dài: {FORTY_LETTERS}", "url": "#", "day": day, "label": "Tin ngắn"},
    ]


@login_required
def style_page(request: HttpRequest) -> HttpResponse:
    """Show the page to those who may enter the back office; it is of no use to readers."""
    if not request.user.may_enter_back_office:
        raise PermissionDenied
    return render(request, "core/style_page.html", examples())
