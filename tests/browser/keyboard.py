"""Going through the product with nothing but the keyboard, seeing at each stop where one is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.browser.walking import Walk

if TYPE_CHECKING:
    from pathlib import Path

    from selenium.webdriver.remote.webelement import WebElement

MOST_STOPS = 400
"""More presses of Tab than any page of the main jobs has stops; beyond it, the way is a trap."""

MOST_CHOICES = 120
PATIENT_LOOKS = 12

STOP = """
const one = document.activeElement, wanted = arguments[0];
if (!one || one === document.body) return ["BODY", "", true, false];
const box = one.getBoundingClientRect();
const marked = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
  || style.boxShadow !== "none";
let seen = false, around = one;
for (let step = 0; around && step < 4 && !seen; step += 1, around = around.parentElement)
  seen = marked(getComputedStyle(around));
const inside = box.bottom > 0 && box.top < window.innerHeight;
const name = (one.innerText || one.getAttribute("aria-label") || one.name || "").trim();
return [one.tagName, name.replace(/\\s+/g, " ").slice(0, 60), seen && inside, one === wanted];
"""

IS_THERE = "return document.activeElement === arguments[0]"
IS_FRESH = "return document.activeElement === document.body || !document.activeElement"
IN_MAIN = "return Boolean(arguments[0].closest('main'))"
STATE_OF_DRAFT = """
return document.getElementById("w-autosave-indicator")?.dataset.wAutosaveStateValue ?? "";
"""
LOOKS_WHILE_QUIET = 3
"""At half a second each: longer than a form waits before it saves what was typed."""

CHOSEN = "return arguments[0].selectedOptions[0]?.text.trim() ?? ''"


class KeyboardWalk(Walk):
    """Somebody without a mouse: every stop on the way to a thing must be seen."""

    def keys(self, *keys: str) -> None:
        """Press keys, whatever has the focus."""
        ActionChains(self.driver).send_keys(*keys).perform()

    def reach(self, element: WebElement) -> None:
        """Press Tab until a thing has the focus."""
        if self.driver.execute_script(IS_THERE, element):
            return
        if self.driver.execute_script(IS_FRESH) and self.driver.execute_script(IN_MAIN, element):
            self._skip_to_the_content()
        passed: list[str] = []
        for _ in range(MOST_STOPS):
            self.keys(Keys.TAB)
            tag, name, is_there = self._stop(element)
            if is_there:
                return
            passed.append(f"{tag} {name}")
        where = self.driver.current_url
        wanted = element.get_attribute("outerHTML")[:120]
        raise AssertionError(f"Tab never comes to {wanted} of {where}: {passed[-40:]}")

    def _skip_to_the_content(self) -> None:
        """Press the first stop of a page, which leads past its menu, where there is one."""
        self.keys(Keys.TAB)
        _tag, name, _ = self._stop(None)
        if "nội dung" in name.lower():
            self.keys(Keys.ENTER)

    def _stop(self, wanted: WebElement | None) -> tuple[str, str, bool]:
        """Say what has the focus, and whether it is what is wanted; it must be seen."""
        for _ in range(PATIENT_LOOKS):
            tag, name, is_seen, is_there = self.driver.execute_script(STOP, wanted)
            if is_seen:
                return tag, name, is_there
            time.sleep(0.1)  # the page is still scrolling there
        raise AssertionError(
            f"The focus is not seen at {tag} “{name}” of {self.driver.current_url}"
        )

    def _let_the_draft_be_saved(self) -> None:
        """Wait while a draft is being saved by itself: whoever types slowly comes after it."""
        if not self.driver.execute_script(STATE_OF_DRAFT):
            return
        quiet = 0

        def is_quiet() -> bool:
            nonlocal quiet
            quiet = quiet + 1 if self.driver.execute_script(STATE_OF_DRAFT) == "saved" else 0
            return quiet > LOOKS_WHILE_QUIET

        self._until(is_quiet, "The draft is not saved by itself")

    # Each of these leads a hand otherwise

    def _press(self, element: WebElement) -> None:
        page = self.visitor.find("html")
        self.reach(element)
        self._let_the_draft_be_saved()
        self.keys(Keys.ENTER)
        self.visitor.wait_until_gone(page)

    def tap(self, element: WebElement) -> None:
        """Press what leads to no other page: a box with the space bar, all else with Enter."""
        self.reach(element)
        is_box = element.get_attribute("type") in ("checkbox", "radio")
        self.keys(Keys.SPACE if is_box else Keys.ENTER)

    def type(self, label: str, words: str) -> None:
        """Write into a field in place of what stands there, and leave it."""
        self.reach(self.field(label))
        chain = ActionChains(self.driver).key_down(Keys.CONTROL).send_keys("a")
        chain.key_up(Keys.CONTROL).send_keys(Keys.DELETE, words, Keys.TAB).perform()

    def write(self, place: WebElement, words: str) -> None:
        """Write where no label names the place."""
        self.reach(place)
        self.keys(words)

    def choose(self, label: str, words: str) -> None:
        """Choose from a list with the arrows."""
        field = self.field(label)
        self.reach(field)
        self.keys(Keys.HOME)
        for _ in range(MOST_CHOICES):
            if self.driver.execute_script(CHOSEN, field) == words:
                return
            self.keys(Keys.ARROW_DOWN)
        raise AssertionError(f"The arrows never come to “{words}” of “{label}”")

    def pick(self, words: str) -> None:
        """Go down what is offered from the field above it, and take it with Enter."""
        self.named("[role=option]", words, inside="body")
        self.keys(Keys.TAB)
        for _ in range(MOST_CHOICES):
            option = self.named("[role=option]", words, inside="body")  # drawn anew at each step
            if option.get_attribute("aria-selected") == "true":
                self.keys(Keys.ENTER)
                return
            self.keys(Keys.ARROW_DOWN)
        raise AssertionError(f"The arrows never come to “{words}”")

    def attach(self, label: str, path: Path) -> None:
        """Come to the field of a file; the window that opens there is the machine's own."""
        field = self.field(label)
        self.reach(field)
        field.send_keys(str(path))
