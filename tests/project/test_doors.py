"""From another room only its doors may be imported."""

import grimp
import pytest

DOORS = {
    "models",
    "querysets",
    "actions",
    "figures",
    "waiting",
    "rules",
    "choices",
    "validators",
}
"""What every room offers to the floors above: docs/structure.md."""

OPEN_HOUSE = {"core"}
"""Rooms whose every part may be used."""

FREE = {"project", "demo", "imports", "setup"}
"""Rooms that may look behind doors: the roof, and those that fill the house from outside."""


@pytest.fixture(scope="module")
def imports() -> set[tuple[str, str]]:
    graph = grimp.build_graph("lienhiep", exclude_type_checking_imports=True, cache_dir=None)
    return {
        (importer, imported)
        for importer in graph.modules
        for imported in graph.find_modules_directly_imported_by(importer)
    }


def room_of(module: str) -> str:
    return [*module.split("."), ""][1]


def behind_doors(imports: set[tuple[str, str]]) -> list[str]:
    """Return the imports that reach past the doors of another room."""
    found = []
    for importer, imported in sorted(imports):
        room, other = room_of(importer), room_of(imported)
        if not room or not other or room == other or room in FREE or other in OPEN_HOUSE:
            continue
        part = [*imported.split("."), "", ""][2]
        if part not in DOORS:
            found.append(f"{importer} -> {imported}")
    return found


def test_rooms_use_only_the_doors_of_other_rooms(imports):
    assert behind_doors(imports) == []


def test_a_look_behind_a_door_is_noticed():
    imports = {
        ("lienhiep.reports.views", "lienhiep.journal.viewsets"),
        ("lienhiep.reports.views", "lienhiep.journal.models.issue"),
        ("lienhiep.journal.views", "lienhiep.core.viewsets"),
        ("lienhiep.demo.year", "lienhiep.journal.forms"),
    }

    assert behind_doors(imports) == ["lienhiep.reports.views -> lienhiep.journal.viewsets"]


def test_nobody_imports_the_screens_or_jobs_that_only_the_roof_may_name(imports):
    """`wagtail_hooks`, `urls` and `apps` are found by name; importing one runs it twice."""
    found = [
        f"{importer} -> {imported}"
        for importer, imported in sorted(imports)
        if imported.split(".")[-1] in {"wagtail_hooks", "urls"}
        and room_of(importer) not in {"project"}
    ]

    assert found == []


def test_signals_of_rooms_stay_in_their_room(imports):
    listeners = [
        f"{importer} -> {imported}"
        for importer, imported in sorted(imports)
        if imported.endswith(".signals") and room_of(importer) != room_of(imported)
    ]

    assert listeners == []
