"""An empty house, a small demonstration, and somebody who sets it up."""

import pytest

from lienhiep.accounts.choices import Role
from lienhiep.core.models import UnionIdentity
from lienhiep.setup.actions import beginning, emptying
from tests.factories.accounts import PASSWORD, user_with

NEW = {
    "name": "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Quảng Trị",
    "short_name": "Liên hiệp Hội Quảng Trị",
    "full_name": "Trần Thị Khởi Đầu",
    "email": "khoi-dau@quangtri.example",
    "phone": "",
    "password": "mot-mat-khau-rieng-2026",
}


@pytest.fixture
def folder(settings, tmp_path):
    """A data folder of its own, in which files may be removed."""
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PRIVATE_ROOT = tmp_path / "files"
    for place in ("media", "files", "mail", "visits"):
        (tmp_path / place).mkdir()
    return tmp_path


@pytest.fixture
def reference(db):
    """What `init` loads: units, kinds of document, groups, a front page."""
    emptying.load_reference_data()


@pytest.fixture
def union(reference):
    row = UnionIdentity(name="Liên hiệp Hội Thử", short_name="LHH Thử", place="Nghệ An")
    row.save()
    return row


@pytest.fixture
def administrator(db):
    return user_with(Role.ADMINISTRATOR, Role.OFFICE_MANAGER, full_name="Quản Trị Thử")


@pytest.fixture
def manager(client, administrator):
    """The administrator's browser."""
    client.force_login(administrator)
    return client


@pytest.fixture
def archived(union, folder, monkeypatch):
    """A demonstration of which an archive lies in its place."""
    archive = folder / "lienhiep-20260101-000000.tar"
    archive.write_bytes(b"archive")
    union.is_demonstration = True
    noted = {"path": str(archive), "name": archive.name, "bytes": 7, "sha256": "0" * 64}
    union.setup_notes = {beginning.ARCHIVE: noted}
    union.save()
    monkeypatch.setattr(beginning, "afterwards", [])
    return union


__all__ = ["NEW", "PASSWORD"]
