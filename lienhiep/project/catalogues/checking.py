"""Is every text there in Vietnamese, with the same placeholders, in the words of the glossary?"""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from lienhiep.project.catalogues.borrowed import MEANT, borrowed_texts
from lienhiep.project.catalogues.extracting import used_texts
from lienhiep.project.catalogues.glossary import departures
from lienhiep.project.catalogues.installed import untranslated
from lienhiep.project.catalogues.merging import (
    DOMAINS,
    ROOMS,
    Key,
    Merged,
    key_of,
    merge,
    read,
    source_files,
    words_of,
)
from lienhiep.project.catalogues.outside import outside_texts
from lienhiep.project.catalogues.spelling import misspelt

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sdfr%]|\{\w*(?:![rsa])?(?::[^{}]*)?\}")


@dataclass(frozen=True)
class Finding:
    """Something wrong with a translation; a warning breaks nothing."""

    message: str
    is_warning: bool = False


def placeholders(text: str) -> Counter:
    """Return the named and unnamed places that a text leaves open."""
    return Counter(found for found in PLACEHOLDER.findall(text) if found != "%%")


def check_catalogues(rooms: Path = ROOMS) -> list[Finding]:
    """Return what is missing, unsure, contradictory or unused in the Vietnamese catalogues."""
    findings = []
    for domain in DOMAINS:
        findings += _check_domain(domain, rooms)
    findings += [
        Finding(f"{place}: written without a translation: {text!r}")
        for place, text in outside_texts(rooms)
    ]
    return findings


def _check_domain(domain: str, rooms: Path) -> list[Finding]:
    paths = source_files(domain, rooms)
    merged = merge(paths)
    findings = [Finding(f"Two translations of {conflict}") for conflict in merged.conflicts]
    translated = {key_of(message): message for message in merged.catalog if message.id}

    wanted: set[Key] = set()
    for text in used_texts(rooms, domain):
        key = (text.context, text.singular)
        if key in wanted:
            continue
        wanted.add(key)
        message = translated.get(key)
        if message is None:
            where = f" in the context {text.context!r}" if text.context else ""
            findings.append(Finding(f"{text.place}: not translated: {text.singular!r}{where}"))
        elif text.plural and not message.pluralizable:
            findings.append(Finding(f"{text.place}: the plural is missing: {text.singular!r}"))

    for path in paths:
        findings += _check_file(path, wanted)
    if domain == "django":
        findings += _check_borrowed(wanted, merged, paths)
    if rooms == ROOMS:
        findings += [
            Finding(f"{home} says this without Vietnamese: {text!r}")
            for home, (_context, text) in untranslated(domain, translated)
        ]
    return findings


def _check_borrowed(wanted: set[Key], merged: Merged, paths: list[Path]) -> list[Finding]:
    """Name the texts that mean something else on screens that are not ours."""
    return [
        Finding(
            f"{merged.origins[key]}: Wagtail or Django has this text too: {key[1]!r}. "
            "Give ours a context, or list it in borrowed.MEANT."
        )
        for key in borrowed_texts(wanted, merged, paths)
        if key[1] not in MEANT
    ]


def _wrong_words(english: str, vietnamese: str) -> list[str]:
    """Return where a translation leaves the glossary or the spelling."""
    return [*departures(english, vietnamese), *misspelt(english, vietnamese)]


def _check_file(path: Path, wanted: set[Key]) -> list[Finding]:
    findings = []
    of_a_room = "locale_parts" not in path.parts
    for message in read(path):
        if not message.id:
            continue
        context, singular = key_of(message)
        if message.fuzzy:
            findings.append(Finding(f"{path}:{message.lineno}: unsure (fuzzy): {singular!r}"))
        elif words_of(message):
            # Of a plural, either form may lend its placeholders: "One file" / "%(n)s files".
            forms = message.id if message.pluralizable else (message.id,)
            if placeholders(words_of(message)) not in [placeholders(str(form)) for form in forms]:
                findings.append(Finding(f"{path}:{message.lineno}: placeholders: {singular!r}"))
            findings += [
                Finding(f"{path}:{message.lineno}: {singular!r}: {what}")
                for what in _wrong_words(singular, words_of(message))
            ]
        if of_a_room and (context, singular) not in wanted:
            findings.append(
                Finding(f"{path}:{message.lineno}: not used any more: {singular!r}", True)
            )
    return findings
