"""The text of the guide holds together: what it names is there."""

import re
from functools import cache

import pytest
from django.urls import Resolver404, resolve
from django.utils.translation.trans_real import translation

from lienhiep.accounts.choices import Role
from lienhiep.guide.book import PAGES, PICTURES, book

ALL = book().pages
NAMES = [page.slug for page in ALL]


@pytest.fixture(params=ALL, ids=NAMES)
def page(request):
    return request.param


def test_every_file_is_a_page():
    files = {path.stem for path in PAGES.rglob("*.md")}

    assert files == set(NAMES)


def test_page_speaks_to_the_reader_in_one_way(page):
    text = f"{page.about} {page.rendered.html}".lower()

    assert re.findall(r"ông/bà|quý vị|anh/chị|tạp chí", text) == []


def test_page_has_headings_in_order_each_with_a_place_of_its_own(page):
    anchors = [heading.anchor for heading in page.headings]
    levels = [heading.level for heading in page.headings]

    assert len(set(anchors)) == len(anchors)
    assert all(anchors)
    assert all(level in (2, 3) for level in levels)


def test_outline_names_the_headings_that_the_page_shows(page):
    shown = tuple((heading.anchor, heading.screens) for heading in page.headings)

    assert page.outline == shown


def test_links_lead_somewhere(page):
    broken = [goal for goal in page.rendered.links if not leads_somewhere(page, goal)]

    assert broken == []


def leads_somewhere(page, goal):
    if goal.startswith("/"):
        try:
            resolve(goal)
        except Resolver404:
            return False
        return True
    slug, _, anchor = goal.partition("#")
    other = book().by_slug.get(slug or page.slug)
    return other is not None and (
        not anchor or anchor in {heading.anchor for heading in other.headings}
    )


def test_buttons_stand_on_a_screen_with_these_words(page):
    unknown = [words for words in page.rendered.buttons if not stands_on_a_screen(words)]

    assert unknown == []


@cache
def words_on_screens():
    """Every Vietnamese text of the program, and those with a word set in, as patterns."""
    words, patterns = set(), []
    for catalogue in translation("vi")._catalog._catalogs:
        for text in catalogue.values():
            if isinstance(text, str):
                words.add(normal(text))
                if re.match(r"^\w[^%]{3,}%\(\w+\)s$", text):
                    patterns.append(re.compile(re.escape(text.split("%(")[0].lower()) + ".+"))
    return words, patterns


def normal(text):
    return text.strip().rstrip(":").lower()


def stands_on_a_screen(text):
    words, patterns = words_on_screens()
    return normal(text) in words or any(one.fullmatch(normal(text)) for one in patterns)


def test_roles_are_roles_of_accounts():
    named = {role for page in ALL for role in (*page.roles, page.role) if role}

    assert named == set(Role.values)


@pytest.mark.parametrize("role", Role.values)
def test_every_role_has_its_page(role):
    assert book().of_role(role) is not None


def test_pictures_say_what_they_show(page):
    silent = [one.name for one in page.rendered.pictures if not (one.alt and one.caption)]

    assert silent == []


def test_every_picture_named_is_there_and_every_picture_there_is_named():
    named = {picture.name for page in ALL for picture in page.rendered.pictures}
    there = {path.stem for path in PICTURES.glob("*.webp")}

    assert named - there == set(), "pictures to make: scripts/guide_pictures.py"
    assert there - named == set(), "pictures that no page shows"


def test_pictures_are_light():
    heavy = [path.name for path in PICTURES.glob("*.webp") if path.stat().st_size > 120_000]

    assert heavy == []
