"""The council for a task: who is named, who states what, who hands in which paper."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from lienhiep.accounts.models import User
from lienhiep.advisory.choices import TASK_VERBS, UNDER_WAY, CouncilRole, Interest
from lienhiep.advisory.models import AdvisoryTask, CouncilMember, Opinion
from lienhiep.advisory.notices import (
    COUNCIL_SET_UP,
    NAMED_TO_COUNCIL,
    PAPER_GIVEN_BACK,
    tell_expert,
)
from lienhiep.advisory.reference_codes import COUNCIL_LEAST, COUNCIL_MOST
from lienhiep.advisory.validators import validate_among, validate_council, validate_votes
from lienhiep.core.history import verb
from lienhiep.core.locking import lock
from lienhiep.core.models import RecordFile
from lienhiep.core.reference import value_on
from lienhiep.core.text import clean_lines
from lienhiep.core.validators import (
    validate_has_state,
    validate_not_before,
    validate_not_in_future,
    validate_reason,
)
from lienhiep.directory.models import Person
from lienhiep.office.models import OfficialDocument

NO_LIMIT = 99
"""Where no regulation has been entered, nobody is refused for the size of a council."""


def name_member(
    *,
    task: AdvisoryTask,
    person: Person,
    by: User,
    role: str = CouncilRole.MEMBER,
    opinion_due_on: date | None = None,
) -> CouncilMember:
    """Name an expert for the council; they are asked for their statement at once."""
    with verb("advisory.name_member", by=by, about=task):
        lock(task)
        validate_has_state(task, *TASK_VERBS["name_member"])
        validate_not_before("opinion_due_on", opinion_due_on, task.accepted_on)
        member = CouncilMember(task=task, person=person, role=role, opinion_due_on=opinion_due_on)
        member.full_clean()
        member.save()
        tell_expert(person, NAMED_TO_COUNCIL, member, by)
    return member


def state_interest(
    *, member: CouncilMember, interest: str, on: date, by: User, note: str = ""
) -> None:
    """Record what a member states of a conflict of interest; a conflict is put in words."""
    validate_not_in_future("on", on)
    validate_among("interest", interest, Interest)
    if interest == Interest.NOT_SAID:
        raise ValidationError({"interest": _("State whether there is a conflict or none.")})
    if interest == Interest.CONFLICT:
        validate_reason("note", note)
    with verb("advisory.state_interest", by=by, about=member) as act:
        lock(member)
        act.also_about(member.task)
        _validate_sits(member)
        validate_has_state(member.task, *UNDER_WAY)
        member.interest, member.interest_on = interest, on
        member.interest_note = clean_lines(note)
        member.save()


def set_up_council(
    *, task: AdvisoryTask, on: date, by: User, decision: OfficialDocument | None = None
) -> None:
    """Set up the council from the members named for it (quyết định thành lập hội đồng).

    It needs one chairman and one secretary and as many members as the regulation in force
    asks for. Refuses while a member has not stated their interest, or states a conflict.
    """
    validate_not_in_future("on", on)
    with verb("advisory.set_up_council", by=by, about=task):
        lock(task)
        validate_has_state(task, *TASK_VERBS["set_up_council"])
        validate_not_before("on", on, task.accepted_on)
        members = list(task.council.sitting().select_related("person"))
        validate_council(
            [member.role for member in members],
            least=value_on(COUNCIL_LEAST, on, default=1),
            most=value_on(COUNCIL_MOST, on, default=NO_LIMIT),
        )
        _validate_free_of_interest(members)
        task.council_on, task.council_decision = on, decision
        task.save()
        for member in members:
            tell_expert(member.person, COUNCIL_SET_UP, member, by)


def hold_session(
    *,
    task: AdvisoryTask,
    on: date,
    by: User,
    present: int | None = None,
    agreed: int | None = None,
    minutes: RecordFile | None = None,
) -> None:
    """Record the meeting of the council with its minutes and its voices."""
    validate_not_in_future("on", on)
    with verb("advisory.hold_session", by=by, about=task):
        lock(task)
        validate_has_state(task, *TASK_VERBS["hold_session"])
        validate_not_before("on", on, task.council_on)
        validate_votes(present, agreed, members=task.council.sitting().count())
        task.session_on, task.present, task.agreed = on, present, agreed
        task.minutes = minutes  # type: ignore[assignment]  # may be empty
        task.save()


def release_member(*, member: CouncilMember, on: date, reason: str, by: User) -> None:
    """Let a member leave the council; their seat and their papers stay on record."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("advisory.release_member", by=by, about=member, reason=reason) as act:
        lock(member)
        act.also_about(member.task)
        _validate_sits(member)
        validate_has_state(member.task, *UNDER_WAY)
        member.left_on, member.left_reason = on, reason
        member.save()


def bring_back_member(*, member: CouncilMember, reason: str, by: User) -> None:
    """Bring a member back who left, or who was released by mistake."""
    validate_reason("reason", reason)
    with verb("advisory.bring_back_member", by=by, about=member, reason=reason) as act:
        lock(member)
        act.also_about(member.task)
        validate_has_state(member.task, *UNDER_WAY)
        if member.left_on is None:
            raise ValidationError(_("This member has not left the council."))
        member.left_on, member.left_reason = None, ""
        member.save()


def submit_opinion(
    *,
    member: CouncilMember,
    on: date,
    by: User,
    words: str = "",
    paper: RecordFile | None = None,
) -> Opinion:
    """Take in the paper of an expert, as a file or in words.

    Refuses a second one while the first stands: the office gives that back first.
    """
    validate_not_in_future("on", on)
    if paper is None and not words.strip():
        raise ValidationError({"paper": _("Send the paper as a file, or write it here.")})
    with verb("advisory.submit_opinion", by=by) as act:
        lock(member)
        _validate_sits(member)
        validate_has_state(member.task, *TASK_VERBS["submit_opinion"])
        validate_not_before("on", on, member.task.council_on)
        if member.opinion_on is not None:
            raise ValidationError(_("A paper of this member stands already."))
        opinion = Opinion(member=member, received_on=on, words=words, paper=paper)
        opinion.full_clean()
        opinion.save()
        act.about(opinion)
        act.also_about(member)
        act.also_about(member.task)
    return opinion


def return_opinion(*, opinion: Opinion, on: date, reason: str, by: User) -> None:
    """Give a paper back for completion; the expert reads why, and owes it again."""
    validate_not_in_future("on", on)
    validate_reason("reason", reason)
    with verb("advisory.return_opinion", by=by, about=opinion, reason=reason) as act:
        lock(opinion)
        act.also_about(opinion.member.task)
        validate_has_state(opinion.member.task, *TASK_VERBS["submit_opinion"])
        validate_not_before("on", on, opinion.received_on)
        if opinion.returned_on is not None:
            raise ValidationError(_("This paper was given back already."))
        opinion.returned_on, opinion.return_reason = on, reason
        opinion.save()
        tell_expert(opinion.member.person_id, PAPER_GIVEN_BACK, opinion.member, by)


def restore_opinion(*, opinion: Opinion, reason: str, by: User) -> None:
    """Let a paper stand again that was given back by mistake."""
    validate_reason("reason", reason)
    with verb("advisory.restore_opinion", by=by, about=opinion, reason=reason) as act:
        lock(opinion)
        act.also_about(opinion.member.task)
        if opinion.member.opinion_on is not None:
            raise ValidationError(_("A paper of this member stands already."))
        opinion.returned_on, opinion.return_reason = None, ""
        opinion.save()


def _validate_sits(member: CouncilMember) -> None:
    if member.left_on is not None:
        raise ValidationError(_("This member has left the council."))


def _validate_free_of_interest(members: list[CouncilMember]) -> None:
    for interest, refusal in (
        (
            Interest.NOT_SAID,
            _("No statement on a conflict of interest yet: %(names)s."),
        ),
        (Interest.CONFLICT, _("With a conflict of interest, to be replaced first: %(names)s.")),
    ):
        names = [str(member.person) for member in members if member.interest == interest]
        if names:
            raise ValidationError(refusal % {"names": ", ".join(names)})
