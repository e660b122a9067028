"""Whatever can be set is written down, and the product starts without anything set."""

import ast
import re

import pytest

from lienhiep.project.places import BASE_DIR, bind_address, local_url

EXAMPLE = BASE_DIR / ".env.example"
PAGE = BASE_DIR / "docs" / "running.md"
READERS = {"env", "get", "number", "setdefault"}


def settings_read() -> set[str]:
    """Return every name that our code reads from the environment."""
    found = set()
    for path in (BASE_DIR / "lienhiep").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and is_reader(node.func):
                found.add(literal(node.args[0]))
            elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
                found.add(literal(node.slice))
    # Between our own processes, or Django's own.
    return (
        found
        - {"", "LIENHIEP_SERVER_PID", "LIENHIEP_TEST_DATA", "DJANGO_SETTINGS_MODULE"}
        - {"PYTHONPATH", "PYTEST_XDIST_WORKER"}
    )


def is_reader(function: ast.expr) -> bool:
    text = ast.unparse(function)
    return text in ("env", "number", "os.environ.get", "os.getenv") or text.startswith("env.")


def literal(node: ast.expr) -> str:
    text = node.value if isinstance(node, ast.Constant) else ""
    return text if isinstance(text, str) and re.fullmatch(r"[A-Z][A-Z0-9_]+", text) else ""


def commands() -> set[str]:
    return {
        path.stem
        for path in (BASE_DIR / "lienhiep").glob("*/management/commands/*.py")
        if path.stem != "__init__"
    }


def test_every_setting_stands_in_the_example():
    listed = set(re.findall(r"^#?\s?([A-Z][A-Z0-9_]+)=", EXAMPLE.read_text(), re.MULTILINE))

    assert settings_read() - listed == set()
    assert listed - settings_read() == set()


def test_every_setting_is_documented():
    text = PAGE.read_text(encoding="utf-8")

    assert {name for name in settings_read() if f"`{name}`" not in text} == set()


def test_every_command_is_documented():
    text = PAGE.read_text(encoding="utf-8")

    assert {name for name in commands() if f"`{name}" not in text} == set()


def test_every_command_of_make_is_explained():
    makefile = (BASE_DIR / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z-]+):(?!=)", makefile, re.MULTILINE))
    explained = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))

    assert targets == explained


@pytest.mark.parametrize(
    ("text", "host", "port", "url"),
    [
        ("127.0.0.1:8000", "127.0.0.1", 8000, "http://127.0.0.1:8000"),
        ("8080", "127.0.0.1", 8080, "http://127.0.0.1:8080"),
        ("0.0.0.0:80", "0.0.0.0", 80, "http://127.0.0.1:80"),
        ("[::1]:8000", "::1", 8000, "http://[::1]:8000"),
    ],
)
def test_bind_address_is_read(monkeypatch, text, host, port, url):
    monkeypatch.setenv("LIENHIEP_BIND", text)

    assert bind_address() == (host, port)
    assert local_url() == url


@pytest.mark.parametrize("text", ["somewhere", "host:", "host:port", "host:99999", ":0"])
def test_bind_address_that_is_none_is_refused(monkeypatch, text):
    monkeypatch.setenv("LIENHIEP_BIND", text)

    with pytest.raises(ValueError, match=re.escape(text)):
        bind_address()


def test_lock_files_name_no_place_and_carry_checksums():
    for path in (BASE_DIR / "requirements").glob("*.txt"):
        text = path.read_text()

        assert re.findall(r"https?:|file:|--index|--find-links", text) == []
        assert len(re.findall(r"^[a-z].*==", text, re.MULTILINE)) <= text.count("--hash=sha256:")


def test_run_time_packages_stay_few():
    names = re.findall(r"^([a-z0-9-]+)==", (BASE_DIR / "requirements/run.txt").read_text(), re.M)

    assert len(set(names)) <= 68  # two of them are for Windows only
