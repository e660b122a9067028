"""The back office speaks Vietnamese, also where Wagtail and Django wrote it."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup, Comment
from django.apps import apps
from django.core.files.base import ContentFile
from django.utils.timesince import timesince
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from lienhiep.accounts.choices import Role
from lienhiep.accounts.groups import ensure_role_groups
from lienhiep.core.viewsets import admin_list_url, admin_row_url
from lienhiep.journal.models import Issue
from lienhiep.project.catalogues.merging import key_of, merge, source_files, words_of
from tests.factories.accounts import user_with
from tests.factories.journal import IssueFactory, published_issue, staff

ENGLISH = re.compile(
    r"\b(ago|actions?|add|all|and|are|cancel|choose|close|collections?|comments?|copy|create|date|"
    r"days?|delete|documents?|draft|edit|error|file|filters?|for|help|history|home|hours?|images?|"
    r"items?|live|lock|log|menu|minutes?|months?|more|move|name|new|next|of|page|pages|preview|"
    r"previous|publish|reports?|save|search|select|settings|shortcuts?|show|sidebar|sites?|sort|"
    r"status|tags?|the|this|title|type|updated?|upload|usage|users?|view|weeks?|with|workflow|"
    r"years?|yes|you|your)\b",
    re.IGNORECASE,
)
SPOKEN = ("aria-label", "aria-description", "title", "placeholder", "alt")


def merged(domain):
    return {key_of(m): words_of(m) for m in merge(source_files(domain)).catalog if m.id}


def catalogues_of_wagtail():
    """Return the English catalogues of Wagtail's installed apps."""
    for app in apps.get_app_configs():
        if app.module.__name__.startswith("wagtail"):
            yield from sorted(Path(app.path).glob("locale/en/LC_MESSAGES/*.po"))


def shown(html):
    """Yield every text that a person sees or a screen reader says on a page."""
    soup = BeautifulSoup(html, "html.parser")
    props = soup.find(id="wagtail-sidebar-props")
    if props:
        yield from re.findall(r'"label": "([^"]*)"', json.dumps(json.loads(props.string)))
    for hidden in soup(["script", "style", "svg"]):
        hidden.decompose()
    for text in soup.find_all(string=True):
        if not isinstance(text, Comment) and text.strip():
            yield " ".join(text.split())
    for element in soup.find_all(True):
        yield from (element[name] for name in SPOKEN if element.get(name))
        if element.name == "input" and element.get("type") in ("submit", "button"):
            yield element.get("value", "")


def english_in(html):
    return sorted({text for text in shown(html) if ENGLISH.search(text)})


@pytest.fixture
def named_pages(db):
    """The pages that Wagtail makes itself, with titles as an office would give them."""
    for depth, title in ((1, "Gốc"), (2, "Trang thử")):
        Page.objects.filter(depth=depth).update(title=title, draft_title=title)


@pytest.fixture
def office(client, named_pages):
    """A browser in which somebody is signed in who edits pages and the journal."""
    user = staff(Role.EDITOR, Role.JOURNAL_SECRETARY)
    ensure_role_groups()
    client.force_login(user)
    return client


@pytest.fixture
def keeper(client, named_pages):
    """A browser in which somebody is signed in who looks after the settings."""
    client.force_login(user_with(Role.ADMINISTRATOR, is_superuser=True))
    return client


@pytest.mark.parametrize(
    "address",
    [
        "",
        "account/",
        "pages/",
        "pages/2/",
        "pages/2/edit/",
        "pages/2/history/",
        "images/",
        "images/add/",
        "documents/",
        "documents/multiple/add/",
        "reports/aging-pages/",
        "reports/locked/",
    ],
)
def test_wagtails_own_screens_have_no_english_word(office, address):
    response = office.get(f"/quan-tri/{address}")

    assert (response.status_code, english_in(response.text)) == (200, [])


@pytest.mark.parametrize(
    "address",
    [
        "collections/",
        "collections/add/",
        "redirects/",
        "redirects/add/",
        "redirects/import/",
        "sites/",
        "sites/new/",
        "workflows/list/",
        "workflows/add/",
        "reports/site-history/",
    ],
)
def test_screens_of_settings_have_no_english_word(keeper, address):
    response = keeper.get(f"/quan-tri/{address}")

    assert (response.status_code, english_in(response.text)) == (200, [])


@pytest.mark.parametrize("address", ["choose-page/", "images/chooser/", "documents/chooser/"])
def test_choosers_have_no_english_word(office, address):
    answer = office.get(f"/quan-tri/{address}").json()

    assert english_in(answer["html"]) == []


# Wagtail leaves the temporary file of a made rendition to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_filled_libraries_have_no_english_word(office):
    get_image_model().objects.create(title="Ảnh", file=get_test_image_file())
    get_document_model().objects.create(title="Văn bản", file=ContentFile(b"x", name="ban.pdf"))

    lists = [office.get(f"/quan-tri/{library}/") for library in ("images", "documents")]

    assert [english_in(response.text) for response in lists] == [[], []]


def test_lists_and_forms_of_records_have_no_english_word(office):
    published_issue(number=3)
    issue = IssueFactory(number=7)
    listing = admin_list_url(Issue)
    inspected = admin_row_url(issue)

    found = {
        address: english_in(office.get(address).text)
        for address in (
            listing,
            f"{listing}?q=khong-co",
            f"{listing}new/",
            inspected,
            inspected.replace("inspect", "edit"),
        )
    }

    assert {address: texts for address, texts in found.items() if texts} == {}


def test_a_page_saved_says_so_in_vietnamese(office):
    form = BeautifulSoup(office.get("/quan-tri/pages/2/edit/").text, "html.parser")
    sent = {
        field["name"]: field.get("value", "") or field.get_text()
        for field in form.select("[data-edit-form] [name]")
        if field.get("type") != "checkbox" and field.name != "button"
    }

    answer = office.post("/quan-tri/pages/2/edit/", sent | {"title": "Trang mới"}, follow=True)

    said = [text for text in shown(answer.text) if "Trang mới" in text]
    assert "Trang “Trang mới” đã được cập nhật." in " ".join(said)


def test_scripts_are_given_their_words(office):
    response = office.get("/quan-tri/jsi18n/")

    given = json.loads(re.search(r"const newcatalog = (\{.*?\});", response.text, re.DOTALL)[1])
    assert [given[text] for text in ("Delete", "Move up", "Page explorer")] == [
        "Xóa",
        "Chuyển lên",
        "Cây trang",
    ]


def test_nothing_leads_to_help_on_another_site(office):
    response = office.get("/quan-tri/")

    soup = BeautifulSoup(response.text, "html.parser")
    linked = [link["href"] for link in soup.select("a[href]") if not link.find_parent("noscript")]
    in_menu = re.findall(r'"(https?://[^"]+)"', soup.find(id="wagtail-sidebar-props").string)
    assert [address for address in linked + in_menu if address.startswith("http")] == []


def test_the_help_menu_keeps_the_keys(office):
    response = office.get("/quan-tri/")

    props = BeautifulSoup(response.text, "html.parser").find(id="wagtail-sidebar-props").string
    assert "Phím tắt" in json.dumps(json.loads(props), ensure_ascii=False)


def test_time_that_went_by_is_told_in_vietnamese():
    went_by = timesince(date(2024, 4, 1), date(2026, 5, 2))

    assert went_by.replace("\xa0", " ") == "2 năm, 1 tháng"


@pytest.mark.parametrize(
    "path", list(catalogues_of_wagtail()), ids=lambda path: str(path).split("site-packages/")[-1]
)
def test_every_text_of_wagtail_has_its_vietnamese_with_the_same_tags(path):
    given = merged(path.stem)

    without, torn = [], []
    with path.open("rb") as source:
        for message in read_po(source, locale="en"):
            if not message.id:
                continue
            key = key_of(message)
            forms = message.id if message.pluralizable else (message.id,)
            if key not in given:
                without.append(key)
            elif tags_of(given[key]) not in [tags_of(form) for form in forms]:
                torn.append(key)

    assert (without, torn) == ([], [])


def tags_of(text):
    return Counter(re.findall(r"<[^>]+>", text))
