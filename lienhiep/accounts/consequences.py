"""What follows when a consent is withdrawn; said before, in plain words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from lienhiep.accounts.choices import ConsentPurpose

ALWAYS = _("What was done before stays lawful, and the history keeps that you had agreed.")

WHAT_FOLLOWS: dict[str, Any] = {
    ConsentPurpose.ACCOUNT: _(
        "The office closes your account, unless a task that you have taken on still needs it."
    ),
    ConsentPurpose.CORRESPONDENCE: _("You receive no more news and invitations."),
    ConsentPurpose.DIRECTORY: _("Your name leaves the public directory at once."),
    ConsentPurpose.CONTEST_ENTRY: _(
        "Your entry is not judged any further. A prize that was given stays, without a name."
    ),
    ConsentPurpose.PUBLISH_NAME: _(
        "Name, school and result leave the public pages at once; “Contestant” stands there instead."
    ),
    ConsentPurpose.PUBLISH_IMAGE: _("Photographs and film leave the public pages at once."),
    ConsentPurpose.NATIONAL_ROUND: _(
        "The entry is not sent on. If it was sent, the office tells the national organisers."
    ),
    ConsentPurpose.ROYALTIES: _(
        "Royalties are no longer paid to you by transfer; what the law on accounting asks is kept."
    ),
    ConsentPurpose.EVENT: _("Your registration is taken back where the event is still to come."),
}
