"""An article begun from a Word file, as reporters send it."""

from __future__ import annotations

import io
from typing import Any

from django.core.exceptions import ValidationError

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.models import RecordFile
from lienhiep.news.actions.picturing import into_library
from lienhiep.news.bodies import WordPicture, article_of_word, with_pictures
from lienhiep.news.models import NewsArticle


def write_from_word(*, file: RecordFile, by: User) -> NewsArticle:
    """Begin an article from a Word file (soạn từ tệp Word): a draft with its text and pictures.

    The first picture stands over the text as well as any; pictures that cannot be read, such
    as drawings of Word's own, are left out. The file itself is not kept.
    """
    read = article_of_word(io.BytesIO(file.read()))
    with verb("news.write_from_word", by=by) as act:
        article = NewsArticle(
            title=read.title or file.name.rpartition(".")[0], lead=read.lead, byline=""
        )

        def kept(picture: WordPicture, caption: str) -> Any:
            try:
                return into_library(
                    io.BytesIO(picture.content),
                    name=file.name,
                    title=picture.about or caption or article.title,
                    about=picture.about,
                    by=by,
                )
            except ValidationError:
                return None

        blocks = with_pictures(read, kept)
        first = next((value["picture"] for kind, value in blocks if kind == "picture"), None)
        if first is not None and blocks[0][0] == "picture":
            blocks = blocks[1:]  # it stands over the text; twice would be once too often
        article.picture = first
        article.body = blocks
        article.clean()
        article.clean_fields()
        article.save()
        article.save_revision(user=by, clean=False)
        act.about(article)
    return article
