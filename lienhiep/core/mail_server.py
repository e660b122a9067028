"""What a mail server says when it takes no mail, in words for the office."""

from __future__ import annotations

from smtplib import SMTPDataError, SMTPRecipientsRefused

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

OF_ONE_ADDRESS = (SMTPRecipientsRefused, SMTPDataError)
"""What a server says of one address only; it still takes the other mails."""


def said_by(failure: OSError) -> str:
    """Return what a server said, without the address of whom it said it."""
    return failure.strerror or type(failure).__name__


def server_is_down(failure: OSError) -> ValidationError:
    """Return the refusal with which a job stops, to be taken up where it stopped."""
    return ValidationError(
        _(
            "The mail server takes no mail (%(said)s). What was sent until then is kept; start "
            "the work again once the server answers, and it goes on from here."
        )
        % {"said": said_by(failure)}
    )
