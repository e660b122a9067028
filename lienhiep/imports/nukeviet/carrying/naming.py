"""What articles are found by beside categories: topics, tags, pen names, sources and groups."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext as _

from lienhiep.imports.nukeviet.carrying.context import Carrying, Row, batches, said, value
from lienhiep.imports.nukeviet.carrying.words import Words
from lienhiep.imports.nukeviet.site import Module
from lienhiep.imports.nukeviet.texts import number
from lienhiep.news.models import ArticleGroup, PenName, Source, Tag, Topic
from lienhiep.portal.old_addresses import key_of, word_key

AT_ONCE = 200
HAS_PAGE = {"topic": "topic", "tag": "tag", "author": "author", "group": "group"}


@dataclass(frozen=True)
class Naming:
    """A kind of thing with a name: its table, its columns, and the record that it becomes."""

    kind: str
    table: str
    column: str
    names: tuple[str, ...]
    model: type[models.Model]
    facts: Callable[[Carrying, Row, str, str], dict[str, Any]]
    alias: str = "alias"


def _described(most: int, field: str) -> Callable[[Carrying, Row, str, str], dict[str, Any]]:
    def facts(carrying: Carrying, row: Row, table: str, old_id: str) -> dict[str, Any]:
        text = carrying.lines(row, "description")
        if most < 2000:
            text = text.replace("\n", " ")
        return {field: carrying.short(text, most, table, old_id, _("Its description"))}

    return facts


def _author(carrying: Carrying, row: Row, table: str, old_id: str) -> dict[str, Any]:
    facts = _described(2000, "description")(carrying, row, table, old_id)
    return facts | {"is_active": number(value(row, "active"), 1) == 1}


def _source(carrying: Carrying, row: Row, table: str, old_id: str) -> dict[str, Any]:
    written = carrying.line(row, "link")
    link = web_address(written)
    if written and link != written:
        carrying.report.mend(table, old_id, "address", _("Address: %(was)s") % {"was": written})
    return {"link": link}


NAMINGS = (
    Naming("topic", "topics", "topicid", ("title",), Topic, _described(1000, "summary")),
    Naming(
        "tag", "tags", "tid", ("title", "keywords", "alias"), Tag, _described(500, "description")
    ),
    Naming("author", "author", "id", ("pseudonym", "alias"), PenName, _author),
    Naming("source", "sources", "sourceid", ("title", "link"), Source, _source),
    Naming("group", "block_cat", "bid", ("title",), ArticleGroup, _described(500, "description")),
)


def web_address(text: str) -> str:
    """Return an address of the web, mended where its scheme is doubled; else nothing."""
    text = text.strip()
    while text.lower().startswith(("http://http://", "http://https://", "https://http")):
        text = text.split("//", 1)[1]
    if text and "://" not in text and "." in text and " " not in text:
        text = f"http://{text}"
    try:
        if urlsplit(text).scheme not in ("http", "https") or len(text) > 500:
            return ""
        URLValidator()(text)
    except (ValidationError, ValueError):
        return ""
    return text


def carry_namings(carrying: Carrying, module: Module) -> None:
    """Bring over all that has a name."""
    for naming in NAMINGS:
        _carry(carrying, module, naming)


def _carry(carrying: Carrying, module: Module, naming: Naming) -> None:
    kind = f"{module.title}:{naming.kind}"
    table = carrying.site.table(module.data, naming.table)
    staging, database = carrying.site.staging, carrying.site.database
    carrying.hold_known(kind, naming.model)
    known = Known(naming)
    rows = carrying.new_rows(
        kind, table, staging.rows(database, table, naming.column), naming.column
    )
    for batch in batches(rows, AT_ONCE):
        with carrying.batch():
            made = []
            for row in batch:
                record = _made(carrying, naming, kind, table, row, known)
                if record is not None:
                    made.append((row, record))
            carrying.store([record for _row, record in made if record._state.adding])
            for row, record in made:
                carrying.keep(kind, row[naming.column], record)
    if naming.kind not in HAS_PAGE:
        return
    with carrying.batch():
        for row in staging.rows(database, table):
            record = carrying.held(kind, value(row, naming.column))
            word = word_key(str(value(row, naming.alias) or ""))
            if record is not None and word:
                place = record.get_absolute_url() if module.is_public and record.slug else ""
                key = key_of(module.title, HAS_PAGE[naming.kind], word)
                carrying.addresses.add(key, record if module.is_public else None, place)


class Known:
    """What bears a name here already: where names are given once, it is used again."""

    def __init__(self, naming: Naming) -> None:
        fields = {field.name: field for field in naming.model._meta.get_fields()}
        self.by_name: dict[str, Any] = {}
        self.is_once = getattr(fields["name"], "unique", False)
        if self.is_once:
            self.by_name = {one.name.casefold(): one for one in naming.model._base_manager.all()}
        self.words: Words | None = None
        if "slug" in fields:
            slugs = naming.model._base_manager.values_list("slug", flat=True)
            self.words = Words(slugs, fields["slug"].max_length or 50)


def _made(carrying: Carrying, naming: Naming, kind: str, table: str, row: Row, known: Known) -> Any:
    old_id = str(row[naming.column])
    name = next((text for one in naming.names if (text := carrying.line(row, one))), "")
    if naming.kind == "tag":
        name = re.sub(r"\s*[,;]\s*", " – ", name)  # where tags are typed, commas part them
    if not name:
        carrying.report.skip(kind, table, old_id, "no_title", _("It has no name."))
        return None
    most = naming.model._meta.get_field("name").max_length or 150
    name = carrying.short(name, most, table, old_id, _("Name"))
    if (same := known.by_name.get(name.casefold())) is not None:
        carrying.report.note(
            table,
            old_id,
            "same_name",
            _("Something of this name is here and is used: %(name)s") % {"name": name},
        )
        return same
    facts = naming.facts(carrying, row, table, old_id)
    if known.words is not None:
        alias = str(value(row, naming.alias) or "")
        facts["slug"] = known.words.free(alias, name, f"{naming.kind}-cu")
    record: Any = naming.model(name=name, **facts)
    try:
        record.clean_fields()
        record.clean()
    except ValidationError as refusal:
        carrying.report.skip(kind, table, old_id, "refused", said(refusal))
        return None
    if known.is_once:
        known.by_name[record.name.casefold()] = record
    return record
