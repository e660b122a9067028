"""What the portal does in the background."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from lienhiep.core.jobs import Step, job
from lienhiep.core.models import union_identity
from lienhiep.core.viewsets import admin_row_url
from lienhiep.portal.models import ContactMessage, Question


@job("portal.mail_letter", title=_("Send mail about a letter of a reader"))
def mail_letter(*, cursor: None, message_id: int, step: str) -> Iterator[Step]:
    """Mail the sender that a letter came in, or its answer; or the office that one came in."""
    letter = ContactMessage.objects.filter(pk=message_id).select_related("kind").first()
    if letter is not None:
        union = union_identity()
        to = _to_office(letter, union) if step == "office" else letter.email
        if to:
            _mail(letter, step, to, union)
    yield Step(done=1, total=1)


def _to_office(letter: ContactMessage, union: object) -> str:
    """Return the address that is told of a letter: that of its kind, else that of the office."""
    return (letter.kind.mail_to if letter.kind else "") or getattr(union, "email", "")


def _mail(letter: ContactMessage, step: str, to: str, union: object) -> None:
    with override("vi"):
        facts = {
            "step": step,
            "letter": letter,
            "subject": letter.subject,
            "union": union,
            "place": f"{settings.SITE_URL}{admin_row_url(letter)}",
        }
        body = render_to_string("portal/letter.txt", facts)
        subject = {
            "received": gettext("Your letter has come in: %(subject)s"),
            "answered": gettext("Answer to your letter: %(subject)s"),
            "office": gettext("New letter of a reader: %(subject)s"),
        }[step] % {"subject": letter.subject}
    EmailMessage(" ".join(subject.split()), body, to=[to]).send()


@job("portal.mail_question", title=_("Send mail about a question of a reader"))
def mail_question(*, cursor: None, question_id: int, step: str) -> Iterator[Step]:
    """Mail who asked that the question came in, is answered on the site, or was turned down."""
    question = Question.objects.filter(pk=question_id).first()
    if question is not None and question.email:
        with override("vi"):
            facts = {
                "step": step,
                "question": question,
                "union": union_identity(),
                "place": f"{settings.SITE_URL}{question.get_absolute_url()}",
            }
            body = render_to_string("portal/question_mail.txt", facts)
            subject = {
                "received": gettext("Your question has come in: %(subject)s"),
                "answered": gettext("Your question is answered: %(subject)s"),
                "refused": gettext("About your question: %(subject)s"),
            }[step] % {"subject": question.title}
        EmailMessage(" ".join(subject.split()), body, to=[question.email]).send()
    yield Step(done=1, total=1)
