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
        "PenName.description": _("Stands at the head of the page of the author."),
        "PenName.picture": _("A portrait, with consent; left empty, none is shown."),
        "PenName.person": _("Known to the office only; readers see the pen name."),
        "Byline.pen_name": _("Who wrote it, in this order; each has a page of their articles."),
        "NewsArticle.byline": _("Only where no pen name fits, such as “Editorial board”."),
        "Source.link": _("The page of the source itself, for readers who want more."),
        "Source.licence": _("Such as “CC BY 4.0”; stands under each of its articles."),
        "Source.agreement": _("Number and day of the written consent (Decree 147/2024/NĐ-CP)."),
        "Source.logo": _("Shown beside the name, where the source allows it."),
        "NewsArticle.source": _(
            "From the list of sources: its licence then stands under the article."
        ),
        "NewsArticle.licence": _("Where it differs from that of the source."),
        "ArticleAttachment.file": _(
            "From the downloads of the site; PDF files are read on the page."
        ),
        "ArticleAttachment.kind": _("A form is offered to fill in, a sound file to listen to."),
        "ArticleAttachment.note": _("Left empty, the title of the file stands there."),
        "page_title": _("Left empty, it is the headline."),
        "page_description": _("Left empty, it is the lead."),
        "ArticleGroup.on_front": _("Front page: the block “groups of articles” shows it."),
        "ArticleGroup.picture": _("At the head of the page of the group."),
        "GroupPlace.article": _("In the order in which readers see them."),
        "ArticleGroup.position": _("Smaller numbers stand first."),
        "into": _("It keeps its name and address."),
        "at": _("From this moment on everybody reads it."),
        "CommentWord.word": _("As it is written; without marks it is found in any writing."),
        "CommentSettings.edit_minutes": _("Afterwards it can only be taken back."),
        "until": _("The last day on which it stands among the hot news."),
    },
)
