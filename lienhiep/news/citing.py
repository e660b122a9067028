"""Symbols of documents in the text of an article lead to the documents that the site shows."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, NavigableString
from django.contrib.contenttypes.models import ContentType

from lienhiep.core.models import SearchEntry
from lienhiep.office.models import OfficialDocument

SYMBOL = re.compile(
    r"(?<![\w/])\d{1,5}(?:/\d{4})?[-/][A-ZĐ][A-ZĐa-z]*(?:[-/][A-ZĐ][A-ZĐ0-9]*)*(?![\w/])"
)
"""Number, year where there is one, kind and issuer: 590/QĐ-UBND, 147/2024/NĐ-CP, 12-CTr/TU."""

MOST = 50
"""Symbols of one article that are looked up; a list of laws has no more."""

INSIDE = {"a", "code", "h1", "h2", "h3"}


def with_citations(html: str) -> str:
    """Return a text in which each symbol of a document on the site leads to it.

    Only what the site shows to anyone is linked: the rest stays as it was written.
    """
    symbols = list(dict.fromkeys(SYMBOL.findall(html)))[:MOST]
    addresses = addresses_of(symbols)
    if not addresses:
        return html
    soup = BeautifulSoup(html, "html.parser")
    for text in soup.find_all(string=SYMBOL):
        if not any(parent.name in INSIDE for parent in text.parents):
            text.replace_with(*linked(soup, str(text), addresses))
    return str(soup)


def addresses_of(symbols: list[str]) -> dict[str, str]:
    """Return the public addresses of documents by symbol; of two with one symbol, none."""
    if not symbols:
        return {}
    documents = OfficialDocument.objects.open_to_readers().filter(symbol__in=symbols)
    meant: dict[str, list[int]] = {}
    for symbol, pk in documents.values_list("symbol", "pk"):
        meant.setdefault(symbol, []).append(pk)
    alone = {pks[0]: symbol for symbol, pks in meant.items() if len(pks) == 1}
    if not alone:
        return {}
    entries = SearchEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(OfficialDocument), object_id__in=alone
    )
    rows = entries.exclude(public_url="").values_list("object_id", "public_url")
    return {alone[pk]: address for pk, address in rows}


def linked(soup: BeautifulSoup, text: str, addresses: dict[str, str]) -> list[NavigableString]:
    """Return a piece of text in parts, the symbols that have an address as links."""
    parts: list = []
    end = 0
    for match in SYMBOL.finditer(text):
        if (address := addresses.get(match.group())) is None:
            continue
        link = soup.new_tag("a", href=address)
        link["class"] = "cites"
        link.string = match.group()
        parts += [NavigableString(text[end : match.start()]), link]
        end = match.end()
    return [*parts, NavigableString(text[end:])]
