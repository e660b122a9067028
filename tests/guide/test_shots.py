"""The table of pictures and the pages agree."""

import re
import tomllib
from collections import Counter

import pytest
from django.conf import settings

from lienhiep.accounts.choices import Role
from lienhiep.core.viewsets import row_viewsets
from lienhiep.guide.book import book

TABLE = settings.BASE_DIR / "scripts" / "guide_shots.toml"
SHOTS = tomllib.loads(TABLE.read_text("utf-8"))["shot"]
KNOWN = {
    *("name", "as", "url", "screen", "view", "verb", "or_verb", "can", "confirm"),
    *("follow", "click", "mark", "scroll", "phone", "height", "menu", "folder"),
}


@pytest.fixture(
    params=SHOTS, ids=[f"{shot.get('folder', 'guide')}-{shot['name']}" for shot in SHOTS]
)
def shot(request):
    return request.param


def test_each_picture_is_taken_once():
    times = Counter((shot.get("folder"), shot["name"]) for shot in SHOTS)

    assert [name for name, number in times.items() if number > 1] == []


def test_pictures_of_the_pages_and_of_the_table_are_the_same():
    named = {picture.name for page in book().pages for picture in page.rendered.pictures}
    taken = {shot["name"] for shot in SHOTS if shot.get("folder") != "docs"}

    assert named == taken


def test_pictures_of_the_readme_are_there():
    wanted = {shot["name"] for shot in SHOTS if shot.get("folder") == "docs"}
    there = {path.stem for path in (settings.BASE_DIR / "docs" / "pictures").glob("*.webp")}

    assert there >= wanted


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_pictures_that_a_readme_shows_are_taken(name):
    shown = re.findall(
        r"docs/pictures/([\w-]+)\.webp", (settings.BASE_DIR / name).read_text("utf-8")
    )

    taken = {shot["name"] for shot in SHOTS if shot.get("folder") == "docs"}
    assert shown
    assert set(shown) <= taken


def test_shot_says_what_is_known(shot):
    assert set(shot) <= KNOWN
    assert ("url" in shot) != ("screen" in shot)


def test_role_of_a_shot_is_a_role(shot):
    assert shot.get("as", "officer").replace("-", "_") in Role.values


def test_screen_and_verb_of_a_shot_are_there(shot):
    if "screen" not in shot:
        return
    screens = {viewset.name: viewset for viewset in row_viewsets()}

    viewset = screens[shot["screen"]]

    verbs = {verb.name for verb in viewset.verbs}
    assert {shot[key] for key in ("verb", "or_verb", "can") if key in shot} <= verbs
