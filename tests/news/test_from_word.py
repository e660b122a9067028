"""A reporter's Word file becomes a draft: words, structure and pictures come, its looks do not."""

import io
import zipfile

import docx
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx.enum.style import WD_STYLE_TYPE
from PIL import Image

from lienhiep.accounts.choices import Role
from lienhiep.core.files import store_bytes
from lienhiep.core.models.library import SiteImage
from lienhiep.news.actions import write_from_word
from lienhiep.news.bodies import article_of_word
from lienhiep.news.choices import ArticleState
from lienhiep.news.files import WORD_FILE
from lienhiep.news.models import NewsArticle
from tests.factories.accounts import user_with

pytestmark = pytest.mark.django_db


def picture(colour="green"):
    out = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(out, "PNG")
    out.seek(0)
    return out


def saved(document):
    out = io.BytesIO()
    document.save(out)
    out.seek(0)
    return out


def a_report():
    """Return a report as an office writes it: bold headline and lead, picture with its caption."""
    document = docx.Document()
    document.add_paragraph().add_run("Khai mạc hội thi sáng tạo kỹ thuật").bold = True
    document.add_paragraph().add_run("Sáng 5/6, hội thi mở đầu tại Vinh.").bold = True
    first = document.add_paragraph("Ban tổ chức nhận ")
    first.add_run("84 giải pháp").bold = True
    first.add_run(", gấp đôi năm trước.")
    document.add_picture(picture())
    document.add_paragraph().add_run("Đại biểu xem mô hình. Ảnh: Minh Hà").italic = True
    document.add_paragraph("Các giải pháp", style="Heading 2")
    for words in ("Máy tách hạt", "Bẫy đèn"):
        document.add_paragraph(words, style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for place, words in enumerate(("Lĩnh vực", "Số", "Nông nghiệp", "31")):
        table.rows[place // 2].cells[place % 2].text = words
    return document


def kept(document, by, name="bai-viet.docx"):
    return store_bytes(name=name, data=saved(document).getvalue(), use=WORD_FILE, by=by)


def kinds_of(article):
    return [block.block_type for block in article.body]


def test_headline_lead_and_structure_come_along(by):
    article = write_from_word(file=kept(a_report(), by), by=by)

    article.refresh_from_db()
    assert article.title == "Khai mạc hội thi sáng tạo kỹ thuật"
    assert article.lead == "Sáng 5/6, hội thi mở đầu tại Vinh."
    assert kinds_of(article) == ["paragraph", "picture", "heading", "paragraph", "table"]
    assert str(article.body[0].value.source) == (
        "<p>Ban tổ chức nhận <b>84 giải pháp</b>, gấp đôi năm trước.</p>"
    )
    assert str(article.body[3].value.source) == "<ul><li>Máy tách hạt</li><li>Bẫy đèn</li></ul>"
    assert article.body[4].value["rows"] == "Lĩnh vực\tSố\nNông nghiệp\t31"
    assert article.state == ArticleState.DRAFT


def test_the_slanted_line_under_a_picture_is_its_caption_and_says_what_it_shows(by):
    article = write_from_word(file=kept(a_report(), by), by=by)

    block = article.body[1].value
    assert block["caption"] == "Đại biểu xem mô hình."
    assert block["credit"] == "Ảnh: Minh Hà"
    assert block["picture"].description == "Đại biểu xem mô hình."
    assert article.picture == block["picture"]


def test_a_bold_line_under_a_picture_is_no_caption(by):
    document = docx.Document()
    document.add_paragraph("Tiêu đề")
    document.add_paragraph("Nội dung.")
    document.add_picture(picture())
    document.add_paragraph().add_run("Các giải pháp").bold = True
    document.add_paragraph("Máy tách hạt.")

    article = write_from_word(file=kept(document, by), by=by)

    assert article.body[1].value["caption"] == ""
    assert str(article.body[2].value.source).startswith("<p><b>Các giải pháp</b></p>")


def test_a_picture_before_all_text_stands_over_it_and_not_twice(by):
    document = docx.Document()
    document.add_paragraph("Tiêu đề")
    document.add_picture(picture())
    document.add_paragraph("Nội dung.")

    article = write_from_word(file=kept(document, by), by=by)

    assert article.picture is not None
    assert kinds_of(article) == ["paragraph"]


def test_what_word_guesses_of_a_picture_is_no_description(by):
    document = docx.Document()
    document.add_paragraph("Tiêu đề")
    document.add_paragraph("Nội dung.")
    document.add_picture(picture())
    properties = document.inline_shapes[0]._inline.docPr
    properties.set("descr", "A group of people\n\nDescription automatically generated")

    write_from_word(file=kept(document, by), by=by)

    assert SiteImage.objects.get().description == ""


def test_a_description_that_somebody_wrote_in_word_is_kept(by):
    document = docx.Document()
    document.add_paragraph("Tiêu đề")
    document.add_paragraph("Nội dung.")
    document.add_picture(picture())
    document.inline_shapes[0]._inline.docPr.set("descr", "Bốn học sinh thử máy bơm")

    write_from_word(file=kept(document, by), by=by)

    assert SiteImage.objects.get().description == "Bốn học sinh thử máy bơm"


def test_a_title_in_its_style_is_the_headline():
    document = docx.Document()
    document.add_paragraph("Thư mời", style="Title")
    document.add_paragraph("Kính gửi các hội.")

    read = article_of_word(saved(document))

    assert (read.title, read.lead) == ("Thư mời", "")
    assert read.blocks == [("paragraph", "<p>Kính gửi các hội.</p>")]


def test_a_paragraph_that_is_stressed_only_in_part_is_no_lead():
    document = docx.Document()
    document.add_paragraph("Tiêu đề")
    paragraph = document.add_paragraph()
    paragraph.add_run("Vinh").bold = True
    paragraph.add_run(" đón đoàn công tác.")

    assert article_of_word(saved(document)).lead == ""


def test_text_in_an_old_font_becomes_unicode():
    document = docx.Document()
    document.add_paragraph("Héi nghÞ tæng kÕt")
    document.add_paragraph("Liªn hiÖp c¸c Héi Khoa häc vµ Kü thuËt tØnh tæ chøc héi nghÞ t¹i Vinh.")

    read = article_of_word(saved(document))

    assert read.blocks == [
        (
            "paragraph",
            "<p>Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh tổ chức hội nghị tại Vinh.</p>",
        )
    ]
    assert read.title == "Hội nghị tổng kết"


def test_a_style_of_the_office_s_own_is_ordinary_text():
    document = docx.Document()
    document.styles.add_style("Noi dung co quan", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Tiêu đề")
    document.add_paragraph("Một đoạn.", style="Noi dung co quan")

    assert article_of_word(saved(document)).blocks == [("paragraph", "<p>Một đoạn.</p>")]


def test_a_file_without_a_word_is_refused():
    with pytest.raises(ValidationError) as refusal:
        article_of_word(saved(docx.Document()))

    assert refusal.value.code == "empty"


def test_a_file_whose_parts_are_missing_is_refused_with_what_to_do():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w:document")
    out.seek(0)

    with pytest.raises(ValidationError) as refusal:
        article_of_word(out)

    assert refusal.value.code == "unreadable"


def test_a_picture_that_cannot_be_read_is_left_out_and_the_rest_comes(by):
    document = docx.Document()
    document.add_paragraph("Tiêu đề")
    document.add_paragraph("Nội dung.")
    document.add_picture(picture())
    part = next(p for p in document.part.package.iter_parts() if "image" in p.partname)
    part._blob = b"not a picture"

    article = write_from_word(file=kept(document, by), by=by)

    assert kinds_of(article) == ["paragraph"]
    assert not SiteImage.objects.exists()


# The page


def sent(document, name="bai.docx"):
    return {"file": SimpleUploadedFile(name, saved(document).getvalue())}


def test_the_register_leads_whoever_writes_to_it_and_the_draft_opens(client):
    client.force_login(user_with(Role.OFFICER))
    listed = client.get(reverse("wagtailsnippets_news_newsarticle:list")).content.decode()
    assert reverse("news_from_word") in listed

    answer = client.post(reverse("news_from_word"), sent(a_report()), follow=True)

    article = NewsArticle.objects.get()
    assert answer.redirect_chain[-1][0].endswith(f"/edit/{article.pk}/")
    assert "Đã có bản nháp, kèm 1 ảnh." in answer.content.decode()


def test_it_is_said_of_how_many_pictures_nobody_has_said_what_they_show(client):
    client.force_login(user_with(Role.EDITOR))
    document = docx.Document()
    document.add_paragraph("Tiêu đề")
    document.add_paragraph("Nội dung.")
    document.add_picture(picture())

    answer = client.post(reverse("news_from_word"), sent(document), follow=True)

    assert "1 ảnh chưa có mô tả" in answer.content.decode()


@pytest.mark.parametrize("name", ["bai.pdf", "bai.docx"])
def test_what_is_no_word_file_is_refused_at_the_field(client, name):
    client.force_login(user_with(Role.EDITOR))

    answer = client.post(
        reverse("news_from_word"), {"file": SimpleUploadedFile(name, b"%PDF-1.4 x")}
    )

    assert answer.status_code == 200
    assert "file" in answer.context["form"].errors
    assert not NewsArticle.objects.exists()


@pytest.mark.parametrize("role", [Role.RECORDS_CLERK, Role.CONTRIBUTOR])
def test_nobody_else_gets_in(client, role):
    client.force_login(user_with(role))

    assert client.get(reverse("news_from_word")).status_code in (302, 403, 404)
    assert client.post(reverse("news_from_word"), sent(a_report())).status_code != 200
    assert not NewsArticle.objects.exists()
