"""Albums and films: prepared, published, looked at, and taken off the site."""

import io

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from lienhiep.accounts.choices import Role
from lienhiep.core.files.kinds import KINDS
from lienhiep.core.pictures.making import make_waiting
from lienhiep.portal import actions
from lienhiep.portal.models import Album, Video
from lienhiep.portal.site_blocks import newest_albums, newest_videos
from tests.factories.accounts import user_with
from tests.factories.pictures import site_picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def editor():
    return user_with(Role.EDITOR)


def album_of(editor, *pictures, title="Lễ trao giải 2026"):
    return actions.start_album(title=title, pictures=pictures, by=editor)


def test_readers_see_an_album_when_it_is_published_and_no_longer_when_it_is_taken_off(
    client, editor
):
    album = album_of(editor, site_picture(caption="Các em nhận giải", credit="Ảnh: Minh Hà"))
    address = album.get_absolute_url()
    assert client.get(address).status_code == 404

    actions.publish_album(album=album, by=editor)
    page = BeautifulSoup(client.get(address).content, "html.parser")

    assert page.select_one("figcaption").text.strip() == "Các em nhận giải Ảnh: Minh Hà"
    assert page.select_one(".album img")["alt"] == "Bốn em học sinh nhận giải"
    actions.withdraw_album(album=album, reason="Gia đình yêu cầu", by=editor)
    assert client.get(address).status_code == 404


def test_an_album_is_not_published_while_a_picture_is_not_put_into_words(editor):
    album = album_of(editor, site_picture("IMG_0123", description=""))

    with pytest.raises(ValidationError, match="IMG_0123"):
        actions.publish_album(album=album, by=editor)


def test_an_album_is_not_published_while_nobody_has_asked_the_parents(editor):
    album = album_of(editor, site_picture("Các em", shows_children=True))

    with pytest.raises(ValidationError, match="Các em"):
        actions.publish_album(album=album, by=editor)


def test_an_album_without_pictures_is_not_published(editor):
    with pytest.raises(ValidationError):
        actions.publish_album(album=album_of(editor), by=editor)


def test_a_picture_stands_once_in_an_album(editor):
    picture = site_picture()
    album = album_of(editor, picture)

    assert actions.put_into_album(album=album, pictures=[picture, site_picture("Khác")], by=editor)
    assert album.pictures.count() == 2


def test_a_list_of_albums_asks_no_more_for_many(client, editor, django_assert_max_num_queries):
    for number in range(12):
        album = album_of(editor, site_picture(f"Ảnh {number}"), title=f"Album {number}")
        actions.publish_album(album=album, by=editor)
    make_waiting(20)
    client.get("/thu-vien-anh/")

    with django_assert_max_num_queries(12):
        response = client.get("/thu-vien-anh/")

    assert response.content.count(b'class="card ') == 12


def test_an_officer_prepares_albums_and_does_not_publish_them(client, editor):
    album = album_of(editor)
    client.force_login(user_with(Role.OFFICER))

    assert client.get(f"/quan-tri/portal/album/edit/{album.pk}/").status_code == 200
    client.post(f"/quan-tri/portal/album/do/publish_album/{album.pk}/")

    assert Album.objects.get().published_at is None


def test_a_film_elsewhere_is_a_link_and_nothing_is_loaded_from_there(client, editor):
    video = Video(title="Phóng sự", address="https://www.youtube.com/watch?v=abc")
    video.full_clean()
    video.save()
    actions.publish_video(video=video, by=editor)
    page = BeautifulSoup(client.get(video.get_absolute_url()).content, "html.parser")

    assert page.select_one("main a.button")["href"] == video.address
    assert not page.select("iframe, script[src^=http]")


def test_a_film_is_linked_from_known_places_only():
    with pytest.raises(ValidationError):
        Video(title="Phóng sự", address="https://youtube.com.example.org/x").full_clean()


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("mp4", b"<html>"),
        ("mp4", b"\x00\x00\x00\x10ftypisom\x00\x00\x00\x00\x00\x00\x10\x00mdat"),
        ("webm", b"RIFF"),
        ("vtt", b"1\n00:00"),
    ],
)
def test_what_is_no_film_is_refused(kind, content):
    with pytest.raises(ValidationError):
        KINDS[kind].check(io.BytesIO(content), len(content))


def test_a_whole_film_is_taken():
    content = b"\x00\x00\x00\x10ftypisom\x00\x00\x00\x00\x00\x00\x00\x08moov\x00\x00\x00\x08mdat"

    assert KINDS["mp4"].check(io.BytesIO(content), len(content)) == ""


def test_the_front_page_offers_albums_and_films_when_there_are_some(editor):
    assert newest_albums() is None
    assert newest_videos() is None

    actions.publish_album(album=album_of(editor, site_picture()), by=editor)

    assert "Lễ trao giải 2026" in newest_albums().render()
