"""The desk as people from outside live through it: with a phone, and without scripts."""

from datetime import timedelta
from decimal import Decimal

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from lienhiep.accounts.choices import Role
from lienhiep.contests.models import Score
from lienhiep.core.notices import tell
from lienhiep.core.period import today
from lienhiep.journal.files import MANUSCRIPT
from lienhiep.journal.models import Article
from lienhiep.journal.notices import ARTICLE_ACCEPTED
from tests.browser.conftest import DESK, PHONE
from tests.factories.accounts import PASSWORD, user_with
from tests.factories.contests import CriterionFactory, JurorFactory, ScoreFactory
from tests.factories.directory import PersonFactory
from tests.factories.files import pdf
from tests.factories.journal import ArticleAuthorFactory, ArticleFactory, SubjectFactory

pytestmark = pytest.mark.django_db(transaction=True)

SEND = "/ban-lam-viec/tap-san/gui-bai/"
SUBMIT = "main form.form button[type=submit]"


@pytest.fixture
def contributor(transactional_db):
    SubjectFactory(name="Nông nghiệp")
    return user_with(Role.CONTRIBUTOR, person=PersonFactory(full_name="Trần Viết Bài"))


@pytest.fixture
def juror(transactional_db):
    person = PersonFactory(full_name="Lê Chấm Bài")
    juror = JurorFactory(person=person)
    sheet = ScoreFactory(juror=juror, entry__edition=juror.edition, due_on=today())
    for name, most in (("Tính mới", 40), ("Hiệu quả", 60)):
        CriterionFactory(edition=juror.edition, name=name, max_points=most)
    return user_with(Role.JUROR, person=person), sheet


@pytest.fixture(params=["with scripts", "without scripts"])
def scripts(request, browser):
    """The browser once as it is and once with its scripts switched off."""
    off = request.param == "without scripts"
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": off})
    yield not off
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def wait_for(browser, selector):
    WebDriverWait(browser.driver, 20).until(lambda driver: browser.all(selector))


def sign_in(browser, user):
    browser.sign_in(user.email, PASSWORD)
    wait_for(browser, ".account")


def write_manuscript(browser, file):
    browser.open(SEND)
    browser.find("[name=title]").send_keys("Trồng dược liệu dưới tán rừng")
    Select(browser.find("[name=subject]")).select_by_visible_text("Nông nghiệp")
    browser.find("[name=manuscript]").send_keys(str(file))


def test_a_form_sent_twice_is_recorded_once(browser, scripts, contributor, tmp_path):
    file = tmp_path / "bai-viet.pdf"
    file.write_bytes(pdf())
    sign_in(browser, contributor)
    write_manuscript(browser, file)
    browser.find(SUBMIT).send_keys(Keys.ENTER)
    wait_for(browser, ".trail")
    complaints = browser.complaints()

    browser.driver.back()
    wait_for(browser, "[name=title]")
    browser.find("[name=title]").send_keys(" ")
    browser.find("[name=manuscript]").send_keys(str(file))
    browser.find(SUBMIT).send_keys(Keys.ENTER)
    wait_for(browser, ".trail")

    assert "đã được ghi nhận" in browser.find("main").text.replace("\n", " ")
    assert Article.objects.count() == 1
    assert complaints == []


def test_what_was_typed_outlives_the_session(browser, scripts, contributor, tmp_path):
    file = tmp_path / "bai-viet.pdf"
    file.write_bytes(pdf())
    sign_in(browser, contributor)
    write_manuscript(browser, file)

    browser.driver.delete_cookie("sessionid")
    browser.find(SUBMIT).send_keys(Keys.ENTER)
    wait_for(browser, "input[name=login]")
    assert "được giữ lại" in browser.find("main").text
    browser.find("input[name=login]").send_keys(contributor.email)
    browser.find("input[name=password]").send_keys(PASSWORD + Keys.ENTER)
    wait_for(browser, "main form[enctype] button")
    assert "Trồng dược liệu dưới tán rừng" in browser.find("main").text
    assert "bai-viet.pdf" in browser.find("main").text
    browser.find("main form[enctype] button").send_keys(Keys.ENTER)
    wait_for(browser, ".trail")

    article = Article.objects.get()
    assert (article.title, article.manuscript.name) == (
        "Trồng dược liệu dưới tán rừng",
        "bai-viet.pdf",
    )


def test_a_file_too_large_is_said_and_costs_nothing_that_was_typed(
    browser, scripts, contributor, tmp_path
):
    large = tmp_path / "qua-lon.pdf"
    large.write_bytes(pdf() + b"\n%" + b"0" * (MANUSCRIPT.limit + 1_000_000))
    sign_in(browser, contributor)
    write_manuscript(browser, large)

    if scripts:
        said = browser.find(".file-choice + .field__errors").text
        browser.find(SUBMIT).send_keys(Keys.ENTER)
    else:
        browser.find(SUBMIT).send_keys(Keys.ENTER)
        wait_for(browser, ".error-summary")
        said = browser.find(".field__errors").text

    assert "20,0 MB" in said
    assert browser.find("[name=title]").get_attribute("value") == "Trồng dược liệu dưới tán rừng"
    assert Article.objects.count() == 0


def test_a_juror_scores_with_a_phone(browser, scripts, juror):
    user, sheet = juror
    sign_in(browser, user)
    browser.open("/ban-lam-viec/cham-thi/")
    browser.find(".page-head .button--main").send_keys(Keys.ENTER)
    wait_for(browser, ".points")
    fields = browser.all(".points input")
    wide = browser.overflows(PHONE)

    fields[0].send_keys("41")
    fields[1].send_keys("50,5")
    if scripts:
        assert browser.find(".points-sum output").text == "91,5"
    browser.find(SUBMIT).send_keys(Keys.ENTER)
    wait_for(browser, ".error-summary")
    kept = [field.get_attribute("value") for field in browser.all(".points input")]
    browser.picture("score-sheet-wrong", size=PHONE)
    browser.all(".points input")[0].clear()
    browser.all(".points input")[0].send_keys("39,5")
    browser.find(SUBMIT).send_keys(Keys.ENTER)
    wait_for(browser, ".notice--good")

    assert kept == ["41", "50,5"]
    assert wide is False
    assert Score.objects.get(pk=sheet.pk).total == Decimal("90.0")


def test_the_desk_leads_from_a_notice_to_its_record(browser, scripts, contributor):
    article = ArticleFactory(title="Bài đã nhận", received_on=today() - timedelta(days=3))
    ArticleAuthorFactory(article=article, person=contributor.person)
    tell(recipients=[contributor], what=ARTICLE_ACCEPTED, about=article, by=None)
    sign_in(browser, contributor)
    browser.open("/ban-lam-viec/")
    wide = [browser.overflows(size) for size in (PHONE, DESK)]
    browser.picture("desk", size=PHONE)
    unread = len(browser.all(".told__item--unread"))

    browser.find(".told__item > a").send_keys(Keys.ENTER)
    wait_for(browser, ".trail")
    browser.open("/ban-lam-viec/thong-bao/")

    assert (unread, len(browser.all(".told__item--unread"))) == (1, 0)
    assert wide == [False, False]
    assert browser.complaints() == []


@pytest.mark.parametrize("size", [PHONE, (360, 740)])
def test_everything_to_press_at_the_desk_is_large_enough_for_a_thumb(browser, juror, size):
    user, sheet = juror
    sign_in(browser, user)
    metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": True}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    small = []
    for path in ("", "thong-bao/", "viec-da-lam/", "thu/", "cham-thi/", f"cham-thi/{sheet.pk}/"):
        browser.open(f"/ban-lam-viec/{path}")
        small += browser.driver.execute_script(
            "return [...document.querySelectorAll("
            "'.desk-bar a, main button, main .button, main input[type=text], main select')]"
            ".filter(one => { const box = one.getBoundingClientRect();"
            " return box.width && (box.height < 44 || box.width < 44); })"
            ".map(one => one.textContent.trim() || one.name)"
        )
    browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    assert small == []
