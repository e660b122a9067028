"""The articles of a year, put together from what the subjects tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from lienhiep.core.period import ZONE
from lienhiep.demo.news.texts import (
    FALLBACK_MEMBERS,
    PLACES,
    POLICY,
    SUBJECTS,
    TOLD,
    UNION,
    Subject,
)
from lienhiep.directory.models import Organisation, Person
from lienhiep.news.actions import ArticleRow
from lienhiep.news.choices import SourceKind
from lienhiep.news.models import Category, PenName, Source, Tag, Topic

SOURCES = (
    ("Cổng thông tin điện tử tỉnh Nghệ An", "https://nghean.gov.example/tin/"),
    ("Báo Nghệ An", "https://bao.example/nghe-an/"),
    ("Báo Khoa học và Phát triển", "https://bao.example/khoa-hoc/"),
)
PEN_NAMES = ("Cộng tác viên Thu", "Cộng tác viên Đông")
BYLINES = ("Ban Biên tập", "Cao Biên Tập", *PEN_NAMES)
IN_GALLERY = 3
DETAILED = 5
"""Every fifth article has a heading and a quotation or a table besides its two paragraphs."""


@dataclass
class Newsroom:
    """What articles refer to, and how often each subject was told already."""

    categories: dict[str, Category]
    topics: dict[str, Topic]
    tags: dict[str, Tag]
    pen_names: dict[str, PenName]
    sources: dict[str, Source]
    pictures: Sequence[Any]
    members: Sequence[Organisation]
    author: Person | None
    told: dict[str, int] = field(default_factory=dict)


def year_of(room: Newsroom, first: date, last: date, count: int) -> list[ArticleRow]:
    """Return so many articles, spread over all days from one to another."""
    days = (last - first).days + 1
    return [
        _row(room, subject, number, _moment(first + timedelta(days=number * days // count), number))
        for number, subject in enumerate(in_turn(count))
    ]


def in_turn(count: int) -> Iterator[Subject]:
    """Yield subjects so that each has its part of the whole, and of any stretch of it."""
    whole = sum(subject.weight for subject in SUBJECTS)
    given = dict.fromkeys(SUBJECTS, 0)
    for number in range(1, count + 1):
        due = max(SUBJECTS, key=lambda one: one.weight * number / whole - given[one])
        given[due] += 1
        yield due


def told_on_a_day(room: Newsroom, year: int) -> list[ArticleRow]:
    """Return the articles of 2022 that have a day of their own."""
    return [
        _plain(room, title, topic, _moment(date(year, month, day), month))
        for month, day, title, topic in TOLD
    ]


def _plain(room: Newsroom, title: str, topic: str, at: datetime, **facts: Any) -> ArticleRow:
    return ArticleRow(
        title=title,
        lead=f"{title}: thông tin từ Thường trực Liên hiệp hội và các đơn vị cùng tham gia.",
        body=[
            (
                "paragraph",
                f"<p>{title}. Đại diện các hội và đơn vị phối hợp tham dự.</p>",
            ),
            ("paragraph", "<p>Kết quả chi tiết được gửi tới các hội qua hệ thống văn bản.</p>"),
        ],
        category=room.categories[UNION.slug],
        topic=room.topics.get(topic),
        published_at=at,
        byline=BYLINES[0],
        picture=room.pictures[at.day % len(room.pictures)] if room.pictures else None,
        **facts,
    )


def newest(room: Newsroom, told: Sequence[tuple[str, str]], last: datetime) -> list[ArticleRow]:
    """Return the newest articles, hot for some days; the first stands at the head of the site."""
    rows = []
    for number, (title, topic) in enumerate(told):
        at = last - timedelta(hours=7 * number)
        hot = {"hot_since": at.date(), "hot_until": last.date() + timedelta(days=3 + number)}
        head = {"featured_at": at} if number == 0 else {}
        rows.append(_plain(room, title, topic, at, **hot, **head))
    if len(rows) > 1 and len(room.pictures) > IN_GALLERY:
        rows[1] = replace(rows[1], body=[*rows[1].body, _gallery(room)])
    return rows


def _gallery(room: Newsroom) -> tuple[str, Any]:
    """Return some pictures side by side, under the text of one article."""
    lines = [
        {"picture": one, "caption": one.caption, "credit": one.credit}
        for one in room.pictures[:IN_GALLERY]
    ]
    return ("gallery", {"pictures": lines})


def _moment(day: date, number: int) -> datetime:
    """Return a working hour of a day."""
    return datetime.combine(day, time(7 + number % 10, number * 7 % 60), ZONE)


def _row(room: Newsroom, subject: Subject, number: int, at: datetime) -> ArticleRow:
    nth = room.told.get(subject.slug, 0)
    room.told[subject.slug] = nth + 1
    topics, ways = len(subject.topics), len(subject.ways)
    topic, fact = subject.topics[nth % topics]
    way_number, turn = nth // topics % ways, nth // (topics * ways)
    way = subject.ways[way_number]
    # Eight steps on at each turn through topics and ways: no place comes again for long.
    place = PLACES[(nth % topics * 5 + way_number * 2 + turn * 8) % len(PLACES)]
    member = room.members[nth % len(room.members)] if room.members else None
    words = {
        "topic": topic,
        "topic_up": topic[0].upper() + topic[1:],
        "place": place,
        "member": str(member) if member else FALLBACK_MEMBERS[nth % len(FALLBACK_MEMBERS)],
    }
    lead = f"{_told(way.lead, words)} {fact}"
    return ArticleRow(
        title=_told(way.title, words),
        lead=lead,
        body=_body(lead, _told(way.close, words), words, fact, nth),
        category=_category(room, subject, nth),
        further=[room.categories[UNION.slug]] if nth % 11 == 3 and subject is not UNION else [],
        topic=room.topics["chuyen-doi-so-co-so"] if topic == "chuyển đổi số" else None,
        picture=room.pictures[nth % len(room.pictures)] if room.pictures and nth % 3 == 0 else None,
        organisation=member if "{member}" in way.title else None,
        tags=[room.tags[word] for word in (topic, place) if word in room.tags],
        published_at=at,
        **_authorship(room, subject, number, at),
    )


def _told(pattern: str, words: dict[str, str]) -> str:
    text = pattern.format(**words)
    return text[0].upper() + text[1:]


def _category(room: Newsroom, subject: Subject, nth: int) -> Category:
    """Return the category, or every third time one of those below it."""
    if subject.below and nth % 3 == 1:
        return room.categories[subject.below[nth // 3 % len(subject.below)][0]]
    return room.categories[subject.slug]


def _authorship(room: Newsroom, subject: Subject, number: int, at: datetime) -> dict[str, Any]:
    if subject is POLICY or number % 9 == 4:
        name, address = SOURCES[0 if subject is POLICY else 1 + number % 2]
        return {
            "source_kind": SourceKind.OFFICIAL if subject is POLICY else SourceKind.QUOTED,
            "source": room.sources[name],
            "source_name": name,
            "source_url": f"{address}{number}",
            "source_published_at": at - timedelta(hours=5),
        }
    byline = BYLINES[number % len(BYLINES)]
    is_editor = byline == str(room.author)
    return {
        "byline": byline,
        "author": room.author if is_editor else None,
        "pen_names": [room.pen_names[byline]] if byline in room.pen_names else [],
        # Every tenth is not decided yet.
        "royalty_coefficient": None if number % 10 == 9 else Decimal(2 + number % 5) / 2,
    }


def _body(
    lead: str, close: str, words: dict[str, str], fact: str, nth: int
) -> list[tuple[str, Any]]:
    parts: list[tuple[str, Any]] = [
        ("paragraph", f"<p>{lead} Đây là một trong những việc được các hội quan tâm.</p>")
    ]
    if nth % DETAILED == 2:
        parts.append(("heading", f"Cách làm ở {words['place']}"))
        parts.append(("quotation", {"text": fact, "who": "Đại diện ban tổ chức"}))
    elif nth % DETAILED == 4:
        rows = f"Nội dung\tTrước\tSau\n{words['topic_up']}\t{nth % 7 + 1}\t{nth % 7 + 3}"
        parts.append(("table", {"caption": "Kết quả theo dõi (trình diễn)", "rows": rows}))
    parts.append(("paragraph", f"<p>{close}</p>"))
    return parts
