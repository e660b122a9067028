"""Articles: each in its state, with its text, pictures, files, and all that it is found by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.core.models.library import SiteDocument, SiteImage
from lienhiep.core.text import cut
from lienhiep.imports.nukeviet.carrying.categories import FormerCategory
from lienhiep.imports.nukeviet.carrying.context import Carrying, Row, batches, said, value
from lienhiep.imports.nukeviet.carrying.links import Links
from lienhiep.imports.nukeviet.carrying.naming import web_address
from lienhiep.imports.nukeviet.carrying.parts import Parts
from lienhiep.imports.nukeviet.carrying.standing import Standing, standing
from lienhiep.imports.nukeviet.carrying.wording import Worded, worded
from lienhiep.imports.nukeviet.site import Module
from lienhiep.imports.nukeviet.texts import lines, moment, number
from lienhiep.news.actions import ArticleRow, AttachedFile, load_news_articles
from lienhiep.news.blocks import ArticleBlocks
from lienhiep.news.bodies import Surroundings, blocks_of
from lienhiep.news.choices import SourceKind
from lienhiep.news.models import Category
from lienhiep.portal.old_addresses import key_of

AT_ONCE = 100
CLOSED_COMMENTS = frozenset({"", "0", "None"})


FIELDS = frozenset(field.name for field in fields(ArticleRow))


def row_of(**facts: Any) -> ArticleRow:
    """Return the row of an article, with those facts that rows know."""
    return ArticleRow(**{name: fact for name, fact in facts.items() if name in FIELDS})


def with_records(body: Sequence[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Return blocks in which pictures and files are records, known by their numbers alone."""
    kinds: dict[str, tuple[str, Any]] = {
        "picture": ("picture", SiteImage),
        "attachment": ("file", SiteDocument),
    }
    blocks = []
    for kind, content in body:
        if kind in kinds:
            name, model = kinds[kind]
            content = content | {name: model(pk=content[name])}
        blocks.append((kind, content))
    return blocks


def moments_of(where: Standing) -> dict[str, Any]:
    """Return the moments of an article.

    Where nothing can be archived, what had left the lists of the former site is off this one.
    """
    moments: dict[str, Any] = {
        "published_at": where.published_at,
        "scheduled_for": where.scheduled_for,
        "archived_at": where.archived_at,
        "expires_at": where.expires_at if where.archived_at is None else None,
    }
    if where.archived_at is not None and "archived_at" not in FIELDS:
        reason = _("Its time on the former site was over.")
        moments |= {"withdrawn_at": where.archived_at, "withdrawal_reason": reason}
    return moments


@dataclass
class Prepared:
    """An article ready to be stored, with what is known of it beside the record."""

    old_id: str
    row: ArticleRow
    has_open_links: bool


class Articles:
    """Brings the articles of a module over."""

    def __init__(
        self, carrying: Carrying, module: Module, categories: Mapping[str, FormerCategory]
    ) -> None:
        self.carrying = carrying
        self.module = module
        self.categories = categories
        self.kind = f"{module.title}:article"
        self.table = carrying.site.table(module.data, "rows")
        self.parts = Parts(carrying, module)
        self.links = Links(carrying)
        self.last: datetime | None = None
        self.has_video = "video" in ArticleBlocks().child_blocks

    def carry(self) -> None:
        """Bring over all that are not here yet, in the order of their numbers."""
        carrying = self.carrying
        staging, database = carrying.site.staging, carrying.site.database
        total, done = staging.count(database, self.table), 0
        rows = staging.rows(database, self.table, "id")
        new = carrying.new_rows(self.kind, self.table, rows, "id")
        for batch in batches(new, AT_ONCE):
            # Texts are cleaned and pictures taken in before the transaction begins.
            prepared = self._prepared(batch)
            self._store(prepared)
            done += len(batch)
            carrying.tell(self.module.name, done, total)
        self.parts.report_orphans()

    def _prepared(self, rows: Sequence[Row]) -> list[Prepared]:
        self.parts.read([str(row["id"]) for row in rows])
        ready = []
        for row in rows:
            prepared = self._article(row)
            if prepared is not None:
                ready.append(prepared)
        return ready

    def _store(self, ready: list[Prepared]) -> None:
        carrying = self.carrying
        if carrying.is_trial:
            with carrying.batch():
                for one in ready:
                    carrying.keep(self.kind, one.old_id, None)
                carrying.records.pop(self.kind, None)
            return
        try:
            self._load(ready)
        except ValidationError:
            # One of them is refused: each goes alone, so that the others come over.
            for one in ready:
                try:
                    self._load([one])
                except ValidationError as refusal:
                    with carrying.batch():
                        carrying.report.skip(
                            self.kind, self.table, one.old_id, "refused", said(refusal)
                        )
        carrying.library.flush()

    def _load(self, ready: list[Prepared]) -> None:
        carrying = self.carrying
        with carrying.batch():
            articles = load_news_articles(rows=[one.row for one in ready], by=carrying.by)
            for one, article in zip(ready, articles, strict=True):
                carrying.register.add(
                    self.kind, one.old_id, article, has_open_links=one.has_open_links
                )
                key = key_of(self.module.title, "article", int(one.old_id))
                carrying.addresses.add(key, article)
            self.parts.group(ready, articles)
        carrying.report.count(self.kind, "brought", len(ready))

    # One article

    def _article(self, row: Row) -> Prepared | None:
        carrying, old_id = self.carrying, str(row["id"])
        shown, closed = self._categories_of(row, old_id)
        is_public = bool(shown) and self.module.is_public
        where = standing(row, is_public=is_public, now=carrying.now, last=self.last)
        if where.reason == "restricted" and not shown and not closed:
            where = Standing(reason="lost", words=_("None of its categories is there any more."))
        self.last = where.published_at or self.last
        is_closed = where.reason in ("restricted", "locked")
        detail = self.parts.detail(old_id)
        text = worded(carrying, self.table, row, detail)
        around = self._surroundings(old_id, is_closed=is_closed)
        body = blocks_of(text.body, around)
        body, attached = self._completed(
            body, text, row, detail, old_id, where, is_closed=is_closed
        )
        if where.reason:
            carrying.report.note(self.table, old_id, where.reason, where.words)
        lead = text.lead or _lead_from(body)
        if not text.lead and lead and where.is_on_site:
            carrying.report.mend(
                self.table, old_id, "no_lead", _("It had no lead; its first words became one.")
            )
        main, further = self._sorted(shown or closed, old_id)
        picture = self._main_picture(row, old_id, is_closed=is_closed)
        signed = self.parts.pen_names(old_id)
        open_links = self.links.open_ones
        self.links.open_ones = False
        return Prepared(
            old_id,
            row_of(
                title=text.title,
                lead=lead or text.title,
                body=with_records(body) or [("paragraph", f"<p>{text.title_as_html}</p>")],
                category=main,
                further=further,
                **moments_of(where),
                changed_at=_not_after(moment(value(row, "edittime")), carrying.now),
                topic=carrying.held(f"{self.module.title}:topic", value(row, "topicid")),
                picture=picture,
                byline=text.byline or self.parts.byline(old_id, signed),
                tags=self.parts.tags(old_id),
                pen_names=signed,
                attachments=attached,
                comments_open=str(value(row, "allowed_comm")) not in CLOSED_COMMENTS,
                **self._source(row, detail, old_id),
            ),
            open_links,
        )

    def _categories_of(
        self, row: Row, old_id: str
    ) -> tuple[list[FormerCategory], list[FormerCategory]]:
        """Return the categories that every visitor saw, the main one first, and the others."""
        main = str(number(value(row, "catid")))
        listed = [one.strip() for one in str(value(row, "listcatid") or "").split(",")]
        shown, closed = [], []
        for one in dict.fromkeys([main, *listed]):
            if not one or one == "0":
                continue
            category = self.categories.get(one)
            if category is None:
                self.carrying.report.mend(
                    self.table,
                    old_id,
                    "lost_category",
                    _("Category %(id)s is not there.") % {"id": one},
                )
            elif category.is_public:
                shown.append(category)
            else:
                closed.append(category)
        return shown, closed

    def _sorted(
        self, categories: list[FormerCategory], old_id: str
    ) -> tuple[Category | None, list[Category]]:
        records = [one.record for one in categories if one.record is not None]
        if not records:
            self.carrying.report.note(
                self.table, old_id, "no_category", _("It stands in no category.")
            )
            return None, []
        return records[0], list({id(one): one for one in records[1:]}.values())

    def _surroundings(self, old_id: str, *, is_closed: bool) -> Surroundings:
        carrying = self.carrying

        def note(reason: str, words: str) -> None:
            carrying.report.mend(self.table, old_id, reason, words)

        def left(reason: str, words: str) -> None:
            carrying.report.leave(self.table, old_id, reason, words)

        def picture(address: str, about: str) -> int | None:
            return carrying.library.picture(address, about, left, is_closed=is_closed)

        def document(address: str) -> int | None:
            return carrying.library.document(address, left, is_closed=is_closed)

        return Surroundings(
            picture=picture,
            document=document,
            link=self.links.new_address,
            note=note,
            convert_fonts=carrying.fonts.convert,
            has_video_block=self.has_video,
        )

    def _completed(
        self,
        body: list[tuple[str, Any]],
        text: Worded,
        row: Row,
        detail: Row | None,
        old_id: str,
        where: Standing,
        *,
        is_closed: bool,
    ) -> tuple[list[tuple[str, Any]], list[AttachedFile]]:
        """Add what did not fit elsewhere; return the files that hung on the article too."""
        blocks = [("paragraph", "".join(f"<p>{one}</p>" for one in text.left_over)), *body]
        if not text.left_over:
            blocks = list(body)
        if not blocks and where.is_on_site:
            self.carrying.report.mend(
                self.table, old_id, "no_body", _("It had no text; its lead stands there.")
            )
            blocks = [("paragraph", text.lead_as_html or f"<p>{text.title_as_html}</p>")]
        files_found: list[AttachedFile] = []
        files = (
            [one.strip() for one in str(value(detail, "files") or "").split(",")] if detail else []
        )
        for name in filter(None, files):

            def left(reason: str, words: str) -> None:
                self.carrying.report.leave(self.table, old_id, reason, words)

            found = self.carrying.library.document(
                name, left, below=self.module.upload, is_closed=is_closed
            )
            if found:
                files_found.append(AttachedFile(file=SiteDocument(pk=found)))
        return blocks, list({one.file.pk: one for one in files_found}.values())

    def _main_picture(self, row: Row, old_id: str, *, is_closed: bool) -> SiteImage | None:
        name = str(value(row, "homeimgfile") or "").strip()
        if not name:
            return None

        def left(reason: str, words: str) -> None:
            self.carrying.report.leave(self.table, old_id, reason, words)

        about = self.carrying.line(row, "homeimgalt")
        found = self.carrying.library.picture(
            name, about, left, below=self.module.upload, is_closed=is_closed
        )
        return SiteImage(pk=found) if found else None

    def _source(self, row: Row, detail: Row | None, old_id: str) -> dict[str, Any]:
        """Return where the article comes from."""
        source = self.carrying.held(f"{self.module.title}:source", value(row, "sourceid"))
        written = self.carrying.line(detail, "sourcetext") if detail is not None else ""
        url = web_address(written)
        name = "" if url else written
        if not name and source is not None:
            name = source.name
        if not (source or url or name):
            return {"licence": ""}
        if not name:
            name = url.split("/")[2]
        short, was_cut = cut(name, 200)
        if was_cut:
            self.carrying.report.mend(self.table, old_id, "cut", name)
        return {
            "source": source,
            "source_kind": SourceKind.QUOTED,
            "source_name": short,
            "source_url": url,
        }


def _lead_from(body: Sequence[tuple[str, Any]]) -> str:
    """Return the first words of a text, as a lead."""
    for kind, content in body:
        if kind == "paragraph":
            words = lines(content).split("\n")[0]
            if words:
                return cut(words, 300)[0]
        elif kind == "quotation":
            return cut(content["text"].split("\n")[0], 300)[0]
    return ""


def _not_after(at: datetime | None, now: datetime) -> datetime | None:
    return at if at is not None and at <= now else None
