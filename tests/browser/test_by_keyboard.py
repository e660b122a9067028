"""A job of the office and one at the desk, done with nothing but the keyboard."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

MOST_STOPS = 250
"""More presses of Tab than any page of these two jobs needs; beyond it, the way is a trap."""

FOCUSED = """
const one = document.activeElement;
const name = one.innerText || one.getAttribute("aria-label") || one.value || "";
return [one.tagName, name.trim().replace(/\\s+/g, " ")];
"""

SHOWN = """
const one = document.activeElement, drawn = getComputedStyle(one);
const box = one.getBoundingClientRect();
const marked = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
  || style.boxShadow !== "none";
return box.width > 0 && box.bottom > 0 && box.top < window.innerHeight
  && (marked(drawn) || marked(getComputedStyle(one.parentElement)));
"""


class Keyboard:
    """Presses keys and looks where they lead; it touches no mouse."""

    def __init__(self, walk):
        self.walk = walk
        self.driver = walk.driver

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def go_to(self, words, kind="A"):
        """Press Tab until a link (or BUTTON) of these words has the focus; each stop is seen."""
        passed = []
        for _ in range(MOST_STOPS):
            self.press(Keys.TAB)
            tag, name = self.driver.execute_script(FOCUSED)
            if tag == "BODY":
                continue
            assert self.driver.execute_script(SHOWN), f"The focus is not seen at {tag} “{name}”"
            if tag == kind and name.startswith(words):
                return
            passed.append(name)
        raise AssertionError(f"Tab never comes to “{words}”: {passed[-60:]}")

    def enter(self):
        """Press Enter on what leads to another page, and look at it."""
        page = self.walk.visitor.find("html")
        self.press(Keys.ENTER)
        self.walk.visitor.wait_until_gone(page)
        self.walk.look()

    def skip_to_the_content(self):
        """Press the first stop of a page, which leads past its menu."""
        self.press(Keys.TAB)
        tag, name = self.driver.execute_script(FOCUSED)
        assert "nội dung" in name.lower(), f"The first stop is {tag} “{name}”"
        assert self.driver.execute_script(SHOWN), "The way past the menu is not seen"
        self.press(Keys.ENTER)
        self.walk.visitor.wait(
            lambda: self.driver.execute_script(
                "return document.activeElement.matches('main, main *') || location.hash !== ''"
            )
        )


@pytest.fixture
def keyboard(walk):
    return Keyboard(walk)


def test_the_leader_signs_an_issue_with_the_keyboard_alone(keyboard, walk):
    walk.sign_in_as("leader")
    keyboard.skip_to_the_content()
    keyboard.go_to("Ký duyệt in Số")
    keyboard.enter()
    keyboard.skip_to_the_content()
    keyboard.go_to("Ký duyệt in")
    keyboard.enter()
    keyboard.skip_to_the_content()
    keyboard.go_to("Ký duyệt in", "BUTTON")
    keyboard.enter()

    walk.reads("Đã ký duyệt in")


def test_the_contact_officer_acknowledges_with_the_keyboard_alone(keyboard, walk):
    walk.sign_in_as("contact_officer")
    keyboard.skip_to_the_content()
    keyboard.go_to("Xác nhận đã nhận 702/KH-UBND")
    keyboard.enter()
    keyboard.skip_to_the_content()
    keyboard.go_to("Xác nhận đã nhận", "BUTTON")
    keyboard.enter()

    walk.reads("đã xác nhận")


def test_the_menu_of_the_back_office_covers_nothing_while_it_is_being_drawn(walk, size):
    walk.sign_in_as("leader")
    width, covered = size[0], "return document.querySelector('.sidebar-loading')?.offsetWidth ?? -1"
    walk.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        walk.driver.refresh()
        begins = walk.visitor.find("main").location["x"]
        menu = walk.driver.execute_script(covered)
    finally:
        walk.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

    assert menu == begins
    assert (begins > 0) == (width > 800)
