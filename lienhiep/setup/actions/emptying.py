"""Emptying a database so that it stands as after the first start, inside one transaction.

Every table is emptied unless it is named here: what a room adds later is emptied too, without
anybody thinking of it. What migrations write of themselves stays; the commands `load_…` write
the reference data again.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from django.core.management import call_command, get_commands
from django.db import DatabaseError, connection
from wagtail.models import Page, Site

from lienhiep.core.search.index import index

logger = logging.getLogger(__name__)

KEPT = frozenset(
    {
        # What the code itself is made of; every row of ours points at these.
        "django_content_type",
        "auth_permission",
        # Wagtail's own rows, which its migrations write and no screen of ours changes.
        "auth_group",
        "auth_group_permissions",
        "wagtailcore_locale",
        "wagtailcore_task",
        "wagtailcore_groupapprovaltask",
        "wagtailcore_groupapprovaltask_groups",
        "wagtailcore_workflow",
        "wagtailcore_workflowtask",
    }
)

PAGES_TEXT = "wagtailsearch_indexentry_fts"
"""Wagtail's full-text table in SQLite, which it writes by triggers."""

ROOT_PAGE = "IN (SELECT id FROM wagtailcore_page WHERE depth = 1)"
ROOT_COLLECTION = "IN (SELECT id FROM wagtailcore_collection WHERE depth = 1)"
ROOTS = {
    # First what points at the roots: afterwards the other pages are gone.
    "wagtailcore_workflowpage": f"page_id {ROOT_PAGE}",
    "wagtailcore_grouppagepermission": f"page_id {ROOT_PAGE}",
    "wagtailcore_groupcollectionpermission": f"collection_id {ROOT_COLLECTION}",
    "wagtailcore_page": "depth = 1",
    "wagtailcore_collection": "depth = 1",
}
"""Tables of which some rows stay: trees begin at a root, and rights hang on it."""


def empty_database() -> None:
    """Take out every row that people or the demonstration made; call it in a transaction.

    Nobody else writes meanwhile: SQLite has locked the file when the transaction began, in
    PostgreSQL the tables are locked here. Foreign keys are asked for at the end.
    """
    tables = emptied_tables()
    text_table = index().table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA defer_foreign_keys = ON")
            # Deleted rows would else stand in the free pages of the file.
            cursor.execute("PRAGMA secure_delete = ON")
        else:
            every = ", ".join(map(_quoted, [*tables, *ROOTS]))
            cursor.execute(f"LOCK TABLE {every} IN ACCESS EXCLUSIVE MODE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table, stays in ROOTS.items():
            cursor.execute(f"DELETE FROM {_quoted(table)} WHERE NOT ({stays})")
        for table in [*tables, text_table]:
            cursor.execute(f"DELETE FROM {_quoted(table)}")
        if connection.vendor == "sqlite":
            # A full-text table keeps the words of deleted rows until it is made anew.
            for table in (text_table, PAGES_TEXT):
                cursor.execute(f"INSERT INTO {table}({table}) VALUES ('rebuild')")
        _count_from_the_beginning(cursor, [*tables, *ROOTS])
    Page.objects.filter(depth=1).update(
        numchild=0, owner=None, latest_revision=None, live_revision=None, locked_by=None
    )
    Site.clear_site_root_paths_cache()


def forget_deleted_rows() -> None:
    """Take out of the database's files what was deleted; after the transaction.

    What cannot be done because somebody reads at this very moment does no harm: the rows are
    gone, and the database cleans up after itself in time.
    """
    if connection.in_atomic_block:
        return
    statements = (
        ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)")
        if connection.vendor == "sqlite"
        else ("VACUUM",)
    )
    with connection.cursor() as cursor:
        for statement in statements:
            try:
                cursor.execute(statement)
            except DatabaseError as busy:
                logger.warning("%s was left out: %s", statement, busy)


def load_reference_data() -> None:
    """Write again what every installation knows: units, kinds of document, groups, front page."""
    for name, app in sorted(get_commands().items()):
        if name.startswith("load_") and str(app).startswith("lienhiep."):
            call_command(name, verbosity=0)


def emptied_tables() -> list[str]:
    """Return the tables that are emptied whole, in a fixed order."""
    known = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return sorted(set(known) - KEPT - set(ROOTS))


def _count_from_the_beginning(cursor: Any, tables: Iterable[str]) -> None:
    """Let ids begin after the last row that stays, so that nothing tells how many there were.

    Undone with the transaction, unlike PostgreSQL's setval().
    """
    if connection.vendor == "sqlite":
        for table in tables:
            cursor.execute(
                "UPDATE sqlite_sequence SET seq = "
                f"(SELECT COALESCE(MAX(rowid), 0) FROM {_quoted(table)}) WHERE name = %s",
                [table],
            )
        return
    for table in tables:
        for sequence in connection.introspection.get_sequences(cursor, table):
            column = _quoted(sequence["column"])
            cursor.execute(f"SELECT COALESCE(MAX({column}), 0) + 1 FROM {_quoted(table)}")
            following = int(cursor.fetchone()[0])
            cursor.execute(f"ALTER SEQUENCE {_quoted(sequence['name'])} RESTART WITH {following}")


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
