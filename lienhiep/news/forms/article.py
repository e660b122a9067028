"""The form of an article: its tags are typed as words."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.forms import OfficeAdminModelForm
from lienhiep.core.text import clean, slugify
from lienhiep.news.models import ArticleTag, Tag

MOST_TAGS = 20
LONGEST_TAG = Tag._meta.get_field("name").max_length


class ArticleForm(OfficeAdminModelForm):
    """An article as it is typed."""

    tag_words = forms.CharField(
        label=gettext_lazy("Tags of the article"),
        required=False,
        max_length=1000,
        help_text=gettext_lazy("Parted by commas; a word that is no tag yet becomes one."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance is not None and "tag_words" in self.fields:
            words = [str(one.tag) for one in self.instance.article_tags.all()]
            self.fields["tag_words"].initial = ", ".join(words)

    def clean_tag_words(self) -> list[str]:
        """Part the words, and refuse what no tag can be called."""
        typed = [clean(word) for word in re.split("[,;\n]", self.cleaned_data["tag_words"])]
        words = list({slugify(word): word for word in typed if word}.values())
        if len(words) > MOST_TAGS:
            raise ValidationError(
                _("An article has at most %(most)s tags."), params={"most": MOST_TAGS}
            )
        for word in words:
            if not slugify(word):
                raise ValidationError(
                    _("“%(word)s” has neither letters nor digits."), params={"word": word}
                )
            if len(word) > LONGEST_TAG:
                raise ValidationError(
                    _("“%(word)s” is too long for a tag."), params={"word": f"{word[:40]}…"}
                )
        return words

    def save(self, commit: bool = True) -> Any:
        """Hang the tags on the article before it is saved with all that hangs on it."""
        if "tag_words" in self.fields:
            self._hang_on(self.cleaned_data["tag_words"])
        return super().save(commit=commit)

    def _hang_on(self, words: list[str]) -> None:
        had = {one.tag_id: one for one in self.instance.article_tags.all()}
        lines = []
        for place, tag in enumerate(tags_of(words)):
            line = had.get(tag.pk) or ArticleTag(tag=tag)
            line.sort_order = place
            lines.append(line)
        self.instance.article_tags.set(lines)


def tags_of(words: list[str]) -> list[Tag]:
    """Return the tags that words name, however they are accented or cased; make what is new."""
    slugs = {slugify(word): word for word in words}
    rows = list(Tag.objects.filter(Q(slug__in=slugs) | Q(name__in=words)))
    # Called exactly so comes first: the word of its address may be another.
    known = {tag.slug: tag for tag in rows} | {slugify(tag.name): tag for tag in rows}
    for slug, word in slugs.items():
        if slug not in known:
            tag = Tag(name=word, slug=slug)
            tag.save()
            known[slug] = tag
    return list(dict.fromkeys(known[slug] for slug in slugs))
