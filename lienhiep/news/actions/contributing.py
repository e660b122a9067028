"""What contributors write at their desk: drafts of their own, sent to the editors when ready."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.models import RecordFile
from lienhiep.news.actions.picturing import into_library
from lienhiep.news.actions.reviewing import REVIEW
from lienhiep.news.choices import PIECE_OPEN, ReviewState
from lienhiep.news.models import Byline, Category, NewsArticle, PenName
from lienhiep.news.wording import blocks_of


@dataclass(frozen=True)
class SentPicture:
    """A picture as a contributor sends it: the file, what it shows, who took it."""

    file: RecordFile
    about: str
    credit: str = ""
    children_purpose: str = ""
    """What the parents of recognisable children have agreed to; empty where there are none."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """What a contributor has typed."""

    title: str
    lead: str = ""
    text: str = ""
    category: Category | None = None
    pictures: Sequence[SentPicture] = ()


def write_piece(*, piece: Piece, by: User) -> NewsArticle:
    """Begin a piece (viết bài): a draft of the contributor's own, under their name or pen name."""
    with verb("news.write_piece", by=by) as act:
        article = NewsArticle(byline=by.full_name, author=by.person, submitted_by=by)
        _fill(article, piece, by)
        article.save()
        pen_name = PenName.objects.filter(user=by, is_active=True).first()
        if pen_name is not None:
            article.bylines = [Byline(article=article, pen_name=pen_name)]
            article.save()
        article.save_revision(user=by, clean=False)
        act.about(article)
    return article


def change_piece(*, article: NewsArticle, piece: Piece, by: User) -> None:
    """Work over a piece that is still the contributor's: not sent yet, or come back.

    Pictures sent now stand beside those sent before.
    """
    with verb("news.change_piece", by=by, about=article):
        lock(article)
        validate_open(article)
        draft = article.get_latest_revision_as_object()
        article.body = draft.body
        article.picture = draft.picture
        _fill(article, piece, by)
        article.save()
        article.save_revision(user=by, clean=False)


def take_piece_back(*, article: NewsArticle, by: User) -> None:
    """Take a piece back that the editors have not begun to publish (rút bài), to work it over."""
    with verb("news.take_piece_back", by=by, about=article):
        lock(article)
        if article.review != ReviewState.SUBMITTED or article.published_at is not None:
            raise ValidationError(_("The piece is with the editors, or published, by now."))
        article.set_review(ReviewState.NONE, by)
        article.save(update_fields=REVIEW)


def validate_open(article: NewsArticle) -> None:
    """Refuse what is with the editors, or was published."""
    if article.state not in PIECE_OPEN:
        raise ValidationError(
            _("The piece is “%(state)s”, and with the editors.") % {"state": article.state.label}
        )


def _fill(article: NewsArticle, piece: Piece, by: User) -> None:
    """Put into an article what was typed; the first picture of all stands over the text."""
    article.title, article.lead, article.category = piece.title, piece.lead, piece.category
    body = blocks_of(piece.text, [(block.block_type, block.value) for block in article.body])
    for sent in piece.pictures:
        picture = into_library(
            io.BytesIO(sent.file.read()),
            name=sent.file.name,
            title=sent.about,
            about=sent.about,
            by=by,
            credit=sent.credit,
            children_purpose=sent.children_purpose,
        )
        if article.picture_id is None:
            article.picture = picture
        else:
            body.append(("picture", {"picture": picture, "caption": sent.about, "credit": ""}))
    article.body = body
    article.clean()
    article.clean_fields()
