"""What makes a comment unwelcome, or worth a second look, without asking anybody outside."""

from __future__ import annotations

import re
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from lienhiep.core.text import fold
from lienhiep.news.choices import CommentMark
from lienhiep.news.models import Comment, CommentWord, NewsArticle, comment_settings

LINK = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|net|org|info|xyz|top|vip|shop)\b", re.I)
NO_LETTER = re.compile(r"\W+")
SAME_WITHIN = timedelta(days=1)
LONG_FROM = 20
"""Letters from which a text is nobody's common phrase, and in capitals is loud."""


def validate_welcome(text: str, article: NewsArticle) -> list[str]:
    """Refuse a comment that nobody would want to read; return the marks of one to look at twice.

    Refused are more links than the rules admit, a word that is not taken, and a text that was
    sent before within a day.
    """
    rules = comment_settings()
    links = len(LINK.findall(text))
    if links > rules.most_links:
        raise ValidationError(
            {"text": _("A comment has at most %(most)s links.") % {"most": rules.most_links}}
        )
    found = _unwelcome(text)
    if refused := next((word for word in found if word.refuses), None):
        raise ValidationError(
            {"text": _("The word “%(word)s” is not taken in comments.") % {"word": refused.word}}
        )
    if _was_sent(text, article):
        raise ValidationError({"text": _("The same comment has been sent already.")})
    marks = [CommentMark.LINK] if links else []
    marks += [CommentMark.WORD] if found else []
    marks += [CommentMark.CAPITALS] if _is_loud(text) else []
    return [mark.value for mark in marks]


def _unwelcome(text: str) -> list[CommentWord]:
    """Return the unwelcome words of a text: whole words, however they are marked or spelt."""
    folded = f" {NO_LETTER.sub(' ', fold(text))} "
    lowered = f" {NO_LETTER.sub(' ', text.lower())} "
    return [
        word
        for word in CommentWord.objects.all()
        # A word with marks means these marks: “lợn” is not “lớn”.
        if (f" {word.word.lower()} " in lowered)
        or (word.word.isascii() and f" {fold(word.word)} " in folded)
    ]


def _was_sent(text: str, article: NewsArticle) -> bool:
    sent = Comment.objects.filter(written_at__gte=timezone.now() - SAME_WITHIN, text=text)
    # Many people thank alike: a short text is the same only under the same article.
    return (sent.filter(article=article) if len(text) < LONG_FROM else sent).exists()


def _is_loud(text: str) -> bool:
    letters = [letter for letter in LINK.sub("", text) if letter.isalpha()]
    return len(letters) >= LONG_FROM and sum(map(str.isupper, letters)) > 0.7 * len(letters)
