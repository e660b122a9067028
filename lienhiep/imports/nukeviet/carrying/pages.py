"""Static pages: they stand under one page for each module; hidden ones stay drafts."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from lienhiep.imports.nukeviet.carrying.context import Carrying, Row, value
from lienhiep.imports.nukeviet.carrying.links import Links
from lienhiep.imports.nukeviet.carrying.words import Words
from lienhiep.imports.nukeviet.rich import rich_text_of
from lienhiep.imports.nukeviet.site import Module, is_open
from lienhiep.imports.nukeviet.texts import number
from lienhiep.news.bodies import Surroundings
from lienhiep.portal.models import HomePage, StandardPage
from lienhiep.portal.old_addresses import key_of, word_key


def carry_pages(carrying: Carrying, module: Module) -> None:
    """Bring the pages of a module over."""
    kind, table = f"{module.title}:page", carrying.site.table(module.data)
    staging, database = carrying.site.staging, carrying.site.database
    if not {"title", "bodytext"} <= set(staging.columns(database, table)):
        return
    home = HomePage.objects.first()
    if home is None and not carrying.is_trial:
        carrying.report.note(
            table, "", "no_home", _("There is no front page yet; run “lienhiep init”.")
        )
        return
    rows = list(carrying.new_rows(kind, table, staging.rows(database, table, "weight"), "id"))
    above = _above(carrying, module, home, is_needed=bool(rows))
    taken = above.get_children().values_list("slug", flat=True) if above is not None else ()
    words = Words(taken, 80)
    for row in rows:
        # Each in its own batch: a page's place in the tree is written with its neighbours'.
        with carrying.batch():
            page = _page(carrying, module, table, row, words)
            if above is not None and not carrying.is_trial:
                above.add_child(instance=page)
                page.save_revision(user=carrying.by, log_action=False)
            carrying.keep(kind, row["id"], page)
            word = word_key(str(value(row, "alias") or ""))
            if word and not carrying.is_trial:
                key = key_of(module.title, "page", word)
                carrying.addresses.add(key, Page(pk=page.pk), page.url or "" if page.live else "")
    if above is not None and not carrying.is_trial:
        _open(carrying, module, above)


def _above(
    carrying: Carrying, module: Module, home: HomePage | None, *, is_needed: bool
) -> StandardPage | None:
    """Return the page under which those of a module stand; made the first time."""
    kind = "site:pages"
    pk = carrying.register.known(kind).get(module.title)
    found = StandardPage.objects.filter(pk=pk).first() if pk else None
    if found is not None or not is_needed or home is None or carrying.is_trial:
        return found
    words = Words(home.get_children().values_list("slug", flat=True), 80)
    with carrying.batch():
        page = StandardPage(
            title=module.name[:255],
            slug=words.free(module.title, module.name, "trang"),
            live=False,
        )
        home.add_child(instance=page)
        page.save_revision(user=carrying.by, log_action=False)
        carrying.keep(kind, module.title, page)
    return page


def _open(carrying: Carrying, module: Module, above: StandardPage) -> None:
    """Show the page of a module where one below it is shown."""
    with carrying.batch():
        is_shown = module.is_public and above.get_children().live().exists()
        if is_shown and not above.live and above.first_published_at is None:
            above.save_revision(user=carrying.by, log_action=False).publish(
                user=carrying.by, log_action=False
            )
        key = key_of(module.title, "module")
        carrying.addresses.add(key, Page(pk=above.pk), above.url or "" if is_shown else "")


def _page(carrying: Carrying, module: Module, table: str, row: Row, words: Words) -> StandardPage:
    old_id, report = str(row["id"]), carrying.report
    title = carrying.line(row, "title") or str(_("Page %(number)s") % {"number": old_id})
    is_shown = module.is_public and number(value(row, "status"), 1) == 1 and is_open(row)
    if not is_shown:
        report.note(table, old_id, "hidden", _("Not everybody saw the page; it stays a draft."))
    is_closed = not (module.is_public and is_open(row))

    def left(reason: str, said: str) -> None:
        report.leave(table, old_id, reason, said)

    def mended(reason: str, said: str) -> None:
        report.mend(table, old_id, reason, said)

    links = Links(carrying)
    around = Surroundings(
        picture=lambda address, about: carrying.library.picture(
            address, about, left, is_closed=is_closed
        ),
        document=lambda address: carrying.library.document(address, left, is_closed=is_closed),
        link=links.new_address,
        note=mended,
        convert_fonts=carrying.fonts.convert,
    )
    body = rich_text_of(str(value(row, "bodytext") or ""), around)
    image = str(value(row, "image") or "").strip()
    if image:
        found: Any = carrying.library.picture(
            image, carrying.line(row, "imagealt"), left, below=module.upload, is_closed=is_closed
        )
        if found:
            body = f'<embed embedtype="image" id="{found}" format="fullwidth" alt=""/>{body}'
    lead = carrying.lines(row, "description").replace("\n", " ")
    return StandardPage(
        title=carrying.short(title, 255, table, old_id, _("Title")),
        slug=words.free(str(value(row, "alias") or ""), title, "trang"),
        lead=carrying.short(lead, 400, table, old_id, _("Lead")),
        body=body,
        live=is_shown,
        first_published_at=carrying.now if is_shown else None,
        has_unpublished_changes=not is_shown,
    )
