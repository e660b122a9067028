"""What readers do with a poll: choose."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from lienhiep.portal.choices import PollState
from lienhiep.portal.models import Poll, PollOption, PollVote


def vote_in_poll(*, poll: Poll, options: Sequence[PollOption], voter: str) -> None:
    """Take in what a reader chooses (bình chọn); once from each reader, and it stays.

    Refuses a poll that is not open, more answers than it admits, and answers of another one.
    Votes leave no entry in the history: they are the reader's.
    """
    if poll.state != PollState.OPEN:
        raise ValidationError(_("This poll is not open."))
    chosen = {option.pk for option in options if option.poll_id == poll.pk}
    if not chosen or len(chosen) != len(options):
        raise ValidationError({"options": _("Choose an answer of this poll.")})
    if len(chosen) > poll.most_choices:
        raise ValidationError(
            {"options": _("Choose at most %(most)s answers.") % {"most": poll.most_choices}}
        )
    with transaction.atomic():
        # Held, so that two sendings of one reader do not both find nothing.
        Poll.objects.select_for_update().get(pk=poll.pk)
        if PollVote.objects.filter(poll=poll, voter=voter).exists():
            raise ValidationError(_("You have voted in this poll already."))
        PollVote.objects.bulk_create(
            [PollVote(poll=poll, option_id=pk, voter=voter) for pk in sorted(chosen)]
        )
