"""Readers write, editors decide, and nothing shows before they have."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.utils import timezone

from lienhiep.accounts.choices import Role
from lienhiep.core.history import entries_of
from lienhiep.core.models import Notice, UnionIdentity
from lienhiep.core.models.identity import SiteKind
from lienhiep.news import actions
from lienhiep.news.actions import CommentRow, load_comments
from lienhiep.news.choices import CommentState
from lienhiep.news.models import Comment, CommentSettings, CommentWord, NewsArticle
from lienhiep.news.rules import comments_are_shown, may_be_commented
from tests.factories.accounts import user_with
from tests.factories.news import editor, published

pytestmark = pytest.mark.django_db


def wrote(article=None, **facts):
    """Return a comment just written."""
    return actions.write_comment(
        **{"article": article or published(), "name": "An", "text": "Bài có ích.", "by": None}
        | facts
    )


@pytest.fixture(autouse=True)
def nothing_kept():
    caches["process"].clear()
    yield
    caches["process"].clear()


def rules(**facts):
    CommentSettings(**facts).save()


def aggregated():
    UnionIdentity(
        name="Liên hiệp hội", short_name="LHH", place="Vinh", site_kind=SiteKind.AGGREGATED
    ).save()


def test_a_comment_waits_and_shows_only_when_an_editor_has_said_so():
    comment = wrote()
    assert not Comment.objects.shown().exists()

    actions.show_comment(comment=comment, by=editor())

    assert list(Comment.objects.shown()) == [comment]


def test_nothing_shows_on_an_article_that_left_the_site():
    article = published()
    comment = wrote(article)
    by = editor()
    actions.show_comment(comment=comment, by=by)

    actions.unpublish_article(article=article, reason="Sai số liệu", by=by)

    assert not Comment.objects.shown().exists()


def test_an_aggregated_site_takes_and_shows_no_comments():
    article = published()
    aggregated()

    assert not comments_are_shown()
    with pytest.raises(ValidationError):
        wrote(article)


def test_comments_close_for_the_whole_site():
    article = published()
    rules(is_open=False)

    assert not may_be_commented(article)
    assert not comments_are_shown()


def test_comments_close_with_the_days_after_publication():
    old = published(at=timezone.now() - timedelta(days=8))
    new = published(at=timezone.now() - timedelta(days=6))
    rules(closes_after_days=7)

    assert (may_be_commented(old), may_be_commented(new)) == (False, True)


def test_closing_an_article_leaves_what_shows():
    article = published()
    shown = wrote(article)
    actions.show_comment(comment=shown, by=editor())

    actions.close_comments(article=article, by=editor())

    assert Comment.objects.shown().exists()
    with pytest.raises(ValidationError):
        wrote(NewsArticle.objects.get(pk=article.pk))


def test_an_answer_needs_a_comment_that_shows_on_the_same_article():
    waiting, elsewhere = wrote(), wrote(text="Ở bài khác, hay lắm.")
    actions.show_comment(comment=elsewhere, by=editor())

    for parent in (waiting, elsewhere):
        with pytest.raises(ValidationError):
            wrote(waiting.article, text="Tôi đồng ý.", parent=parent)


@pytest.mark.parametrize(
    "text",
    [
        "Xem http://a.example và http://b.example",
        "Mua tại re-nhat.shop, re-nua.shop",
        "Đánh BẠC đi",
        "Đến casino nhé",
        "Đến Ca-Si-No? không, cásínô nhé",
    ],
)
def test_what_nobody_wants_to_read_is_not_taken(text):
    CommentWord.objects.create(word="đánh bạc", refuses=True)
    CommentWord.objects.create(word="casino", refuses=True)

    with pytest.raises(ValidationError) as refused:
        wrote(text=text)

    assert "text" in refused.value.message_dict


def test_a_word_inside_another_or_with_other_marks_is_no_fault():
    CommentWord.objects.create(word="đánh bạc", refuses=True)
    CommentWord.objects.create(word="lợn", refuses=True)

    assert wrote(text="Cảnh đánh bắc rất lớn, đánh bạch.").marks == []


def test_an_editor_sees_what_to_look_at_twice():
    CommentWord.objects.create(word="rẻ nhất")

    marks = wrote(text="HÀNG RẺ NHẤT TẠI ĐÂY, MUA NGAY: https://a.example").marks

    assert sorted(marks) == ["capitals", "link", "word"]


def test_the_same_text_is_taken_once_a_day_but_many_may_thank_alike():
    wrote(text="Quảng cáo rất dài dòng của tôi.")
    with pytest.raises(ValidationError):
        wrote(text="Quảng cáo rất dài dòng của tôi.")

    wrote(text="Cảm ơn!")
    wrote(text="Cảm ơn!")


def test_its_writer_changes_a_comment_for_some_minutes_and_it_waits_again():
    comment = wrote()
    actions.show_comment(comment=comment, by=editor())

    actions.change_comment(comment=comment, text="Bài rất có ích.", by=None)

    assert (comment.state, comment.decided_by) == (CommentState.WAITING, None)
    Comment.objects.get(pk=comment.pk)
    comment.written_at -= timedelta(minutes=31)
    comment.save()
    with pytest.raises(ValidationError):
        actions.change_comment(comment=comment, text="Muộn rồi.", by=None)


@pytest.mark.parametrize(
    "take",
    [
        lambda comment: actions.withdraw_comment(comment=comment, by=None),
        lambda comment: actions.erase_comment(comment=comment, reason="Đề nghị", by=editor()),
    ],
)
def test_taken_back_or_erased_nothing_is_left_of_name_address_and_words(take):
    comment = wrote(
        name="Nguyễn Văn Bí Mật", email="bi.mat@example.vn", wants_mail=True, text="Lời rất riêng."
    )
    actions.change_comment(comment=comment, text="Lời còn riêng hơn.", by=None)

    take(comment)

    kept = Comment.objects.get(pk=comment.pk)
    everything = f"{vars(kept)} {[(vars(e.log), e.log.data) for e in entries_of(comment)]}"
    assert kept.state == CommentState.WITHDRAWN
    for secret in ("Bí Mật", "bi.mat", "riêng"):
        assert secret not in everything


def test_a_refusal_needs_a_reason_and_says_it_in_the_history():
    comment = wrote()
    with pytest.raises(ValidationError):
        actions.refuse_comment(comment=comment, reason=" ", by=editor())

    actions.refuse_comment(comment=comment, reason="Lạc đề", by=editor())

    assert entries_of(comment)[0].reason == "Lạc đề"
    assert comment.state == CommentState.REFUSED


def test_many_are_decided_at_once_and_what_is_decided_stays():
    by = editor()
    one, two = wrote(), wrote(text="Bài khác hay hơn.")
    actions.refuse_comment(comment=two, reason="Lạc đề", by=by)

    assert actions.refuse_all(comments=[one, two], reason="Quảng cáo", by=by) == 1
    assert Comment.objects.get(pk=two.pk).refusal_reason == "Lạc đề"


def test_a_report_counts_once_from_each_reader_and_hides_nothing():
    comment = wrote()
    actions.show_comment(comment=comment, by=editor())

    new = [
        actions.report_comment(comment=comment, ground="spam", reporter=reader)
        for reader in ("a", "a", "b")
    ]

    assert new == [True, False, True]
    assert Comment.objects.shown().exists()
    assert list(Comment.objects.reported()) == [comment]
    actions.settle_reports(comment=comment, by=editor())
    assert not Comment.objects.reported().exists()


def test_who_asked_is_told_by_mail_and_nobody_else(mailoutbox):
    by = editor()
    asked = wrote(name="An", email="an@example.vn", wants_mail=True)
    silent = wrote(text="Không cần báo.", email="binh@example.vn")

    for comment in (asked, silent):
        actions.show_comment(comment=comment, by=by)
    actions.answer_comment(comment=asked, text="Cảm ơn bạn.", by=by)

    assert [mail.to for mail in mailoutbox] == [["an@example.vn"]] * 3
    assert "/binh-luan/cua-toi/" in mailoutbox[0].body


def test_an_account_is_told_at_the_desk():
    writer = user_with(Role.CONTRIBUTOR)
    comment = wrote(by=writer)

    actions.show_comment(comment=comment, by=editor())

    assert Notice.objects.get(user=writer).kind == "news.comment_shown"


def test_loaded_comments_equal_those_written_and_decided_one_by_one():
    article, by = published(), editor()
    single = wrote(article, text="Bài có ích.", email="an@example.vn")
    actions.show_comment(comment=single, by=by)
    single.refresh_from_db()

    (loaded,) = load_comments(
        rows=[
            CommentRow(
                article=article,
                name="An",
                text="Bài có ích.",
                email="an@example.vn",
                written_at=single.written_at,
            )
        ],
        by=by,
    )

    differing = {
        field.name
        for field in Comment._meta.concrete_fields
        if getattr(single, field.attname)
        != getattr(Comment.objects.get(pk=loaded.pk), field.attname)
    }
    assert differing <= {"id", "decided_at"}
