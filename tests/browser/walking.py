"""Going through the product by what a person reads: links, buttons and fields by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from tests.house.english import faults

if TYPE_CHECKING:
    from pathlib import Path

    from selenium.webdriver.remote.webelement import WebElement

    from tests.browser.conftest import Visitor

PATIENCE = 30
"""Seconds to wait for what a busy machine is slow with."""

SAID_ON_PURPOSE = "2022-03-01..2025-06-30"
"""How a period of two days is typed; it stands so on the page of figures."""

READY = """
return document.readyState === "complete"
  && (document.body.id !== "wagtail" || document.body.classList.contains("ready"));
"""

VISIBLE_TEXTS = """
const spoken = ["alt", "title", "placeholder", "aria-label", "aria-description"];
const silent = "script, style, template, code, pre, [lang]:not([lang^=vi])";
const said = new Set();
for (const element of document.body.querySelectorAll("*")) {
  if (element.closest(silent) || !element.checkVisibility({visibilityProperty: true})) continue;
  for (const node of element.childNodes)
    if (node.nodeType === Node.TEXT_NODE) said.add(node.data.trim().replace(/\\s+/g, " "));
  for (const name of spoken) said.add(element.getAttribute(name) || "");
}
return [...said].filter((text) => text);
"""

NAMED = """
const [selector, words, inside] = arguments;
const shown = [...document.querySelectorAll(inside)]
  .flatMap((part) => [...part.querySelectorAll(selector)])
  .filter((one) => one.checkVisibility({visibilityProperty: true}));
const names = shown.map((one) => [
  one,
  (one.innerText.trim() || one.getAttribute("aria-label") || one.title || one.textContent)
    .trim().replace(/\\s+/g, " "),
]);
const found = names.find(([one, name]) => name === words)
  || names.find(([one, name]) => name.startsWith(words))
  || names.find(([one, name]) => name.includes(words));
return found ? found[0] : null;
"""

FIELD = """
const words = arguments[0];
const labels = [...document.querySelectorAll("main label")].filter(
  (label) => label.control && (label.checkVisibility() || label.control.type === "file"));
const bare = (label) => label.innerText.replace("(bắt buộc)", "").replace("*", "").trim();
const found = labels.find((label) => bare(label) === words)
  || labels.find((label) => bare(label).startsWith(words));
return found ? found.control : null;
"""

TOO_WIDE = "return document.documentElement.scrollWidth > window.innerWidth + 1"

CENTRE = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})"


class Walk:
    """A person who reads, presses, types, and to whom nothing foreign or broken may be shown."""

    def __init__(self, visitor: Visitor):
        self.visitor = visitor
        self.driver = visitor.driver

    # What comes to the eye

    def look(self) -> None:
        """Fail where the page is too wide, speaks another language, or the browser complains."""
        self.visitor.wait(lambda: self.driver.execute_script(READY), PATIENCE)
        found = [
            *self.visitor.complaints(),
            *(["wider than its window"] if self.driver.execute_script(TOO_WIDE) else []),
            *(
                f"{', '.join(faults(text))} in “{text}”"
                for text in self.driver.execute_script(VISIBLE_TEXTS)
                if faults(text) and SAID_ON_PURPOSE not in text
            ),
        ]
        assert found == [], f"{self.driver.current_url}: {found}"

    @property
    def text(self) -> str:
        """What the page says in its main part, in one line."""
        return " ".join(self.driver.find_element(By.TAG_NAME, "main").text.split())

    def reads(self, *words: str) -> None:
        """Wait until the page says these words."""
        for word in words:
            self._until(lambda word=word: word in self.text, f"The page does not say “{word}”")

    def number_under(self, heading: str) -> int:
        """Return the figure that stands under a heading of the home page."""
        card = self.named("li:has(> h3)", heading)
        return int(card.find_element(By.CSS_SELECTOR, ".figure__value").text.replace(".", ""))

    # Where one goes

    def named(self, selector: str, words: str, *, inside: str = "main") -> WebElement:
        """Return what is shown and is called by these words, begins with them or holds them."""
        return self._until(
            lambda: self.driver.execute_script(NAMED, selector, words, inside),
            f"Nothing is called “{words}”",
        )

    def has(self, selector: str, words: str, *, inside: str = "main") -> bool:
        """Say whether something that is shown is called by these words."""
        return self.driver.execute_script(NAMED, selector, words, inside) is not None

    def follow(self, words: str, *, inside: str = "main") -> None:
        """Follow the link of these words, and look at where it leads."""
        self._press(self.named("a[href]", words, inside=inside))
        self.look()

    def push(self, words: str, *, inside: str = "main") -> None:
        """Push the button of these words, and look at what comes of it."""
        self._press(self.named("button, input[type=submit]", words, inside=inside))
        self.look()

    def follow_figure(self, row: str) -> None:
        """Follow the first figure in the row of a table that begins with these words."""
        found = self.named("tr", row).find_element(By.CSS_SELECTOR, "a.figure")
        self._press(found)
        self.look()

    def _press(self, element: WebElement) -> None:
        """Press what leads to another page."""
        self.visitor.press(element)

    def unfold(self, words: str) -> None:
        """Open what is folded away under these words."""
        self.tap(self.named("summary, button[aria-expanded]", words))

    def tap(self, element: WebElement) -> None:
        """Click what leads to no other page."""
        self.driver.execute_script(CENTRE, element)
        element.click()

    def pick(self, words: str) -> None:
        """Pick what is offered in a list that has opened."""
        self.tap(self.named("[role=option]", words, inside="body"))

    # What one types

    def field(self, label: str) -> WebElement:
        """Return the field that a label names."""
        return self._until(
            lambda: self.driver.execute_script(FIELD, label), f"No field is called “{label}”"
        )

    def type(self, label: str, words: str) -> None:
        """Write into a field in place of what stands there, and leave it."""
        field = self.field(label)
        self.driver.execute_script(CENTRE, field)
        field.clear()
        field.send_keys(words + Keys.TAB)

    def write(self, place: WebElement, words: str) -> None:
        """Write where no label names the place."""
        place.send_keys(words)

    def choose(self, label: str, words: str) -> None:
        """Choose from a list."""
        Select(self.field(label)).select_by_visible_text(words)

    def tick(self, label: str) -> None:
        """Tick a box."""
        box = self.field(label)
        if not box.is_selected():
            self.tap(box)

    def attach(self, label: str, path: Path) -> None:
        """Choose a file."""
        self.field(label).send_keys(str(path))

    def search_for(self, words: str) -> None:
        """Type into the field for searching the site, and send it off."""
        if not self.has("input[type=search]", "", inside="body"):
            self.tap(self.named("summary", "Danh mục", inside=".thumb"))
        field = self.named("input[type=search]", "", inside="body")
        self.write(field, words)
        page = self.visitor.find("html")
        field.send_keys(Keys.ENTER)
        self.visitor.wait_until_gone(page, PATIENCE)
        self.look()

    # Coming and going

    def sign_in_as(self, role: str) -> None:
        """Come to the front page as a stranger, and sign in from there."""
        self.visitor.driver.delete_all_cookies()
        self.visitor.open("/")
        self.look()
        self.follow("Đăng nhập", inside="body")
        self.type("Địa chỉ thư điện tử", f"{role.replace('_', '-')}@lienhiep.example")
        self.type("Mật khẩu", self.visitor.password)
        self.push("Đăng nhập")

    def leave(self) -> None:
        """Become a stranger again, in front of the site."""
        self.driver.delete_all_cookies()
        self.visitor.open("/")
        self.look()

    def go_home(self) -> None:
        """Go to the first page of the back office by its sidebar."""
        opener = ".sidebar-nav-toggle--mobile"
        if self.visitor.all(opener) and self.visitor.find(opener).is_displayed():
            self.tap(self.visitor.find(opener))
        home = self._until(
            lambda: next(
                (a for a in self.visitor.all("a.sidebar-custom-branding") if a.is_displayed()),
                None,
            ),
            "The sidebar does not lead home",
        )
        self._press(home)
        self.look()

    def _until(self, condition, sentence: str):
        try:
            found = None

            def met() -> bool:
                nonlocal found
                found = condition()
                return bool(found)

            self.visitor.wait(met, PATIENCE)
        except Exception as error:
            message = f"{sentence} at {self.driver.current_url}: {self.text[:600]}"
            raise AssertionError(message) from error
        return found
