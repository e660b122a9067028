import re
from itertools import product
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory
from django.utils import translation

from lienhiep.accounts.choices import Role
from lienhiep.core.bundles import STYLES as STYLES_OF_EVERY_PAGE
from lienhiep.core.style_page import COLOURS, ExampleForm, examples
from tests.factories.accounts import user_with

ROOT = Path(__file__).resolve().parents[2] / "lienhiep"
TEMPLATES = sorted(ROOT.glob("**/templates/**/*.html"))
STYLES = sorted(ROOT.glob("**/static/**/*.css"))
CSS = ROOT / "core" / "static" / "core" / "css"

# Each of these has every Vietnamese letter; what we bring along is held against it below.
FONTS = {
    "Literata",
    "Be Vietnam Pro",
    "ui-serif",
    "Cambria",
    "Noto Serif",
    "Times New Roman",
    "serif",
    "system-ui",
    "Segoe UI",
    "Roboto",
    "Noto Sans",
    "Arial",
    "sans-serif",
}

TEXT_PAIRS = [
    *product(
        ["ink", "ink-soft", "ink-faint", "action", "action-strong", "seal", "good", "care"],
        ["paper", "paper-raised", "paper-sunk"],
    ),
    *product(["ink", "action", "action-strong"], ["action-wash"]),
    *product(["ink", "seal"], ["seal-wash"]),
    *product(["ink", "good"], ["good-wash"]),
    *product(["ink", "care"], ["care-wash"]),
    ("on-action", "action"),
    ("on-action", "action-strong"),
    ("on-seal", "seal"),
    ("paper", "ink"),
    ("paper", "ink-soft"),
]
LINE_PAIRS = [
    *product([f"hue-{number}" for number in range(1, 6)], ["paper"]),
    ("rule-strong", "paper"),
    ("rule-strong", "paper-raised"),
]


def name_of(path: Path) -> str:
    return path.as_posix().split("/templates/", 1)[1]


def tokens(after: str) -> dict[str, str]:
    """Return the colours of the first block of the token sheet after some words."""
    text = (CSS / "tokens.css").read_text()
    block = text[text.index(after) :]
    block = block[block.index("{", len(after) - 1) + 1 : block.index("}")]
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6});", block))


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


THEMES = {"light": tokens("  :root {"), "dark": tokens('[data-theme="dark"] {')}


def rendered(source: str, **context) -> str:
    return Template("{% load components %}" + source).render(Context(context))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_every_template_compiles(path):
    assert get_template(name_of(path))


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_no_template_carries_a_style_or_script_of_its_own(path):
    # The frame's one script is named by its hash in the policy: see `core.inline_script`.
    text = path.read_text().replace("<script>{% theme_script %}</script>", "")

    found = re.findall(r"\sstyle\s*=|<style\b|\son[a-z]+\s*=\s*[\"']", text)
    scripts = [
        tag
        for tag in re.findall(r"<script\b[^>]*>", text)
        if "src=" not in tag and "application/" not in tag
    ]

    assert (found, scripts) == ([], [])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("words", "ground"), TEXT_PAIRS)
def test_words_stand_out_from_their_ground(theme, words, ground):
    colours = THEMES[theme]

    assert contrast(colours[words], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("line", "ground"), LINE_PAIRS)
def test_bars_and_borders_stand_out_from_their_ground(theme, line, ground):
    colours = THEMES[theme]

    assert contrast(colours[line], colours[ground]) >= 3


def test_dark_is_the_same_by_choice_and_by_the_wish_of_the_system():
    assert tokens(':root:not([data-theme="light"]) {') == THEMES["dark"]


def test_dark_names_every_colour_that_light_has():
    assert THEMES["dark"].keys() == THEMES["light"].keys()


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_styles_fetch_nothing_from_elsewhere(path):
    text = path.read_text()

    assert re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", text) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_only_fonts_with_every_vietnamese_letter_stand_in_a_stack(path):
    stacks = re.findall(
        r"(?:font-family|--reading|--interface|--w-font-sans)\s*:\s*([^;}]+)", path.read_text()
    )

    fonts = {name.strip().strip("\"'") for stack in stacks for name in stack.split(",")}

    assert {font for font in fonts if not font.startswith("var(")} - FONTS == set()


def test_every_component_sheet_is_in_the_frame():
    linked = (ROOT / "core/templates/core/includes/stylesheets.html").read_text()
    sent = " ".join([linked, *STYLES_OF_EVERY_PAGE.sources()])

    missing = [path.name for path in CSS.glob("components/*.css") if path.name not in sent]

    assert missing == []


def test_500_page_needs_no_context_and_no_database():
    html = render_to_string("500.html")

    assert BeautifulSoup(html, "html.parser").h1.text == translation.gettext(
        "Something broke on our side"
    )


@pytest.mark.parametrize("name", ["400.html", "403.html", "404.html", "core/moved.html"])
def test_other_error_pages_stand_without_any_context(name):
    soup = BeautifulSoup(render_to_string(name), "html.parser")

    assert (len(soup.select("h1")), len(soup.select("main"))) == (1, 1)


def test_figure_brings_no_white_space_into_the_sentence():
    html = rendered("[{% figure 12 label='Issues' url='/x/' %}]")

    assert (html[:3], html[-5:]) == ("[<a", "</a>]")


def test_figure_writes_thousands_as_the_office_does():
    html = rendered("{% figure 4469335 %}")

    assert BeautifulSoup(html, "html.parser").select_one(".figure__value").text == "4.469.335"


def test_figure_of_which_nothing_is_known_is_a_dash_and_not_zero():
    html = rendered("{% figure None %}")

    assert BeautifulSoup(html, "html.parser").select_one(".figure__value").text == "—"


def test_figure_says_what_it_counts_by_which_date_and_from_how_many_records():
    html = rendered(
        "{% figure 12 label='Tập san' unit='số' counting_date='ngày xuất bản' records=1200 %}"
    )

    card = BeautifulSoup(html, "html.parser").select_one(".figure__card")
    assert [line.text for line in card.find_all("span", recursive=False)] == [
        "Tập san (số)",
        "Mốc tính: ngày xuất bản",
        "Từ 1.200 bản ghi",
    ]


@pytest.mark.parametrize(("state", "seals"), [("live", 0), ("frozen", 1), ("changed", 1)])
def test_figure_carries_a_seal_once_it_is_frozen(state, seals):
    html = rendered("{% figure 12 state=state %}", state=state)

    assert len(BeautifulSoup(html, "html.parser").select("svg.figure__seal")) == seals


def test_figure_escapes_what_it_is_given():
    html = rendered("{% figure 1 label=label %}", label="<b>x</b>")

    assert BeautifulSoup(html, "html.parser").find("b") is None


def test_trail_says_late_in_words_and_marks_the_step():
    steps = [
        {"where": "Nhận", "state": "done"},
        {"where": "Duyệt", "state": "late", "late_days": 3},
    ]

    soup = BeautifulSoup(rendered("{% trail steps %}", steps=steps), "html.parser")

    late = soup.select_one("[aria-current=step]")
    assert late.select_one(".trail__late").text == "Trễ 3 ngày"


def test_register_refuses_a_row_of_another_width():
    with pytest.raises(ValueError):
        rendered("{% register columns rows %}", columns=[{"label": "A"}], rows=[{"cells": [1, 2]}])


def test_register_right_aligns_numbers_and_names_the_cells_for_a_phone():
    columns = [
        {"label": "Name", "kind": "name"},
        {"label": "Pages", "kind": "number", "fact": True},
    ]

    html = rendered("{% register c r %}", c=columns, r=[{"cells": ["A", 1200]}])

    cell = BeautifulSoup(html, "html.parser").select_one("tbody td")
    assert (cell.text, cell["class"], cell["data-label"]) == (
        "1.200",
        ["number", "is-fact"],
        "Pages",
    )


def test_pagination_keeps_the_rest_of_the_question():
    page = examples()["page_of_many"]
    request = RequestFactory().get("/", {"q": "a b", "page": "7"})

    html = rendered("{% pagination page %}", page=page, request=request)

    after = BeautifulSoup(html, "html.parser").select_one("[rel=next]")
    assert after["href"] == "?q=a+b&page=8"


def test_shares_lie_one_after_another():
    rows = [{"label": "A", "value": 3, "share": 75}, {"label": "B", "value": 1, "share": 25}]

    soup = BeautifulSoup(rendered("{% shares rows caption='x' %}", rows=rows), "html.parser")

    strip = soup.select(".chart__strip rect[class^=hue]")
    assert [(bar["x"], bar["width"]) for bar in strip] == [
        ("0.00%", "75.00%"),
        ("75.00%", "25.00%"),
    ]


def test_columns_of_days_leave_room_for_their_names():
    html = rendered("{% months days caption='x' first='Ngày' %}", days=[1000] * 31)
    strip, table = html.split("<details>")

    assert strip.count("text-anchor") == 7  # 1, 5, 10, 15, 20, 25, 30
    assert "1.000" not in strip
    assert table.count("1.000") == 31
    assert '<th scope="col">Ngày</th>' in table


def test_bars_of_nothing_have_no_length():
    html = rendered("{% bars rows caption='x' %}", rows=[{"label": "A", "value": 0}])

    assert BeautifulSoup(html, "html.parser").select_one("rect.hue-1")["width"] == "0.00%"


def test_form_links_its_errors_to_fields_that_exist():
    form = ExampleForm({"signed_on": "31/02/2023"})

    soup = BeautifulSoup(str(form), "html.parser")

    targets = [link["href"][1:] for link in soup.select(".error-summary a")]
    assert [bool(soup.find(id=target)) for target in targets] == [True] * len(form.errors)


def test_form_field_names_its_help_and_its_error_to_a_screen_reader():
    soup = BeautifulSoup(str(ExampleForm({})), "html.parser")

    field = soup.find(id="id_title")

    named = field["aria-describedby"].split()
    assert (field["aria-invalid"], [bool(soup.find(id=one)) for one in named]) == (
        "true",
        [True, True],
    )


def test_style_page_gives_no_id_twice_and_no_field_without_label(db):
    html = render_to_string(
        "core/style_page.html",
        examples()
        | {
            "union": None,
            "site_logo": "",
            "site_name": "",
            "site_short_name": "",
            "is_demonstration": False,
            "legal_footer": "",
            "footer_menu": [],
            "footer_sections": [],
            "foot_blocks": [],
        },
        RequestFactory().get("/"),
    )

    soup = BeautifulSoup(html, "html.parser")
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    labelled = {label["for"] for label in soup.find_all("label") if label.get("for")}
    wrapped = {tag.get("id") for tag in soup.select("label input")}
    fields = soup.select("input:not([type=hidden]), select, textarea")
    assert len(ids) == len(set(ids))
    assert {tag.get("id") for tag in fields} - labelled - wrapped == set()


def test_style_page_shows_every_colour_size_and_step():
    declared = set(re.findall(r"--([\w-]+):", (CSS / "tokens.css").read_text()))
    wanted = {name for name in declared if re.match(r"text-|step-|hue-", name)} | set(
        THEMES["light"]
    )

    shown = set(re.findall(r"var\(--([\w-]+)\)", (CSS / "style_page.css").read_text()))

    assert wanted - shown == set()
    assert set(COLOURS) == set(THEMES["light"])


def test_style_page_is_for_those_who_may_enter_the_back_office(client, db):
    client.force_login(user_with(Role.CONTRIBUTOR))

    assert client.get("/kieu-dang/").status_code == 403


def test_every_word_of_the_frame_has_its_vietnamese():
    with translation.override("vi"):
        words = [
            translation.gettext(text)
            for text in ("Skip to the content", "Skip to menu and search", "Sign out", "required")
        ]

    assert words == ["Đến phần nội dung", "Đến danh mục và tìm kiếm", "Đăng xuất", "bắt buộc"]
