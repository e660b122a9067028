"""What the news do in the background."""

from collections.abc import Iterator

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from lienhiep.core.jobs import Step, job, scheduled
from lienhiep.core.models import union_identity
from lienhiep.news.actions import archive_due, publish_due
from lienhiep.news.comment_notices import place_of, token_of
from lienhiep.news.models import Comment


@scheduled("news.publish_due", label=_("Publish articles whose moment has come"), every_minutes=1)
def publish_scheduled_articles() -> None:
    """Publish what is due."""
    publish_due()


@scheduled("news.archive_due", label=_("Archive articles whose time is over"), every_minutes=1)
def archive_expired_articles() -> None:
    """Take out of lists what is due."""
    archive_due()


@job("news.mail_commenter", title=_("Tell a reader what became of a comment"))
def mail_commenter(*, cursor: None, comment_id: int, step: str) -> Iterator[Step]:
    """Mail a step of a comment to its writer; it can be done again after a failure."""
    comment = Comment.objects.filter(pk=comment_id).select_related("article").first()
    if comment is not None and comment.email and comment.wants_mail:
        facts = {
            "step": step,
            "comment": comment,
            "title": comment.article.title,
            "place": f"{settings.SITE_URL}{place_of(comment)}",
            "own": f"{settings.SITE_URL}{reverse('news:own_comment', args=[token_of(comment)])}",
            "union": union_identity(),
        }
        with override("vi"):
            body = render_to_string("news/mail/comment.txt", facts)
            subject = gettext("Your comment on “%(title)s”") % {"title": comment.article.title}
        EmailMessage(" ".join(subject.split()), body, to=[comment.email]).send()
    yield Step(done=1, total=1)
