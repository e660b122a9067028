"""What readers do on the demonstration's site, and look at: talk, polls, pictures."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.models.library import SiteImage
from lienhiep.core.period import today
from lienhiep.demo import people
from lienhiep.demo.news import pictures
from lienhiep.news.actions import CommentRow, load_comments
from lienhiep.news.choices import CommentState
from lienhiep.news.models import Comment, CommentSettings, CommentWord, NewsArticle
from lienhiep.portal.actions import (
    PollRow,
    answer_message,
    ask_question,
    ask_subscription,
    confirm_subscription,
    load_polls,
    publish_album,
    publish_answer,
    publish_video,
    put_into_album,
    refuse_question,
    send_message,
)
from lienhiep.portal.models import (
    Album,
    ContactKind,
    Poll,
    Question,
    QuestionCategory,
    Subscription,
    Video,
)

POLL = "Bạn muốn đọc thêm về lĩnh vực nào?"
ANSWERS = (("Nông nghiệp", 41), ("Y tế và sức khỏe", 33), ("Chuyển đổi số", 27), ("Môi trường", 12))
SAID = (
    ("Nguyễn Văn Lam", "Bài viết dễ hiểu, bà con làm theo được.", CommentState.SHOWN),
    ("Trần Thị Hoài", "Xin hỏi đăng ký lớp tập huấn ở đâu?", CommentState.SHOWN),
    ("Lê Đức", "Mong có thêm số liệu của huyện miền núi.", CommentState.WAITING),
)

ASKED = (
    (
        "Giáo viên có được dự cuộc thi sáng tạo kỹ thuật không?",
        "Cuộc thi",
        "Diễn Châu",
        "Được. Mọi công dân sống, làm việc trong tỉnh đều dự được; học sinh có cuộc thi riêng.",
    ),
    (
        "Muốn lập hội cấp huyện thì bắt đầu từ đâu?",
        "Tổ chức hội",
        "Tân Kỳ",
        "Ban vận động gửi hồ sơ theo Nghị định 126/2024/NĐ-CP. Văn phòng hướng dẫn từng giấy tờ.",
    ),
    ("Tập san có nhận bài của sinh viên không?", "Tập san", "thành phố Vinh", ""),
)
MATTERS = ("Gia nhập hội", "Góp ý cho trang tin", "Cuộc thi sáng tạo", "Việc khác")
LETTERS = (
    ("Phạm Thị Ngát", "Hỏi về gia nhập hội", "Tôi nuôi tôm đã mười năm, muốn gia nhập hội."),
    ("Hồ Văn Bình", "Chữ trên điện thoại", "Xin cho chữ của bài viết to hơn trên điện thoại."),
)
ANSWER = "Cảm ơn bạn. Trang tin đã có cỡ chữ lớn hơn trên điện thoại."


def load() -> None:
    """Load comments, letters, a poll, an album and a film; what stands already is left as it is."""
    editor = people.account(Role.EDITOR)
    if not Comment.objects.exists():
        _comments(editor)
    if not CommentWord.objects.exists():
        CommentWord(word="cờ bạc", refuses=True).save()
    if not CommentSettings.objects.exists():
        CommentSettings().save()
    if not ContactKind.objects.exists():
        _letters()
    if not Question.objects.exists():
        _questions(editor)
    if not Subscription.objects.exists():
        ask_subscription(email="ban-doc@lienhiep.example", rhythm="weekly", chosen=["news"])
        confirm_subscription(subscription=Subscription.objects.get())
        ask_subscription(email="doc-gia@lienhiep.example", rhythm="daily")
    if not Poll.objects.exists():
        opened = PollRow(question=POLL, options=ANSWERS, opens_on=today() - timedelta(days=20))
        load_polls(rows=[opened], by=editor)
    if not Album.objects.exists():
        _album_and_film(editor, pictures.load())


def _comments(editor: User) -> None:
    article = NewsArticle.objects.open_to_readers().newest_first().first()
    if article is None:
        return
    now = timezone.now()
    rows = [
        CommentRow(
            article=article,
            name=name,
            text=text,
            written_at=now - timedelta(minutes=40 - 10 * place),
            state=state,
            imported_id=f"demo-{place}",
        )
        for place, (name, text, state) in enumerate(SAID)
    ]
    load_comments(rows=rows, by=editor)


def _letters() -> None:
    """Offer matters to write about; one letter waits, one is answered."""
    office = people.account(Role.OFFICE_MANAGER)
    kinds = [ContactKind(name=name, position=place) for place, name in enumerate(MATTERS)]
    for kind in kinds:
        kind.save()
    for kind, (name, subject, text) in zip(kinds, LETTERS, strict=False):
        letter = send_message(
            kind=kind, name=name, email="ban-doc@lienhiep.example", subject=subject, text=text
        )
    answer_message(message=letter, text=ANSWER, by=office)


def _questions(editor: User) -> None:
    """Leave two questions answered, one waiting, one turned down."""
    fields = {}
    for position, name in enumerate(dict.fromkeys(field for _, field, _, _ in ASKED), start=1):
        fields[name] = QuestionCategory(name=name, position=position)
        fields[name].clean()
        fields[name].save()
    for title, field, place, answer in ASKED:
        question = ask_question(
            title=title, category=fields[field], place=place, email="ban-doc@lienhiep.example"
        )
        if answer:
            question.answer = f"<p>{answer}</p>"
            question.answered_as = "Văn phòng Liên hiệp hội"
            with verb("wagtail.edit", by=editor, about=question):
                question.save()
            publish_answer(question=question, by=editor)
    turned_down = ask_question(title="Bán máy gieo hạt giá rẻ, ai cần gọi tôi?")
    refuse_question(question=turned_down, reason="Mục hỏi đáp không đăng quảng cáo.", by=editor)


def _album_and_film(editor: User, drawn: list[SiteImage]) -> None:
    album = Album(
        title="Ngày hội sáng tạo trẻ",
        lead="Tranh minh họa do phần mềm vẽ.",
        taken_on=today() - timedelta(days=30),
    )
    album.save()
    put_into_album(album=album, pictures=drawn, by=editor)
    publish_album(album=album, by=editor)
    film = Video(
        title="Giới thiệu Liên hiệp hội (trình diễn)",
        address="https://vtv.vn/trinh-dien",
        poster=drawn[0],
        length=95,
    )
    film.save()
    publish_video(video=film, by=editor)
