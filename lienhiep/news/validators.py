"""What is valid in the news, said in the words of the screen."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.news.choices import SourceKind

ENDS_LIKE_AN_ARTICLE = re.compile(r"(^|-)[0-9]+$")


def validate_address(slug: str) -> None:
    """Refuse a word of an address that ends in a number: articles do, after their title."""
    if ENDS_LIKE_AN_ARTICLE.search(slug):
        raise ValidationError(
            _("The word of an address does not end in a number; the addresses of articles do.")
        )


def validate_tag_name(name: str) -> None:
    """Refuse a comma: where an editor types the tags of an article, commas part them."""
    if "," in name or ";" in name:
        raise ValidationError(_("The name of a tag has no comma; commas part one from another."))


def validate_two_levels(category: Any) -> None:
    """Refuse a third level: a category stands at the top, or right under one that does."""
    parent = category.parent
    if parent is None:
        return
    if parent.pk is not None and parent.pk == category.pk:
        raise ValidationError({"parent": _("A category does not stand under itself.")})
    if parent.parent_id is not None:
        raise ValidationError({"parent": _("There are two levels of categories only.")})
    if category.pk is not None and category.children.exists():
        raise ValidationError(
            {"parent": _("Other categories stand under this one; it stays at the top.")}
        )


def validate_source(kind: str, name: str) -> None:
    """Refuse what others have written without naming them."""
    if kind != SourceKind.OWN and not name.strip():
        raise ValidationError({"source_name": _("Name the source of what others have written.")})


def validate_ready(article: Any) -> None:
    """Refuse to publish an article that lacks what its page, its lists or the law ask for."""
    missing: dict[str, Any] = {}
    if not article.title.strip():
        missing["title"] = _("the title")
    if not article.lead.strip():
        missing["lead"] = _("the lead")
    if article.category_id is None:
        missing["category"] = _("the main category")
    if not article.body:
        missing["body"] = _("the text")
    if missing:
        raise ValidationError(
            _("Before it is published, fill in: %(missing)s.")
            % {"missing": ", ".join(map(str, missing.values()))}
        )
    if article.category.is_closed:
        raise ValidationError(
            _("Its main category is closed to readers; nothing is published in it.")
        )
    validate_source(article.source_kind, article.source_name)
