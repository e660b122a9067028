"""Archives and folders can never reach outside, and only pictures come in as pictures."""

import io
import tarfile
import zipfile

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from lienhiep.imports.nukeviet.library import checked_picture
from lienhiep.imports.nukeviet.uploads import asked_name, opened_uploads, safe_name


@pytest.mark.parametrize(
    "name", ["../a.jpg", "news/../../a.jpg", "/etc/passwd", "C:/a.jpg", "a\\..\\b", "a\x00.jpg", ""]
)
def test_a_name_that_leads_outside_is_none(name):
    assert safe_name(name) is None


def test_an_address_cannot_lead_outside_either():
    assert asked_name("/uploads/../../etc/passwd") is None
    assert asked_name("/uploads/news/%2e%2e/%2e%2e/x") is None
    assert asked_name("https://x.example/uploads/news/a%20b.jpg") == "news/a b.jpg"


def test_links_devices_and_paths_of_a_tar_are_refused_by_name(tmp_path):
    path = tmp_path / "a.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, kind in (
            ("news/ok.jpg", tarfile.REGTYPE),
            ("../out.jpg", tarfile.REGTYPE),
            ("news/link.jpg", tarfile.SYMTYPE),
            ("news/dev", tarfile.CHRTYPE),
            ("/abs.jpg", tarfile.REGTYPE),
        ):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member, io.BytesIO(b""))
    (tmp_path / "x").mkdir()

    with opened_uploads(path, tmp_path / "x") as uploads:
        assert uploads.names() == {"news/ok.jpg"}
        assert {name for name, _why in uploads.refused} == {
            "../out.jpg",
            "news/link.jpg",
            "news/dev",
            "/abs.jpg",
        }
    assert not (tmp_path / "out.jpg").exists()


def test_paths_and_links_of_a_zip_are_refused(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("uploads/news/ok.jpg", b"x")
        archive.writestr("../out.jpg", b"x")
        link = zipfile.ZipInfo("news/link.jpg")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")

    with opened_uploads(path, tmp_path) as uploads:
        assert uploads.names() == {"news/ok.jpg"}
        assert len(uploads.refused) == 2


def test_links_in_a_folder_are_not_followed(tmp_path):
    (tmp_path / "secret.txt").write_text("x")
    folder = tmp_path / "uploads"
    (folder / "news").mkdir(parents=True)
    (folder / "news" / "a.jpg").symlink_to(tmp_path / "secret.txt")
    (folder / "out").symlink_to(tmp_path)

    with opened_uploads(folder, tmp_path) as uploads:
        assert uploads.names() == set()
        assert len(uploads.refused) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<?php echo 1;",
        b"<html></html>",
        b"\xff\xd8\xff broken",
        b"",
    ],
)
def test_what_is_no_picture_is_not_taken_as_one(data):
    with pytest.raises(ValidationError):
        checked_picture(data)


def test_a_picture_is_known_by_its_bytes_whatever_its_name():
    out = io.BytesIO()
    Image.new("RGB", (20, 10)).save(out, "PNG")

    assert checked_picture(out.getvalue())[:2] == ("png", (20, 10))
