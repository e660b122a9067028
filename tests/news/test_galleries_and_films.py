"""Galleries and films in the text of an article: opened large, played in the page."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.blocks import StructBlockValidationError

from lienhiep.core.models.library import SiteDocument
from lienhiep.news.addresses import article_url
from lienhiep.news.blocks import ArticleBlocks, VideoBlock
from lienhiep.news.exports import pictures_of
from tests.factories.news import published
from tests.factories.pictures import site_picture
from tests.reading import shown

pytestmark = pytest.mark.django_db

FILM = "https://www.youtube.com/watch?v=abcdefgh"


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


def gallery(*captions):
    lines = [
        {"picture": site_picture(title=f"Ảnh {number}"), "caption": words, "credit": ""}
        for number, words in enumerate(captions)
    ]
    return ("gallery", {"pictures": lines})


def film(name="trao-giai.mp4"):
    return SiteDocument.objects.create(
        title="Lễ trao giải", file=ContentFile(b"0000ftyp", name=name)
    )


def told(**facts):
    return {"film": None, "url": "", "poster": None, "caption": ""} | facts


def test_each_picture_of_a_gallery_opens_large_and_says_what_it_shows(client):
    article = published(body=[gallery("Toàn cảnh", "Lễ cắt băng")])

    page = shown(client.get(article_url(article)))

    assert [one.get_text(strip=True) for one in page.select(".album figcaption")] == [
        "Toàn cảnh",
        "Lễ cắt băng",
    ]
    assert all(link["href"].startswith("/media/") for link in page.select(".album__open"))
    assert page.select_one("dialog.viewer")["aria-label"] == "Chùm ảnh của bài"


def test_only_a_page_with_a_gallery_or_film_brings_their_styles_and_script(client):
    plain = published()
    rich = published(body=[gallery("Một", "Hai")])

    assert "viewer.js" not in client.get(article_url(plain)).content.decode()
    assert "viewer.js" in client.get(article_url(rich)).content.decode()


def test_the_pictures_of_a_gallery_are_counted_for_their_author():
    article = published(body=[gallery("Một", "Hai", "Ba")])

    assert pictures_of(article) == 3


def test_a_gallery_has_at_least_two_pictures():
    block = ArticleBlocks().child_blocks["gallery"]

    with pytest.raises(ValidationError):
        block.clean(block.to_python({"pictures": []}))


def test_a_film_of_the_library_plays_in_the_page(client):
    article = published(body=[("video", told(film=film(), caption="Lễ trao giải 2022"))])

    page = shown(client.get(article_url(article)))

    player = page.select_one("video.film")
    assert player["preload"] == "none"
    assert player["aria-label"] == "Lễ trao giải 2022"
    assert player.select_one("source")["type"] == "video/mp4"


def test_a_film_elsewhere_is_a_link_and_nothing_is_loaded_from_there(client):
    article = published(body=[("video", told(url=FILM))])

    page = shown(client.get(article_url(article)))

    link = page.select_one(".film__elsewhere a")
    assert (link["href"], link["rel"]) == (FILM, ["external", "noopener", "noreferrer"])
    assert not page.select("iframe")


@pytest.mark.parametrize(
    "value",
    [{}, {"url": "https://phim-la.example/1"}, {"film": "mau.pdf"}],
    ids=["nothing", "unknown place", "no film"],
)
def test_a_film_has_one_place_and_that_is_a_known_one(value):
    block = VideoBlock()
    if "film" in value:
        value = {"film": film(value["film"])}

    with pytest.raises(StructBlockValidationError):
        block.clean(block.normalize(told(**value)))
