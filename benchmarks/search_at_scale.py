"""How the search of the site answers over many articles, on a database of its own.

    python -m benchmarks.search_at_scale --folder /var/tmp/many --articles 600000

Fills an SQLite file in the folder, or the database that `DATABASE_URL` names (which must be one
for this alone), with articles of invented text, each body of 1.7 kB or more; what is there stays,
so that a run can be stopped and goes on, and a second one only asks. Filling takes some fifteen
minutes, so it is no part of `make bench`. Then the page `/tim-kiem/` is asked as a reader asks it,
without the page cache, and the suggestions below the field.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

AT_ONCE = 2000
FIRST_DAY = date(2005, 1, 1)
LAST_DAY = date(2025, 12, 31)
LEAST_BODY = 1700
KINDS = ("QĐ-UBND", "CV-LHH", "TB-LHH", "KH-LHH", "BC-LHH")
"""Every thirtieth entry bears a number, as documents do."""

Ask = Callable[[random.Random], dict[str, str]]


def main() -> None:
    """Fill, ask and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search_at_scale")
    parser.add_argument("--folder", type=Path, required=True, help="where the data lies")
    parser.add_argument("--articles", type=int, default=600_000)
    parser.add_argument("--rounds", type=int, default=60, help="questions of each sort")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    os.environ["LIENHIEP_DATA"] = str(options.folder.resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lienhiep.project.settings.production")
    import django

    django.setup()
    fill(options.articles)
    measured = {name: times_of(ask, options.rounds) for name, ask in questions().items()}
    measured["all"] = sorted(ms for name, some in measured.items() if "?" in name for ms in some)
    if options.json:
        print(json.dumps(measured))
        return
    print(f"{'question':<52}{'median ms':>10}{'p99 ms':>8}{'slowest':>9}")
    for name, some in measured.items():
        print(
            f"{name:<52}{statistics.median(some):>10.1f}"
            f"{some[min(len(some) - 1, int(len(some) * 0.99))]:>8.1f}{some[-1]:>9.1f}"
        )


def fill(articles: int) -> None:
    """Bring the database to so many articles."""
    from django.core.management import call_command
    from django.db import connection

    from lienhiep.core.models import SearchEntry

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    there = SearchEntry.objects.count()
    if there >= articles:
        print(f"{there} entries are there")
        return
    began = time.perf_counter()
    for start in range(there // AT_ONCE * AT_ONCE, articles, AT_ONCE):
        write_batch(start, articles)
        done = start + AT_ONCE
        if done % 20_000 == 0:
            print(f"{done} after {time.perf_counter() - began:.0f} s", flush=True)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")
        else:
            cursor.execute("INSERT INTO core_search_text(core_search_text) VALUES ('optimize')")
            cursor.execute("PRAGMA optimize")
    from lienhiep.core.search.words import count_words

    count_words()
    print(f"filled in {time.perf_counter() - began:.0f} s")


def write_batch(start: int, articles: int) -> None:
    """Write one batch of articles with their keys and entries, in one transaction."""
    from django.contrib.contenttypes.models import ContentType
    from django.db import transaction

    from lienhiep.core.models import RecordKey, SearchEntry, SearchKey
    from lienhiep.core.search.index import index, place_of
    from lienhiep.news.models import NewsArticle

    kind = ContentType.objects.get_for_model(NewsArticle)
    made = [*entries(start, articles, kind)]
    with transaction.atomic():
        ids = [entry.pk for entry, _text in made]
        index().remove([entry.place for entry, _text in made])
        for model, field in ((SearchKey, "entry__in"), (SearchEntry, "pk__in")):
            for first in range(0, len(ids), 500):
                model.objects.filter(**{field: ids[first : first + 500]}).delete()
        RecordKey.objects.filter(
            content_type=kind, object_id__gte=ids[0], object_id__lte=ids[-1]
        ).delete()
        present = set(
            NewsArticle._base_manager.filter(pk__gte=ids[0], pk__lte=ids[-1]).values_list(
                "pk", flat=True
            )
        )
        zone = ZoneInfo("Asia/Ho_Chi_Minh")
        NewsArticle._base_manager.bulk_create(
            NewsArticle(
                pk=entry.pk,
                title=entry.title[:255],
                live=True,
                published_at=datetime.combine(entry.date, datetime.min.time(), zone),
            )
            for entry, _text in made
            if entry.pk not in present
        )
        RecordKey.objects.bulk_create(
            [RecordKey(content_type=kind, object_id=pk, key="anyone") for pk in ids]
        )
        SearchEntry.objects.bulk_create([entry for entry, _text in made])
        SearchKey.objects.bulk_create([SearchKey(entry_id=pk, key="anyone") for pk in ids])
        index().put_all((place_of(entry.date, entry.pk), text) for entry, text in made)


def entries(start: int, articles: int, kind: Any) -> Iterator[tuple[Any, Any]]:
    """Yield entries and what the index keeps of them, from the oldest day to the newest."""
    from lienhiep.core.models import SearchEntry
    from lienhiep.core.search.index import IndexedText, place_of
    from lienhiep.core.text.symbols import symbol_keys

    days = (LAST_DAY - FIRST_DAY).days
    for number, text in enumerate(language().texts(start, min(AT_ONCE, articles - start)), start):
        if len(text.body.written.encode()) < LEAST_BODY:
            raise ValueError("The text is too short.")
        day = FIRST_DAY + timedelta(days=number * days // articles)
        symbol = f"{number // 30 % 2500 + 1}/{KINDS[number // 30 % len(KINDS)]}"
        symbol = symbol if number % 30 == 0 else ""
        keys = symbol_keys(symbol) if symbol else ()
        title = text.title.written.capitalize()
        entry = SearchEntry(
            pk=number + 1,
            kind="news.newsarticle",
            content_type=kind,
            object_id=number + 1,
            title=title,
            title_key=text.title.folded[:200],
            body=text.body.written,
            date=day,
            symbol=symbol,
            url=f"/quan-tri/news/article/{number + 1}/",
            public_url=f"/tin-tuc/bai-{number + 1}/",
            is_open=True,
            place=place_of(day, number + 1),
        )
        yield (
            entry,
            IndexedText(
                text.title.folded,
                " ".join([text.body.folded, *keys]),
                text.title.marked,
                text.body.marked,
                tuple(keys),
            ),
        )


_language: list[Any] = []


def language() -> Any:
    """Return the language, made once."""
    from benchmarks.vietnamese_text import Language

    if not _language:
        _language.append(Language())
    return _language[0]


def questions() -> dict[str, Ask]:
    """Return what readers ask, by sorts; each time another question."""
    words = language().words

    def drawn(chance: random.Random, number: int) -> list[Any]:
        return chance.choices(words, cum_weights=language().weights, k=number)

    def anywhere(chance: random.Random) -> str:
        return str(chance.choice(words).folded)

    def a_title(chance: random.Random) -> str:
        from lienhiep.core.models import SearchEntry

        there = SearchEntry.objects.order_by("-pk").values_list("pk", flat=True)[0]
        title = SearchEntry.objects.values_list("title", flat=True).get(pk=chance.randint(1, there))
        return " ".join(str(title).split()[:6])

    return {
        "?q=one of the forty commonest words": lambda c: {"q": words[c.randrange(40)].written},
        "?q=two common words": lambda c: {
            "q": f"{words[c.randrange(200)].folded} {words[c.randrange(200)].folded}"
        },
        "?q=three words as in texts": lambda c: {
            "q": " ".join(piece.written for piece in drawn(c, 3))
        },
        "?q=a common and a rare word": lambda c: {
            "q": f"{words[c.randrange(40)].folded} {words[-c.randrange(1, 9000)].folded}"
        },
        "?q=a rare word": lambda c: {"q": anywhere(c)},
        "?q=beginning of a title": lambda c: {"q": a_title(c)},
        '?q="a phrase of common words"': lambda c: {
            "q": f'"{words[c.randrange(60)].folded} {words[c.randrange(60)].folded}"'
        },
        "?q=number and symbol": lambda c: {"q": f"{c.randint(1, 2500)}/{c.choice(KINDS)}"},
        "?q=number": lambda c: {"q": str(c.randint(1, 2500))},
        "?q=a word typed wrong": lambda c: {"q": f"{anywhere(c)} {drawn(c, 1)[0].folded}q"},
        "?q=three words&since=&until=": lambda c: {
            "q": " ".join(piece.written for piece in drawn(c, 3)),
            "since": "01/01/2012",
            "until": "31/12/2012",
        },
        "?q=common words&p=40": lambda c: {"q": words[c.randrange(40)].written, "p": "40"},
        "suggestions of a few letters": lambda c: {
            "goi-y": a_title(c)[: c.randint(2, 14)],
        },
    }


def times_of(ask: Ask, rounds: int) -> list[float]:
    """Return the milliseconds of some questions, sorted; the first of all is not counted."""
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    chance = random.Random(36)
    times = []
    for number in range(rounds + 1):
        asked = ask(chance)
        suggests = "goi-y" in asked
        path = "/tim-kiem/goi-y/" if suggests else "/tim-kiem/"
        data = {"q": asked["goi-y"]} if suggests else asked
        began = time.perf_counter()
        answer = client.get(path, data)
        if number:
            times.append((time.perf_counter() - began) * 1000)
        if answer.status_code != 200:
            raise RuntimeError(f"{path} {data}: {answer.status_code}")
    return sorted(times)


if __name__ == "__main__":
    main()
