"""What the desk keeps about a person: what they were told, and how they want to be written to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienhiep.core.models import Notice
from lienhiep.core.notices import told_to
from lienhiep.core.personal import Erasure, PersonalDatum, keeps_personal_data
from lienhiep.core.processing import DUTY, Processing, count_of, processes
from lienhiep.desk.models import MailChoice
from lienhiep.desk.reference_codes import days_kept

TOLD = gettext_lazy("Telling somebody what happened to what they sent or look after")
WRITTEN = gettext_lazy("Writing to somebody as they wish")


@keeps_personal_data
def of_notices(person: Any) -> Iterator[PersonalDatum]:
    """Yield the notices that somebody was told; they go with the person.

    They name records, not the person, so their words are no trace to look for elsewhere.
    """
    user = get_user_model().objects.filter(person=person).first()
    if user is None:
        return
    for told in told_to(user):
        yield PersonalDatum(
            record=told.notice,
            field="kind",
            label=_("Notice of %(day)s")
            % {"day": timezone.localtime(told.notice.made_at).strftime("%d/%m/%Y")},
            purpose=TOLD,
            retention=_("%(days)s days") % {"days": days_kept()},
            value=told.what,
            erase=lambda erasure, pk=told.notice.pk: _forget(pk, erasure),
            identifies=False,
        )
    choice = MailChoice.objects.filter(user=user).first()
    if choice is not None:
        yield PersonalDatum(
            record=choice,
            field="days",
            label=_("mail of the desk"),
            purpose=WRITTEN,
            retention=_("As long as the account is open"),
            value=str(choice.get_days_display()),
            kept_because=_("It names nobody, and says that no mail is wanted."),
            identifies=False,
        )


def _forget(pk: int, erasure: Erasure) -> None:
    """Delete a notice of a person who is erased; closed ones too, which nobody is shown."""
    held = get_user_model().objects.filter(person=erasure.person)
    Notice.objects.filter(pk=pk).delete()
    Notice.objects.filter(user__in=held).delete()


processes(
    Processing(
        code="desk.notices",
        label=gettext_lazy("Notices and mail of the desk"),
        purpose=TOLD,
        people=gettext_lazy("Holders of accounts"),
        data=gettext_lazy("What happened, when it was read, the wish for mail"),
        fields=("core.notice.kind", "desk.mailchoice.days"),
        basis=DUTY,
        recipients=gettext_lazy("The person alone"),
        retention=gettext_lazy("180 days, or as the office has set"),
        count=count_of("core.notice"),
    )
)
