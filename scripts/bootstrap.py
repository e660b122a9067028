"""Makes .venv and installs what is locked in requirements/, then gets out of the way.

    python3 scripts/bootstrap.py [dev] [server]

Only the standard library is used, and nothing newer than Python 3.6 is written here,
so that an old Python gets as far as the sentence that says what to install.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
COMMAND = os.path.join(VENV, "bin", "lienhiep")
OLDEST = (3, 11)
SERVERS = (("DATABASE_URL", "postgres"), ("CACHE_URL", "redis"))


def main(sets):
    """Bring the environment up to date; a second call finds nothing to do."""
    missing = what_is_missing()
    if missing:
        say(*missing)
        return 1
    if "server" not in sets and names_a_server():
        sets = ["server"] + sets
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.time()
    if not usable_environment():
        progress("Môi trường Python / Python environment (.venv)")
        shutil.rmtree(VENV, ignore_errors=True)
        subprocess.check_call([sys.executable, "-m", "venv", VENV])
    worked = False
    for name in ["run"] + sets:
        worked = install(name) or worked
    worked = write_command() or worked
    if worked:
        progress("Xong sau / Ready after {:.0f} s".format(time.time() - began))
    return 0


def what_is_missing():
    """Return what this Python lacks, in two languages, or None."""
    if sys.version_info < OLDEST:
        return (
            "Cần Python 3.11 trở lên; ở đây chỉ có Python {}.{} ({}). Hãy cài Python mới hơn, "
            "ví dụ trên Debian 12: apt install python3 python3-venv".format(
                sys.version_info[0], sys.version_info[1], sys.executable
            ),
            "Python 3.11 or later is needed; this is Python {}.{} ({}). Install a newer one, "
            "on Debian 12 for example: apt install python3 python3-venv".format(
                sys.version_info[0], sys.version_info[1], sys.executable
            ),
        )
    try:
        import ensurepip  # noqa: F401  (only asked whether it is there)
        import venv  # noqa: F401
    except ImportError as error:
        return (
            "Python thiếu phần tạo môi trường ({}). Trên Debian hoặc Ubuntu: "
            "apt install python3-venv".format(error.name),
            "This Python cannot make environments ({} is missing). On Debian or Ubuntu: "
            "apt install python3-venv".format(error.name),
        )
    try:
        import sqlite3

        sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5(x)")
    except Exception as error:
        return (
            "SQLite của Python này không có tìm kiếm toàn văn FTS5 ({}). Hãy dùng Python của "
            "hệ điều hành: apt install python3 python3-venv libsqlite3-0".format(error),
            "The SQLite of this Python has no full-text search FTS5 ({}). Use the Python of the "
            "operating system: apt install python3 python3-venv libsqlite3-0".format(error),
        )
    return None


def names_a_server():
    """Say whether PostgreSQL or Redis is named in the environment or in .env."""
    values = dict(os.environ)
    try:
        with open(os.path.join(ROOT, ".env"), encoding="utf-8") as lines:
            for line in lines:
                name, _, value = line.strip().partition("=")
                values.setdefault(name.replace("export ", "").strip(), value.strip("\"' "))
    except OSError:
        pass
    return any(values.get(name, "").startswith(start) for name, start in SERVERS)


def usable_environment():
    """Say whether .venv is there, works and is new enough."""
    test = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        with open(os.devnull, "w") as nothing:
            return subprocess.call([PYTHON, "-c", test], stderr=nothing) == 0
    except OSError:
        return False


def install(name):
    """Install one lock file unless it is installed already; say whether there was work."""
    lock = os.path.join(ROOT, "requirements", name + ".txt")
    stamp = os.path.join(VENV, "lienhiep-" + name + ".stamp")
    with open(lock, "rb") as source:
        content = source.read()
    digest = hashlib.sha256(content).hexdigest()
    try:
        with open(stamp) as known:
            if known.read() == digest:
                return False
    except OSError:
        pass
    total = sum(1 for line in content.splitlines() if line[:1].isalnum())
    progress("Thư viện / Libraries: requirements/{}.txt ({})".format(name, total))
    pip = [PYTHON, "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:"]
    # Not compiled here: what is used compiles itself the first time, the rest never need be.
    pip += ["--no-compile", "--progress-bar", "off", "--disable-pip-version-check", "-r", lock]
    lines = []
    process = subprocess.Popen(
        pip, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True
    )
    fetched = 0
    for line in process.stdout:
        lines.append(line)
        if line.startswith("Collecting "):
            fetched += 1
            if fetched % 20 == 0:
                progress("  {} / {}".format(fetched, total))
        elif line.startswith("Installing collected"):
            progress("  cài đặt / installing")
    if process.wait():
        sys.stderr.write("".join(lines[-15:]))
        say(
            "Không cài được thư viện. Hãy kiểm tra mạng rồi chạy lại lệnh này.",
            "The libraries could not be installed. Check the network, then run this again.",
        )
        sys.exit(1)
    with open(stamp, "w") as out:
        out.write(digest)
    return True


def write_command():
    """Make `.venv/bin/lienhiep` and let that Python find the checkout; say if there was work."""
    version = subprocess.check_output(
        [PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        universal_newlines=True,
    ).strip()
    script = (
        "#!{}\n"
        "import sys\n\n"
        "from lienhiep.project.command import main\n\n"
        'if __name__ == "__main__":\n'
        "    sys.exit(main())\n"
    ).format(PYTHON)
    written = write(os.path.join(version, "lienhiep-checkout.pth"), ROOT + "\n")
    written = write(COMMAND, script) or written
    os.chmod(COMMAND, 0o755)
    return written


def write(path, text):
    """Write a file unless it says so already."""
    try:
        with open(path, encoding="utf-8") as known:
            if known.read() == text:
                return False
    except OSError:
        pass
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)
    return True


def progress(text):
    """Tell how far it is."""
    print("  " + text, flush=True)


def say(vietnamese, english):
    """Say in both languages why it stops."""
    sys.stderr.write(vietnamese + "\n" + english + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
