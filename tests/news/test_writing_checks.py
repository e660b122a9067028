"""Before an article is published its writer is told what to look at; nothing is forbidden."""

import pytest
from django.urls import reverse

from lienhiep.accounts.choices import Role
from lienhiep.core.viewsets import admin_row_url
from lienhiep.news.choices import SourceKind
from lienhiep.news.models import NewsArticle
from lienhiep.news.writing_checks import remarks_on
from tests.factories.accounts import user_with
from tests.factories.news import CategoryFactory, published
from tests.factories.pictures import site_picture
from tests.reading import shown

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


def draft(*body, **facts):
    told = {"title": "Khai mạc hội thi", "lead": "Sáng nay hội thi mở đầu."} | facts
    if "picture" not in told:
        told["picture"] = site_picture()
    article = NewsArticle(**told)
    article.body = list(body) or [("paragraph", "<p>Một câu.</p>")]
    return article


def words(article):
    return [one.words for one in remarks_on(article)]


def paragraph(html):
    return ("paragraph", html)


def test_a_plain_article_gets_no_remark():
    assert words(draft()) == []


@pytest.mark.parametrize(
    ("facts", "begin"),
    [
        ({"title": "Tiêu đề dài " * 12}, "Tiêu đề dài 144 ký tự"),
        ({"title": "KHAI MẠC HỘI THI"}, "Tiêu đề viết hoa toàn bộ"),
        ({"lead": ""}, "Chưa có sapo"),
        ({"lead": "chữ " * 80}, "Sapo dài 80 tiếng"),
        ({"picture": None}, "Chưa có ảnh chính"),
        ({"source_kind": SourceKind.QUOTED, "source_name": "Báo"}, "Bài dẫn từ báo"),
        ({"lead": "Héi nghÞ tæng kÕt Liªn hiÖp c¸c Héi Khoa häc vµ Kü thuËt"}, "The text|Bài"),
    ],
)
def test_the_head_is_looked_at(facts, begin):
    (said,) = words(draft(**facts))

    assert said.startswith(tuple(begin.split("|"))) or "TCVN3" in said


def test_a_picture_without_words_is_named_with_the_way_to_mend_it():
    silent = site_picture(title="Toàn cảnh", description="")
    article = draft(("picture", {"picture": silent, "caption": "Toàn cảnh", "credit": ""}))

    (remark,) = remarks_on(article)

    assert "“Toàn cảnh” chưa có mô tả" in remark.words
    assert remark.url == reverse("wagtailimages:edit", args=[silent.pk])


def test_pictures_of_a_gallery_are_looked_at_and_each_only_once():
    silent = site_picture(title="Hai lần", description="")
    line = {"picture": silent, "caption": "", "credit": ""}

    assert len(words(draft(("gallery", {"pictures": [line, line]})))) == 1


def test_decoration_needs_no_words():
    ornament = site_picture(description="", is_decorative=True)

    assert words(draft(picture=ornament)) == []


def test_a_long_text_without_subheadings_and_a_long_sentence_are_told():
    sentence = "chữ " * 70 + "hết."

    said = words(draft(paragraph(f"<p>{sentence}</p>" * 10)))

    assert said[0].startswith("Bài dài 710 tiếng mà không có tiểu mục")
    assert said[1].startswith("10 câu dài hơn 60 tiếng; câu đầu: “chữ chữ")


def test_several_short_sentences_are_not_taken_for_a_long_one():
    assert words(draft(paragraph("<p>" + "Một câu mười chữ thì vừa. " * 20 + "</p>"))) == []


def test_a_bold_line_is_better_a_subheading():
    (said,) = words(draft(paragraph("<p><b>Kết quả</b></p><p>Có <b>ba</b> giải.</p>")))

    assert said.startswith("“Kết quả” là một dòng in đậm")


@pytest.mark.parametrize("text", ["tại đây", "Xem thêm…", "BẤM VÀO ĐÂY"])
def test_a_link_that_says_nothing_is_told(text):
    (said,) = words(draft(paragraph(f'<p><a href="https://nghean.gov.vn/">{text}</a></p>')))

    assert said.startswith("Có liên kết chỉ ghi")


def test_a_link_to_no_page_of_the_site_is_told_and_others_are_not(settings):
    article = published(category=CategoryFactory(slug="hoat-dong"))
    good = [article.category.get_absolute_url(), "/", "https://bao.example/x", "mailto:a@b.example"]
    html = "".join(f'<p><a href="{one}">Trang ấy</a></p>' for one in good)

    (said,) = words(draft(paragraph(f'{html}<p><a href="/khong-co-trang/">Trang mất</a></p>')))

    assert said == "Trang tin không có trang nào ở địa chỉ /khong-co-trang/."


def test_a_table_is_to_say_what_it_shows():
    said = words(draft(("table", {"caption": "", "rows": "A\tB\n1\t2"})))

    assert said == ["Có bảng chưa ghi bảng nói về gì."]


# Where it is read


@pytest.fixture
def saved(by):
    article = draft(title="HỘI THI KHAI MẠC")
    article.save()
    article.save_revision(user=by)
    return article


@pytest.mark.parametrize("action", ["inspect", "edit"])
def test_the_page_and_the_form_of_a_draft_say_it(client, by, saved, action):
    client.force_login(by)

    name = NewsArticle.snippet_viewset.get_url_name(action)
    page = shown(client.get(reverse(name, args=[saved.pk])))

    assert "Tiêu đề viết hoa toàn bộ" in page.select_one(".lh-remarks").get_text()


def test_what_is_on_the_site_without_changes_is_left_alone(client, by):
    client.force_login(by)

    page = shown(client.get(admin_row_url(published(title="TIN ĐÃ ĐĂNG RỒI"))))

    assert not page.select(".lh-remarks")


def test_it_is_asked_for_anew_after_each_saving(client, by, saved):
    saved.title = "Hội thi khai mạc"
    saved.save_revision(user=by)
    client.force_login(by)

    answer = client.get(reverse("news_remarks", args=[saved.pk]))

    assert "Không có gì cần nhắc" in answer.content.decode()


@pytest.mark.parametrize("role", [Role.RECORDS_CLERK, Role.ACCOUNTANT])
def test_nobody_outside_the_newsroom_reads_it(client, saved, role):
    client.force_login(user_with(role))

    assert client.get(reverse("news_remarks", args=[saved.pk])).status_code == 404
