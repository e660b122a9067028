"""A MySQL or MariaDB server that still runs is read as its dump would be."""

import os
import shutil
import socket
import subprocess
import time

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from lienhiep.imports.nukeviet.running import Asked, run_import
from lienhiep.imports.nukeviet.running import _named as named
from tests.imports.nukeviet.conftest import SITE, article

SERVER = shutil.which("mariadbd", path="/usr/sbin:/usr/bin:/usr/local/bin")
CLIENT = shutil.which("mariadb")

BYTES = """
CREATE TABLE `p_xx_news_tags` (`tid` int, `alias` varchar(250), `keywords` varchar(255),
  `description` text, `image` varchar(255), `numnews` int);
INSERT INTO `p_xx_news_tags` VALUES (1,'khoa-hoc','khoa học, “kỹ thuật”',NULL,'',1);
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server of its own, with the small site in it."""
    pytest.importorskip("pymysql")
    if not (SERVER and CLIENT):
        pytest.skip("MariaDB is not installed")
    folder = tmp_path_factory.mktemp("mariadb")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    as_root = ["--user=root"] if os.geteuid() == 0 else []
    data = f"--datadir={folder}/data"
    install = ["mariadb-install-db", data, "--auth-root-authentication-method=normal", *as_root]
    subprocess.run(install, check=True, capture_output=True)
    place = [f"--socket={folder}/socket", f"--port={port}", "--bind-address=127.0.0.1"]
    process = subprocess.Popen(
        [SERVER, "--no-defaults", data, *place, f"--pid-file={folder}/pid", *as_root],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    client = [CLIENT, "--no-defaults", f"--socket={folder}/socket", "-uroot"]
    deadline = time.monotonic() + 60
    while subprocess.run([*client, "-e", "SELECT 1"], check=False, capture_output=True).returncode:
        assert time.monotonic() < deadline, "MariaDB does not answer"
        time.sleep(0.2)
    setup = (
        "CREATE DATABASE site CHARACTER SET utf8mb4; USE site;\n"
        f"{SITE}{article(1, title='Đại hội')}{article(2, status=0)}{BYTES}"
        "CREATE USER reader@localhost IDENTIFIED BY 'mật khẩu';"
        "GRANT SELECT ON site.* TO reader@localhost;"
    )
    subprocess.run([*client, "--default-character-set=utf8mb4"], input=setup.encode(), check=True)
    yield f"127.0.0.1:{port}"
    process.terminate()
    process.wait(30)


def what_came(run):
    return run.counts, [(line.table, line.old_id, line.reason) for line in run.lines.order_by("pk")]


@pytest.mark.slow
def test_a_running_server_gives_what_its_dump_gives(server, brought, monkeypatch):
    from_dump = brought(article(1, title="Đại hội") + article(2, status=0) + BYTES, is_trial=True)
    monkeypatch.setenv("MYSQL_PWD", "mật khẩu")

    run = run_import(Asked(dump=f"mysql://reader@{server}/site", is_trial=True))

    assert run.counts["news:article"]["brought"] == 2
    assert what_came(run) == what_came(from_dump)
    assert run.source == "mysql://127.0.0.1/site"


@pytest.mark.slow
@pytest.mark.django_db
def test_a_password_that_is_wrong_is_said(server):
    with pytest.raises(ValidationError, match="Không đọc được máy chủ"):
        run_import(Asked(dump=f"mysql://reader:wrong@{server}/site"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["mysql://", "postgres://a@b/c", "mysql://a@b", "mysql://a@b:x/c", "a"]
)
def test_an_address_that_is_none_is_refused(address):
    pytest.importorskip("pymysql")
    with pytest.raises(ValidationError, match="mysql://"):
        run_import(Asked(dump=address))


@pytest.mark.parametrize(("dump", "mysql"), [([], ""), (["a.sql"], "mysql://a@b/c")])
def test_the_command_wants_a_dump_or_a_server(dump, mysql):
    with pytest.raises(CommandError):
        call_command("import_nukeviet", *dump, mysql=mysql)


def test_no_password_stands_in_the_record_of_a_run():
    assert named("mysql://reader:secret@db.example:3306/site") == "mysql://db.example/site"
