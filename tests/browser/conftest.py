"""A real browser on a real server: what a person sees, scripts and styles included."""

import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from django.urls import reverse
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.keyboard import KeyboardWalk
from tests.browser.product import Product
from tests.browser.walking import Walk

CHROMIUM = os.environ.get("LIENHIEP_CHROMIUM") or "/usr/bin/chromium"
DRIVER = os.environ.get("LIENHIEP_CHROMEDRIVER") or "/usr/bin/chromedriver"
FLAGS = [
    "--headless",
    "--no-sandbox",  # the tests may run as root, where the sandbox cannot
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    # Without these it keeps asking for hosts that a closed network refuses.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=vi",
]
DESK = (1440, 900)
PHONE = (390, 844)


def pytest_collection_modifyitems(config, items):
    """Mark what lies in this folder, and skip it where there is no browser."""
    here = Path(__file__).parent
    for item in items:
        if here in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)
            # One browser and one product, also where tests are shared out.
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def chromium(tmp_path_factory):
    """Start the browser once for all tests, or say why there is none."""
    missing = [path for path in (CHROMIUM, DRIVER) if not shutil.which(path)]
    if missing:
        sentence = (
            f"No browser: {' and '.join(missing)} not found. "
            "On Debian: apt install chromium chromium-driver"
        )
        if os.environ.get("LIENHIEP_REQUIRE_BROWSER"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    options = ChromeOptions()
    options.binary_location = CHROMIUM
    profile = tempfile.mkdtemp(prefix="lienhiep-test-browser-")
    for flag in [*FLAGS, f"--user-data-dir={profile}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = Chrome(options=options, service=ChromeService(DRIVER))
    driver.set_page_load_timeout(90)
    driver.set_script_timeout(90)
    yield driver
    driver.quit()
    shutil.rmtree(profile, ignore_errors=True)


@pytest.fixture
def browser(chromium, live_server):
    """A browser that knows nobody, in front of a server with an empty database."""
    chromium.get_log("browser")  # what earlier tests left there
    chromium.delete_all_cookies()
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    chromium.set_window_size(*DESK)
    return Visitor(chromium, live_server.url)


@pytest.fixture(scope="session")
def product(tmp_path_factory):
    """The whole product with its demonstration year, served once for all who walk through it."""
    served = Product(tmp_path_factory.mktemp("product"))
    served.start()
    yield served
    served.stop()


@pytest.fixture
def visitor(chromium, product):
    """A browser that knows nobody, in front of the product."""
    chromium.get_log("browser")
    chromium.delete_all_cookies()
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    chromium.set_window_size(*DESK)
    return Visitor(chromium, product.address, password=product.password)


@dataclass(frozen=True)
class Hands:
    """How somebody stands before the product: how wide it is, and with what it is worked."""

    size: tuple[int, int]
    walk: type[Walk] = Walk


@pytest.fixture(
    scope="module",
    params=[Hands(DESK), Hands(PHONE), Hands(DESK, KeyboardWalk)],
    ids=["wide", "phone", "keyboard"],
)
def hands(request, product):
    """A wide screen, a phone, a keyboard alone: each before the product as it was loaded."""
    product.begin_anew()
    return request.param


@pytest.fixture
def size(hands):
    """The width of the window."""
    return hands.size


@pytest.fixture
def walk(visitor, hands):
    """Somebody in front of the product, who goes by what stands on the pages."""
    visitor.be_as_wide_as(hands.size)
    yield hands.walk(visitor)
    visitor.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@cache
def axe() -> str:
    """Return the program that holds a page against WCAG."""
    return (Path(__file__).parent / "axe" / "axe.min.js").read_text()


class Visitor:
    """A person at the browser."""

    def __init__(self, driver: Chrome, address: str, password: str = ""):
        self.driver = driver
        self.address = address
        self.password = password

    def open(self, path: str) -> None:
        """Go to an address of the site."""
        self.driver.get(self.address + path)

    def find(self, selector: str):
        """Return the one element that a CSS selector finds."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list:
        """Return every element that a CSS selector finds."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def sign_in(self, login: str, password: str) -> None:
        """Sign in through the form, as a person does."""
        self.open(reverse("account_login"))
        self.find("input[name=login]").send_keys(login)
        field = self.find("input[name=password]")
        field.send_keys(password)
        field.submit()

    def sign_in_as(self, role: str) -> None:
        """Sign in with the account that the demonstration has for a role."""
        self.driver.delete_all_cookies()
        self.sign_in(f"{role.replace('_', '-')}@lienhiep.example", self.password)
        self.wait(lambda: "/dang-nhap/" not in self.driver.current_url)

    def wait(self, condition, seconds: float = 15) -> None:
        """Wait until something is so: a click does not."""
        WebDriverWait(self.driver, seconds).until(lambda driver: condition())

    def press(self, element) -> None:
        """Click what leads to another page, and wait until this one is gone."""
        page = self.find("html")
        middle = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})"
        self.driver.execute_script(middle, element)
        element.click()
        self.wait_until_gone(page)

    def wait_until_gone(self, element, seconds: float = 30) -> None:
        """Wait until the page that an element belongs to has been left."""
        self.wait(lambda: is_gone(element), seconds)

    def be_as_wide_as(self, size: tuple[int, int]) -> None:
        """Show the pages from now on in a window of this size; a phone where it is narrow."""
        width, height = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def barriers(self) -> list[str]:
        """Return what on this page breaks WCAG 2.2 A or AA: the rule and where."""
        self.driver.execute_script(axe())
        found = self.driver.execute_async_script(
            """
            const done = arguments[arguments.length - 1];
            const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
            axe.run({runOnly: tags}).then((result) => done(result.violations.flatMap(
              (rule) => rule.nodes.map((node) => rule.id + ": " + node.target.join(" ")))));
            """
        )
        return list(found)

    def complaints(self) -> list[str]:
        """Return what the browser complained about: refused styles, missing files, errors."""
        return [
            entry["message"]
            for entry in self.driver.get_log("browser")
            if entry["level"] == "SEVERE" and "favicon.ico" not in entry["message"]
        ]

    def picture(self, name: str, *, size: tuple[int, int] = DESK) -> Path:
        """Keep a picture of the page as it stands, at a width of a desk or a phone."""
        folder = Path(os.environ.get("LIENHIEP_PICTURES") or tempfile.gettempdir())
        folder.mkdir(parents=True, exist_ok=True)
        self.driver.set_window_size(*size)
        path = folder / f"{name}-{size[0]}.png"
        self.driver.save_screenshot(str(path))
        self.driver.set_window_size(*DESK)
        return path

    def overflows(self, size: tuple[int, int]) -> bool:
        """Say whether the page is wider than the window, so that a phone must scroll aside."""
        # A window of a browser is never narrower than some 500 pixels; the device is.
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": True}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        try:
            return self.driver.execute_script(
                "return document.documentElement.scrollWidth > window.innerWidth + 1"
            )
        finally:
            self.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def is_gone(element) -> bool:
    """Say whether an element belongs to a page that has been left."""
    try:
        element.is_enabled()
    except Exception:
        return True
    return False
