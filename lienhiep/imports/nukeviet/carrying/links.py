"""Links within texts: from addresses of the former site to those of this one."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from django.urls import reverse

from lienhiep.core.models.library import SiteImage
from lienhiep.core.text import slugify
from lienhiep.imports.nukeviet.carrying.context import Carrying
from lienhiep.imports.nukeviet.library import CLOSED, OPEN
from lienhiep.imports.nukeviet.uploads import asked_name
from lienhiep.portal.leading_on import shape_of
from lienhiep.portal.models import FormerSite
from lienhiep.portal.old_addresses import keys_for


def shape_from(carrying: Carrying) -> FormerSite:
    """Return what the addresses of the site in a dump are made of."""
    site = carrying.site
    modules = {
        module.title: {
            "file": module.file,
            "functions": {
                alias: name
                for alias, name in site.functions.get(module.title, {}).items()
                if alias != name
            },
        }
        for module in site.modules
    }
    return FormerSite(
        code=site.code,
        language=site.language,
        default_module=site.default_module,
        modules=modules,
    )


class Links:
    """Finds the new address of a link."""

    def __init__(self, carrying: Carrying) -> None:
        self.carrying = carrying
        self.shape = shape_of(carrying.addresses.site or shape_from(carrying))
        self.open_ones = False
        """Whether the text looked at last leads to what has not come over yet."""

        self._titles: dict[tuple[str, str], str | None] = {}

    def new_address(self, address: str) -> str | None:
        """Return the new address, or the old one within this site where it is not known yet.

        None for an address of another site.
        """
        inside = self._inside(address)
        if inside is None:
            return None
        path, query = inside
        found = {name: values[0] for name, values in parse_qs(query).items()}
        here = f"{path}?{query}" if query else path
        for key in keys_for(self.shape, path, found):
            if (place := self._place(key, path)) is not None:
                return place
        self.open_ones = True
        return here

    def _inside(self, address: str) -> tuple[str, str] | None:
        """Return path and query of an address of the former site, None for another."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        if parts.scheme in ("mailto", "tel"):
            return None
        host = (parts.hostname or "").removeprefix("www.")
        if host and host not in self.carrying.site.domains:
            return None
        path = parts.path or "/"
        return (path if path.startswith("/") else f"/{path}"), parts.query

    def _place(self, key: str, path: str) -> str | None:
        module, kind, which = key.split(":", 2)
        if kind == "home":
            return "/"
        if kind == "file":
            return self._file(path)
        if kind == "article":
            return self._article(module, which)
        return self.carrying.addresses.urls.get(key)

    def _article(self, module: str, old_id: str) -> str | None:
        named = next(
            (one for one in self.carrying.site.of_kind("news") if one.title.casefold() == module),
            None,
        )
        if named is None:
            return None
        pk = self.carrying.register.known(f"{named.title}:article").get(old_id)
        if not pk:
            return None
        title = self._title(named.data, old_id)
        return reverse("news:article", args=[slugify(title) or "bai", pk])

    def _title(self, data: str, old_id: str) -> str:
        site = self.carrying.site
        rows = site.staging.matching(site.database, site.table(data, "rows"), "id", [old_id])
        return self.carrying.line(rows[0], "title") if rows else ""

    def _file(self, path: str) -> str | None:
        name = asked_name(path)
        if name is None:
            return None
        known = self.carrying.register.known
        pk = known(OPEN).get(name) or known(CLOSED).get(name)
        picture = SiteImage.objects.filter(pk=pk).first() if pk else None
        return picture.file.url if picture is not None else None
