"""The steps that make a data folder ready, each done only when its inputs changed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command, get_commands

from lienhiep.project.catalogues import compile_catalogues
from lienhiep.project.catalogues.loading import forget_loaded_catalogues
from lienhiep.project.empty_database import begin_with_tables
from lienhiep.project.prepared import AWAITED, INPUTS, digest, read_note, write_note
from lienhiep.setup.first_code import open_or_close


@dataclass(frozen=True)
class Step:
    """One thing to prepare. The words tell a person what goes on, in both languages."""

    name: str
    words: str
    run: Callable[[], None]
    tells_more: bool = False
    """It prints lines of its own while it works."""


def make_folders() -> None:
    """Make the folders for files, kept from everyone but the owner."""
    for path in (settings.MEDIA_ROOT, settings.PRIVATE_ROOT, settings.DATA_DIR / "mail"):
        path.mkdir(parents=True, exist_ok=True, mode=0o750)


def make_messages() -> None:
    """Compile the Vietnamese catalogues."""
    make_folders()
    compile_catalogues(settings.LOCALE_PATHS[0])
    forget_loaded_catalogues()


def make_database() -> None:
    """Bring the tables to the state that the code expects."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        begin_with_tables(Path(settings.DATABASES["default"]["NAME"]))
    call_command("migrate", interactive=False, verbosity=0, skip_checks=True)
    call_command("createcachetable", verbosity=0)


def make_styles() -> None:
    """Gather styles, scripts and pictures, with compressed copies of each."""
    call_command("collectstatic", interactive=False, verbosity=0, skip_checks=True)


def load_reference_data() -> None:
    """Run every command of ours that loads facts given by law, such as administrative units."""
    for name, app in sorted(get_commands().items()):
        if name.startswith("load_") and str(app).startswith("lienhiep."):
            call_command(name, verbosity=0)


def load_demonstration() -> None:
    """Fill an empty database with the demonstration year and note its accounts.

    A database in which somebody already has an account is left alone: it may be a
    real office, and the demonstration invents people.
    """
    note = read_note()
    begun = note.get("demo") == "begun"
    empty = not get_user_model()._default_manager.exists()
    if "demo" not in get_commands() or not (empty or begun):
        note["demo"] = "left out"
        write_note(note)
        return
    note["demo"] = "begun"
    write_note(note)
    call_command("demo", verbosity=0)
    note = read_note()
    note["demo"] = "done"
    note["accounts"] = [str(line) for line in demonstration_accounts()]
    write_note(note)


def demonstration_accounts() -> Iterable[str]:
    """Return the lines that tell who can sign in to the demonstration, and how."""
    if not apps.is_installed("lienhiep.demo"):
        return []
    try:
        from lienhiep.demo.people import printed_accounts  # a house may stand without it
    except ImportError:
        return []
    rows = printed_accounts()
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(2)]
    return [f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]}" for row in rows]


STEPS = [
    Step("messages", "Từ ngữ tiếng Việt / Vietnamese catalogues", make_messages),
    Step("database", "Cơ sở dữ liệu / Database", make_database),
    Step("styles", "Kiểu trang và hình / Styles and pictures", make_styles),
    Step("reference", "Danh mục hành chính / Reference data", load_reference_data),
]
demonstration = Step("demo", "Dữ liệu minh họa / Demonstration year", load_demonstration, True)


def await_first_account() -> str | None:
    """Return the code by which the first account is made; None where somebody has one."""
    code = open_or_close()
    note = read_note()
    if bool(code) != bool(note.get(AWAITED)):
        note[AWAITED] = bool(code)
        write_note(note)
    return code


def prepare(steps: Iterable[Step], *, again: bool) -> Iterator[tuple[Step, Callable[[], None]]]:
    """Yield the steps to be done, each with the function that does and notes it.

    Which these are is asked before the first begins: a database that was lost needs its
    reference data too, and is there again by then.
    """
    for step in [step for step in steps if again or not is_done(step)]:

        def run(step: Step = step) -> None:
            step.run()
            if step.name in INPUTS:
                write_note({**read_note(), step.name: digest(step.name)})

        yield step, run


def is_done(step: Step) -> bool:
    """Say whether a step's result is there and its inputs are as they were."""
    note = read_note()
    if step.name not in INPUTS:
        return note.get(step.name) not in (None, "begun")
    lost = (
        settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
        and not (settings.DATA_DIR / "lienhiep.sqlite3").exists()
    )
    if lost and step.name in ("database", "reference"):
        return False
    return note.get(step.name) == digest(step.name)
