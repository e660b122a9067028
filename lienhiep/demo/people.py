"""The accounts of the demonstration, one for each role."""

from __future__ import annotations

import os
import secrets
from datetime import date
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils.translation import override

from lienhiep.accounts.actions import grant_role
from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import User
from lienhiep.directory.models import Person

NAMES = {
    Role.ADMINISTRATOR: "Phan Quản Trị",
    Role.LEADER: "Trần Lãnh Đạo",
    Role.OFFICE_MANAGER: "Hồ Chánh Văn",
    Role.RECORDS_CLERK: "Lê Văn Thư",
    Role.OFFICER: "Nguyễn Chuyên Viên",
    Role.EDITOR: "Cao Biên Tập",
    Role.JOURNAL_SECRETARY: "Đặng Thư Ký",
    Role.CONTEST_ORGANISER: "Võ Tổ Chức",
    Role.ACCOUNTANT: "Bùi Kế Toán",
    Role.CONTACT_OFFICER: "Hoàng Đầu Mối",
    Role.JUROR: "Phạm Giám Khảo",
    Role.CONTRIBUTOR: "Vũ Cộng Tác",
    Role.CONTESTANT: "Ngô Dự Thi",
    Role.EXPERT: "Đinh Chuyên Gia",
}
"""Invented names that say the role, so that nobody takes them for somebody."""


def address(role: str) -> str:
    """Return the e-mail address under which a role signs in."""
    return f"{role.replace('_', '-')}@lienhiep.example"


def password_file() -> Path:
    """Return where the demonstration's one password lies, for its owner only."""
    return Path(settings.DATA_DIR) / "demonstration-password.txt"


def password() -> str:
    """Return the demonstration's password, made by chance for each installation."""
    path = password_file()
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        made = f"trinh-dien-{secrets.randbelow(9000) + 1000}-{secrets.randbelow(9000) + 1000}"
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as out:
            out.write(made)
        return made


def account(role: str) -> User:
    """Return the account of a role."""
    return User.objects.get(email=address(role))


def load() -> None:
    """Make an account for each role that has none yet."""
    missing = [role for role in NAMES if not User.objects.filter(email=address(role)).exists()]
    # One password, hashed once: a hash is slow on purpose, and fourteen would be felt.
    hashed = make_password(password()) if missing else ""
    for role in missing:
        make(role, NAMES[role], hashed)


def make(role: str, name: str, hashed: str) -> None:
    """Make one account, with its person and its role."""
    person = Person(full_name=name)
    person.save()
    user = User(email=address(role), full_name=name, person=person, password=hashed)
    user.save()
    grant_role(user=user, role=role, by=None, since=date(2021, 1, 1))


def printed_accounts() -> list[tuple[str, str, str]]:
    """Return (role in words, address, password) of every account, for the start-up message."""
    with override("vi"):
        return [
            (str(Role(role).label), address(role), password())
            for role in NAMES
            if User.objects.filter(email=address(role)).exists()
        ]
