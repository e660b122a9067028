"""Every type of page, on a phone and on a wide screen: no barrier, no overflow, no complaint."""

import os

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.browser.places import BACK_OFFICE, DESKS, PUBLIC

EVERY_PAGE = bool(os.environ.get("LIENHIEP_EVERY_PAGE"))
"""Look at all that the menu of the back office offers; it takes a good half hour."""

SIZES = pytest.mark.parametrize("size", [DESK, PHONE], ids=["wide", "phone"])


def faults(visitor, path) -> list[str]:
    """Open a page and return all that is wrong with it."""
    visitor.complaints()
    visitor.open(path)
    wide = visitor.driver.execute_script(
        "return document.documentElement.scrollWidth > window.innerWidth + 1"
    )
    lang = visitor.find("html").get_attribute("lang")
    return [
        *visitor.barriers(),
        # That a page is not found, and says so, is no fault of it.
        *(said for said in visitor.complaints() if not said.startswith(visitor.address + path)),
        *(["wider than its window"] if wide else []),
        *([f"in the language {lang}"] if lang != "vi" else []),
    ]


def all_faults(visitor, paths) -> dict[str, list[str]]:
    return {path: found for path in paths if (found := faults(visitor, path))}


@SIZES
def test_public_pages_have_no_barrier(visitor, size):
    visitor.be_as_wide_as(size)

    assert all_faults(visitor, [*PUBLIC, *first_of_each_kind(visitor)]) == {}


@SIZES
@pytest.mark.parametrize("role", DESKS)
def test_pages_at_the_desk_have_no_barrier(visitor, role, size):
    visitor.be_as_wide_as(size)
    visitor.sign_in_as(role)

    assert all_faults(visitor, DESKS[role]) == {}


@SIZES
@pytest.mark.parametrize("role", BACK_OFFICE)
def test_pages_of_the_back_office_have_no_barrier(visitor, role, size, looked_at):
    visitor.be_as_wide_as(size)
    visitor.sign_in_as(role)

    found = {}
    for path in menu(visitor) if EVERY_PAGE else one_of_each_kind(menu(visitor)):
        if (path, size) in looked_at:
            continue
        looked_at.add((path, size))
        found |= all_faults(visitor, [path])
        found |= all_faults(visitor, first_record_and_form(visitor, path))

    assert looked_at
    assert found == {}


@pytest.fixture(scope="module")
def looked_at():
    """What one role has looked at already, at which width; the next need not again."""
    return set()


def one_of_each_kind(paths) -> list[str]:
    """Return the first list of each room, and every page that is no list of a room's records."""
    kinds: dict[str, str] = {}
    for path in paths:
        _, _, room, *rest = path.split("/")
        kinds.setdefault(room if len(rest) > 1 else path, path)
    return list(kinds.values())


def menu(visitor) -> list[str]:
    """Return every address in the menu of the back office, as this role finds it."""
    visitor.open("/quan-tri/")
    return visitor.driver.execute_script(
        """
        const found = [];
        const take = (item) => {
          if (item && item.url && item.url.startsWith("/quan-tri/")) found.push(item.url);
          Object.values(item || {}).forEach((part) => {
            if (part && typeof part === "object") take(part);
          });
        };
        take(JSON.parse(document.getElementById("wagtail-sidebar-props").textContent));
        return [...new Set(found)];
        """
    )


def first_record_and_form(visitor, path) -> list[str]:
    """Return the page of the first record of this list, and the form for a new one."""
    links = visitor.driver.execute_script(
        "return [...document.querySelectorAll('main a[href]')].map((link) => link.pathname)"
    )
    below = [link for link in links if link.startswith(path) and link != path]
    new = [link for link in below if link.endswith(("/new/", "/add/"))]
    records = [link for link in below if "/inspect/" in link]
    return [*new[:1], *records[:1]]


def first_of_each_kind(visitor) -> list[str]:
    """Return one address of every shape that the map of the site names."""
    visitor.open("/sitemap.xml")
    addresses = [
        place.get_attribute("textContent").removeprefix(visitor.address)
        for place in visitor.driver.find_elements("tag name", "loc")
    ]
    shapes: dict[tuple, str] = {}
    for address in addresses:
        shapes.setdefault(shape_of(address), address)
    return list(shapes.values())


def shape_of(address: str) -> tuple:
    """Return an address without what changes from record to record."""
    parts = address.strip("/").split("/")
    inner = ("#" if any(map(str.isdigit, part)) else part for part in parts[1:-1])
    return (parts[0], *inner, len(parts), any(map(str.isdigit, parts[-1])))
