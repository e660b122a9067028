"""A whole run: reads the dump, brings everything over in order, and says what it did."""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.imports.choices import SiteImportState
from lienhiep.imports.models import SiteImport
from lienhiep.imports.nukeviet.carrying.articles import Articles
from lienhiep.imports.nukeviet.carrying.categories import carry_categories
from lienhiep.imports.nukeviet.carrying.context import Carrying, Stopped
from lienhiep.imports.nukeviet.carrying.counters import carry_counter
from lienhiep.imports.nukeviet.carrying.doors import carry_doors
from lienhiep.imports.nukeviet.carrying.links import shape_from
from lienhiep.imports.nukeviet.carrying.naming import carry_namings
from lienhiep.imports.nukeviet.carrying.pages import carry_pages
from lienhiep.imports.nukeviet.carrying.relinking import relink
from lienhiep.imports.nukeviet.carrying.talk import (
    carry_comments,
    carry_letters,
    carry_polls,
    carry_ratings,
    carry_reads,
)
from lienhiep.imports.nukeviet.carrying.users import carry_users
from lienhiep.imports.nukeviet.dump.staging import Staging, staged
from lienhiep.imports.nukeviet.library import Library
from lienhiep.imports.nukeviet.register import Addresses, Register
from lienhiep.imports.nukeviet.report import Report
from lienhiep.imports.nukeviet.site import Site, chosen_site
from lienhiep.imports.nukeviet.texts import Fonts
from lienhiep.imports.nukeviet.uploads import Uploads, opened_uploads
from lienhiep.portal.models import FormerSite

Tell = Callable[[str, int, int], None]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the command was asked to do."""

    dump: Path | str
    """A dump, or the address of a MySQL server that runs."""

    uploads: Path | None = None
    prefix: str = ""
    language: str = ""
    database: str = ""
    is_trial: bool = False
    legacy_fonts: bool = False
    by: User | None = None


def _silent(_what: str, _done: int, _total: int) -> None:
    return None


def run_import(asked: Asked, tell: Tell = _silent) -> SiteImport:
    """Bring a site over, or try it out; return the record of the run.

    A run that was stopped, or another one later, goes on where things are missing.
    """
    began = time.monotonic()

    def reading(count: int) -> None:
        if isinstance(asked.dump, Path):
            tell(str(_("Reading the dump (MB)")), count >> 20, 0)
        else:
            tell(str(_("Reading the server (rows)")), count, 0)

    with ExitStack() as stack:
        staging = stack.enter_context(staged(asked.dump, reading))
        site = chosen_site(
            staging, prefix=asked.prefix, language=asked.language, database=asked.database
        )
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="lienhiep-uploads-"))
        uploads = stack.enter_context(opened_uploads(asked.uploads, Path(folder)))
        run = SiteImport(
            code=site.code,
            source=_named(asked.dump),
            is_trial=asked.is_trial,
            started_by=asked.by,
        )
        with verb("imports.begin_site_import", by=asked.by):
            run.save()
        carrying = _carrying(asked, site, run, uploads, tell)
        state = SiteImportState.FAILED
        try:
            with carrying.listening(), _rare_collection():
                _carry_all(carrying, staging, uploads)
            state = SiteImportState.DONE
        except Stopped:
            state = SiteImportState.STOPPED
        except KeyboardInterrupt:
            state = SiteImportState.STOPPED
        finally:
            _end(carrying, state, began)
    return run


def _named(source: Path | str) -> str:
    """Return what the record of a run says of its source; never a password."""
    if isinstance(source, Path):
        return source.name[:300]
    parts = urlsplit(source)
    return f"{parts.scheme}://{parts.hostname}{parts.path}"[:300]


@contextmanager
def _rare_collection() -> Iterator[None]:
    """Look for unreachable objects seldom: a batch makes very many that live as long as it."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _carrying(asked: Asked, site: Site, run: SiteImport, uploads: Uploads, tell: Tell) -> Carrying:
    register = Register(site.code, is_trial=asked.is_trial)
    carrying = Carrying(
        site=site,
        run=run,
        report=Report(run),
        register=register,
        addresses=Addresses(None),
        library=Library(uploads, register, site.domains, is_trial=asked.is_trial),
        fonts=Fonts(convert=asked.legacy_fonts),
        now=timezone.now(),
        by=asked.by,
        is_trial=asked.is_trial,
        tell=tell,
    )
    if not asked.is_trial:
        shape = shape_from(carrying)
        former, _is_new = FormerSite.objects.update_or_create(
            code=shape.code,
            defaults={
                "language": shape.language,
                "default_module": shape.default_module,
                "modules": shape.modules,
            },
        )
        carrying.addresses = Addresses(former)
    return carrying


def _carry_all(carrying: Carrying, staging: Staging, uploads: Uploads) -> None:
    _tell_of_the_dump(carrying, staging, uploads)
    carry_users(carrying)
    for module in carrying.site.of_kind("page"):
        # Before articles, so that links in these find the pages.
        carry_pages(carrying, module)
    carry_doors(carrying)
    for module in carrying.site.of_kind("news"):
        carry_namings(carrying, module)
        categories = carry_categories(carrying, module)
        Articles(carrying, module, categories).carry()
        carry_ratings(carrying, module)
        carry_reads(carrying, module)
    carry_comments(carrying)
    for module in carrying.site.of_kind("voting"):
        carry_polls(carrying, module)
    for module in carrying.site.of_kind("contact"):
        carry_letters(carrying, module)
    carry_counter(carrying)
    _file_addresses(carrying)
    if not carrying.is_trial:
        relink(carrying)
        carrying.library.flush()


def _tell_of_the_dump(carrying: Carrying, staging: Staging, uploads: Uploads) -> None:
    """Say what of the dump and of the archive could not be read, or was mended while reading."""
    report = carrying.report
    with carrying.batch():
        for broken in staging.broken:
            report.leave(
                broken.name or "—",
                f"{broken.place}",
                broken.why,
                _("The dump cannot be read from here on; the rest of this table is missing."),
            )
        for (_database, name), count in staging.odd_rows.items():
            why = _("%(count)s rows have more or fewer values than columns.") % {"count": count}
            report.leave(name, "", "odd_row", why)
        for _database, name in sorted(staging.without_columns):
            why = _("Nothing tells the columns of the table.")
            report.leave(name, "", "no_columns", why)
        for (_database, name), count in staging.mended.items():
            if count:
                why = _("The letters of %(count)s values were mended (encoding).") % {
                    "count": count
                }
                report.mend(name, "", "encoding", why)
        for name, why in uploads.refused:
            said = _("A file of the archive was left out: %(name)s") % {"name": name}
            report.leave("uploads", name, why, said)


def _file_addresses(carrying: Carrying) -> None:
    """Let the old addresses of pictures and downloads lead to the new ones."""
    from lienhiep.core.models.library import SiteDocument, SiteImage
    from lienhiep.imports.models import CarriedRecord
    from lienhiep.imports.nukeviet.carrying.context import batches
    from lienhiep.imports.nukeviet.library import OPEN
    from lienhiep.portal.old_addresses import file_key, key_of

    if carrying.is_trial:
        return
    made = CarriedRecord.objects.filter(site=carrying.site.code, kind=OPEN).exclude(object_id=None)
    rows = made.values_list("old_id", "object_id", "content_type__model").iterator()
    for batch in batches(rows, 500):
        with transaction.atomic():
            for name, pk, model in batch:
                kind = SiteDocument if model == "sitedocument" else SiteImage
                carrying.addresses.add(key_of("", "file", file_key(name)), kind(pk=pk))
            carrying.addresses.flush()


def _end(carrying: Carrying, state: SiteImportState, began: float) -> None:
    run = carrying.run
    carrying.report.flush()
    counts: dict[str, Any] = carrying.report.as_counts()
    run.counts = counts
    run.state = state
    run.ended_at = timezone.now()
    run.seconds = round(time.monotonic() - began)
    run.save()
