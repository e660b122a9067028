"""How costs grow with the records: the same work at 1, 10 and 100 times as many rows, in one run.

Runs on a database of its own, which is thrown away. What counts are the ratios: seconds
differ from machine to machine, growth does not.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

ROWS = 60
"""Articles at "1 ×", in one issue of the journal."""

TIMES = (1, 10, 100)
ROUNDS = 5
YEAR = 2022

Work = Callable[[], Any]


def main() -> None:
    """Measure on a new database and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--times", type=int, nargs="*", default=TIMES)
    options = parser.parse_args()
    from django.test.runner import DiscoverRunner
    from django.test.utils import setup_test_environment

    setup_test_environment(debug=False)
    runner = DiscoverRunner(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        measured = {times: measure(times) for times in options.times}
    finally:
        runner.teardown_databases(databases)
    print(json.dumps(measured) if options.json else table(measured))


def measure(times: int) -> dict[str, float]:
    """Grow the journal to so many rows and return the median milliseconds of each work."""
    grow(times)
    return {name: median(work) for name, work in works()}


def median(work: Work) -> float:
    """Return the median time of a piece of work, in milliseconds; the first time is not counted."""
    work()
    spent = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        work()
        spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent)


def grow(times: int) -> None:
    """Load articles by the room's own bulk verb, until there are so many times as many."""
    from lienhiep.journal.actions import ArticleRow, Byline, load_articles
    from lienhiep.journal.choices import Stage
    from lienhiep.journal.models import Article, Issue
    from tests.factories import journal
    from tests.factories.directory import PersonFactory

    by, signer = journal.secretary(), journal.leader()
    subject, writer = journal.SubjectFactory(), PersonFactory()
    while (there := Article.objects.count()) < ROWS * times:
        number = there // ROWS
        issue = journal.IssueFactory(
            year=YEAR - number // 90, number=number % 90 + 1, stage=Stage.LAYOUT, is_public=True
        )
        rows = [
            ArticleRow(
                title=f"Kinh nghiệm trồng lúa số {there + line}",
                subject=subject,
                authors=[Byline(writer)],
                received_on=date(YEAR, 1, 5),
                accepted_on=date(YEAR, 1, 20),
                page_count=2,
                abstract="Cây lúa, con tôm và khoa học ở Nghệ An. " * 8,
            )
            for line in range(ROWS)
        ]
        load_articles(issue=issue, rows=rows, by=by)
        issue = Issue.objects.get(pk=issue.pk)
        issue.signed_on = issue.printed_on = issue.published_on = date(YEAR, 6, 10)
        issue.signed_by = signer
        issue.save()


def works() -> Iterator[tuple[str, Work]]:
    """Yield what is measured, each with its name."""
    from django.test import Client
    from django.urls import reverse

    from lienhiep.core.figures import evaluate, figure_named
    from lienhiep.core.period import Period
    from lienhiep.reports.actions import freeze_report
    from tests.factories import journal
    from tests.factories.reports import SectionFactory

    office, public = Client(), Client()
    office.force_login(journal.secretary())
    articles, year = reverse("journal_article:index"), Period.year(YEAR)
    leader = journal.leader()

    def ask(client: Client, url: str, **question: str) -> Work:
        return lambda: client.get(url, question)

    def count(code: str) -> Work:
        return lambda: evaluate(figure_named(code), year)

    yield "list, first page", ask(office, articles)
    yield "list, last page", ask(office, articles, p="999999")
    yield "list, searched", ask(office, articles, q="trong lua")
    yield "list, opened by a figure", ask(office, articles, figure="E04a", period=str(YEAR))
    yield "site search", ask(public, "/tim-kiem/", q="trong lua")
    yield "site search, one hit", ask(public, "/tim-kiem/", q='"trong lua so 7"')
    yield "figure, counted (E04a)", count("E04a")
    yield "figure, shares (E03)", count("E03")
    yield "figure's page", ask(public, "/so-lieu/E04a/", period=str(YEAR))
    yield "catalogue's page", ask(public, "/so-lieu/", period=str(YEAR))
    yield "freeze a report", lambda: freeze_report(report=SectionFactory().report, by=leader)


def table(measured: dict[int, dict[str, float]]) -> str:
    """Return the milliseconds of the first column and the ratios of the others."""
    first, *others = measured
    head = f"{'work':<28}{f'{first} ×: ms':>12}" + "".join(f"{f'{n} ×':>10}" for n in others)
    lines = [f"{ROWS} articles at 1 ×; ratios to the first column", head]
    for name, base in measured[first].items():
        ratios = "".join(f"{measured[n][name] / base:>10.1f}" for n in others)
        lines.append(f"{name:<28}{base:>12.1f}{ratios}")
    return "\n".join(lines)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "lienhiep.project.settings.test"
    import django

    django.setup()
    main()
