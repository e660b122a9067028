"""Background work about accounts: letters, and what follows from dates."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from django.core.mail import EmailMessage
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from lienhiep.accounts.actions import send_password_link
from lienhiep.accounts.actions.telling import tell_about_request
from lienhiep.accounts.groups import sync_role_groups
from lienhiep.accounts.models import DataRequest, User
from lienhiep.core.jobs import Step, job, scheduled

logger = logging.getLogger(__name__)


@job("accounts.mail_invitation", title=_("Send an invitation"))
def mail_invitation(*, cursor: None, user_id: int) -> Iterator[Step]:
    """Mail the first link to somebody who was invited; it can be done again after a failure."""
    user = User.objects.active().filter(pk=user_id).exclude(email=None).first()
    if user is not None:
        send_password_link(user=user, letter="invitation")
    yield Step(done=1, total=1)


@job("accounts.tell_about_request", title=_("Tell somebody how their request stands"))
def mail_step_of_request(*, cursor: None, request_id: int, step: str) -> Iterator[Step]:
    """Mail a step of a request about personal data; it can be done again after a failure."""
    request = DataRequest.objects.filter(pk=request_id).select_related("user", "person").first()
    if request is not None:
        tell_about_request(request=request, step=step, loud=True)
    yield Step(done=1, total=1)


@task
def mail_reset_link(email: str) -> None:
    """Mail a link to whoever has this address, and nothing where nobody has.

    The page that asks for it answers alike and as fast in both cases, because the
    account is looked up here and not there.
    """
    user = User.objects.active().filter(email=email).first()
    if user is not None:
        send_password_link(user=user, letter="reset")


@task
def mail_notice(subject: str, body: str, to: list[str]) -> None:
    """Mail a notice about the account, such as that its password was changed."""
    EmailMessage(subject, body, to=to).send()


@scheduled("accounts.keep_role_groups", label=_("Let roles begin and end"), daily_at="00:05")
def keep_role_groups() -> int:
    """Bring Wagtail's groups in step with the roles of today."""
    changes = sync_role_groups()
    if changes:
        logger.info("%d memberships of role groups changed with the day.", changes)
    return changes
