"""Writes docs/names.md: the names that lie in databases and reports, and never change.

.venv/bin/python scripts/stored_names.py
"""

import ast
import os
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENT = ROOT / "docs" / "names.md"

INTRODUCTION = """\
# Stored names

These names lie in databases, in frozen reports and in other people's addresses. A name
that is in use keeps its meaning and is never given to something else; one that goes out of
use stays known here as long as a row may hold it. A test compares this page with the code.

After adding a name on purpose: `.venv/bin/python scripts/stored_names.py`, and read the
difference before you commit it.
"""


def stored_names() -> dict[str, list[str]]:
    """Return every kind of stored name with its names, in the order of this page."""
    from lienhiep.accounts.choices import Role
    from lienhiep.core.figures.registry import all_figures
    from lienhiep.core.notices import notice_kinds

    return {
        "Rooms (app labels)": sorted(room_labels()),
        "Figures": [f"{figure.code} {figure.name}" for figure in all_figures()],
        "Verbs in the history": sorted(verbs_in_use()),
        "Notices": [kind.code for kind in notice_kinds()],
        "Roles": list(Role.values),
        "States and other choices": sorted(choices()),
        "Tasks": sorted(task_names()),
    }


def room_labels() -> list[str]:
    """Return the labels of our own apps."""
    from django.apps import apps

    return [app.label for app in apps.get_app_configs() if app.name.startswith("lienhiep.")]


def verbs_in_use() -> set[str]:
    """Return the verbs that the code writes into the history: `<room>.<verb>`."""
    pattern = re.compile(rf"({'|'.join(room_labels())})\.[a-z_]+")
    found = set()
    for call in calls_of("verb", "log", "register_action"):
        for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
            text = argument.value if isinstance(argument, ast.Constant) else None
            if isinstance(text, str) and pattern.fullmatch(text):
                found.add(text)
    return found


def calls_of(*names: str) -> Iterator[ast.Call]:
    """Yield the calls of functions or methods with one of these names in our code."""
    for path in sorted((ROOT / "lienhiep").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
                if name in names:
                    yield node


def choices() -> Iterator[str]:
    """Yield every list of choices with its values, as `room.Class: one, two`."""
    from django.db.models.enums import Choices

    for path in sorted((ROOT / "lienhiep").glob("*/choices*")) + sorted(
        (ROOT / "lienhiep").glob("*/choices/*.py")
    ):
        if path.suffix != ".py" or path.stem == "__init__":
            continue
        parts = path.relative_to(ROOT).with_suffix("").parts
        module = import_module(".".join(parts))
        for name, value in vars(module).items():
            ours = isinstance(value, type) and issubclass(value, Choices)
            if ours and value.__module__ == module.__name__ and name != "Role":
                yield f"{parts[1]}.{name}: {', '.join(str(one) for one in value.values)}"


def task_names() -> Iterator[str]:
    """Yield the paths of the functions that lie in the queue under their names."""
    for path in sorted((ROOT / "lienhiep").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and any(map(is_task, node.decorator_list)):
                module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
                yield f"{module}.{node.name}"


def is_task(decorator: ast.expr) -> bool:
    """Say whether a decorator puts the function into the queue: `@task` or `@task(…)`."""
    name = decorator.func if isinstance(decorator, ast.Call) else decorator
    return (getattr(name, "attr", None) or getattr(name, "id", "")) == "task"


def page(names: dict[str, list[str]]) -> str:
    """Return the page that lists the names."""
    sections = [INTRODUCTION]
    for heading, entries in names.items():
        lines = "\n".join(f"- `{entry}`" for entry in entries) or "None yet."
        sections.append(f"## {heading}\n\n{lines}\n")
    return "\n".join(sections)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "lienhiep.project.settings.test"
    import django

    django.setup()
    DOCUMENT.write_text(page(stored_names()), encoding="utf-8")
    print(f"Written: {DOCUMENT.relative_to(ROOT)}")
