"""Hold the public pages against programs that nobody here wrote: vnu, html-validate, Lighthouse.

    npm install html-validate@10 vnu-jar lighthouse@12      (in any folder, node 20)
    .venv/bin/python scripts/outside_checks.py --tools FOLDER http://127.0.0.1:8000 [--runs 5]

One page of each shape in the map of the site is taken. Java is needed for vnu, Chromium for
Lighthouse. Prints a line for each page with the median of each score, and every fault of its HTML;
exits with 1 where there is a fault or a median under 98. A page that asks search engines to leave
it out, such as the results of a search, is not held to their score.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

LEAST = 98
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
EXTRA = ("/", "/tim-kiem/", "/tim-kiem/?q=590", "/tai-khoan/dang-nhap/")
CHROME = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)


def main() -> int:
    """Check what is asked for; returns the exit code."""
    options = parse()
    pages = list(dict.fromkeys(options.page or [*EXTRA, *one_of_each_shape(options.address)]))
    html = {} if options.no_html else faults_of_html(options.tools, options.address, pages)
    failed = False
    for page in pages:
        faults = html.get(page, [])
        scores = medians(options.tools, options.address + page, options.runs)
        if is_left_out(options.address + page):
            scores.pop("seo", None)
        low = any(score < LEAST for score in scores.values())
        failed = failed or low or bool(faults)
        told = "  ".join(f"{name} {score:.0f}" for name, score in scores.items())
        print(f"{'!' if low or faults else ' '} {page}  {told}", flush=True)
        for fault in faults:
            print(f"      {fault}", flush=True)
    return int(failed)


def parse() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("address", help="where the product is served")
    parser.add_argument("--tools", type=Path, required=True, help="folder with node_modules")
    parser.add_argument("--runs", type=int, default=5, help="of Lighthouse; 0 leaves it out")
    parser.add_argument("--page", action="append", help="only this page; may be repeated")
    parser.add_argument("--no-html", action="store_true", help="leave the HTML validators out")
    return parser.parse_args()


def one_of_each_shape(address: str) -> list[str]:
    """Return one address of every shape that the map of the site names."""
    text = read(f"{address}/sitemap.xml")
    found: dict[tuple[object, ...], str] = {}
    for place in re.findall(r"<loc>([^<]*)</loc>", text):
        path = re.sub(r"^https?://[^/]+", "", place)
        parts = path.strip("/").split("/")
        inner = ("#" if re.search(r"\d", part) else part for part in parts[1:-1])
        shape = (parts[0], *inner, len(parts), bool(re.search(r"\d", parts[-1])))
        found.setdefault(shape, path)
    return list(found.values())


def read(address: str) -> str:
    """Return a page, also one that answers with an error."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return error.read().decode()


def is_left_out(address: str) -> bool:
    """Return whether a page asks search engines to leave it out."""
    return '<meta name="robots" content="noindex">' in read(address)


def faults_of_html(tools: Path, address: str, pages: list[str]) -> dict[str, list[str]]:
    """Return what two validators say against the HTML of each page."""
    found: dict[str, list[str]] = {page: [] for page in pages}
    with tempfile.TemporaryDirectory() as folder:
        files = {str(Path(folder) / f"{number}.html"): page for number, page in enumerate(pages)}
        for file, page in files.items():
            Path(file).write_text(read(address + page), encoding="utf-8")
        for file, fault in [*said_by_vnu(tools, folder), *said_by_html_validate(tools, folder)]:
            found[files[file]].append(fault)
    return found


def said_by_vnu(tools: Path, folder: str) -> list[tuple[str, str]]:
    """Return file and fault, as the validator of the W3C's makers says."""
    jar = tools / "node_modules/vnu-jar/build/dist/vnu.jar"
    told = run(
        ["java", "-jar", str(jar), "--lang", "vi", "--errors-only", "--format", "gnu", folder]
    )
    lines = re.findall(r'^"file:([^"]+)":([\d.-]+): error: (.*)$', told.stderr, re.MULTILINE)
    if told.returncode and not lines:
        raise RuntimeError(told.stderr)
    return [(file, f"vnu: {where}: {what}") for file, where, what in lines]


def said_by_html_validate(tools: Path, folder: str) -> list[tuple[str, str]]:
    """Return file and fault, as html-validate says."""
    settings = Path(folder) / ".htmlvalidate.json"
    settings.write_text(json.dumps({"root": True, "extends": ["html-validate:standard"]}))
    validator = tools / "node_modules/html-validate/bin/html-validate.mjs"
    told = run(["node", str(validator), "--formatter", "json", folder], cwd=folder).stdout
    return [
        (
            file["filePath"],
            f"html-validate: line {one['line']}: {one['ruleId']}: {one['message']}",
        )
        for file in json.loads(told or "[]")
        for one in file["messages"]
        if one["severity"] == 2
    ]


def medians(tools: Path, address: str, runs: int) -> dict[str, float]:
    """Return the median of each of Lighthouse's scores over some runs."""
    scores: dict[str, list[float]] = {category: [] for category in CATEGORIES}
    for _run in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            told = Path(folder) / "told.json"  # a pipe may break off what it says
            run(
                [
                    "node",
                    str(tools / "node_modules/lighthouse/cli/index.js"),
                    address,
                    "--quiet",
                    "--output=json",
                    f"--output-path={told}",
                    f"--only-categories={','.join(CATEGORIES)}",
                    "--no-enable-error-reporting",
                    f"--chrome-flags={CHROME}",
                ],
                env=os.environ
                | {"CHROME_PATH": os.environ.get("CHROME_PATH", "/usr/bin/chromium")},
            )
            categories = json.loads(told.read_text())["categories"]
        for category in CATEGORIES:
            scores[category].append((categories[category]["score"] or 0) * 100)
    return {name: statistics.median(found) for name, found in scores.items() if found}


def run(command: list[str], **rest: object) -> subprocess.CompletedProcess[str]:
    """Run one of the programs and keep what it prints."""
    return subprocess.run(command, capture_output=True, text=True, check=False, **rest)  # type: ignore[call-overload, no-any-return]


if __name__ == "__main__":
    sys.exit(main())
