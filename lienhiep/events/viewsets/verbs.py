"""The verbs that conferences and courses share, in the order of their life."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.verbs import OnDayReasonForm, ReasonForm
from lienhiep.core.viewsets import RowVerb
from lienhiep.events import actions
from lienhiep.events.forms.verbs import (
    DaysForm,
    GroupForm,
    OpenRegistrationForm,
    ParticipantForm,
)

BEFORE = [
    RowVerb(
        "open_registration",
        _("Open registration"),
        actions.open_registration,
        "event",
        form_class=OpenRegistrationForm,
        icon="form",
        explanation=_("On the site people register themselves between these two days."),
        done=_("Registration is open between the two days."),
    ),
    RowVerb(
        "register_attendee",
        _("Register a participant"),
        actions.register_attendee,
        "event",
        form_class=ParticipantForm,
        icon="user",
        done=_("The participant is on the list."),
    ),
    RowVerb(
        "close_registration",
        _("Close registration"),
        actions.close_registration,
        "event",
        icon="lock",
        explanation=_("Who is on the list stays on it."),
    ),
    RowVerb(
        "set_days",
        _("Set other days"),
        actions.set_days,
        "event",
        form_class=DaysForm,
        icon="calendar",
        explanation=_("The day first planned stays in the record."),
    ),
]
AFTER = [
    RowVerb(
        "record_attendance",
        _("Record a group that was present"),
        actions.record_attendance,
        "event",
        form_class=GroupForm,
        icon="group",
        explanation=_("Where the group has a number already, the new one takes its place."),
    ),
]
BACK = [
    RowVerb(
        "postpone_event",
        _("Postpone the event"),
        actions.postpone_event,
        "event",
        form_class=OnDayReasonForm,
        icon="time",
        explanation=_("Without a new day yet; a new day is set afterwards."),
    ),
    RowVerb(
        "undo_held",
        _("Take back that it was held"),
        actions.undo_held,
        "event",
        form_class=ReasonForm,
        icon="resubmit",
        explanation=_(
            "For what was recorded by mistake. The numbers of people go with it; the history "
            "keeps both."
        ),
        serious=True,
    ),
    RowVerb(
        "cancel_event",
        _("Cancel the event"),
        actions.cancel_event,
        "event",
        form_class=OnDayReasonForm,
        icon="cross",
        explanation=_("It stays on record and on the site, with the word that it is cancelled."),
        serious=True,
    ),
    RowVerb(
        "restore_event",
        _("Take up the event again"),
        actions.restore_event,
        "event",
        form_class=ReasonForm,
        icon="resubmit",
    ),
]
