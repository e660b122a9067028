"""What a person waits for: `make bench`. On the data that `make run` serves, changing nothing.

Prints for each public page the median time and the number of queries, without the page
cache, and how long a start takes until the first page; then, on a database of its own, how
costs grow with the records (`benchmarks/growth.py`). `--json` prints one object.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time

ROUNDS = 15


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("pages", nargs="*", default=["/", "/tap-san/", "/tai-khoan/dang-nhap/"])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--pages-only", action="store_true", help="leave the growth out")
    options = parser.parse_args()
    result = {"import_seconds": import_seconds(), "pages": [measure(p) for p in options.pages]}
    if options.json:
        if not options.pages_only:
            result["growth"] = json.loads(growth("--json"))
        print(json.dumps(result))
        return
    print(f"Django and all rooms loaded in {result['import_seconds']:.2f} s")
    print(f"{'page':<32} {'answer':>6} {'median ms':>10} {'slowest':>8} {'queries':>8}")
    for page in result["pages"]:
        print(
            f"{page['path']:<32} {page['status']:>6} {page['median_ms']:>10.1f} "
            f"{page['slowest_ms']:>8.1f} {page['queries']:>8}"
        )
    if not options.pages_only:
        print("\nGrowth, measured on a database of its own (about a minute) …", flush=True)
        print(growth())


def import_seconds() -> float:
    """Return the seconds that a process needs before it can answer."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import lienhiep.project.wsgi"], check=True)
    return time.perf_counter() - began


def growth(*arguments: str) -> str:
    """Return what the other measurement prints; it needs settings of its own."""
    command = [sys.executable, "-m", "benchmarks.growth", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def measure(path: str) -> dict:
    """Ask for a page several times, as nobody in particular."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "127.0.0.1"})
    client.get(path)  # templates are read once
    with CaptureQueriesContext(connection) as queries:
        status = client.get(path).status_code
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        client.get(path)
        times.append((time.perf_counter() - began) * 1000)
    return {
        "path": path,
        "status": status,
        "median_ms": statistics.median(times),
        "slowest_ms": max(times),
        "queries": len(queries),
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lienhiep.project.settings.production")
    import django

    django.setup()
    main()
