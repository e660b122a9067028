"""One parent serves and works; nothing of it stays behind, however it ends."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from lienhiep.project.places import BASE_DIR
from lienhiep.project.serving import worker_exists

pytestmark = pytest.mark.slow


class Server:
    """A real `lienhiep serve` on a folder and a port of its own."""

    def __init__(self, folder: Path):
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process: subprocess.Popen | None = None

    def environment(self) -> dict[str, str]:
        given = {"LIENHIEP_DATA": str(self.folder), "LIENHIEP_ENV_FILE": os.devnull}
        return {
            **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
            **given,
        }

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "-m", "lienhiep.project.command", *arguments],
            env=self.environment(),
            cwd=BASE_DIR,
            capture_output=True,
            text=True,
            timeout=400,  # migrations of an empty database, on a slow machine too
            check=False,
        )

    def start(self) -> None:
        command = [sys.executable, "-m", "lienhiep.project.command", "serve"]
        with (self.folder / "output.txt").open("w") as output:
            self.process = subprocess.Popen(
                [*command, "--bind", f"127.0.0.1:{self.port}"],
                env=self.environment(),
                cwd=BASE_DIR,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        until(self.answers, seconds=60)

    def answers(self) -> bool:
        try:
            address = f"http://127.0.0.1:{self.port}/"
            urllib.request.urlopen(address, timeout=30).close()
        except urllib.error.HTTPError as refused:
            refused.close()
            return True
        except OSError:
            return False
        return True

    def output(self) -> str:
        return (self.folder / "output.txt").read_text()

    def processes(self) -> dict[int, str]:
        """Return the processes that work on this folder, with their command lines."""
        mark = f"LIENHIEP_DATA={self.folder}".encode()
        found = {}
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and mark in (entry / "environ").read_bytes().split(b"\0"):
                    line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode().strip()
                    found[int(entry.name)] = line
            except OSError:
                continue  # it ended while we looked, or belongs to somebody else
        return {pid: line for pid, line in found.items() if line}

    def worker(self) -> int | None:
        return next(
            (pid for pid, line in self.processes().items() if line.endswith(" worker")), None
        )


def until(condition, *, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    done = Server(folder).run("init")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def server(prepared):
    server = Server(prepared)
    yield server
    for pid in server.processes():
        os.kill(pid, signal.SIGKILL)
    if server.process:
        server.process.wait()


def test_init_does_nothing_the_second_time(prepared):
    done = Server(prepared).run("init", "--json")

    assert done.stdout == '{"steps": {}}\n'


def test_serve_says_where_to_look(server):
    server.start()

    until(lambda: "/quan-tri/" in server.output(), seconds=10)


def test_ctrl_c_leaves_no_process_behind(server):
    server.start()

    os.killpg(server.process.pid, signal.SIGINT)

    server.process.wait(timeout=8)
    until(lambda: server.processes() == {}, seconds=3)


def test_a_browser_that_keeps_its_connection_does_not_delay_the_end(server):
    server.start()
    browser = http.client.HTTPConnection("127.0.0.1", server.port)
    browser.request("GET", "/")
    browser.getresponse().read()
    time.sleep(4)  # told to end twice, a web process that ran this long would hang

    began = time.monotonic()
    os.killpg(server.process.pid, signal.SIGINT)
    server.process.wait(timeout=15)
    browser.close()

    assert time.monotonic() - began < 5  # after so long a web process that hangs is killed


def test_sigterm_ends_web_server_and_worker(server):
    server.start()

    server.process.terminate()

    assert server.process.wait(timeout=8) == 0
    until(lambda: server.processes() == {}, seconds=3)


def test_children_of_a_killed_server_leave_and_free_the_port(server):
    server.start()

    server.process.kill()
    server.process.wait()

    until(lambda: server.processes() == {}, seconds=8)
    server.start()


@pytest.mark.skipif(not worker_exists(), reason="no room brings a worker")
def test_a_crashed_worker_is_started_again(server):
    server.start()
    until(lambda: server.worker() is not None, seconds=10)
    first = server.worker()

    os.kill(first, signal.SIGKILL)

    until(lambda: server.worker() not in (None, first), seconds=10)


def test_a_port_that_is_taken_is_said_in_a_plain_sentence(server):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        done = server.run("serve", "--bind", f"127.0.0.1:{port}")

    assert done.returncode == 1
    assert f"Port {port} on 127.0.0.1 is taken by another program." in done.stderr
    assert "Traceback" not in done.stderr


def test_two_servers_do_not_share_one_folder(server):
    server.start()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    done = server.run("serve", "--bind", f"127.0.0.1:{port}")

    assert done.returncode == 1
    assert "is being served by another Lienhiep already" in done.stderr


def test_an_address_that_is_none_is_refused(server):
    done = server.run("serve", "--bind", "somewhere")

    assert done.returncode == 2
    assert "“somewhere” is not an address of the form HOST:PORT" in done.stderr
