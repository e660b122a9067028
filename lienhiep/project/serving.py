"""Web server and worker under one parent that ends both.

Django is loaded in the children only, so the parent starts at once and stays small.
"""

import argparse
import errno
import json
import logging
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from lienhiep.project import orphans
from lienhiep.project.places import (
    BASE_DIR,
    bind_address,
    claim_serving,
    data_dir,
    local_url,
)
from lienhiep.project.prepared import FIRST_CODE, PREPARED, is_prepared

COMMAND = [sys.executable, "-m", "lienhiep.project.command"]
LEAVING = 2.0
"""Seconds after which a port that is taken counts as somebody else's."""

logger = logging.getLogger(__name__)


def main(argv: list[str]) -> int:
    """Prepare what is missing, then serve until told to stop. Returns the exit code."""
    options = parse(argv)
    if options.bind:
        os.environ["LIENHIEP_BIND"] = options.bind
    if options.data:
        os.environ["LIENHIEP_DATA"] = str(Path(options.data).resolve())
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled code makes the next start quick
    os.environ["PYTHONPATH"] = os.pathsep.join(
        [str(BASE_DIR), *filter(None, [os.environ.get("PYTHONPATH")])]
    )
    try:
        host, port = bind_address()
    except ValueError as error:
        say(
            f"“{error}” không phải là địa chỉ dạng MÁY:CỔNG, ví dụ 127.0.0.1:8000.",
            f"“{error}” is not an address of the form HOST:PORT, such as 127.0.0.1:8000.",
        )
        return 2
    refusal = why_not_listen(host, port)
    served = claim_serving()
    deadline = time.monotonic() + LEAVING
    while refusal and served and time.monotonic() < deadline:
        time.sleep(0.2)  # the children of a killed server are about to leave the port
        refusal = why_not_listen(host, port)
    if not refusal and served is None:
        refusal = (
            f"Thư mục {data_dir()} đang được một máy chủ Lienhiep khác dùng.",
            f"The folder {data_dir()} is being served by another Lienhiep already.",
        )
    if refusal:
        say(*refusal)
        return 1
    if not is_prepared(demo=options.demo):
        init = [*COMMAND, "init", *(["--demo"] if options.demo else [])]
        if subprocess.run(init, check=False).returncode:
            return 1
    return serve(host, port)


def parse(argv: list[str]) -> argparse.Namespace:
    """Read the command line; the environment stands behind it."""
    parser = argparse.ArgumentParser(
        prog="lienhiep serve", description="Serve the site and work through the task queue."
    )
    parser.add_argument("--bind", metavar="HOST:PORT", help="where to listen (LIENHIEP_BIND)")
    parser.add_argument("--data", metavar="DIR", help="the data folder (LIENHIEP_DATA)")
    parser.add_argument(
        "--demo",
        action=argparse.BooleanOptionalAction,
        default=False,
        help="fill an empty database with the demonstration year",
    )
    return parser.parse_args(argv)


def why_not_listen(host: str, port: int) -> tuple[str, str] | None:
    """Return why nothing can listen there, in two languages, or None where it can.

    Asked beforehand, because two servers may share a port on Linux without noticing.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return (
                f"Cổng {port} trên {host} đang được một chương trình khác dùng. "
                f"Chọn cổng khác: make run LIENHIEP_BIND={host}:{port + 1}",
                f"Port {port} on {host} is taken by another program. "
                f"Choose another one: make run LIENHIEP_BIND={host}:{port + 1}",
            )
        return (
            f"Không mở được địa chỉ {host}:{port}: {error.strerror or error}.",
            f"Cannot listen on {host}:{port}: {error.strerror or error}.",
        )
    return None


def serve(host: str, port: int) -> int:
    """Run the web server here and the worker beside it until a signal ends both."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    os.environ[orphans.PARENT] = str(os.getpid())
    multiprocessing.set_start_method("spawn", force=True)  # a fork would copy our threads' locks
    server = Server(
        "lienhiep.project.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=number("WEB_WORKERS", 1),
        blocking_threads=number("WEB_THREADS", 1),
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
    )
    worker = Worker()
    end_web_server = server.signal_handler_interrupt

    def end(*signal_and_frame: Any) -> None:
        worker.ask_to_end()
        end_web_server(*signal_and_frame)

    # Both at once, rather than one after the other.
    server.signal_handler_interrupt = end  # type: ignore[method-assign]
    server.on_startup(worker.start)
    server.on_startup(lambda: threading.Thread(target=announce, daemon=True).start())
    server.on_shutdown(worker.stop)
    # Until the server has set its own handlers, a signal ends the parent here.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        server.serve()
    except KeyboardInterrupt:
        return 0
    finally:
        worker.stop()
    return 0


def number(name: str, default: int) -> int:
    """Return a whole number from the environment."""
    value = os.environ.get(name, "")
    return int(value) if value.isdigit() and int(value) else default


class Worker:
    """The process that works through the task queue, started again whenever it fails."""

    def __init__(self) -> None:
        self.ending = threading.Event()
        self.process: subprocess.Popen | None = None
        self.thread: threading.Thread | None = None

    def start(self) -> None:
        """Start the worker and a thread that looks after it."""
        if not worker_exists():
            return
        self.thread = threading.Thread(target=self.look_after, name="worker", daemon=True)
        self.thread.start()

    def look_after(self) -> None:
        """Run the worker until the end; one that fails at once is waited for ever longer."""
        orphans.ignore_ctrl_c()
        pause = 1.0
        while not self.ending.is_set():
            began = time.monotonic()
            self.process = subprocess.Popen([*COMMAND, "worker"])
            if self.ending.is_set():  # the end came while it started
                self.process.terminate()
            code = self.process.wait()
            if self.ending.is_set():
                return
            pause = 1.0 if time.monotonic() - began > 30 else min(pause * 2, 30.0)
            logger.warning("The worker ended with %s; it starts again in %.0f s.", code, pause)
            self.ending.wait(pause)

    def ask_to_end(self) -> None:
        """Tell the worker to finish its batch and end; does not wait."""
        if not self.ending.is_set():  # a second telling would cut the batch off
            self.ending.set()
            if self.process is not None and self.process.poll() is None:
                self.process.terminate()

    def stop(self) -> None:
        """End the worker: it is asked first, and ended after a few seconds."""
        self.ask_to_end()
        process = self.process
        if process is None:
            return
        try:
            process.wait(orphans.PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def worker_exists() -> bool:
    """Say whether a room brings the command that works through the queue."""
    return any(BASE_DIR.glob("lienhiep/*/management/commands/worker.py"))


def announce() -> None:
    """Say where to look as soon as the first page is there."""
    url = local_url()
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{url}/", timeout=60).close()
            break
        except urllib.error.HTTPError:
            break  # it answers, if only to refuse
        except OSError:
            time.sleep(0.1)
    print(
        f"\n  Trang công khai / The site:      {url}/\n"
        f"  Trang quản trị / Back office:    {url}/quan-tri/\n",
        flush=True,
    )
    code = first_code()
    if code:
        print(
            "  Chưa ai có tài khoản. Mở trang công khai và nhập mã này để bắt đầu.\n"
            "  Nobody has an account yet. Open the site and type this code to begin.\n"
            f"    {code}\n",
            flush=True,
        )
    accounts = prepared_accounts()
    if accounts:
        print("  Tài khoản minh họa / Demonstration accounts:", flush=True)
        print("\n".join(f"    {line}" for line in accounts), flush=True)
    print("\n  Dừng: Ctrl-C / Stop: Ctrl-C\n", flush=True)


def prepared_accounts() -> list[str]:
    """Return the demonstration accounts, as they were noted when they were made."""
    try:
        return json.loads((data_dir() / PREPARED).read_text()).get("accounts", [])
    except (OSError, ValueError):
        return []


def first_code() -> str:
    """Return the code by which the first account is made; empty where somebody has one."""
    try:
        return (data_dir() / FIRST_CODE).read_text().strip()
    except OSError:
        return ""


def say(vietnamese: str, english: str) -> None:
    """Print one sentence in both languages where a person looks for errors."""
    print(f"{vietnamese}\n{english}", file=sys.stderr, flush=True)
