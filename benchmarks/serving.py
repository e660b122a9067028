"""How many requests a second one core answers: ready pages beside a plain file from nginx.

Each server is held to the first core, the load generator (wrk) to the second; each case is
measured several times in turn with nginx giving the same bytes as a static file, and the
median is shown, with its share of nginx's requests per second. Every visit is counted.

Serves the data folder that `make run` serves, so that must not be running meanwhile.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

SERVER_CORE, LOAD_CORE = "0", "1"
CONNECTIONS = 16
AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
ENCODING = "br, gzip"

NGINX = """
worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log stderr error; {modules}
events {{ worker_connections 256; }}
http {{
  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 1000000;
  default_type text/html; {static}
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  server {{ listen 127.0.0.1:{port}; root {folder}/files; index index.html; }}
}}
"""


def main() -> int:
    """Measure and print; return 2 where a program is missing."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving", description=__doc__)
    parser.add_argument("--seconds", type=int, default=5, help="length of one measurement")
    parser.add_argument("--rounds", type=int, default=5, help="measurements of each case")
    parser.add_argument("--article", default="", help="address of an article; one is looked up")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if missing := missing_programs():
        print(
            f"To measure serving, install {', '.join(missing)} "
            f"(Debian: apt install wrk nginx-light util-linux).",
            file=sys.stderr,
        )
        return 2
    if (os.cpu_count() or 1) < 2:
        print("To measure serving, two cores are needed.", file=sys.stderr)
        return 2
    rows = measure(options.seconds, options.rounds, options.article)
    print(json.dumps(rows) if options.json else table(rows))
    return 0


def missing_programs() -> list[str]:
    """Return the programs that are needed and not installed."""
    return [name for name in ("wrk", "nginx", "taskset") if not program(name)]


def program(name: str) -> str | None:
    """Return where a program lies; servers often lie outside the path of ordinary users."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")


def measure(seconds: int, rounds: int, article: str) -> list[dict]:
    """Return one row for each case."""
    with tempfile.TemporaryDirectory() as folder, lienhiep() as ours:
        session = office_session()
        article = article or newest_article(ours)
        cases: list[tuple[str, str, dict[str, str], bool]] = []
        for name, path in (("article", article), ("home", "/")):
            tag = fetch(f"{ours}{path}").headers["ETag"]
            cases += [
                (f"{name}, first view", path, {}, True),
                (f"{name}, If-None-Match", path, {"If-None-Match": tag}, True),
                (f"{name}, one page rendered beside", path, {}, True),
            ]
        cases.append(("search", "/tim-kiem/?q=h%E1%BB%99i", {}, False))
        if session:
            cases.append(("signed in, article", article, {"Cookie": session}, False))
        files = Path(folder) / "files"
        for path in (article, "/"):
            save_page(files, path, ours)
        with nginx(Path(folder)) as static:
            return [
                row(name, path, more, ours, static, seconds, rounds if is_kept else 1)
                for name, path, more, is_kept in cases
            ]


def row(
    name: str,
    path: str,
    more: dict[str, str],
    ours: str,
    static: str,
    seconds: int,
    rounds: int,
) -> dict:
    """Measure one case and nginx's file beside it, in turn."""
    own, file = [], []
    file_path = path.partition("?")[0] if "?" not in path else "/"
    file_more = dict(more)
    if "If-None-Match" in more:
        file_more["If-None-Match"] = fetch(f"{static}{file_path}").headers["ETag"]
    file_more.pop("Cookie", None)
    fetch(f"{ours}{path}", more, may_fail=True)
    for _round in range(rounds):
        with rendering(ours) if "rendered" in name else _nothing():
            own.append(load(f"{ours}{path}", more, seconds))
        file.append(load(f"{static}{file_path}", file_more, seconds))
    mine, theirs = (statistics.median(one["rps"] for one in found) for found in (own, file))
    return {
        "case": name,
        "path": path,
        "requests_per_second": mine,
        "p99_ms": statistics.median(one["p99_ms"] for one in own),
        "nginx_requests_per_second": theirs,
        "share_of_nginx": mine / theirs if theirs else 0,
        "errors": sum(one["errors"] for one in own),
    }


def load(url: str, more: dict[str, str], seconds: int) -> dict:
    """Load an address for some seconds and return what wrk measured."""
    headers = {"Accept-Encoding": ENCODING, "User-Agent": AGENT} | more
    command = ["taskset", "-c", LOAD_CORE, str(program("wrk")), "-t1", f"-c{CONNECTIONS}"]
    command += [f"-d{seconds}s", "--latency"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    said = subprocess.run([*command, url], check=True, capture_output=True, text=True).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    late = re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    scale = {"us": 0.001, "ms": 1.0, "s": 1000.0}
    return {
        "rps": float(rate[1]) if rate else 0.0,
        "p99_ms": float(late[1]) * scale[late[2]] if late else 0.0,
        "errors": int(wrong[1]) if wrong else 0,
    }


@contextmanager
def lienhiep() -> Iterator[str]:
    """Run the server on the first core and yield its address."""
    port = free_port()
    command = ["taskset", "-c", SERVER_CORE, sys.executable, "-m", "lienhiep.project.command"]
    command += ["serve", "--bind", f"127.0.0.1:{port}"]
    room = {"PAGE_CACHE_MB": os.environ.get("PAGE_CACHE_MB") or "64"}
    with running(command, port, os.environ | room) as address:
        yield address


@contextmanager
def nginx(folder: Path) -> Iterator[str]:
    """Run nginx on the same core over some files and yield its address."""
    port = free_port()
    module = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
    has_brotli = module.exists()
    config = folder / "nginx.conf"
    config.write_text(
        NGINX.format(
            folder=folder,
            port=port,
            modules=f"load_module {module};" if has_brotli else "",
            static="gzip_static on; gzip_vary on;" + (" brotli_static on;" if has_brotli else ""),
        )
    )
    # Its worker runs under another account, which must be able to read the files.
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    command = ["taskset", "-c", SERVER_CORE, str(program("nginx")), "-p", str(folder)]
    with running([*command, "-c", str(config)], port) as address:
        yield address


@contextmanager
def running(
    command: list[str], port: int, environment: Mapping[str, str] = os.environ
) -> Iterator[str]:
    """Run a server until the block ends; yield its address once it listens."""
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:
        try:
            deadline = time.monotonic() + 120
            while time.monotonic() < deadline and process.poll() is None:
                try:
                    socket.create_connection(("127.0.0.1", port), 1).close()
                    break
                except OSError:
                    time.sleep(0.1)
            if process.poll() is not None:
                sys.exit(f"{command[-1]} ended with {process.returncode} before it listened.")
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()


@contextmanager
def rendering(address: str) -> Iterator[None]:
    """Ask for pages that are not kept, one after another, as long as the block lasts."""
    ending = threading.Event()

    def ask() -> None:
        number = 0
        while not ending.is_set():
            number += 1
            fetch(f"{address}/tin-tuc/?q={number}", may_fail=True)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ending.set()
        thread.join(30)


@contextmanager
def _nothing() -> Iterator[None]:
    yield


def fetch(url: str, more: dict[str, str] | None = None, may_fail: bool = False):
    """Ask for an address once."""
    request = urllib.request.Request(url, headers={"User-Agent": AGENT, **(more or {})})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            answer.whole = answer.read()
            return answer
    except OSError:
        if may_fail:
            return None
        raise


def newest_article(address: str) -> str:
    """Return the address of an article that the news list."""
    text = fetch(f"{address}/tin-tuc/").whole.decode()
    found = re.search(r'href="(/tin-tuc/[a-z0-9-]+-\d+/)"', text)
    if found is None:
        sys.exit("There is no article to measure: load the demonstration first (make run).")
    return found[1]


def save_page(files: Path, path: str, address: str) -> None:
    """Write a page down as it is sent in each encoding."""
    folder = files / path.strip("/")
    folder.mkdir(parents=True, exist_ok=True)
    for encoding, ending in (("identity", ""), ("gzip", ".gz"), ("br", ".br")):
        body = fetch(f"{address}{path}", {"Accept-Encoding": encoding}).whole
        (folder / f"index.html{ending}").write_bytes(body)


def office_session() -> str:
    """Return the cookie of somebody of the demonstration who is signed in; empty without one."""
    code = (
        "from django.contrib.auth import SESSION_KEY,BACKEND_SESSION_KEY,HASH_SESSION_KEY;"
        "from django.contrib.auth import get_user_model;"
        "from django.contrib.sessions.backends.db import SessionStore;"
        "u=get_user_model().objects.filter(email='editor@lienhiep.example').first();"
        "s=SessionStore();"
        "u and s.update({SESSION_KEY:str(u.pk),"
        "BACKEND_SESSION_KEY:'lienhiep.accounts.backends.RoleBackend',"
        "HASH_SESSION_KEY:u.get_session_auth_hash()});"
        "u and s.create();print('sessionid='+s.session_key if u else '')"
    )
    command = [sys.executable, "-m", "lienhiep.project.command", "shell", "--no-imports", "-c"]
    said = subprocess.run([*command, code], check=True, capture_output=True, text=True).stdout
    return said.strip()


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def table(rows: list[dict]) -> str:
    """Return the rows as text."""
    head = f"{'case':<36}{'per second':>12}{'p99 ms':>9}{'nginx file':>12}{'share':>8}"
    lines = [head]
    for one in rows:
        note = f"  {one['errors']} errors" if one["errors"] else ""
        lines.append(
            f"{one['case']:<36}{one['requests_per_second']:>12,.0f}{one['p99_ms']:>9.1f}"
            f"{one['nginx_requests_per_second']:>12,.0f}{one['share_of_nginx']:>8.2f}{note}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
