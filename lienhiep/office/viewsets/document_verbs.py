"""The verbs of a document as buttons, in the order of its life; the policy says which."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.verbs import OnDayForm, OnDayReasonForm, ReasonForm
from lienhiep.core.viewsets import RowVerb
from lienhiep.office import actions
from lienhiep.office.forms.verbs import (
    AssignForm,
    CloseForm,
    DispatchForm,
    HandledForm,
    IssueForm,
    LateForm,
    ReadersForm,
    SignForm,
)

DOCUMENT_BUTTONS = [
    RowVerb(
        "sign_outgoing",
        _("Sign the document"),
        actions.sign_outgoing,
        "document",
        form_class=SignForm,
        icon="edit",
        done=_("The document is signed; the clerk gives it its number."),
    ),
    RowVerb(
        "issue_outgoing",
        _("Give the number and issue"),
        actions.issue_outgoing,
        "document",
        form_class=IssueForm,
        icon="tag",
        explanation=_(
            "The next number of the register is given now and never to another document. "
            "Number and symbol are written by the rules of the kind."
        ),
    ),
    RowVerb(
        "dispatch_document",
        _("Forward to member associations"),
        actions.dispatch_document,
        "document",
        form_class=DispatchForm,
        icon="mail",
        explanation=_(
            "Each association finds the document at its desk and acknowledges it there. "
            "Whoever has it already is left out."
        ),
        done=_("The document is forwarded."),
    ),
    RowVerb(
        "assign_document",
        _("Assign the document"),
        actions.assign_document,
        "document",
        form_class=AssignForm,
        icon="user",
        done=_("The document is assigned."),
    ),
    RowVerb(
        "mark_handled",
        _("Record as handled"),
        actions.mark_handled,
        "document",
        form_class=HandledForm,
        icon="check",
    ),
    RowVerb(
        "close_document",
        _("File the document"),
        actions.close_document,
        "document",
        form_class=CloseForm,
        icon="folder",
    ),
    RowVerb(
        "publish_document",
        _("Put on the public site"),
        actions.publish_document,
        "document",
        form_class=OnDayForm,
        icon="upload",
        explanation=_("Anyone reads its facts and opens its file from then on."),
    ),
    RowVerb(
        "name_readers",
        _("Name the readers"),
        actions.name_readers,
        "document",
        form_class=ReadersForm,
        icon="view",
    ),
    RowVerb(
        "issue_late",
        _("Give a late number (15a)"),
        actions.issue_late,
        "document",
        form_class=LateForm,
        icon="tag",
        explanation=_("For a document of an earlier day than the last number of the register."),
    ),
    RowVerb(
        "take_back_signature",
        _("Take back the signature"),
        actions.take_back_signature,
        "document",
        form_class=ReasonForm,
        icon="resubmit",
    ),
    RowVerb(
        "take_back_assignment",
        _("Take back the assignment"),
        actions.take_back_assignment,
        "document",
        form_class=ReasonForm,
        icon="resubmit",
    ),
    RowVerb(
        "reopen_document",
        _("Take back handling or filing"),
        actions.reopen_document,
        "document",
        form_class=ReasonForm,
        icon="resubmit",
    ),
    RowVerb(
        "unpublish_document",
        _("Take off the public site"),
        actions.unpublish_document,
        "document",
        form_class=ReasonForm,
        icon="cross",
    ),
    RowVerb(
        "withdraw_document",
        _("Recall the document"),
        actions.withdraw_document,
        "document",
        form_class=OnDayReasonForm,
        icon="cross",
        explanation=_(
            "It keeps its number and its history; associations see at their desk that it was "
            "recalled."
        ),
        serious=True,
    ),
    RowVerb(
        "void_document",
        _("Declare void"),
        actions.void_document,
        "document",
        form_class=OnDayReasonForm,
        icon="bin",
        explanation=_(
            "For an entry made by mistake. The number stays in the register, void, and is never "
            "given again."
        ),
        serious=True,
    ),
    RowVerb(
        "restore_document",
        _("Put back in force"),
        actions.restore_document,
        "document",
        form_class=ReasonForm,
        icon="resubmit",
    ),
]
