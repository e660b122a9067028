"""The pictures of the public site are sent by the program where nothing stands before it."""

import pytest


@pytest.fixture
def media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    for folder in ("images", "original_images", "documents"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "anh.png").write_bytes(b"\x89PNG")
    return tmp_path


@pytest.mark.parametrize(
    "address",
    [
        "/media/original_images/anh.png",
        "/media/documents/anh.png",
        "/media/images/..%2Foriginal_images%2Fanh.png",
        "/media/images/khong-co.png",
    ],
)
@pytest.mark.django_db
def test_originals_downloads_and_what_does_not_exist_are_not_sent(client, media, address):
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_a_picture_of_a_page_is_sent_and_may_be_kept_for_a_day(client, media):
    response = client.get("/media/images/anh.png")

    assert b"".join(response.streaming_content) == b"\x89PNG"
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "public, max-age=86400"
