"""Categories: a tree of any depth becomes one of two levels; closed ones stay closed."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from lienhiep.imports.nukeviet.carrying.context import Carrying, Row, said, value
from lienhiep.imports.nukeviet.carrying.words import Words
from lienhiep.imports.nukeviet.site import Module, is_open
from lienhiep.imports.nukeviet.texts import number
from lienhiep.news.models import Category
from lienhiep.portal.old_addresses import key_of, word_key

SUSPENDED = 20
"""Above this, NukeViet has locked a thing because what it stands in was locked."""


@dataclass(frozen=True)
class FormerCategory:
    """A category of the former site: the record that it became, and whether readers saw it."""

    record: Category | None
    is_public: bool
    name: str


def was_public(row: Row, module: Module) -> bool:
    """Return whether every visitor of the former site saw a category."""
    status = number(value(row, "status"), 1) if value(row, "status") is not None else 1
    return module.is_public and is_open(row) and 0 < status <= SUSPENDED


def carry_categories(carrying: Carrying, module: Module) -> dict[str, FormerCategory]:
    """Bring the categories of a module over; return all of them by their number."""
    kind = f"{module.title}:category"
    table = carrying.site.table(module.data, "cat")
    staging, database = carrying.site.staging, carrying.site.database
    rows = {str(value(row, "catid")): row for row in staging.rows(database, table, "sort")}
    carrying.hold_known(kind, Category)
    words = Words(Category._base_manager.values_list("slug", flat=True), 80, no_number=True)
    found = list(carrying.new_rows(kind, table, staging.rows(database, table, "sort"), "catid"))
    by_level = sorted(found, key=lambda row: len(_ancestors(rows, str(row["catid"]))))
    with carrying.batch():
        for level in (True, False):
            made = []
            for row in by_level:
                old_id = str(row["catid"])
                ancestors = _ancestors(rows, old_id)
                if (not ancestors) is not level:
                    continue
                category = _made(carrying, module, kind, table, row, ancestors, words)
                if category is not None:
                    made.append((old_id, category))
            carrying.store([category for _old, category in made])
            for old_id, category in made:
                carrying.keep(kind, old_id, category)
        _addresses(carrying, module, kind, rows)
    return {
        old_id: FormerCategory(
            record=carrying.held(kind, old_id),
            is_public=was_public(row, module),
            name=carrying.line(row, "title"),
        )
        for old_id, row in rows.items()
    }


def _ancestors(rows: dict[str, Row], old_id: str) -> list[str]:
    """Return the numbers above a category, the nearest first; a circle is cut."""
    above: list[str] = []
    here = old_id
    while True:
        parent = str(number(value(rows[here], "parentid")))
        if parent == "0" or parent not in rows or parent in above or parent == old_id:
            return above
        above.append(parent)
        here = parent


def _made(
    carrying: Carrying,
    module: Module,
    kind: str,
    table: str,
    row: Row,
    ancestors: list[str],
    words: Words,
) -> Category | None:
    old_id = str(row["catid"])
    report = carrying.report
    name = carrying.line(row, "title") or carrying.line(row, "titlesite")
    if not name:
        name = str(_("Category %(number)s") % {"number": old_id})
        report.mend(table, old_id, "no_title", _("It had no name."))
    name = carrying.short(name, 100, table, old_id, _("Name"))
    said_parent = number(value(row, "parentid"))
    if said_parent and not ancestors:
        report.mend(
            table,
            old_id,
            "lost_parent",
            _("What it stood under is not there; it stands at the top."),
        )
    if len(ancestors) > 1:
        report.mend(
            table,
            old_id,
            "flattened",
            _("It stood on level %(level)s; there are two levels, so it stands under the topmost.")
            % {"level": len(ancestors) + 1},
        )
    is_public = was_public(row, module)
    if not is_public:
        report.note(
            table,
            old_id,
            "closed_category",
            _("Readers did not see it; it stays closed: %(name)s") % {"name": name},
        )
    about = carrying.lines(row, "description").replace("\n", " ")
    category = Category(
        name=name,
        slug=words.free(str(value(row, "alias") or ""), name, f"chuyen-muc-{module.title}"),
        parent=_parent(carrying, kind, ancestors, is_public=is_public),
        position=min(number(value(row, "weight")), 32767)
        if number(value(row, "weight")) > 0
        else 0,
        in_menu=is_public,
        description=carrying.short(about, 1000, table, old_id, _("Its description")),
        is_closed=not is_public,
    )
    try:
        category.clean_fields(exclude=["parent"])
        category.clean()
    except ValidationError as refusal:
        report.skip(kind, table, old_id, "refused", said(refusal))
        return None
    return category


def _parent(
    carrying: Carrying, kind: str, ancestors: list[str], *, is_public: bool
) -> Category | None:
    """Return the topmost category above; one that readers saw never stands under a closed one."""
    parent = carrying.held(kind, ancestors[-1]) if ancestors else None
    return None if parent is not None and is_public and parent.is_closed else parent


def _addresses(carrying: Carrying, module: Module, kind: str, rows: dict[str, Row]) -> None:
    """Let every old address of a category lead to the new one."""
    feed = reverse("news:feed")
    for old_id, row in rows.items():
        category = carrying.held(kind, old_id)
        word = word_key(str(value(row, "alias") or ""))
        if not word or category is None:
            continue
        is_public = was_public(row, module)
        place = category.get_absolute_url() if is_public and category.slug else ""
        key = key_of(module.title, "category", word)
        if is_public:
            carrying.addresses.add(key, category, place)
            carrying.addresses.add(key_of(module.title, "rss", word), path=feed)
        else:
            carrying.addresses.add(key)
    carrying.addresses.add(
        key_of(module.title, "module"), path=reverse("news:index") if module.is_public else ""
    )
    carrying.addresses.add(key_of(module.title, "rss"), path=feed if module.is_public else "")
