"""The pages for those who carry on: nothing is missing there, and no link leads nowhere."""

import re
from pathlib import Path

import pytest

from lienhiep.core.figures import all_figures
from lienhiep.project.places import BASE_DIR

DOCS = BASE_DIR / "docs"
PAGES = [*BASE_DIR.glob("*.md"), *DOCS.rglob("*.md")]
ROOMS = sorted(
    path.parent.name
    for path in (BASE_DIR / "lienhiep").glob("*/apps.py")
    if path.parent.name != "project"
)
GATHERING = {"core", "demo", "desk", "portal", "guide", "setup"}
"""Rooms without verbs or figures of their own: they tell instead where things come from."""


def page_of(room: str) -> str:
    return (DOCS / "rooms" / f"{room}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_its_page(room):
    assert page_of(room).startswith("# ")


@pytest.mark.parametrize("room", sorted(set(ROOMS) - GATHERING))
def test_the_page_of_a_room_draws_its_records_and_names_its_verbs_and_rights(room):
    text = page_of(room)
    headings = " ".join(re.findall(r"^## (.+)$", text, re.MULTILINE))

    assert "```" in text, "no drawing of its records"
    assert re.search(r"Records", headings)
    assert re.search(r"Verbs", headings)
    assert re.search(r"Who may do what|Permissions|Who sees", headings)


def codes_in(text: str) -> set[str]:
    return set(re.findall(r"\b[A-Z][0-9]{2}[a-z]?\b", text))


def test_every_figure_is_on_the_page_of_a_room():
    told = set().union(*(codes_in(page_of(room)) for room in ROOMS))

    assert {figure.code for figure in all_figures()} - told == set()


def test_no_page_tells_of_a_figure_that_is_not_counted():
    there = {figure.code for figure in all_figures()}
    told = {
        code
        for room in ROOMS
        for line in page_of(room).splitlines()
        if (cells := re.match(r"\| ([A-Z][0-9]{2}[^|]*) \|", line))
        for code in codes_in(cells.group(1))
    }

    assert told - there == set()


def test_every_target_of_make_says_what_it_is_for():
    text = (BASE_DIR / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z][a-z-]*):(.*)$", text, re.MULTILINE)

    assert [name for name, rest in targets if "## " not in rest] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(BASE_DIR)))
def test_links_between_pages_lead_somewhere(path):
    text = re.sub(r"```.*?```|`[^`]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    inside = [target for target in targets if not re.match(r"https?:|mailto:", target)]

    assert [target for target in inside if not leads_somewhere(path, target)] == []


def leads_somewhere(page: Path, target: str) -> bool:
    where, _hash, heading = target.partition("#")
    there = (page.parent / where) if where else page
    if not there.exists():
        return False
    return not heading or heading in {slug(one) for one in headings(there)}


def headings(page: Path) -> list[str]:
    return re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)


def slug(heading: str) -> str:
    kept = re.sub(r"[^\w\s-]", "", heading.lower())
    return kept.strip().replace(" ", "-")


def test_the_readme_says_the_same_in_both_languages():
    """Headings, commands and pictures stand in the same order; only the words differ."""
    english, vietnamese = (
        (BASE_DIR / name).read_text(encoding="utf-8") for name in ("README.md", "README.vi.md")
    )

    for pattern in (r"^(#+) ", r"^(make [\w-]+)", r"docs/pictures/([\w-]+)", r"\(docs/(\w+)"):
        assert re.findall(pattern, english, re.MULTILINE) == re.findall(
            pattern, vietnamese, re.MULTILINE
        )
