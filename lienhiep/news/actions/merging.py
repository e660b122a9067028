"""One category, topic or tag takes another over, with its articles and its readers."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.news.models import Category, FurtherCategory, NewsArticle, Tag, Topic
from lienhiep.news.models.merging import lead_on


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


def merge_tag(*, tag: Tag, other: Tag, by: User) -> int:
    """Hang every article of another tag on this one (gộp thẻ); return how many had the other.

    The other is gone, and its address leads readers here. Drafts are brought in step, so that
    nothing brings it back.
    """
    if tag.pk == other.pk:
        raise ValidationError({"other": _("Choose another one that is still in use.")})
    with verb("news.merge_tag", by=by, about=tag) as act:
        lock(other)
        lines = list(other.article_tags.select_related("article"))
        for line in lines:
            if line.article.article_tags.filter(tag=tag).exists():
                line.delete()
            else:
                line.tag = tag
                line.save(update_fields=["tag"])
        for article in _drafts_with(other):
            _retag_draft(article, other, tag)
        act.note(articles=len(lines), tag=other.name)
        old = other.get_absolute_url()
        other.delete()
        lead_on(old, tag.get_absolute_url())
    return len(lines)


def move_article(*, article: NewsArticle, category: Category, by: User) -> None:
    """Set another main category (chuyển chuyên mục), of what is on the site and of its draft.

    The address of an article names no category, so that every link to it stays good.
    """
    if category.merged_into_id is not None or category.is_closed:
        raise ValidationError({"category": _("Choose another one that is still in use.")})
    with verb("news.move_article", by=by, about=article):
        lock(article)
        article.category = category
        article.save(update_fields=["category"])
        article.further_categories.filter(category=category).delete()
        revision = article.latest_revision
        if revision is not None:
            revision.content["category"] = category.pk
            revision.save(update_fields=["content"])


def _drafts_with(tag: Tag) -> Iterator[NewsArticle]:
    """Yield the articles whose newest draft is different from what stands, and has the tag."""
    drafts = NewsArticle.objects.filter(latest_revision__isnull=False)
    drafts = drafts.filter(Q(has_unpublished_changes=True) | Q(live=False))
    for article in drafts.select_related("latest_revision").iterator(chunk_size=200):
        lines = article.latest_revision.content.get("article_tags", [])
        if any(line.get("tag") == tag.pk for line in lines):
            yield article


def _retag_draft(article: NewsArticle, tag: Tag, into: Tag) -> None:
    revision = article.latest_revision
    lines = revision.content["article_tags"]
    has_other = any(line.get("tag") == into.pk for line in lines)
    if has_other:
        lines = [line for line in lines if line.get("tag") != tag.pk]
    else:
        lines = [line | {"tag": into.pk} if line.get("tag") == tag.pk else line for line in lines]
    revision.content["article_tags"] = lines
    revision.save(update_fields=["content"])


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
