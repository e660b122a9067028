"""What a page of the news costs that no cache holds: `python -m benchmarks.news`.

On a database of its own, with 600 articles and, on request, 60,000 and 600,000
(`--sizes 600 60000 600000`; the largest takes some minutes and 3 GB). For each page: the CPU
time of the whole request, middleware and page frame included, and the number of queries.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from datetime import timedelta
from typing import Any

ROUNDS = 15
CATEGORIES, TAGS = 12, 40
TEXT = """hội thảo khoa học công nghệ nông nghiệp đề tài kết quả nghiên cứu ứng dụng mô hình
sản xuất chuyên gia hội viên địa phương tập huấn chuyển giao kỹ thuật giải pháp sáng tạo"""
WORDS = TEXT.split()


def main() -> None:
    """Measure at each size and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.news", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[600])
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--keep", action="store_true", help="grow the data folder given, and leave it so"
    )
    options = parser.parse_args()
    from django.test.runner import DiscoverRunner

    runner = DiscoverRunner(verbosity=0, interactive=False)
    databases = None if options.keep else runner.setup_databases()
    try:
        measured = {size: measure(size) for size in sorted(options.sizes)}
    finally:
        if databases is not None:
            runner.teardown_databases(databases)
    print(json.dumps(measured) if options.json else table(measured))


def measure(size: int) -> dict[str, dict[str, float]]:
    """Grow the news to so many articles, and measure each page."""
    grow(size)
    return {name: cost(path) for name, path in pages()}


def cost(path: str) -> dict[str, float]:
    """Return CPU milliseconds (median) and queries of one request; the first is not counted.

    Asked as a server asks: a test client would copy every context of every template.
    """
    from django.core.wsgi import get_wsgi_application
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    application = get_wsgi_application()
    ask(application, path)
    spent = []
    for _round in range(ROUNDS):
        began = time.process_time()
        ask(application, path)
        spent.append((time.process_time() - began) * 1000)
    with CaptureQueriesContext(connection) as caught:
        ask(application, path)
    return {"ms": round(statistics.median(spent), 1), "queries": len(caught)}


def ask(application: Any, path: str) -> bytes:
    """Ask for a page as a browser does, and return it whole."""
    from django.test import RequestFactory

    environ = RequestFactory().get(path, headers={"host": "127.0.0.1"}).environ
    said: list[str] = []
    answer = application(environ, lambda status, headers: said.append(status))
    try:
        body = b"".join(answer)
    finally:
        if hasattr(answer, "close"):
            answer.close()
    if said != ["200 OK"]:
        raise SystemExit(f"{path}: {said}")
    return body


def pages() -> list[tuple[str, str]]:
    """Return the pages that are measured, with the address of each."""
    from lienhiep.news.addresses import article_url
    from lienhiep.news.models import Category, ListingLine, NewsArticle, Tag

    category = Category.objects.order_by("pk").first()
    assert category is not None
    number = ListingLine.objects.filter(category=category).count()
    address = category.get_absolute_url()
    middle = NewsArticle.objects.order_by("pk")[NewsArticle.objects.count() // 2]
    tag = Tag.objects.order_by("pk").first()
    assert tag is not None
    return [
        ("article", article_url(middle)),
        ("index", "/tin-tuc/"),
        ("category, first page", address),
        ("category, last page", f"{address}?trang={-(-number // 20)}"),
        ("tag", tag.get_absolute_url()),
        ("month", "/tin-tuc/luu-tru/2022/6/"),
    ]


def grow(size: int) -> None:
    """Store articles until there are so many, past the verbs: what is measured is reading."""
    from django.db import models
    from django.utils import timezone

    from lienhiep.core.models import UnionIdentity
    from lienhiep.core.period import ZONE
    from lienhiep.news.models import ArticleTag, Category, NewsArticle, Tag
    from lienhiep.news.models.listing import list_articles

    if not UnionIdentity.objects.exists():
        UnionIdentity(name="Liên hiệp các Hội Khoa học và Kỹ thuật", short_name="LHH").save()
    plain: Any = lambda model: models.QuerySet(model)  # noqa: E731
    if not Category.objects.exists():
        for n in range(CATEGORIES):
            letter = chr(97 + n)
            Category(name=f"Chuyên mục {letter}", slug=f"chuyen-muc-{letter}").save()
        for n in range(TAGS):
            Tag(name=f"Thẻ {n}", slug=f"the-so-{n}").save()
    categories = list(Category.objects.order_by("pk"))
    tags = list(Tag.objects.order_by("pk"))
    have = NewsArticle.objects.count()
    dice = random.Random(have)
    begin = timezone.datetime(2010, 1, 1, tzinfo=ZONE)
    span = timedelta(days=16 * 365) / max(size, 1)
    while have < size:
        number = min(2000, size - have)
        rows = [
            NewsArticle(
                title=" ".join(dice.choices(WORDS, k=10)).capitalize(),
                lead=" ".join(dice.choices(WORDS, k=30)),
                body=[
                    ("paragraph", f"<p>{' '.join(dice.choices(WORDS, k=60))}</p>")
                    for _n in range(6)
                ],
                category=categories[(have + n) % CATEGORIES],
                byline="Ban Biên tập",
                live=True,
                has_unpublished_changes=False,
                published_at=begin + span * (have + n),
                last_published_at=begin + span * (have + n),
            )
            for n in range(number)
        ]
        made = plain(NewsArticle).bulk_create(rows, batch_size=200)
        lines = []
        for n, one in enumerate(made):
            own = [
                ArticleTag(article=one, tag=tags[(have + n * 7 + k) % TAGS], sort_order=k)
                for k in range(3)
            ]
            one.article_tags.set(own)  # in memory: the lists ask for nothing more
            one.further_categories.set([])
            one.bylines.set([])
            lines += own
        plain(ArticleTag).bulk_create(lines, batch_size=200)
        list_articles(made)
        have += number


def table(measured: dict[int, dict[str, dict[str, float]]]) -> str:
    """Return the costs as lines, a column for each size."""
    sizes = list(measured)
    lines = ["page".ljust(24) + "".join(f"{size:>22,}" for size in sizes)]
    for name in measured[sizes[0]]:
        cells = (measured[size][name] for size in sizes)
        lines.append(
            name.ljust(24) + "".join(f"{c['ms']:>11.1f} ms {c['queries']:>3} q." for c in cells)
        )
    return "\n".join(lines)


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lienhiep.project.settings.test")
    django.setup()
    main()
