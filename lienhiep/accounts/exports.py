"""Papers about requests and consents."""

from __future__ import annotations

from django.utils.translation import gettext as _

from lienhiep.accounts.choices import RequestState
from lienhiep.accounts.models import DataRequest
from lienhiep.core.papers import Paper, heading, lines, words
from lienhiep.core.text import format_date


def answer_letter(request: DataRequest) -> bytes:
    """Set the answer to a request: what was asked, what was done or why not, how to complain."""
    parts = [
        words(_("To: %(name)s") % {"name": request.whose}),
        words(
            _("On %(day)s you asked the office: %(right)s.")
            % {"day": format_date(request.asked_on), "right": request.get_right_display()}
        ),
    ]
    if request.words:
        parts.append(words(f"“{request.words}”"))
    if request.is_open:
        parts += [
            words(
                _("The office has received it and answers by %(day)s.")
                % {"day": format_date(request.due_on)}
            )
        ]
        if request.extended_on is not None:
            parts.append(
                words(_("The term was extended: %(why)s") % {"why": request.extension_reason})
            )
    else:
        parts.append(heading(_("Answer of the office")))
        if request.state == RequestState.REFUSED:
            parts.append(words(_("The office cannot do what you asked.")))
            if request.ground:
                parts.append(
                    words(_("Ground: %(ground)s.") % {"ground": request.get_ground_display()})
                )
        parts.append(words(request.answer) if request.answer else lines(5))
        parts.append(
            words(
                _(
                    "You may complain to the office, or to the authority for the protection of "
                    "personal data (A05, Ministry of Public Security)."
                )
            )
        )
    return Paper(
        title=_("Answer to a request about personal data"),
        parts=parts,
        on=request.answered_on,
        signers=[("", ""), (_("For the standing board"), _("(signature, full name)"))],
    ).pdf()
