"""The front page, composed by an editor from blocks."""

import json
from datetime import date, timedelta
from importlib import import_module

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.urls import reverse
from freezegun import freeze_time
from wagtail.blocks import StreamBlockValidationError
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from lienhiep.accounts.groups import ensure_role_groups
from lienhiep.core.models.library import SiteImage
from lienhiep.core.period import today
from lienhiep.core.site_blocks import front_block_codes
from lienhiep.demo.news.pictures import drawn
from lienhiep.portal.models import HomePage
from lienhiep.portal.validators import validate_address
from tests.asking import questions
from tests.factories.accounts import user_with
from tests.factories.journal import published_issue

pytestmark = pytest.mark.django_db


def composed(home, *blocks):
    home.body = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    home.save_revision().publish()
    return home


def shown(client):
    response = client.get("/")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def headings(client):
    return [one.get_text(strip=True) for one in shown(client).select(".front-body h2")]


def picture():
    file = ImageFile(drawn_file(), name="tranh.png")
    made = SiteImage(title="Cánh đồng", file=file, caption="Lúa chín", credit="Phần mềm vẽ")
    made.save()
    return made


def drawn_file():
    import io  # only this picture is drawn here

    return io.BytesIO(drawn(1, (233, 239, 246), (250, 236, 214), (23, 69, 127)))


def notice(text, *, days=0, until=None, address=""):
    day = str(today() - timedelta(days=days))
    return {"text": text, "day": day, "until": until and str(until), "address": address}


def test_a_page_that_nobody_composed_shows_the_rooms_in_their_order(client, home):
    body = HomePage.objects.get().composed_body()

    assert [child.value["code"] for child in body if child.block_type == "room"] == (
        front_block_codes()
    )
    assert [child.block_type for child in body][-3:] == ["journal", "figures", "reports"]
    assert headings(client) == ["Tập san"]


def test_blocks_stand_as_the_editor_placed_them_and_others_do_not(client, home):
    published_issue(number=1, year=2022, on=date(2022, 3, 1), is_public=True)
    composed(
        home,
        ("notices", {"heading": "", "notices": [notice("Mời họp")]}),
        ("heading", "Lời ngỏ"),
        ("text", "<p>Kính chào bạn đọc</p>"),
    )

    assert headings(client) == ["Thông báo, giấy mời", "Lời ngỏ"]
    assert "Kính chào bạn đọc" in shown(client).select_one(".reading").get_text()


def test_notices_stand_newest_first_until_their_day_is_over(client, home):
    yesterday = today() - timedelta(days=1)
    composed(
        home,
        (
            "notices",
            {
                "heading": "",
                "notices": [
                    notice("Cũ", days=9),
                    notice("Đã qua", until=yesterday),
                    notice("Hôm nay là hết", until=today(), address="/tap-san/"),
                ],
            },
        ),
    )

    lines = shown(client).select(".front-notices li")

    assert [line.span.get_text() for line in lines] == ["Hôm nay là hết", "Cũ"]
    assert lines[0].a["href"] == "/tap-san/"


def test_the_chosen_figures_stand_in_the_chosen_order(client, home):
    published_issue(number=1, year=today().year, on=today(), is_public=True)
    composed(home, ("figures", {"heading": "Nổi bật", "codes": ["E02", "E01"]}))

    links = shown(client).select(".figure-card a.figure")

    assert [link["href"].split("?")[0] for link in links] == ["/so-lieu/E02/", "/so-lieu/E01/"]


# Wagtail leaves the temporary file of a made rendition to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_columns_partners_pictures_and_contact_are_shown(client, home, union):
    drawing = picture()
    union.phone = "0238 000 0000"
    union.save()
    composed(
        home,
        (
            "columns",
            {
                "main": [
                    {
                        "type": "picture_text",
                        "value": {
                            "picture": drawing.pk,
                            "side": "end",
                            "heading": "Đem khoa học về ruộng",
                            "text": "<p>Chữ</p>",
                            "address": "/tap-san/",
                            "words": "",
                        },
                    }
                ],
                "side": [{"type": "contact", "value": {"heading": "", "text": ""}}],
            },
        ),
        (
            "partners",
            {
                "heading": "",
                "partners": [
                    {"name": "Viện A", "address": "https://vien.example/", "logo": drawing.pk},
                    {"name": "Viện B", "address": "", "logo": None},
                ],
            },
        ),
        ("picture", drawing.pk),
    )

    page = shown(client)

    assert page.select_one(".front-picture--end img")["alt"] == "Lúa chín"
    assert page.select_one(".front-picture .button").get_text() == "Xem thêm"
    assert page.select_one(".front-column--side address a")["href"] == "tel:02380000000"
    partners = page.select(".front-partners li")
    assert [one.get_text(strip=True) for one in partners] == ["Viện A", "Viện B"]
    assert partners[0].a["rel"] == ["external", "noopener"]
    assert (partners[0].img is None, partners[1].img is None) == (False, True)
    assert "Lúa chín" in page.select_one(".front-body > .picture figcaption").get_text()


def test_the_newest_of_a_kind_are_listed_and_a_block_without_any_leaves_no_gap(client, home):
    kind = {"heading": "Số mới", "kind": "journal.issue", "most": 1, "address": "/tap-san/"}
    composed(home, ("newest", kind), ("reports", {"heading": "", "most": 3}))
    assert headings(client) == []

    for month in (3, 4):
        published_issue(number=month, year=2022, on=date(2022, month, 1), is_public=True)

    assert headings(client) == ["Số mới"]
    assert [a.get_text() for a in shown(client).select(".headlines a")] == ["Số 4/2022"]


def test_a_block_that_its_room_no_longer_offers_shows_nothing(client, home):
    composed(home, ("room", {"code": "news.long_gone"}), ("heading", "Còn lại"))

    assert headings(client) == ["Còn lại"]


def test_the_same_block_is_not_placed_twice():
    block = HomePage._meta.get_field("body").stream_block
    twice = block.to_python(
        [
            {"type": "journal", "value": {}},
            {
                "type": "columns",
                "value": {"main": [{"type": "journal", "value": {}}], "side": []},
            },
        ]
    )

    with pytest.raises(StreamBlockValidationError) as refused:
        block.clean(twice)

    assert list(refused.value.block_errors) == [1]


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "//khac.example/", "tap-san", "https://", "/a b/", "data:text/html,x"],
)
def test_an_address_that_leads_nowhere_or_runs_something_is_refused(address):
    with pytest.raises(ValidationError):
        validate_address(address)


@pytest.mark.parametrize(
    "address", ["/tap-san/", "https://lienhiep.example/a?b=1", "tel:0238", "mailto:a@b.example"]
)
def test_an_address_of_this_site_or_of_the_web_is_taken(address):
    validate_address(address)


@pytest.fixture
def editor(home):
    user = user_with("editor")
    ensure_role_groups()
    return user


def test_an_editor_begins_from_the_order_that_stands_of_itself(client, home, editor):
    client.force_login(editor)

    page = client.get(reverse("wagtailadmin_pages:edit", args=[home.pk]))

    assert page.status_code == 200
    body = page.context["form"]["body"].value()
    assert [child.block_type for child in body][-3:] == ["journal", "figures", "reports"]


def test_an_editor_sees_the_page_before_it_is_published(client, home, editor):
    client.force_login(editor)
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[home.pk])
    form = nested_form_data(
        {
            "title": home.title,
            "slug": home.slug,
            "lead": home.lead,
            "body": streamfield([("heading", "Chưa xuất bản")]),
            "comments": inline_formset([]),
        }
    )

    answer = client.post(address, form)
    preview = client.get(address)

    assert answer.json()["is_valid"] is True
    assert "Chưa xuất bản" in preview.content.decode()
    assert headings(client) != ["Chưa xuất bản"]


def test_search_engines_learn_who_the_union_is_and_how_the_site_is_searched(client, home, union):
    block = shown(client).find("script", type="application/ld+json")

    site, who = json.loads(block.string)["@graph"]

    assert (site["@type"], who["name"]) == ("WebSite", "Liên hiệp các Hội Nghệ An")
    assert site["potentialAction"]["target"]["urlTemplate"].endswith(
        "/tim-kiem/?q={search_term_string}"
    )


def test_the_day_is_written_as_a_newspaper_does(client, home):
    with freeze_time("2026-11-26 05:00"):
        day = shown(client).select_one(".front-strap time")

    assert day.get_text() == "Thứ Năm, ngày 26/11/2026"


def test_a_composed_page_asks_as_often_for_many_records_as_for_one(client, home, union):
    kind = {"heading": "Số mới", "kind": "journal.issue", "most": 12, "address": ""}
    composed(home, ("newest", kind))
    published_issue(number=1, year=2022, on=date(2022, 1, 1), is_public=True)
    few = questions(lambda: client.get("/"))

    for number in range(2, 9):
        published_issue(number=number, year=2022, on=date(2022, number, 1), is_public=True)

    assert questions(lambda: client.get("/")) == few


class TestMovingToBlocks:
    """What an editor had written keeps its place; the rooms' blocks follow below."""

    moving = import_module("lienhiep.portal.migrations.0003_keep_what_editors_composed")

    def test_the_rooms_blocks_stand_below_what_an_editor_wrote(self):
        words = [{"type": "heading", "value": "Chào", "id": "1"}]

        moved = self.moving.below_the_words(words)

        assert [block["type"] for block in moved] == [
            "heading",
            *["room"] * 3,
            "journal",
            "figures",
            "reports",
        ]
        assert self.moving.below_the_words(moved) == moved
        assert self.moving.words_alone(moved) == words

    def test_a_page_without_words_stays_empty(self):
        assert self.moving.below_the_words([]) == []

    def test_page_and_draft_are_moved(self, home):
        from django.apps import apps  # the present models stand for those of the migration

        composed(home, ("heading", "Chào"))

        self.moving.place_blocks(apps, None)

        moved = HomePage.objects.get()
        draft = moved.get_latest_revision_as_object()
        assert [child.block_type for child in moved.body][:2] == ["heading", "room"]
        assert [child.block_type for child in draft.body][-1] == "reports"
