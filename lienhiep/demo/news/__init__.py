"""The demonstration's news: 612 articles of 2022, some before, and those of this year."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from lienhiep.accounts.choices import Role
from lienhiep.accounts.models import User
from lienhiep.associations.choices import MembershipKind
from lienhiep.associations.models import Membership
from lienhiep.core.history import verb
from lienhiep.core.models.reference import ReferenceValue
from lienhiep.core.period import ZONE, today
from lienhiep.core.reference import set_reference
from lienhiep.demo import people
from lienhiep.demo.news import pictures
from lienhiep.demo.news.articles import (
    PEN_NAMES,
    SOURCES,
    Newsroom,
    newest,
    told_on_a_day,
    year_of,
)
from lienhiep.demo.news.texts import PLACES, SUBJECTS, THIS_YEAR, TOLD, TOPICS
from lienhiep.directory.models import Organisation
from lienhiep.news import actions
from lienhiep.news.models import (
    ArticleGroup,
    Category,
    GroupPlace,
    NewsArticle,
    PenName,
    Source,
    Tag,
    Topic,
)
from lienhiep.news.reference_codes import DRAFT_DAYS, HOURS_AFTER_SOURCE, REVIEW_DAYS

OF_2021, OF_2022, OF_THIS_YEAR = 40, 612, 60
"""How many articles each year has; the report of 2022 says "more than 600"."""


def load() -> None:
    """Load the articles; what stands already is left as it is."""
    if NewsArticle.objects.exists():
        return
    editor = people.account(Role.EDITOR)
    with transaction.atomic():
        _time_limits(editor)
        room = Newsroom(
            categories=_categories(),
            topics=_topics(),
            tags=_tags(),
            pen_names=_pen_names(),
            sources=_sources(),
            pictures=pictures.load(),
            members=_members(),
            author=editor.person,
        )
        rows = year_of(room, date(2021, 7, 1), date(2021, 12, 31), OF_2021)
        rows += year_of(room, date(2022, 1, 1), date(2022, 12, 31), OF_2022 - len(TOLD))
        rows += told_on_a_day(room, 2022)
        rows += _of_this_year(room)
        actions.load_news_articles(rows=rows, by=editor)
        _at_work(editor, room)
        _under_review(editor, room)
        _picked()
        _of_a_contributor(editor, room)


def _of_this_year(room: Newsroom) -> list[actions.ArticleRow]:
    last = timezone.localtime() - timedelta(minutes=50)
    until = today() - timedelta(days=2)
    count = OF_THIS_YEAR - len(THIS_YEAR)
    first = max(date(until.year, 1, 1), until - timedelta(days=330))
    return year_of(room, first, until, count) + newest(room, THIS_YEAR, last)


def _categories() -> dict[str, Category]:
    for position, subject in enumerate(SUBJECTS, start=1):
        parent = _category(subject.slug, subject.name, position * 10, None, subject.about)
        for place, (slug, name) in enumerate(subject.below, start=1):
            _category(slug, name, position * 10 + place, parent, "")
    return {category.slug: category for category in Category.objects.select_related("parent")}


def _category(slug: str, name: str, position: int, parent: Category | None, about: str) -> Category:
    found = Category.objects.filter(slug=slug).first()
    if found is None:
        found = Category(slug=slug, name=name, position=position, parent=parent, description=about)
        found.save()
    return found


def _topics() -> dict[str, Topic]:
    for slug, name, summary in TOPICS:
        if not Topic.objects.filter(slug=slug).exists():
            Topic(slug=slug, name=name, summary=summary).save()
    return {topic.slug: topic for topic in Topic.objects.all()}


def _tags() -> dict[str, Tag]:
    """Return a tag for each matter that subjects tell of, and for each place."""
    told = [word for subject in SUBJECTS for word, _fact in subject.topics if "," not in word]
    for word in (*dict.fromkeys(told), *PLACES):
        if not Tag.objects.filter(name=word).exists():
            tag = Tag(name=word)
            tag.clean()
            tag.save()
    return {tag.name: tag for tag in Tag.objects.all()}


def _pen_names() -> dict[str, PenName]:
    for name in PEN_NAMES:
        if not PenName.objects.filter(name=name).exists():
            pen_name = PenName(name=name, description="Viết về nghề và người ở cơ sở.")
            pen_name.clean()
            pen_name.save()
    return {one.name: one for one in PenName.objects.all()}


def _sources() -> dict[str, Source]:
    for name, link in SOURCES:
        if not Source.objects.filter(name=name).exists():
            Source(name=name, link=link, agreement="Thỏa thuận dẫn tin (trình diễn)").save()
    return {one.name: one for one in Source.objects.all()}


def _picked() -> None:
    """Put together some articles that the editor wants read again."""
    group = ArticleGroup(
        name="Nên đọc lại",
        slug="nen-doc-lai",
        description="Những bài ban biên tập chọn từ các chuyên mục.",
    )
    group.save()
    chosen = NewsArticle.objects.open_to_readers().newest_first()[10:40:6]
    for place, article in enumerate(chosen):
        GroupPlace(group=group, article=article, sort_order=place).save()


def _members() -> list[Organisation]:
    """Return the member associations, which another room has made, if it has."""
    members = Membership.objects.filter(kind=MembershipKind.MEMBER_ASSOCIATION)
    return [one.organisation for one in members.select_related("organisation").order_by("pk")]


def _time_limits(editor: User) -> None:
    for code, value, since, source in (
        (DRAFT_DAYS, 14, date(2021, 1, 1), "Quy chế biên tập (trình diễn)"),
        (REVIEW_DAYS, 2, date(2021, 1, 1), "Quy chế biên tập (trình diễn)"),
        (HOURS_AFTER_SOURCE, 1, date(2024, 12, 25), "Nghị định 147/2024/NĐ-CP"),
    ):
        if not ReferenceValue.objects.filter(code=code).exists():
            set_reference(code=code, value=value, valid_from=since, source=source, by=editor)


def _at_work(editor: User, room: Newsroom) -> None:
    """Leave work at every stage: drafts, one of them old; one to come; changes; one taken off."""
    _draft(editor, room, "Phỏng vấn: nghề giữ giống lúa cổ", age=30)
    _draft(editor, room, "Chùm ảnh: một ngày ở phòng thí nghiệm trường huyện", age=2)
    to_come = _draft(editor, room, "Lịch hội thảo của các hội thành viên tháng tới", age=1)
    tomorrow = datetime.combine(today() + timedelta(days=1), time(7), ZONE)
    actions.schedule_article(article=to_come, at=tomorrow, by=editor)
    newest_first = NewsArticle.objects.open_to_readers().newest_first()
    changed = newest_first[6].get_latest_revision_as_object()
    changed.lead = f"{changed.lead} Bổ sung ý kiến của đại biểu."
    with verb("wagtail.edit", by=editor, about=changed):
        changed.save_revision(user=editor, clean=False)
    actions.unpublish_article(
        article=NewsArticle.objects.filter(published_at__year=2021).newest_first()[3],
        reason="Nguồn đã đính chính số liệu; bài được gỡ để kiểm tra.",
        by=editor,
    )


def _under_review(editor: User, room: Newsroom) -> None:
    """Leave what an officer wrote at each step of the review, and notices that are over."""
    officer = people.account(Role.OFFICER)
    waits, back, passed = (
        _draft(officer, room, title, age=2)
        for title in (
            "Tập huấn kỹ năng phản biện cho hội viên trẻ",
            "Gặp người làm máy gieo hạt từ phế liệu",
            "Mời viết bài cho chuyên mục Trí thức với quê hương",
        )
    )
    for article in (waits, back, passed):
        actions.submit_article(article=article, by=officer)
    remarks = "Bổ sung ảnh nhân vật và số điện thoại để bạn đọc liên hệ."
    actions.return_article(article=back, reason=remarks, by=editor)
    actions.approve_article(article=passed, by=editor)
    over = NewsArticle.objects.filter(published_at__year=2021).newest_first()
    for article in over[5:8]:
        actions.archive_article(article=article, by=editor)


def _of_a_contributor(editor: User, room: Newsroom) -> None:
    """Leave pieces of a contributor: one on the site, one returned, one not sent yet."""
    writer = people.account(Role.CONTRIBUTOR)
    category = room.categories[SUBJECTS[0].slug]
    told = (
        ("Người giữ hồn nghề mộc ở làng ven sông", "Ông Tình dạy nghề không lấy tiền."),
        ("Cô giáo vùng cao và chiếc máy lọc nước", "Học trò làm máy từ vật liệu nhặt được."),
        ("Ghi chép ở vườn ươm trường huyện", "Một buổi sáng với các em nhà vườn."),
    )
    shown, back, _kept = (
        actions.write_piece(
            piece=actions.Piece(
                title=title,
                lead=lead,
                text=f"{lead}\n\nBài trình diễn của cộng tác viên.",
                category=category,
            ),
            by=writer,
        )
        for title, lead in told
    )
    for article in (shown, back):
        actions.submit_article(article=article, by=writer)
    actions.approve_article(article=shown, by=editor)
    actions.publish_article(article=shown, by=editor)
    remarks = "Xin thêm tên trường và ảnh chiếc máy."
    actions.return_article(article=back, reason=remarks, by=editor)


def _draft(editor: User, room: Newsroom, title: str, *, age: int) -> NewsArticle:
    """Write a draft; its age is that of its only revision."""
    subject = SUBJECTS[age % len(SUBJECTS)]
    with verb("wagtail.create", by=editor) as act:
        article = NewsArticle(
            title=title,
            lead=f"{title}: bản nháp trình diễn.",
            category=room.categories[subject.slug],
            byline=str(editor.person),
            author=editor.person,
        )
        article.body = [("paragraph", f"<p>{title}. Nội dung đang được viết.</p>")]
        article.save()
        revision = article.save_revision(user=editor, clean=False)
        act.about(article)
    revision.created_at = timezone.now() - timedelta(days=age)
    revision.save(update_fields=["created_at"])
    return article
