"""What hangs on articles in tables of its own, read for a batch at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from lienhiep.core.history import record_all
from lienhiep.imports.nukeviet.carrying.context import Carrying, Row, value
from lienhiep.imports.nukeviet.site import Module
from lienhiep.imports.nukeviet.texts import number
from lienhiep.news.models import GroupPlace, NewsArticle, PenName, Tag

SPLIT = re.compile(r"_bodyhtml_\d+$")


class Parts:
    """The text, tags, pen names and groups of the articles of a batch."""

    def __init__(self, carrying: Carrying, module: Module) -> None:
        self.carrying = carrying
        self.module = module
        self.database = carrying.site.database
        staging = carrying.site.staging
        self.bodies = [carrying.site.table(module.data, "detail")]
        head = carrying.site.table(module.data, "")
        self.bodies += sorted(
            name
            for database, name in staging.tables
            if database == self.database and name.startswith(head) and SPLIT.search(name)
        )
        self.bodies.append(carrying.site.table(module.data, "bodytext"))
        self.joined = {
            "tags_id": "tid",
            "authorlist": "aid",
            "block": "bid",
        }
        for table in (carrying.site.table(module.data, "rows"), *self.bodies):
            staging.index(self.database, table, "id")
        for table in self.joined:
            staging.index(self.database, carrying.site.table(module.data, table), "id")
        self._details: dict[str, Row] = {}
        self._joined: dict[str, dict[str, list[Row]]] = {}

    def read(self, old_ids: Sequence[str]) -> None:
        """Read what hangs on some articles."""
        staging = self.carrying.site.staging
        self._details = {}
        for table in self.bodies:
            for row in staging.matching(self.database, table, "id", old_ids):
                known = self._details.get(str(row["id"]))
                if known is None:
                    self._details[str(row["id"])] = row
        for name in self.joined:
            found: dict[str, list[Row]] = defaultdict(list)
            table = self.carrying.site.table(self.module.data, name)
            for row in staging.matching(self.database, table, "id", old_ids):
                found[str(row["id"])].append(row)
            self._joined[name] = found

    def detail(self, old_id: str) -> Row | None:
        """Return the row with the text of an article."""
        return self._details.get(old_id)

    def tags(self, old_id: str) -> list[Tag]:
        """Return the tags of an article."""
        return self._records(old_id, "tags_id", "tag")

    def pen_names(self, old_id: str) -> list[PenName]:
        """Return the pen names of an article."""
        return self._records(old_id, "authorlist", "author")

    def byline(self, old_id: str, signed: Sequence[PenName]) -> str:
        """Return the pen names of an article as a line."""
        names = [str(one) for one in signed]
        if not names:
            rows = self._joined["authorlist"].get(old_id, [])
            names = [self.carrying.line(row, "pseudonym") for row in rows]
        return ", ".join(filter(None, names))[:200]

    def _records(self, old_id: str, table: str, kind: str) -> list[Any]:
        found, full = [], self.carrying.site.table(self.module.data, table)
        for row in self._joined[table].get(old_id, []):
            which = value(row, self.joined[table])
            record = self.carrying.held(f"{self.module.title}:{kind}", which)
            if record is None:
                words = self.carrying.line(row, "keyword") or self.carrying.line(row, "pseudonym")
                self.carrying.report.leave(
                    full,
                    f"{old_id}/{which}",
                    "orphan",
                    _("What it names is not there: %(words)s") % {"words": words},
                )
            elif record not in found or record.pk is None:
                found.append(record)
        self.carrying.report.count(f"{self.module.title}:{kind} link", "brought", len(found))
        return found

    def group(self, ready: Sequence[Any], articles: Sequence[NewsArticle]) -> None:
        """Put the articles of a batch into their groups, in the order that they had."""
        lines, held = [], f"{self.module.title}:group"
        for one, article in zip(ready, articles, strict=True):
            seen = set()
            for row in self._joined["block"].get(one.old_id, []):
                group = self.carrying.held(held, value(row, "bid"))
                if group is None or group.pk in seen:
                    continue
                seen.add(group.pk)
                place = min(max(number(value(row, "weight")), 0), 32767)
                lines.append(GroupPlace(group=group, article=article, sort_order=place))
        record_all(lines)
        self.carrying.report.count(f"{held} link", "brought", len(lines))

    def report_orphans(self) -> None:
        """Name the rows that hang on an article that is not there."""
        carrying = self.carrying
        tables = [
            *self.bodies,
            *(carrying.site.table(self.module.data, name) for name in self.joined),
        ]
        master = carrying.site.table(self.module.data, "rows")
        with carrying.batch():
            for table in tables:
                for row in carrying.site.staging.orphans(self.database, table, "id", master, "id"):
                    why = _("It belongs to an article that is not there.")
                    other = next(
                        (v for c in self.joined.values() if (v := value(row, c)) is not None), ""
                    )
                    which = f"{row['id']}/{other}" if other else row["id"]
                    carrying.report.leave(table, which, "orphan", why)
