"""One category or topic takes another over, with its articles and its readers."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.news.models import Category, FurtherCategory, NewsArticle, Topic


def merge_category(*, category: Category, into: Category, by: User) -> int:
    """Move every article of a category to another (gộp chuyên mục); return how many.

    The empty category is kept and leads readers from its old addresses to the new one.
    What stands under it moves along; where that would make a third level it refuses.
    """
    with verb("news.merge_category", by=by, about=category) as act:
        lock(category)
        _validate_pair(category, into)
        below = list(category.children.all())
        if into.parent_id == category.pk:
            raise ValidationError({"into": _("It stands under the category to be merged.")})
        if below and into.parent_id is not None:
            raise ValidationError(
                {"into": _("Categories stand under this one; choose a category of the top level.")}
            )
        further = list(category.further_articles.select_related("article"))
        articles = list(category.articles.all())
        for article in articles:
            article.category = into
            article.save(update_fields=["category"])
        for line in further:
            _move_line(line, into)
        for child in below:
            child.parent = into
            child.save(update_fields=["parent"])
        for earlier in category.merged_from.all():
            earlier.merged_into = into
            earlier.save(update_fields=["merged_into"])
        category.merged_into, category.in_menu = into, False
        category.save(update_fields=["merged_into", "in_menu"])
        act.note(articles=len(articles), further=len(further))
    return len(articles)


def merge_topic(*, topic: Topic, into: Topic, by: User) -> int:
    """Move every article of a topic to another (gộp dòng sự kiện); return how many."""
    with verb("news.merge_topic", by=by, about=topic) as act:
        lock(topic)
        _validate_pair(topic, into)
        articles = list(NewsArticle.objects.filter(topic=topic))
        for article in articles:
            article.topic = into
            article.save(update_fields=["topic"])
        for earlier in topic.merged_from.all():
            earlier.merged_into = into
            earlier.save(update_fields=["merged_into"])
        topic.merged_into, topic.is_open = into, False
        topic.save(update_fields=["merged_into", "is_open"])
        act.note(articles=len(articles))
    return len(articles)


def _move_line(line: FurtherCategory, into: Category) -> None:
    """Move a further category, or drop it where the article stands in the other already."""
    article = line.article
    stands = article.further_categories.filter(category=into).exists()
    if stands or article.category_id == into.pk:
        line.delete()
    else:
        line.category = into
        line.save(update_fields=["category"])


def _validate_pair(row: Category | Topic, into: Category | Topic) -> None:
    if row.merged_into_id is not None:
        raise ValidationError(_("It was merged already."))
    if into.pk == row.pk or into.merged_into_id is not None:
        raise ValidationError({"into": _("Choose another one that is still in use.")})
