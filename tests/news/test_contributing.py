"""A contributor writes at the desk, sends a piece to the editors, and sees what became of it."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from lienhiep.accounts.choices import Role
from lienhiep.core.models.library import SiteImage
from lienhiep.core.period import today
from lienhiep.core.viewsets import admin_row_url
from lienhiep.core.waiting import waiting_for
from lienhiep.news.actions import (
    Piece,
    approve_article,
    change_piece,
    publish_article,
    return_article,
    submit_article,
    take_piece_back,
    unpublish_article,
    write_piece,
)
from lienhiep.news.addresses import article_url
from lienhiep.news.choices import ArticleState
from lienhiep.news.models import NewsArticle, PenName
from lienhiep.news.wording import blocks_of, text_of
from tests.factories.accounts import user_with
from tests.factories.directory import PersonFactory
from tests.factories.news import CategoryFactory

pytestmark = pytest.mark.django_db

TYPED = {
    "title": "Lão nông giữ giống lúa cổ",
    "lead": "Ông Lam giữ mười hai giống lúa.",
    "text": "Đoạn một.\n\nĐoạn hai\nxuống dòng.",
    "category": "",
}


@pytest.fixture
def writer(db):
    user = user_with(Role.CONTRIBUTOR)
    user.person = PersonFactory()
    user.save()
    return user


@pytest.fixture
def editor(db):
    return user_with(Role.EDITOR)


@pytest.fixture
def category(db):
    return CategoryFactory(name="Nông nghiệp")


@pytest.fixture
def piece(writer, category):
    facts = {name: TYPED[name] for name in ("title", "lead", "text")}
    return write_piece(piece=Piece(**facts, category=category), by=writer)


@pytest.fixture
def sent(piece, writer):
    submit_article(article=piece, by=writer)
    piece.refresh_from_db()
    return piece


def photograph(name="anh.jpg"):
    out = io.BytesIO()
    picture = Image.new("RGB", (400, 300), (20, 90, 60))
    exif = Image.Exif()
    exif[0x010F] = "DienThoai"
    picture.save(out, "JPEG", exif=exif)
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


def draft_of(article):
    return NewsArticle.objects.get(pk=article.pk).get_latest_revision_as_object()


# Writing


def test_a_piece_is_kept_as_a_draft_under_the_name_of_its_writer(client, writer):
    client.force_login(writer)
    assert client.get(reverse("news:write")).status_code == 200

    answer = client.post(reverse("news:write"), TYPED | {"what": "draft"})

    article = NewsArticle.objects.get()
    assert answer.url == reverse("news:desk_piece", args=[article.pk])
    assert (article.byline, article.author) == (writer.full_name, writer.person)
    assert article.state == ArticleState.DRAFT
    assert text_of([(one.block_type, one.value) for one in article.body]) == TYPED["text"]
    shown = client.get(reverse("news:desk")).content.decode()
    assert TYPED["title"] in shown


def test_a_pen_name_of_the_writer_stands_over_the_piece(writer, category):
    name = PenName(name="Thu Đông", user=writer)
    name.clean()
    name.save()

    article = write_piece(piece=Piece(title="Một", category=category), by=writer)

    assert [one.pen_name for one in draft_of(article).bylines.all()] == [name]


def test_it_is_sent_to_the_editors_at_once_where_that_is_asked(client, writer, editor, category):
    client.force_login(writer)

    client.post(reverse("news:write"), TYPED | {"what": "send", "category": category.pk})

    article = NewsArticle.objects.get()
    assert article.state == ArticleState.SUBMITTED
    assert any(TYPED["title"] in str(one.what) for one in waiting_for(editor, today()))


def test_what_the_editors_could_not_publish_is_not_sent_and_nothing_typed_is_lost(client, writer):
    client.force_login(writer)

    answer = client.post(reverse("news:write"), TYPED | {"what": "send"})  # no category

    assert answer.context["form"].errors
    assert TYPED["lead"] in answer.content.decode()
    assert not NewsArticle.objects.exists()


def test_the_first_picture_stands_over_the_text_the_second_in_it_and_none_tells_where(
    client, writer, category
):
    client.force_login(writer)
    pictures = {
        "picture_1": photograph(),
        "about_1": "Ông Lam bên ruộng lúa.",
        "credit_1": "Ảnh: Thu Đông",
        "picture_2": photograph("hai.jpg"),
        "about_2": "Hạt giống trong chum.",
    }

    client.post(reverse("news:write"), TYPED | pictures | {"what": "draft"})

    article = NewsArticle.objects.get()
    assert article.picture.alt == "Ông Lam bên ruộng lúa."
    assert article.picture.credit == "Ảnh: Thu Đông"
    in_text = [one.value for one in article.body if one.block_type == "picture"]
    assert [one["picture"].alt for one in in_text] == ["Hạt giống trong chum."]
    with article.picture.file.open("rb") as stream:
        assert not Image.open(stream).getexif()


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"title": ""}, "title"),
        ({"lead": "a" * 601}, "lead"),
        ({"picture_1": "photo", "about_1": ""}, "about_1"),
        ({"picture_1": "text", "about_1": "Ảnh."}, "picture_1"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client, writer, more, field):
    files = {
        "photo": photograph(),
        "text": SimpleUploadedFile("anh.jpg", b"<html></html>", content_type="image/jpeg"),
    }
    client.force_login(writer)
    facts = {name: files.get(value, value) for name, value in (TYPED | more).items()}

    answer = client.post(reverse("news:write"), facts | {"what": "draft"})

    assert list(answer.context["form"].errors) == [field]
    assert not NewsArticle.objects.exists()
    assert not SiteImage.objects.exists()


# Its way


def test_returned_with_remarks_it_is_worked_over_and_sent_again(client, sent, writer, editor):
    return_article(article=sent, reason="Thêm tên huyện.", by=editor)
    client.force_login(writer)
    url = reverse("news:desk_piece", args=[sent.pk])
    assert "Thêm tên huyện." in client.get(url).content.decode()
    waits = [one for one in waiting_for(writer, today()) if TYPED["title"] in str(one.what)]
    assert [one.url for one in waits] == [url]

    client.post(
        reverse("news:change_piece", args=[sent.pk]),
        TYPED | {"text": "Đoạn một.\n\nỞ Yên Thành.", "category": sent.category_id, "what": "send"},
    )

    sent.refresh_from_db()
    assert sent.state == ArticleState.SUBMITTED
    assert "Ở Yên Thành." in draft_of(sent).text


def test_what_an_editor_formatted_stays_where_its_words_stay():
    former = [
        ("paragraph", "<p>Đoạn <b>một</b>.</p><ul><li>a</li><li>b</li></ul>"),
        ("quotation", {"text": "Lời", "who": ""}),
        ("paragraph", "<p>Đoạn hai.</p>"),
    ]
    typed = text_of(former)

    assert typed == "Đoạn một.\n\na\nb\n\nĐoạn hai."
    assert blocks_of(typed.replace("hai", "ba"), former) == [
        (
            "paragraph",
            "<p>Đoạn <b>một</b>.</p><ul><li>a</li><li>b</li></ul><p>Đoạn ba.</p>",
        ),
        ("quotation", {"text": "Lời", "who": ""}),
    ]


def test_what_is_typed_never_becomes_a_mark_of_the_page():
    assert blocks_of("<script>x</script>") == [
        ("paragraph", "<p>&lt;script&gt;x&lt;/script&gt;</p>")
    ]


def test_published_it_leads_to_its_page_and_is_the_writers_no_longer(client, sent, writer, editor):
    approve_article(article=sent, by=editor)
    publish_article(article=sent, by=editor)
    sent.refresh_from_db()
    client.force_login(writer)

    shown = client.get(reverse("news:desk_piece", args=[sent.pk])).content.decode()

    assert "Đọc trên trang" in shown
    assert "Sửa bài" not in shown
    with pytest.raises(ValidationError):
        change_piece(article=sent, piece=Piece(title="Khác"), by=writer)


def test_taken_off_the_site_the_writer_reads_why(client, sent, writer, editor):
    approve_article(article=sent, by=editor)
    publish_article(article=sent, by=editor)
    unpublish_article(article=sent, reason="Nhân vật xin rút.", by=editor)
    client.force_login(writer)

    url = reverse("news:desk_piece", args=[sent.pk])
    assert "Nhân vật xin rút." in client.get(url).content.decode()


def test_sent_too_early_it_is_taken_back_while_nobody_has_approved_it(client, sent, writer):
    client.force_login(writer)

    client.post(reverse("news:move_piece", args=[sent.pk, "rut"]))

    sent.refresh_from_db()
    assert sent.state == ArticleState.DRAFT


def test_what_is_approved_is_not_taken_back(sent, writer, editor):
    approve_article(article=sent, by=editor)

    with pytest.raises(ValidationError):
        take_piece_back(article=sent, by=writer)


# Who must not get in


@pytest.mark.parametrize("role", [Role.JUROR, Role.CONTESTANT, Role.CONTACT_OFFICER])
def test_nobody_else_writes_pieces(client, role):
    client.force_login(user_with(role))

    assert client.get(reverse("news:write")).status_code == 403
    assert client.post(reverse("news:write"), TYPED | {"what": "draft"}).status_code == 403
    assert not NewsArticle.objects.exists()


def test_another_contributor_neither_sees_nor_moves_a_piece(client, piece):
    client.force_login(user_with(Role.CONTRIBUTOR))

    for name in ("desk_piece", "change_piece"):
        assert client.get(reverse(f"news:{name}", args=[piece.pk])).status_code == 404
    for verb in ("gui", "rut"):
        answer = client.post(reverse("news:move_piece", args=[piece.pk, verb]))
        assert answer.status_code == 404
    assert TYPED["title"] not in client.get(reverse("news:desk")).content.decode()
    piece.refresh_from_db()
    assert piece.state == ArticleState.DRAFT


def test_a_contributor_submits_no_draft_of_the_office(client, writer, piece):
    piece.submitted_by = user_with(Role.OFFICER)
    piece.save()
    client.force_login(writer)

    answer = client.post(reverse("news:move_piece", args=[piece.pk, "gui"]))

    assert answer.status_code == 404


def test_a_piece_that_is_with_the_editors_is_not_changed(client, sent, writer):
    client.force_login(writer)

    answer = client.post(reverse("news:change_piece", args=[sent.pk]), TYPED | {"what": "draft"})

    assert answer.status_code == 403


def test_a_reader_and_the_search_find_no_draft(client, piece):
    assert client.get(article_url(piece)).status_code == 404
    assert TYPED["title"] not in client.get("/tim-kiem/", {"q": "lúa cổ"}).content.decode()


def test_a_contributor_does_not_enter_the_back_office_for_it(client, piece, writer):
    client.force_login(writer)

    assert client.get(admin_row_url(piece)).status_code in (302, 403)


def test_the_desk_asks_no_more_for_many_pieces(
    client, writer, piece, django_assert_max_num_queries
):
    client.force_login(writer)
    url = reverse("news:desk")
    client.get(url)
    with django_assert_max_num_queries(40) as one:
        client.get(url)
    for number in range(10):
        write_piece(piece=Piece(title=f"Bài {number}", category=piece.category), by=writer)

    with django_assert_max_num_queries(len(one.captured_queries)):
        client.get(url)
