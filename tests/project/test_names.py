"""Names that lie in databases do not change by accident."""

import re

import pytest

from scripts import stored_names

DRAWERS = {
    "utils",
    "helpers",
    "common",
    "misc",
    "services",
    "logic",
    "base",
    "manager",
    "managers",
    "handler",
    "handlers",
}
"""Names that attract everything; a thing is given its own name instead."""


def test_the_page_of_stored_names_is_up_to_date():
    expected = stored_names.page(stored_names.stored_names())

    assert stored_names.DOCUMENT.read_text(encoding="utf-8") == expected


def test_every_verb_in_the_history_has_its_words():
    from wagtail.log_actions import registry

    registered = {action for action, _words in registry.get_choices()}

    assert stored_names.verbs_in_use() - registered == set()


def test_no_module_is_a_drawer():
    allowed = {"lienhiep/project/settings/base.py"}  # the settings all others start from
    drawers = [
        str(path.relative_to(stored_names.ROOT))
        for path in (stored_names.ROOT / "lienhiep").rglob("*")
        if (path.suffix == ".py" or (path.is_dir() and (path / "__init__.py").exists()))
        and path.stem in DRAWERS
    ]

    assert set(drawers) - allowed == set()


@pytest.mark.parametrize("kind", ["html", "txt"])
def test_every_translated_block_is_trimmed(kind):
    """`{% blocktranslate %}` keeps its line breaks unless it is trimmed."""
    untrimmed = [
        str(path.relative_to(stored_names.ROOT))
        for path in (stored_names.ROOT / "lienhiep").rglob(f"*.{kind}")
        if re.search(r"{%\s*blocktrans(late)?\b(?![^%]*\btrimmed\b)", path.read_text("utf-8"))
    ]

    assert untrimmed == []
