"""Make the pictures of the user guide and of the README, on a demonstration of their own.

    .venv/bin/python scripts/guide_pictures.py                everything
    .venv/bin/python scripts/guide_pictures.py --only vao-so  some, by name
    .venv/bin/python scripts/guide_pictures.py --data DIR     from a copy of this loaded folder

Without `--data` the demonstration year is loaded into var/pictures the first time. The program
is served from a copy, signed in to with each role, and thrown away. What is to be photographed
stands in guide_shots.toml; a shot that cannot be made is named, and nothing is left out silently.
Needs Debian's chromium and chromium-driver.
"""

from __future__ import annotations

import argparse
import base64
import io
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import tomllib
import urllib.request
from pathlib import Path
from typing import Any

from PIL import Image
from selenium.common.exceptions import NoSuchElementException
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By

ROOT = Path(__file__).resolve().parent.parent
TABLE = Path(__file__).with_name("guide_shots.toml")
FOLDERS = {
    "guide": ROOT / "lienhiep" / "guide" / "static" / "guide" / "pictures",
    "docs": ROOT / "docs" / "pictures",
}
CHROMIUM = os.environ.get("LIENHIEP_CHROMIUM") or "/usr/bin/chromium"
DRIVER = os.environ.get("LIENHIEP_CHROMEDRIVER") or "/usr/bin/chromedriver"
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=vi",  # the browser's own words, such as those of a file field, where it has them
    "--force-color-profile=srgb",
)

WIDE, PHONE = 1440, 390
HEIGHT = {WIDE: 860, PHONE: 800}
HEAVIEST = 80_000
"""Bytes that a picture may have before it is written a little more coarsely."""

SECONDS_TO_START = 600
SECONDS_AFTER_CLICK = 3
"""What opens then, such as the preview of a page, is fetched first."""

MOST_ROWS = 200
"""How many of the newest records are looked through for one that admits a verb."""

MARK = """
const what = arguments[0];
let found = null;
if (what.startsWith('css:')) {
  found = document.querySelector(what.slice(4));
} else {
  const kinds = 'main a, main button, main summary, main input[type=submit]';
  const says = e => (e.textContent || e.value).trim().startsWith(what);
  found = [...document.querySelectorAll(kinds)].find(e => says(e) && e.offsetParent);
}
if (!found) return false;
found.scrollIntoView({block: 'nearest'});
found.style.outline = '3px solid #b3241c';
found.style.outlineOffset = '4px';
return true;
"""

SETTLED = """
return document.readyState === 'complete' && document.fonts.status === 'loaded'
  && [...document.images].every(i => i.loading === 'lazy' || i.complete)
  && (!document.querySelector('[data-wagtail-sidebar]')
    || document.body.classList.contains('ready'));
"""


FILE_FIELDS = """
for (const field of document.querySelectorAll('input[type=file]')) {
  if (!field.offsetParent) continue;
  const shown = document.createElement('span');
  shown.className = field.className;
  shown.style.cssText = 'display: block; padding: 8px 12px; border: 1px solid #b9b9b9;';
  const button = document.createElement('span');
  button.textContent = 'Chọn tệp';
  button.style.cssText = 'padding: 2px 8px; margin-right: 8px; background: #efefef;'
    + 'color: #000; border: 1px solid #767676; border-radius: 3px;';
  shown.append(button, 'Không có tệp nào được chọn');
  field.replaceWith(shown);
}
"""
"""A browser writes on its file fields in its own language, and this one may know English only:
what a Vietnamese one says is put there."""

LEFT = """
const menu = document.querySelector('[data-wagtail-sidebar]');
return menu ? document.querySelector('main').getBoundingClientRect().left : 0;
"""
"""Where the screen begins beside the menu of the back office."""


class CannotBeMade(Exception):
    """A picture that cannot be made; the message says why."""


def main() -> int:
    """Make what was asked for; return 1 where a picture could not be made."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--data", type=Path, help="a folder with the loaded demonstration")
    asked.add_argument("--only", nargs="+", default=[], metavar="NAME")
    given = asked.parse_args()
    shots = read_shots(given.only)
    source = given.data or loaded_demonstration()
    with tempfile.TemporaryDirectory(prefix="lienhiep-pictures-") as folder:
        data = Path(folder) / "data"
        shutil.copytree(source, data)
        failed = make_all(shots, data)
    for name, why in failed:
        print(f"NOT MADE: {name}: {why}", file=sys.stderr)
    print(f"{len(shots) - len(failed)} of {len(shots)} pictures")
    return 1 if failed else 0


def read_shots(only: list[str]) -> list[dict[str, Any]]:
    """Return what is to be photographed, those of one role together."""
    shots = tomllib.loads(TABLE.read_text("utf-8"))["shot"]
    unknown = set(only) - {shot["name"] for shot in shots}
    if unknown:
        raise SystemExit(f"No such picture in {TABLE.name}: {', '.join(sorted(unknown))}")
    wanted = [shot for shot in shots if not only or shot["name"] in only]
    return sorted(wanted, key=lambda shot: shot.get("as", ""))


def loaded_demonstration() -> Path:
    """Return the folder with the demonstration year, loaded where it is missing."""
    folder = ROOT / "var" / "pictures"
    if not (folder / "demonstration-password.txt").exists():
        print("Loading the demonstration year …")
        subprocess.run([*program(), "init", "--demo"], env=in_folder(folder), cwd=ROOT, check=True)
    return folder


def program() -> list[str]:
    """Return how the product is called."""
    return [sys.executable, "-m", "lienhiep.project.command"]


def in_folder(data: Path) -> dict[str, str]:
    """Return an environment in which the program knows this folder and no settings of ours."""
    return {
        **os.environ,
        "LIENHIEP_DATA": str(data),
        "LIENHIEP_ENV_FILE": os.devnull,
        "PYTHONPATH": str(ROOT),
    }


def make_all(shots: list[dict[str, Any]], data: Path) -> list[tuple[str, str]]:
    """Serve the folder and take every picture; return those that failed, with the reason."""
    port = free_port()
    server = subprocess.Popen(
        [*program(), "serve", "--bind", f"127.0.0.1:{port}"],
        env=in_folder(data),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    failed = []
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address, server)
        os.environ.update(in_folder(data))
        photographer = Photographer(address, data)
        try:
            for shot in shots:
                try:
                    photographer.take(shot)
                except Exception as why:  # whatever it was: named, and the others are made
                    failed.append((shot["name"], (str(why) or repr(why)).splitlines()[0]))
        finally:
            photographer.driver.quit()
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)
    return failed


def free_port() -> int:
    """Return a port at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the program answers."""
    for _second in range(SECONDS_TO_START):
        if server.poll() is not None:
            raise SystemExit("The program ended before it answered.")
        try:
            urllib.request.urlopen(f"{address}/robots.txt", timeout=5)
        except OSError:
            time.sleep(1)
        else:
            return
    raise SystemExit("The program did not answer in time.")


class Photographer:
    """A browser that signs in, opens, marks and takes the picture."""

    def __init__(self, address: str, data: Path) -> None:
        self.address = address
        self.password = (data / "demonstration-password.txt").read_text().strip()
        self.role = ""
        options = ChromeOptions()
        options.binary_location = CHROMIUM
        for flag in FLAGS:
            options.add_argument(flag)
        vietnamese = {**os.environ, "LANGUAGE": "vi", "LANG": "vi_VN.UTF-8"}
        self.driver = Chrome(options=options, service=ChromeService(DRIVER, env=vietnamese))
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {
                "features": [
                    {"name": "prefers-reduced-motion", "value": "reduce"},
                    {"name": "prefers-color-scheme", "value": "light"},
                ]
            },
        )

    def take(self, shot: dict[str, Any]) -> None:
        """Take one picture and keep it in its folder."""
        width = PHONE if shot.get("phone") else WIDE
        height = int(shot.get("height", HEIGHT[width]))
        self.set_size(width, height)
        self.sign_in(shot.get("as", ""))
        self.open(shot["url"] if "url" in shot else address_of(shot))
        if shot.get("confirm"):
            self.confirm_password()
        follow = shot.get("follow", [])
        for selector in [follow] if isinstance(follow, str) else follow:
            self.open(self.link(selector))
        if "scroll" in shot:
            self.driver.execute_script(
                "document.querySelector(arguments[0]).scrollIntoView()", shot["scroll"]
            )
        if "click" in shot:
            self.driver.find_element(By.CSS_SELECTOR, shot["click"]).click()
            time.sleep(SECONDS_AFTER_CLICK)
        if "mark" in shot and not self.driver.execute_script(MARK, shot["mark"]):
            raise CannotBeMade(f"nothing to mark: {shot['mark']}")
        self.driver.execute_script(FILE_FIELDS)
        time.sleep(0.2)
        png = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})["data"]
        left = 0 if shot.get("menu") else int(self.driver.execute_script(LEFT))
        keep(
            base64.b64decode(png),
            FOLDERS[shot.get("folder", "guide")] / f"{shot['name']}.webp",
            left=left,
        )

    def set_size(self, width: int, height: int) -> None:
        """Make the window as wide and high as the picture."""
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < WIDE},
        )

    def sign_in(self, role: str) -> None:
        """Sign in with a role; with none, sign out."""
        if role == self.role:
            return
        self.driver.delete_all_cookies()
        self.role = role
        if not role:
            return
        self.open("/tai-khoan/dang-nhap/")
        self.driver.find_element(By.NAME, "login").send_keys(f"{role}@lienhiep.example")
        password = self.driver.find_element(By.NAME, "password")
        password.send_keys(self.password)
        password.submit()
        self.settle()
        if "/tai-khoan/dang-nhap/" in self.driver.current_url:
            raise CannotBeMade(f"{role} could not sign in")

    def confirm_password(self) -> None:
        """Answer the question for the password before what touches the account's safety."""
        try:
            password = self.driver.find_element(By.NAME, "password")
        except NoSuchElementException:
            return
        password.send_keys(self.password)
        password.submit()
        self.settle()

    def open(self, url: str) -> None:
        """Open a page; one that is refused or missing is no picture."""
        self.driver.get(url if url.startswith("http") else f"{self.address}{url}")
        self.settle()
        status = self.driver.execute_script(
            "return performance.getEntriesByType('navigation')[0].responseStatus"
        )
        if status != 200:
            raise CannotBeMade(f"{url} answered {status}")

    def link(self, selector: str) -> str:
        """Return where the first such link of the page leads."""
        here = self.driver.current_url
        for link in self.driver.find_elements(By.CSS_SELECTOR, selector):
            goal = str(link.get_attribute("href"))
            if goal.partition("#")[0] != here:
                return goal
        raise CannotBeMade(f"no link {selector}")

    def settle(self) -> None:
        """Wait until styles, letters and pictures are there."""
        for _try in range(100):
            if self.driver.execute_script(SETTLED):
                return
            time.sleep(0.1)
        raise CannotBeMade("the page did not come to rest")


def address_of(shot: dict[str, Any]) -> str:
    """Return the address of a screen of the back office, with a record that suits the picture."""
    sys.path.insert(0, str(ROOT))  # this checkout, wherever the environment was installed from
    import django  # the folder is known only now

    os.environ["DJANGO_SETTINGS_MODULE"] = "lienhiep.project.settings.production"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    django.setup()
    from django.contrib.auth import get_user_model
    from django.urls import reverse

    from lienhiep.core.viewsets import row_viewsets

    viewset = next((one for one in row_viewsets() if one.name == shot["screen"]), None)
    viewset = viewset or next(
        (one for one in row_viewsets() if one.name.endswith(shot["screen"])), None
    )
    if viewset is None:
        raise CannotBeMade(f"no screen {shot['screen']}")
    user = get_user_model().objects.get(email=f"{shot['as']}@lienhiep.example")
    view = shot.get("view", "inspect")
    if "verb" in shot:
        for name in filter(None, (shot["verb"], shot.get("or_verb"))):
            row = newest(viewset, user, name)
            if row is not None:
                return reverse(viewset.get_url_name(f"do_{name}"), args=[row.pk])
        raise CannotBeMade(f"no record admits {shot['verb']}")
    if view == "list":
        return reverse(viewset.get_url_name(viewset.list_view_name))
    if view == "add":
        return reverse(viewset.get_url_name("add"))
    row = newest(viewset, user, shot["can"]) if "can" in shot else busiest(viewset, user)
    if row is None:
        raise CannotBeMade("no record to show")
    return reverse(viewset.get_url_name(view), args=[row.pk])


def rows_of(viewset: Any, user: Any) -> list[Any]:
    """Return the newest records of a screen that somebody sees."""
    return list(viewset.model.objects.visible_to(user).order_by("-pk")[:MOST_ROWS])


def admits(viewset: Any, user: Any, row: Any, name: str) -> bool:
    """Return whether somebody may do a verb with a record as it stands."""
    from lienhiep.core.rules import policy_of

    verb = next((one for one in viewset.verbs if one.name == name), None)
    if verb is None:
        raise CannotBeMade(f"no verb {name}")
    shown = verb.shown is None or verb.shown(row)
    return shown and policy_of(viewset.model).may(user, name, row)


def newest(viewset: Any, user: Any, name: str) -> Any:
    """Return the newest record that admits a verb, or None."""
    rows = rows_of(viewset, user)
    return next((row for row in rows if admits(viewset, user, row, name)), None)


def busiest(viewset: Any, user: Any) -> Any:
    """Return the record with which most can be done; the newest of several."""
    rows = rows_of(viewset, user)
    names = [verb.name for verb in viewset.verbs]
    return max(
        rows,
        key=lambda row: sum(admits(viewset, user, row, name) for name in names),
        default=None,
    )


def keep(png: bytes, path: Path, *, left: int) -> None:
    """Write a picture as WebP from `left` on, as finely as its weight allows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(io.BytesIO(png)) as image:
        picture = image.convert("RGB").crop((left, 0, *image.size))
    for quality in (82, 74, 66, 55, 45):
        written = io.BytesIO()
        picture.save(written, "WEBP", quality=quality, method=6)
        if written.tell() <= HEAVIEST:
            break
    path.write_bytes(written.getvalue())
    print(f"{path.relative_to(ROOT)} {written.tell() // 1000} kB")


if __name__ == "__main__":
    sys.exit(main())
