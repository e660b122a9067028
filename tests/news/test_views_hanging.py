"""What hangs on an article stands on its page: pen names, tags, files, sources, citations."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from lienhiep.news.actions import AttachedFile
from lienhiep.news.addresses import article_url
from lienhiep.news.choices import AttachmentKind, SourceKind
from lienhiep.news.models import PenName, Source, Tag
from tests.factories.news import published
from tests.factories.office import OfficialDocumentFactory
from tests.reading import facts, shown

pytestmark = pytest.mark.django_db


def page_of(client, article):
    return shown(client.get(article_url(article)))


def paragraph(text):
    return [("paragraph", f"<p>{text}</p>")]


def a_file(title, name):
    return get_document_model().objects.create(title=title, file=ContentFile(b"%PDF-", name))


def test_pen_names_stand_in_their_order_each_with_a_page_of_its_articles(client):
    first = PenName.objects.create(name="Hoài Nam", slug="hoai-nam", description="Viết về làng.")
    second = PenName.objects.create(name="An Bình", slug="an-binh")
    article = published(title="Tin của hai người", pen_names=[first, second])
    published(title="Tin của người khác")

    names = page_of(client, article).select("a[rel=author]")
    of_first = shown(client.get("/tac-gia/hoai-nam/"))

    assert [(one.text, one["href"]) for one in names] == [
        ("Hoài Nam", "/tac-gia/hoai-nam/"),
        ("An Bình", "/tac-gia/an-binh/"),
    ]
    assert [one.text.strip() for one in of_first.select(".card__title")] == ["Tin của hai người"]
    assert "Viết về làng." in of_first.text


def test_search_engines_read_who_wrote_it(client):
    name = PenName.objects.create(name="Hoài Nam", slug="hoai-nam")

    told = facts(client.get(article_url(published(pen_names=[name]))))["NewsArticle"]

    assert (told["author"][0]["@type"], told["author"][0]["name"]) == ("Person", "Hoài Nam")


def test_who_stands_behind_a_pen_name_is_not_shown(client):
    from tests.factories.directory import PersonFactory

    person = PersonFactory(full_name="Nguyễn Bí Danh")
    name = PenName.objects.create(name="Hoài Nam", slug="hoai-nam", person=person)
    article = published(pen_names=[name])

    assert "Bí Danh" not in page_of(client, article).text
    assert "Bí Danh" not in shown(client.get("/tac-gia/hoai-nam/")).text


def test_tags_lead_to_their_articles(client):
    tag = Tag.objects.create(name="Sáng kiến", slug="sang-kien")
    article = published(title="Tin có thẻ", tags=[tag])
    published(title="Tin khác")

    [link] = page_of(client, article).select("a[rel=tag]")
    listed = shown(client.get(link["href"])).select(".card__title")

    assert link.text == "Sáng kiến"
    assert [one.text.strip() for one in listed] == ["Tin có thẻ"]


def test_files_are_offered_by_what_they_are_for(client):
    article = published(
        attachments=[
            AttachedFile(file=a_file("Báo cáo", "bc.pdf"), note="Báo cáo năm"),
            AttachedFile(file=a_file("Đơn", "don.docx"), kind=AttachmentKind.FORM),
            AttachedFile(file=a_file("Giọng đọc", "doc.mp3"), kind=AttachmentKind.VOICE),
        ]
    )

    page = page_of(client, article)

    assert "Báo cáo năm" in page.find("h2", string="Tệp của bài").parent.text
    assert "Đơn" in page.find("h2", string="Biểu mẫu tải về").parent.text
    audio = page.select_one("audio")
    assert (audio["preload"], audio["src"].endswith("doc.mp3")) == ("none", True)


def test_the_licence_is_its_own_or_that_of_its_source(client):
    source = Source.objects.create(name="Báo Nghệ An", licence="CC BY 4.0")
    quoted = {"source_kind": SourceKind.QUOTED, "source_name": "Báo Nghệ An", "source": source}

    assert "CC BY 4.0" in page_of(client, published(**quoted)).text
    own = page_of(client, published(**quoted, licence="Bản quyền tác giả")).text
    assert "Bản quyền tác giả" in own
    assert "CC BY 4.0" not in own


def test_the_symbol_of_a_public_document_leads_to_it(client):
    OfficialDocumentFactory(symbol="590/QĐ-UBND", issued_on=date(2022, 3, 10), is_public=True)
    article = published(body=paragraph("Theo Quyết định số 590/QĐ-UBND và 591/QĐ-UBND."))

    [link] = page_of(client, article).select("a.cites")

    assert link.text == "590/QĐ-UBND"
    assert client.get(link["href"]).status_code == 200


def test_the_symbol_of_a_document_that_is_not_public_leads_nowhere(client):
    OfficialDocumentFactory(symbol="590/QĐ-UBND", is_public=False)
    article = published(body=paragraph("Theo Quyết định số 590/QĐ-UBND."))

    assert page_of(client, article).select("a.cites") == []


def test_a_symbol_that_two_documents_bear_leads_nowhere(client):
    OfficialDocumentFactory(symbol="590/QĐ-UBND", is_public=True)
    OfficialDocumentFactory(
        symbol="590/QĐ-UBND", is_public=True, issued_on=date(2021, 1, 5), register_number=None
    )
    article = published(body=paragraph("Theo Quyết định số 590/QĐ-UBND."))

    assert page_of(client, article).select("a.cites") == []


def test_a_symbol_inside_a_link_stays_that_link(client):
    OfficialDocumentFactory(symbol="590/QĐ-UBND", is_public=True)
    link = '<a href="https://example.org/a">590/QĐ-UBND</a>'
    article = published(body=paragraph(f"Theo {link}."))

    page = page_of(client, article)

    assert page.select("a.cites") == []
    assert page.select_one('a[href="https://example.org/a"]').text == "590/QĐ-UBND"


def test_markup_in_a_text_beside_a_citation_stays_harmless(client):
    OfficialDocumentFactory(symbol="590/QĐ-UBND", is_public=True)
    body = [("heading", "<script>alert(1)</script>"), *paragraph("Số 590/QĐ-UBND.")]

    page = page_of(client, published(body=body))

    assert "<script>alert(1)" in page.select_one("article").text
    assert page.select("article script") == []
