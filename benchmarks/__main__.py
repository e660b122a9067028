"""What a person waits for: `make bench`. On the data that `make run` serves, changing nothing.

Prints for each public page the median time and the number of queries, without the page
cache, and how long a start takes until the first page; then, on a database of its own, how
costs grow with the records (`benchmarks/growth.py`); at last how many requests a second one
core answers beside nginx (`benchmarks/serving.py`, which needs wrk and nginx). `--json` prints
one object, without the last.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time

ROUNDS = 15
PUBLIC = [
    *("/", "/tin-tuc/", "/tap-san/", "/hoi-thanh-vien/", "/van-ban/", "/cuoc-thi/", "/so-lieu/"),
    *("/tim-kiem/?q=590", "/huong-dan/", "/tai-khoan/dang-nhap/"),
]
SIGNED_IN = {
    "office_manager": ["/quan-tri/", "/quan-tri/figures/", "/quan-tri/tim/?q=590"],
    "contact_officer": ["/ban-lam-viec/", "/ban-lam-viec/thong-bao/"],
}
"""Pages that only a role of the demonstration sees; left out where there is no demonstration."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("pages", nargs="*", default=PUBLIC)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--pages-only", action="store_true", help="leave the growth out")
    options = parser.parse_args()
    result = {"import_seconds": import_seconds(), "pages": [measure(p) for p in options.pages]}
    if options.pages is PUBLIC:
        result["pages"] += [measure(p, role) for role in SIGNED_IN for p in SIGNED_IN[role]]
        result["pages"] = [page for page in result["pages"] if page]
    if options.json:
        if not options.pages_only:
            result["growth"] = json.loads(growth("--json"))
        print(json.dumps(result))
        return
    print(f"Django and all rooms loaded in {result['import_seconds']:.2f} s")
    print(f"{'page':<44} {'answer':>6} {'median ms':>10} {'slowest':>8} {'queries':>8}")
    for page in result["pages"]:
        print(
            f"{page['path']:<44} {page['status']:>6} {page['median_ms']:>10.1f} "
            f"{page['slowest_ms']:>8.1f} {page['queries']:>8}"
        )
    if not options.pages_only:
        print("\nGrowth, measured on a database of its own (about a minute) …", flush=True)
        print(growth())
        print("\nReady pages beside nginx, some minutes …", flush=True)
        serving = [sys.executable, "-m", "benchmarks.serving"]
        sys.exit(subprocess.run(serving, check=False).returncode)


def import_seconds() -> float:
    """Return the seconds that a process needs before it can answer."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import lienhiep.project.wsgi"], check=True)
    return time.perf_counter() - began


def growth(*arguments: str) -> str:
    """Return what the other measurement prints; it needs settings of its own."""
    command = [sys.executable, "-m", "benchmarks.growth", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def measure(path: str, role: str = "") -> dict:
    """Ask for a page several times, as nobody in particular or with the account of a role."""
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "127.0.0.1"})
    if role:
        address = f"{role.replace('_', '-')}@lienhiep.example"
        user = get_user_model().objects.filter(email=address).first()
        if user is None:
            return {}
        client.force_login(user)
    client.get(path)  # templates are read once
    with CaptureQueriesContext(connection) as queries:
        status = client.get(path).status_code
    asked = len(queries)  # at once: the next request forgets them
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        client.get(path)
        times.append((time.perf_counter() - began) * 1000)
    return {
        "path": f"{path} ({role})" if role else path,
        "status": status,
        "median_ms": statistics.median(times),
        "slowest_ms": max(times),
        "queries": asked,
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lienhiep.project.settings.production")
    import django

    django.setup()
    main()
