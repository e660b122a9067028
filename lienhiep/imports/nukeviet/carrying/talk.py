"""What readers wrote and how they voted: comments, ratings, polls, letters to the office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.core.counted_pages import page_number
from lienhiep.core.history import record_all
from lienhiep.core.period import local_day
from lienhiep.imports.nukeviet.carrying.context import (
    Carrying,
    Row,
    batches,
    place_named,
    said,
    value,
)
from lienhiep.imports.nukeviet.carrying.users import KIND as USERS
from lienhiep.imports.nukeviet.carrying.users import email_of
from lienhiep.imports.nukeviet.site import Module, is_open
from lienhiep.imports.nukeviet.texts import moment, number
from lienhiep.news.actions import CommentRow, RatingRow, load_comments, load_ratings
from lienhiep.news.choices import CommentState
from lienhiep.news.models import NewsArticle
from lienhiep.portal.actions import PollRow, load_polls
from lienhiep.portal.choices import ContactState
from lienhiep.portal.models import ContactMessage, Poll
from lienhiep.portal.old_addresses import key_of
from lienhiep.visits.actions import load_page_openings

AT_ONCE = 200
COMMENTS, READY = "comment:comment", "comment:ready"
STATES = {1: CommentState.SHOWN, 0: CommentState.WAITING, 2: CommentState.REFUSED}


def carry_comments(carrying: Carrying) -> None:
    """Bring the comments on articles over, answers under what they answer."""
    table = carrying.site.table("comment")
    staging, database = carrying.site.staging, carrying.site.database
    by_id = {str(value(row, "cid")): row for row in staging.rows(database, table)}
    rows = carrying.new_rows(COMMENTS, table, staging.rows(database, table, "cid"), "cid")
    for batch in batches(rows, AT_ONCE):
        ready = [
            (str(row["cid"]), made)
            for row in batch
            if (made := _comment(carrying, table, row, by_id)) is not None
        ]
        with carrying.batch():
            _load_comments(carrying, table, ready)


def _load_comments(carrying: Carrying, table: str, ready: list[tuple[str, CommentRow]]) -> None:
    if carrying.is_trial:
        for old_id, _row in ready:
            carrying.keep(COMMENTS, old_id, None)
        return
    try:
        made = load_comments(rows=[row for _old, row in ready], by=carrying.by)
        for (old_id, _row), comment in zip(ready, made, strict=True):
            carrying.register.add(COMMENTS, old_id, comment)
        carrying.report.count(COMMENTS, "brought", len(made))
    except ValidationError as refusal:
        if len(ready) == 1:
            carrying.report.skip(COMMENTS, table, ready[0][0], "refused", said(refusal))
            return
        for one in ready:
            _load_comments(carrying, table, [one])


def _comment(
    carrying: Carrying, table: str, row: Row, by_id: Mapping[str, Row]
) -> CommentRow | None:
    old_id, report = str(row["cid"]), carrying.report
    module = str(value(row, "module") or "")
    kind = f"{module}:article"
    pk = carrying.register.known(kind).get(str(value(row, "id")))
    if pk is None or (not pk and not carrying.is_trial):
        of_news = any(one.title == module for one in carrying.site.of_kind("news"))
        why = (
            _("The article that it belongs to is not there.")
            if of_news
            else _("It belongs to module %(module)s, which takes no comments here.")
            % {"module": module}
        )
        report.skip(COMMENTS, table, old_id, "orphan" if of_news else "module", why)
        return None
    text = carrying.lines(row, "content")
    if not text:
        report.skip(COMMENTS, table, old_id, "empty", _("It has no words."))
        return None
    state = STATES.get(number(value(row, "status"), -1))
    if state is None:
        state = CommentState.REFUSED
        report.mend(table, old_id, "unknown_state", _("Its state is unknown; it is not shown."))
    written = moment(value(row, "post_time"))
    if written is None or written > carrying.now:
        report.mend(table, old_id, "no_date", _("Nothing tells when it was written."))
        written = carrying.now
    user = carrying.held(USERS, value(row, "userid"))
    name = carrying.line(row, "post_name") or (str(user) if user is not None else "")
    if not name:
        name = str(_("Reader"))
        report.mend(table, old_id, "no_name", _("It had no name."))
    answers = _answered(carrying, table, row, by_id)
    carrying.records.setdefault(READY, {})[old_id] = True
    return CommentRow(
        article=NewsArticle(pk=pk),
        name=carrying.short(name, 80, table, old_id, _("Name")),
        text=carrying.short(text, 3000, table, old_id, _("Comment")),
        written_at=written,
        state=state,
        email=email_of(carrying, row, "post_email"),
        user=user if user is not None and user.pk else None,
        imported_id=_number(carrying, old_id),
        answers=answers,
    )


def _number(carrying: Carrying, old_id: str) -> str:
    return f"{carrying.site.code}:{old_id}"[:60]


def _answered(carrying: Carrying, table: str, row: Row, by_id: Mapping[str, Row]) -> str:
    """Return the number of what a comment answers; empty where it stands for itself."""
    old_id, parent = str(row["cid"]), str(number(value(row, "pid")))
    if parent == "0":
        return ""
    above = by_id.get(parent)
    if (
        above is not None
        and parent != old_id
        and (carrying.register.has(COMMENTS, parent) or carrying.held(READY, parent))
        and str(value(above, "id")) == str(value(row, "id"))
        and str(value(above, "module")) == str(value(row, "module"))
    ):
        return _number(carrying, parent)
    carrying.report.mend(
        table, old_id, "lost_parent", _("What it answers is not there; it stands for itself.")
    )
    return ""


def carry_ratings(carrying: Carrying, module: Module) -> None:
    """Bring over how often articles were rated, as opening balances."""
    kind, source = f"{module.title}:rating", f"{module.title}:article"
    table = carrying.site.table(module.data, "rows")
    found: list[tuple[str, RatingRow]] = []
    seen: set[str] = set()
    for row in carrying.site.staging.rows(carrying.site.database, table, "id"):
        votes, stars = number(value(row, "click_rating")), number(value(row, "total_rating"))
        old_id = str(value(row, "id"))
        if not (votes or stars) or old_id in seen:
            continue
        seen.add(old_id)
        carrying.report.count(kind, "there", 1)
        if carrying.register.has(kind, old_id):
            carrying.report.count(kind, "known")
            continue
        pk = carrying.register.known(source).get(old_id)
        if pk is None:
            continue
        if votes <= 0 or not votes <= stars <= 5 * votes:
            why = _("%(votes)s votes cannot give %(stars)s stars.") % {
                "votes": votes,
                "stars": stars,
            }
            carrying.report.skip(kind, table, old_id, "odd_rating", why)
            continue
        found.append((old_id, RatingRow(article=NewsArticle(pk=pk), count=votes, total=stars)))
    for batch in batches(found, AT_ONCE):
        with carrying.batch():
            if not carrying.is_trial:
                load_ratings(rows=[row for _old, row in batch], by=carrying.by)
            for old_id, _row in batch:
                carrying.register.add(kind, old_id, None)
            carrying.report.count(kind, "brought", len(batch))


def carry_reads(carrying: Carrying, module: Module) -> None:
    """Bring over how often articles were read, as the number with which each page begins."""
    kind, source = f"{module.title}:reads", f"{module.title}:article"
    table = carrying.site.table(module.data, "rows")
    found: dict[str, tuple[int, int]] = {}
    for row in carrying.site.staging.rows(carrying.site.database, table, "id"):
        old_id, hits = str(value(row, "id")), number(value(row, "hitstotal"))
        pk = carrying.register.known(source).get(old_id)
        if hits <= 0 or pk is None or old_id in found:
            continue
        carrying.report.count(kind, "there", hits)
        if carrying.register.has(kind, old_id):
            carrying.report.count(kind, "known", hits)
            continue
        found[old_id] = (pk, hits)
    for batch in batches(found.items(), AT_ONCE):
        with carrying.batch():
            if not carrying.is_trial:
                reads = {page_number("news.article", pk): hits for _old, (pk, hits) in batch}
                load_page_openings(reads=reads, by=carrying.by)
            for old_id, (_pk, hits) in batch:
                carrying.register.add(kind, old_id, None)
                carrying.report.count(kind, "brought", hits)


def carry_polls(carrying: Carrying, module: Module) -> None:
    """Bring the polls of a module over, with their votes."""
    kind, table = f"{module.title}:poll", carrying.site.table(module.data)
    staging, database = carrying.site.staging, carrying.site.database
    options: dict[str, list[Row]] = {}
    for row in staging.rows(database, carrying.site.table(module.data, "rows"), "id"):
        options.setdefault(str(value(row, "vid")), []).append(row)
    for row in carrying.new_rows(kind, table, staging.rows(database, table, "vid"), "vid"):
        old_id = str(row["vid"])
        with carrying.batch():
            ready = _poll(carrying, module, table, row, options.get(old_id, []))
            try:
                if carrying.is_trial:
                    carrying.keep(kind, old_id, None)
                else:
                    carrying.keep(kind, old_id, load_polls(rows=[ready], by=carrying.by)[0])
            except ValidationError as refusal:
                carrying.report.skip(kind, table, old_id, "refused", said(refusal))
    with carrying.batch():
        there = Poll.objects.filter(is_published=True).exists()
        path = place_named("portal:polls") if there and module.is_public else ""
        carrying.addresses.add(key_of(module.title, "module"), path=path)


def _poll(carrying: Carrying, module: Module, table: str, row: Row, options: list[Row]) -> Any:
    old_id = str(row["vid"])
    opens = moment(value(row, "publ_time")) or carrying.now
    closes = moment(value(row, "exp_time"))
    first, last = local_day(opens), local_day(closes) if closes else None
    is_shown = number(value(row, "act"), 1) == 1 and is_open(row) and module.is_public
    if not is_shown:
        carrying.report.note(
            table, old_id, "hidden", _("Not everybody saw the poll; it stays a draft.")
        )
    return PollRow(
        question=carrying.short(carrying.line(row, "question"), 255, table, old_id, _("Question")),
        options=[
            (
                carrying.short(carrying.line(one, "title"), 200, table, old_id, _("Answer")),
                max(0, number(value(one, "hitstotal"))),
            )
            for one in options
            if carrying.line(one, "title")
        ],
        opens_on=first,
        closes_on=max(first, last) if last else None,
        most_choices=max(1, number(value(row, "acceptcm"), 1)),
        is_published=is_shown,
        imported_id=_number(carrying, old_id),
    )


def carry_letters(carrying: Carrying, module: Module) -> None:
    """Bring the letters to the office over; what nobody had read waits here too."""
    kind, table = f"{module.title}:letter", carrying.site.table(module.data, "send")
    staging, database = carrying.site.staging, carrying.site.database
    answers: dict[str, list[Row]] = {}
    for row in staging.rows(database, carrying.site.table(module.data, "reply"), "rid"):
        answers.setdefault(str(value(row, "id")), []).append(row)
    rows = carrying.new_rows(kind, table, staging.rows(database, table, "id"), "id")
    for batch in batches(rows, AT_ONCE):
        with carrying.batch():
            made = []
            for row in batch:
                letter = _letter(carrying, kind, table, row, answers.get(str(row["id"]), []))
                if letter is not None:
                    made.append((str(row["id"]), letter))
            if not carrying.is_trial:
                record_all([letter for _old, letter in made])
            for old_id, letter in made:
                carrying.keep(kind, old_id, letter)


def _letter(
    carrying: Carrying, kind: str, table: str, row: Row, answers: list[Row]
) -> ContactMessage | None:
    old_id = str(row["id"])
    received = moment(value(row, "send_time")) or carrying.now
    text = carrying.lines(row, "content")
    subject = carrying.line(row, "title") or text.split("\n")[0]
    if not (text or subject):
        carrying.report.skip(kind, table, old_id, "empty", _("It has no words."))
        return None
    answer = "\n\n".join(filter(None, (carrying.lines(one, "reply_content") for one in answers)))
    answered = moment(value(answers[-1], "reply_time")) if answers else None
    state, closed = ContactState.NEW, None
    if answer or number(value(row, "is_reply")):
        state, closed = ContactState.ANSWERED, answered or received
    elif number(value(row, "is_processed")) or number(value(row, "is_read")):
        state = ContactState.CLOSED
        closed = moment(value(row, "processed_time")) or received
    letter = ContactMessage(
        name=carrying.short(
            carrying.line(row, "sender_name") or "—", 120, table, old_id, _("Name")
        ),
        email=email_of(carrying, row, "sender_email"),
        phone=carrying.line(row, "sender_phone")[:30],
        subject=carrying.short(subject or "—", 200, table, old_id, _("Subject")),
        text=carrying.short(text or subject, 5000, table, old_id, _("Letter")),
        received_at=received,
        state=state,
        answer=answer,
        closed_at=closed,
        due_on=local_day(received + timedelta(days=15)) if state == ContactState.NEW else None,
        imported_id=_number(carrying, old_id),
    )
    letter.clean()
    return letter
