"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "news",
    {
        "category": _("Where the article stands on the site."),
        "author": _("From the directory; stands under the title."),
        "body": _("Short paragraphs; each picture with a text that says what it shows."),
        "picture": _(
            "Wide rather than high; faces of children only with consent (Law 91/2025/QH15, "
            "article 24)."
        ),
        "source_kind": _("Own, quoted, or an official text (Decree 147/2024/NĐ-CP)."),
        "source_name": _("The press body quoted, as it calls itself (Decree 147/2024/NĐ-CP)."),
        "source_url": _("The page from which it was taken."),
        "source_published_at": _(
            "Quoted at the earliest one hour after it (Decree 147/2024/NĐ-CP)."
        ),
        "topic": _("Links articles on one matter."),
        "parent": _("Empty: a category of its own in the menu."),
        "description": _("Under the heading of the category and in search engines."),
        "summary": _("Two sentences at the head of the page of the topic."),
        "other": _("Shown first under the article, in this order."),
        "into": _("It keeps its name and address."),
        "at": _("From this moment on everybody reads it."),
        "CommentWord.word": _("As it is written; without marks it is found in any writing."),
        "CommentSettings.edit_minutes": _("Afterwards it can only be taken back."),
        "until": _("The last day on which it stands among the hot news."),
    },
)
