"""What nginx is told: ready pages from files, and everything else from the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from lienhiep.core.page_cache.files import NOW
from lienhiep.visits.server_log import FORMAT

TEMPLATE = Path(__file__).with_name("nginx.conf")

TO_HTTPS = """server {{
    listen {port};
    server_name {domain};
    return 301 https://$host$request_uri;
}}
"""


@dataclass(frozen=True)
class Site:
    """What is particular about one installation."""

    domain: str
    upstream: str
    pages: Path
    log: Path
    static: Path
    private: Path
    private_prefix: str
    headers: Mapping[str, str]
    cookies: tuple[str, ...]
    port: int = 80
    certificate: Path | None = None
    key: Path | None = None
    brotli: bool = False
    largest_mb: int = 60


def configuration(site: Site) -> str:
    """Return the file that nginx reads, for `/etc/nginx/conf.d/`.

    Raises ValueError where something in it would end a word of nginx's language.
    """
    for value in (
        *(site.domain, site.upstream, site.private_prefix, *site.headers, *site.cookies),
        *map(str, (site.pages, site.log, site.static, site.private, site.certificate, site.key)),
    ):
        if set(value) & set(" \t\n\r;{}\"'$\\"):
            raise ValueError(value)
    if any(set(value) & set('\n\r"\\$') for value in site.headers.values()):
        raise ValueError("headers")
    secure = site.certificate is not None
    listen = [f"    listen {site.port};"]
    if secure:
        listen = [
            "    listen 443 ssl http2;",
            f"    ssl_certificate {site.certificate};",
            f"    ssl_certificate_key {site.key};",
        ]
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        format=FORMAT,
        cookies="|".join(site.cookies),
        upstream=site.upstream,
        redirect=TO_HTTPS.format(port=site.port, domain=site.domain) if secure else "",
        listen="\n".join(listen),
        domain=site.domain,
        nowhere=site.pages / "nowhere",
        largest=f"{site.largest_mb}m",
        pages=site.pages / NOW,
        log=site.log,
        brotli="brotli_static on;" if site.brotli else "",
        headers="\n".join(
            f'        add_header {name} "{value}";' for name, value in site.headers.items()
        ),
        static=site.static,
        private_prefix=site.private_prefix.rstrip("/"),
        private=site.private,
    )
