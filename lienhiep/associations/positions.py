"""The positions with which a new database begins; the office adds its own."""

from __future__ import annotations

from typing import Any


def _position(
    code: str,
    name: str,
    rank: int,
    *,
    most: int | None = None,
    head: bool = False,
    acts: bool = False,
) -> dict[str, Any]:
    return {
        "code": code,
        "name": name,
        "rank": rank,
        "most": most,
        "is_head": head,
        "acts_for_organisation": acts,
    }


FIRST_POSITIONS = [
    _position("chu-tich", "Chủ tịch", 10, most=1, head=True, acts=True),
    _position("pho-chu-tich-thuong-truc", "Phó Chủ tịch thường trực", 20, most=1, acts=True),
    _position("pho-chu-tich", "Phó Chủ tịch", 30, most=5, acts=True),
    _position("tong-thu-ky", "Tổng thư ký", 40, most=1, acts=True),
    _position("bi-thu", "Bí thư chi bộ", 10, most=1, head=True),
    _position("pho-bi-thu", "Phó Bí thư chi bộ", 20, most=1),
    _position("chi-uy-vien", "Chi ủy viên", 60),
    _position("truong-ban", "Trưởng ban", 10, most=1, head=True),
    _position("pho-truong-ban", "Phó Trưởng ban", 30),
    _position("tong-bien-tap", "Trưởng Ban Biên tập", 10, most=1, head=True),
    _position("pho-tong-bien-tap", "Phó Trưởng Ban Biên tập", 30),
    _position("chanh-van-phong", "Chánh Văn phòng", 10, most=1, head=True),
    _position("pho-chanh-van-phong", "Phó Chánh Văn phòng", 30, most=3),
    _position("truong-ban-chuyen-mon", "Trưởng ban chuyên môn", 45),
    _position("chuyen-vien", "Chuyên viên", 70),
    _position("chu-tich-hoi-dong", "Chủ tịch Hội đồng", 10, most=1, head=True),
    _position("uy-vien-thuong-vu", "Ủy viên Ban Thường vụ", 50),
    _position("uy-vien", "Ủy viên", 60),
    _position("can-bo-dau-moi", "Cán bộ đầu mối", 80, most=2, acts=True),
]
"""Codes never change; names, ranks and how many may hold one at once may."""
