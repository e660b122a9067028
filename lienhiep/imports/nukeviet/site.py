"""Which site of NukeViet a dump holds: its prefix, language, modules and settings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.imports.nukeviet.dump.staging import Staging
from lienhiep.imports.nukeviet.texts import number, plain

MODULES = re.compile(r"^(?P<prefix>.+)_(?P<language>[a-z]{2}|\{\|lang\|\})_modules$")
NEWS_ROWS = re.compile(r"^(?P<prefix>.+)_(?P<language>[a-z]{2}|\{\|lang\|\})_(?P<data>.+)_rows$")
EVERYBODY = frozenset({"5", "6"})
"""Groups of which every visitor is one: guests, and all."""


@dataclass(frozen=True)
class Module:
    """A module of the site: its word in addresses, its tables, its folder, and who may see it."""

    title: str
    file: str
    data: str
    upload: str
    name: str
    is_public: bool = True


@dataclass
class Site:
    """One language of one site in a dump."""

    staging: Staging
    database: str
    prefix: str
    language: str
    modules: list[Module] = field(default_factory=list)
    config: dict[tuple[str, str], str] = field(default_factory=dict)
    functions: dict[str, dict[str, str]] = field(default_factory=dict)
    """By module: the word in addresses of each function, where the site has renamed it."""

    @property
    def code(self) -> str:
        """The name of the site in the register of what was brought over."""
        return f"{self.prefix}_{self.language}"[:40]

    def table(self, *parts: str) -> str:
        """Return the full name of a table of this language."""
        return "_".join([self.prefix, self.language, *parts])

    def common(self, name: str) -> str:
        """Return the full name of a table that all languages share."""
        return f"{self.prefix}_{name}"

    def of_kind(self, file: str) -> list[Module]:
        """Return the modules made of one program, such as all that are news."""
        return [module for module in self.modules if module.file == file]

    @property
    def default_module(self) -> str:
        """The module whose name addresses leave out."""
        said = self.config.get(("site", "rewrite_op_mod")) or self.config.get(
            ("global", "rewrite_op_mod")
        )
        named = {module.title for module in self.modules}
        return said if said in named else next(iter(m.title for m in self.of_kind("news")), "")

    @property
    def domains(self) -> set[str]:
        """The names of the site on the net, in small letters."""
        said = self.config.get(("global", "my_domains"), "")
        found = {
            one.strip().lower().split("/")[0] for one in re.split(r"[,\s]+", said) if one.strip()
        }
        url = self.config.get(("global", "site_url"), "") or self.config.get(
            ("site", "site_url"), ""
        )
        if url:
            found.add(re.sub(r"^\w*:?//", "", url.lower()).split("/")[0])
        return {one.removeprefix("www.").split(":")[0] for one in found} - {"", "localhost"}


def is_open(row: Mapping[str, Any]) -> bool:
    """Return whether every visitor may see something: its groups hold guests or everybody.

    Where a column of groups is there and empty, NukeViet shows the thing to nobody but those
    who administer it; so it is not open here either. Before 4.0 `who_view` said it.
    """
    keys = row.keys()
    if "groups_view" in keys:
        groups = {one.strip() for one in str(row["groups_view"] or "").split(",")}
        if groups & EVERYBODY:
            return True
        return "who_view" in keys and number(row["who_view"], 9) == 0 and groups <= {"", "0"}
    if "who_view" in keys:
        return number(row["who_view"], 9) == 0
    return True


def found_sites(staging: Staging) -> list[tuple[str, str, str]]:
    """Return database, prefix and language of each site that a dump holds."""
    found = {
        (database, match["prefix"], match["language"])
        for (database, name), columns in staging.tables.items()
        if (match := MODULES.match(name)) and {"title", "module_file"} <= set(columns)
    }
    if not found:
        found = {
            (database, match["prefix"], match["language"])
            for (database, name), columns in staging.tables.items()
            if (match := NEWS_ROWS.match(name)) and {"id", "catid", "title"} <= set(columns)
        }
    return sorted(found)


def chosen_site(
    staging: Staging, *, prefix: str = "", language: str = "", database: str = ""
) -> Site:
    """Return the site asked for; the only one, or the only Vietnamese one, where none is named."""
    sites = found_sites(staging)
    fitting = [
        one
        for one in sites
        if (not prefix or one[1] == prefix)
        and (not language or one[2] == language)
        and (not database or one[0] == database)
    ]
    if len(fitting) > 1 and not language:
        fitting = [one for one in fitting if one[2] == "vi"] or fitting
    if len(fitting) == 1:
        return _read(Site(staging, *fitting[0]))
    if not sites:
        raise ValidationError(_("The dump holds no site of NukeViet."))
    names = "; ".join(
        f"--database {d} --prefix {p} --language {lang}" if d else f"--prefix {p} --language {lang}"
        for d, p, lang in sites
    )
    if not fitting:
        said = _("The dump holds no such site. It holds: %(sites)s")
    else:
        said = _("The dump holds several sites. Say which: %(sites)s")
    raise ValidationError(said % {"sites": names})


def _read(site: Site) -> Site:
    staging, database = site.staging, site.database
    for row in staging.rows(database, site.common("config")):
        keys = row.keys()
        if {"module", "config_name", "config_value"} <= set(keys):
            language = str(row["lang"]) if "lang" in keys else "sys"
            if language in ("sys", site.language):
                key = (str(row["module"]), str(row["config_name"]))
                site.config[key] = str(row["config_value"] or "")
    site.modules = _modules(site) or _guessed(site)
    for row in staging.rows(database, site.table("modfuncs")):
        keys = row.keys()
        if {"in_module", "func_name", "alias"} <= set(keys) and row["alias"]:
            words = site.functions.setdefault(str(row["in_module"]), {})
            words[str(row["alias"])] = str(row["func_name"])
    return site


def _modules(site: Site) -> list[Module]:
    modules = []
    for row in site.staging.rows(site.database, site.table("modules")):
        keys = row.keys()
        title, file = str(row["title"] or ""), str(row["module_file"] or "")
        if not title or not file:
            continue

        def said(name: str, row: Any = row, keys: Any = keys) -> str:
            return plain(row[name]) if name in keys else ""

        is_on = number(row["act"], 1) == 1 if "act" in keys else True
        data = said("module_data") or title.replace("-", "_")
        modules.append(
            Module(
                title=title,
                file=file,
                data=data,
                upload=said("module_upload") or title,
                name=said("custom_title") or title,
                is_public=is_on and is_open(row),
            )
        )
    return modules


def _guessed(site: Site) -> list[Module]:
    """Return the modules that the tables themselves tell of, where the list is not in the dump."""
    modules = []
    head = f"{site.prefix}_{site.language}_"
    for (database, name), columns in sorted(site.staging.tables.items()):
        if database != site.database or not name.startswith(head):
            continue
        rest = name[len(head) :]
        if rest.endswith("_rows") and {"id", "catid", "title"} <= set(columns):
            data, file = rest.removesuffix("_rows"), "news"
        elif {"title", "bodytext"} <= set(columns) and "catid" not in columns:
            data, file = rest, "page"
        elif rest in ("voting", "contact_send"):
            data, file = rest.removesuffix("_send"), rest.removesuffix("_send")
        else:
            continue
        title = data.replace("_", "-")
        modules.append(Module(title=title, file=file, data=data, upload=title, name=title))
    return modules
