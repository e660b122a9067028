"""The styles and scripts of every page are sent as one file of each."""

import base64
import hashlib
import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.core.management import call_command

from lienhiep.core.bundles import BUNDLES, SCRIPTS, STYLES, BundleFinder, joined, room_styles

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    response = client.get("/tin-tuc/")
    return BeautifulSoup(response.content, "html.parser"), response


def test_a_page_of_a_reader_asks_for_one_file_of_styles_and_one_of_scripts(page):
    soup, _response = page

    styles = [link["href"] for link in soup.find_all("link", rel="stylesheet")]
    scripts = [script["src"] for script in soup.find_all("script", src=True)]

    assert styles == ["/static/core/css/site.css"]
    assert scripts == ["/static/core/js/site.js"]


def test_the_one_script_in_the_page_is_named_by_its_hash_in_the_policy(page):
    soup, response = page

    [script] = [one for one in soup.find_all("script", src=False) if not one.get("type")]

    digest = base64.b64encode(hashlib.sha256(script.string.encode()).digest()).decode()
    policy = response.headers["Content-Security-Policy"]
    assert f"script-src 'self' 'sha256-{digest}';" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("name", sorted(BUNDLES))
def test_a_bundle_holds_every_rule_of_its_files(name):
    text = re.sub(r"\s+", "", joined(BUNDLES[name]))

    for source in (*BUNDLES[name].sources(), *BUNDLES[name].printed):
        with open(finders.find(source), encoding="utf-8") as file:
            own = re.sub(r"/\*.*?\*/", "", file.read(), flags=re.DOTALL)
        own = re.sub(r"(?m)^\s*//.*\n", "", own) if name.endswith(".js") else own
        assert re.sub(r"\s+", "", own) in text, source


def test_styles_for_paper_hold_on_paper_only():
    text = joined(STYLES)

    assert text.index("@media print {") < text.index("@layer print {")


def test_styles_that_rooms_bring_for_every_page_are_among_them():
    assert "news/news.css" in room_styles()
    assert set(room_styles()) <= set(STYLES.sources())


def test_remarks_are_not_sent():
    assert "/*" not in joined(STYLES)
    assert not re.search(r"(?m)^\s*//", joined(SCRIPTS))


def test_what_a_style_names_beside_itself_is_found_from_the_bundle():
    named = re.findall(r"url\(\"(?!data:)([^\"]+)\"\)", joined(STYLES))

    assert named
    assert all(finders.find(f"core/css/{name}".replace("core/css/../", "core/")) for name in named)


def test_a_changed_file_is_in_the_bundle_at_the_next_question(settings, tmp_path, monkeypatch):
    settings.BUNDLES_ROOT = tmp_path
    first = finders.find(STYLES.name)
    monkeypatch.setattr("lienhiep.core.bundles.joined", lambda bundle: ".new { color: red }")

    again = finders.find(STYLES.name)

    assert first == again
    with open(again, encoding="utf-8") as file:
        assert file.read() == ".new { color: red }"


def test_collected_files_hold_the_bundles(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path

    call_command("collectstatic", interactive=False, verbosity=0)

    assert (tmp_path / STYLES.name).read_text(encoding="utf-8") == joined(STYLES)
    assert (tmp_path / SCRIPTS.name).exists()


def test_a_file_that_is_missing_is_told_before_the_start(monkeypatch):
    monkeypatch.setattr("lienhiep.core.bundles.room_styles", lambda: ("news/gone.css",))

    [error] = BundleFinder().check()

    assert error.id == "core.E010"
    assert error.msg.startswith("news/gone.css")


def test_fonts_that_stand_on_every_page_are_asked_for_together_with_the_styles(page):
    soup, _response = page
    named = set(re.findall(r"fonts/([\w-]+\.woff2)", joined(STYLES)))

    asked = [link["href"].rsplit("/", 1)[1] for link in soup.find_all("link", rel="preload")]

    assert len(asked) == len(set(asked)) == 3
    assert set(asked) < named
