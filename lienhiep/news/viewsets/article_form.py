"""The form of an article."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)

from lienhiep.news.forms.article import ArticleForm

EDITING = ObjectList(
    [
        FieldPanel("title", required_on_save=True),
        FieldPanel("lead", widget=forms.Textarea(attrs={"rows": 3})),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("category"), FieldPanel("topic")]),
                InlinePanel("further_categories", heading=_("Further categories")),
                FieldPanel("tag_words"),
                FieldPanel("organisation"),
            ],
            heading=_("Where it belongs"),
        ),
        FieldPanel("picture"),
        InlinePanel(
            "related_picks",
            heading=_("Related articles picked by hand"),
            panels=[FieldPanel("other")],
        ),
        InlinePanel(
            "attachments",
            heading=_("Files of the article"),
            panels=[FieldPanel("file"), FieldRowPanel([FieldPanel("kind"), FieldPanel("note")])],
        ),
        MultiFieldPanel(
            [
                InlinePanel("bylines", heading=_("Pen names"), panels=[FieldPanel("pen_name")]),
                FieldPanel("byline"),
                FieldPanel("author"),
                FieldPanel("source_kind"),
                FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_published_at")]),
                FieldPanel("source_url"),
                FieldRowPanel([FieldPanel("source"), FieldPanel("licence")]),
            ],
            heading=_("Author and source"),
        ),
        MultiFieldPanel(
            [FieldPanel("page_title"), FieldPanel("page_description")],
            heading=_("For search engines"),
            classname="collapsed",
        ),
    ],
    base_form_class=ArticleForm,
)
