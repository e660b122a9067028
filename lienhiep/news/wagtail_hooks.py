"""What the news hang up in the back office: their screens and the names of their verbs."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from lienhiep.news.admin_views import by_author, editorial_calendar, from_word, remarks
from lienhiep.news.viewsets import NewsViewSetGroup

VERBS = {
    "news.write_from_word": (_("Write from a Word file"), _("Began it from a Word file.")),
    "news.write_piece": (_("Write a piece"), _("Wrote a piece")),
    "news.change_piece": (_("Work over the piece"), _("Worked over the piece")),
    "news.take_piece_back": (_("Take the piece back"), _("Took the piece back")),
    "news.merge_category": (
        _("Merge into another category"),
        _("Merged the category into another one"),
    ),
    "news.merge_topic": (_("Merge into another topic"), _("Merged the topic into another one")),
    "news.merge_tag": (_("Take over another tag"), _("Merged another tag into this one")),
    "news.move_article": (_("Move to another category"), _("Moved it to another category.")),
    "news.submit_article": (_("Submit for review"), _("Submitted it for review")),
    "news.return_article": (_("Return with remarks"), _("Returned it with remarks")),
    "news.approve_article": (_("Approve the article"), _("Approved the article")),
    "news.set_expiry": (_("Set until when lists show it"), _("Set until when lists show it.")),
    "news.archive_article": (_("Archive the article"), _("Archived the article")),
    "news.unarchive_article": (_("Show in lists again"), _("Showed it in lists again")),
    "news.publish_article": (_("Publish the article"), _("Published the article")),
    "news.schedule_article": (_("Publish later"), _("Set when it is published")),
    "news.unschedule_article": (
        _("Do not publish by itself"),
        _("Took back when it is published"),
    ),
    "news.unpublish_article": (_("Take off the site"), _("Took the article off the site")),
    "news.mark_hot": (_("Mark as hot news"), _("Marked it as hot news")),
    "news.unmark_hot": (_("Take the hot mark off"), _("Took the hot mark off")),
    "news.feature_article": (_("Set at the head of the site"), _("Set it at the head of the site")),
    "news.unfeature_article": (
        _("Take from the head of the site"),
        _("Took it from the head of the site"),
    ),
    "news.load_news_articles": (_("Load news articles"), _("Loaded news articles")),
    "news.set_royalty": (_("Set the royalty"), _("Set the royalty.")),
    "news.note_source_removed": (
        _("The source took it off"),
        _("Noted that the source took it off"),
    ),
    "news.note_source_stands": (
        _("It stands at the source again"),
        _("Noted that it stands at the source again"),
    ),
    "news.open_comments": (_("Open comments"), _("Opened comments")),
    "news.close_comments": (_("Close comments"), _("Closed comments")),
    "news.write_comment": (_("Write a comment"), _("Wrote the comment")),
    "news.change_comment": (_("Change the comment"), _("Changed the comment")),
    "news.withdraw_comment": (_("Take the comment back"), _("Took the comment back")),
    "news.show_comment": (_("Let the comment show"), _("Let the comment show")),
    "news.refuse_comment": (_("Do not show the comment"), _("Did not show the comment")),
    "news.answer_comment": (_("Answer the comment"), _("Answered the comment")),
    "news.settle_reports": (_("Nothing is wrong with it"), _("Settled the reports")),
    "news.erase_comment": (_("Erase the comment"), _("Erased the comment")),
    "news.forget_address": (_("Forget the writer's address"), _("Forgot the writer's address")),
    "news.load_comments": (_("Load comments"), _("Loaded comments")),
    "news.load_ratings": (_("Load ratings"), _("Loaded ratings")),
}


@hooks.register("register_admin_viewset")
def register_news():
    """Put the room into the menu."""
    return NewsViewSetGroup()


@hooks.register("register_log_actions")
def register_verbs(actions):
    """Give every verb of the room its words in the history."""
    for name, (label, message) in VERBS.items():
        actions.register_action(name, label, message)


@hooks.register("register_admin_urls")
def register_pages():
    """Hang up who wrote how much, the month day by day, and the way in from Word."""
    return [
        path("news/by-author/", by_author, name="news_by_author"),
        path("news/calendar/", editorial_calendar, name="news_calendar"),
        path("news/from-word/", from_word, name="news_from_word"),
        path("news/remarks/<int:pk>/", remarks, name="news_remarks"),
    ]
