"""The frame of every page: its menu by keyboard and under the thumb, at every width."""

import pytest
from selenium.webdriver.common.keys import Keys
from wagtail.models import Locale, Page

from lienhiep.portal.actions import open_site
from lienhiep.portal.models import StandardPage

WIDTHS = [(360, 740), (390, 844), (768, 1024), (1000, 800), (1440, 900), (1920, 1080)]


@pytest.fixture
def long_menu(transactional_db):
    # A test with a server of its own leaves an empty database behind.
    Locale.objects.get_or_create(language_code="vi")
    if Page.get_first_root_node() is None:
        Page.add_root(title="Root", slug="root")
    home = open_site(title="Liên hiệp Hội", lead="Ngôi nhà chung")
    for number in range(4):
        title = f"Hội đồng nghiệm thu nhiệm vụ khoa học {number}"
        page = StandardPage(title=title, slug=f"trang-{number}", body="<p>x</p>")
        page.show_in_menus = True
        home.add_child(instance=page)
        page.save_revision().publish()
    return home


def as_device(browser, size):
    metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


@pytest.fixture(autouse=True)
def as_before(chromium):
    yield
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("size", WIDTHS, ids=lambda size: str(size[0]))
def test_a_long_menu_stands_in_one_row_and_nothing_is_wider_than_the_page(browser, long_menu, size):
    as_device(browser, size)
    browser.open("/trang-3/")

    shown = [entry for entry in browser.all(".menu > li") if entry.is_displayed()]

    assert len({entry.rect["y"] for entry in shown}) <= 1
    assert not browser.overflows(size)
    assert browser.complaints() == []


def test_what_is_folded_opens_with_enter_and_closes_with_escape(browser, long_menu):
    as_device(browser, (1000, 800))
    browser.open("/trang-3/")
    fold = browser.find(".menu-more")

    fold.find_element("css selector", "summary").send_keys(Keys.ENTER)
    is_open = fold.get_attribute("open")
    here = browser.find('.menu-more [aria-current="true"]')
    assert (is_open, here.is_displayed()) == ("true", True)

    here.send_keys(Keys.ESCAPE)

    assert fold.get_attribute("open") is None
    assert browser.driver.switch_to.active_element.tag_name == "summary"


def test_the_first_keys_lead_past_the_frame(browser, long_menu):
    browser.open("/trang-3/")

    browser.find("body").send_keys(Keys.TAB)
    skip = browser.driver.switch_to.active_element
    address = skip.get_attribute("href")
    skip.send_keys(Keys.ENTER)

    assert address.endswith("#main")
    assert browser.driver.switch_to.active_element.get_attribute("id") == "main"


def test_on_a_phone_menu_and_search_lie_under_the_thumb(browser, long_menu):
    as_device(browser, (390, 844))
    browser.open("/")

    browser.find(".menu-fold summary").click()
    field = browser.find("#q-fold")
    low = field.rect["y"] - browser.driver.execute_script("return scrollY")
    field.send_keys("nghe an", Keys.ENTER)

    assert low > 844 / 2
    assert browser.find("#id_q").get_attribute("value") == "nghe an"


def test_the_size_of_letters_is_chosen_and_kept_for_the_next_page(browser, long_menu):
    def letters():
        return browser.driver.execute_script(
            "return getComputedStyle(document.documentElement).fontSize"
        )

    def choose(size):
        button = browser.find(f'.footer [data-letters="{size}"]')
        browser.driver.execute_script(
            "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", button
        )
        browser.wait(button.is_displayed)
        button.click()

    as_device(browser, (390, 844))
    browser.open("/trang-3/")
    before = letters()

    choose("largest")
    chosen = letters()
    browser.open("/trang-2/")

    assert (before, chosen, letters()) == ("16px", "21px", "21px")
    pressed = browser.find('.footer [data-letters="largest"]').get_attribute("aria-pressed")
    assert pressed == "true"
    assert not browser.overflows((390, 844))
    choose("usual")
    assert letters() == "16px"
