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

from lienhiep.core.forms import OfficeAdminModelForm

EDITING = ObjectList(
    [
        FieldPanel("title", required_on_save=True),
        FieldPanel("lead", widget=forms.Textarea(attrs={"rows": 3})),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("category"), FieldPanel("topic")]),
                InlinePanel("further_categories", heading=_("Further categories")),
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
        MultiFieldPanel(
            [
                FieldPanel("byline"),
                FieldPanel("author"),
                FieldPanel("source_kind"),
                FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_published_at")]),
                FieldPanel("source_url"),
            ],
            heading=_("Author and source"),
        ),
    ],
    base_form_class=OfficeAdminModelForm,
)
