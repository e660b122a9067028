"""Downloads of the site: proven by their bytes, and played from any place in them."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.accounts.groups import ensure_role_groups, sync_role_groups
from lienhiep.core.models.library import SiteDocument
from tests.core.test_films import WHOLE
from tests.factories.accounts import user_with

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def film():
    return SiteDocument.objects.create(
        title="Lễ trao giải", file=ContentFile(bytes(range(200)) * 10, name="le-trao-giai.mp4")
    )


def send(client, name, data):
    ensure_role_groups()
    editor = user_with(Role.EDITOR)
    sync_role_groups()
    client.force_login(editor)
    return client.post(
        reverse("wagtaildocs:add"),
        {"title": "Tệp", "file": SimpleUploadedFile(name, data), "collection": 1},
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("mau.pdf", b"<html><script>alert(1)</script>"),
        ("phim.mp4", b"<html>"),
        ("tieng.mp3", b"%PDF-1.4"),
        ("trang.html", b"<html>"),
    ],
)
def test_what_is_not_of_the_kind_that_its_name_says_is_refused(client, name, data):
    answer = send(client, name, data)

    assert answer.status_code == 200
    assert "file" in answer.context["form"].errors
    assert not SiteDocument.objects.exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [("phim.mp4", WHOLE["mp4"]), ("tieng.mp3", b"ID3\x03" + b"\0" * 60), ("so.csv", b"a,b\n1,2\n")],
)
def test_what_is_of_its_kind_is_kept(client, name, data):
    send(client, name, data)

    with SiteDocument.objects.get().open_file() as kept:
        assert kept.read() == data


def test_a_player_is_sent_the_part_that_it_asks_for(client, film):
    answer = client.get(film.url, headers={"Range": "bytes=10-19"})

    assert answer.status_code == 206
    assert answer.content == bytes(range(10, 20))
    assert answer.headers["Content-Range"] == "bytes 10-19/2000"
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_part_beyond_the_end_is_refused_and_the_last_bytes_are_sent(client, film):
    assert client.get(film.url, headers={"Range": "bytes=2000-"}).status_code == 416
    assert client.get(film.url, headers={"Range": "bytes=-5"}).content == bytes(range(195, 200))


def test_a_large_film_is_sent_a_piece_at_a_time(client, film, monkeypatch):
    monkeypatch.setattr("lienhiep.core.files.downloads.MOST_AT_ONCE", 100)

    answer = client.get(film.url, headers={"Range": "bytes=0-"})

    assert answer.headers["Content-Range"] == "bytes 0-99/2000"
    assert len(answer.content) == 100


def test_a_film_changed_in_the_meantime_is_sent_whole(client, film):
    answer = client.get(film.url, headers={"Range": "bytes=0-9", "If-Range": '"another"'})

    assert answer.status_code == 200
    assert len(b"".join(answer.streaming_content)) == 2000


def test_a_film_opens_in_the_page_and_another_download_is_taken_away(client, film):
    sheet = SiteDocument.objects.create(title="Mẫu", file=ContentFile(b"PK", name="mau.docx"))

    for file, way in ((film, "inline"), (sheet, "attachment")):
        answer = client.get(file.url)
        assert b"".join(answer.streaming_content)
        assert answer.headers["Content-Disposition"].startswith(way)
