"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "accounts",
    {
        "roles": _("What the person does here; it decides what they see."),
        "role": _("It holds from the day given below."),
        "since": _("From this day on."),
        "grant": _("Ends today; what was done in it stays in the history."),
        "right": _(
            "The rights of Law 91/2025/QH15, article 4: see, correct, have a copy, erase, object…"
        ),
        "purpose": _("Each purpose is agreed to on its own (Law 91/2025/QH15, article 9)."),
        "answer": _("The person reads it at their desk."),
        "AnswerForm.state": _(
            "What became of the request; the days to answer are counted (Law 91/2025/QH15)."
        ),
        "User.person": _("Links the account with what the directory knows."),
        "User.is_active": _("Without the tick nobody signs in with it."),
        "phone": _("One can sign in with it too."),
        "email": _("For signing in and for mails of the system."),
        "FulfilForm.answer_file": _("A copy of the data, or whatever the person asked for."),
        "DataRequest.asked_on": _(
            "The day on which it reached the office; the days to answer are counted from it."
        ),
        "DataRequest.person": _("Whose data are meant, for somebody who asks on paper."),
        "ExtendForm.days": _("Once, and no longer than the first term."),
        "WithdrawalForm.ended_as": _("The person themselves, or the representative of a child."),
        "given_by": _(
            "The person themselves, or the representative of a child "
            "(Law 91/2025/QH15, article 24)."
        ),
        "given_on": _("The day beside the signature."),
        "Consent.person": _("Who agreed, as the directory has them."),
        "Consent.paper": _("The signed form as PDF or picture; it is kept privately."),
        "RefuseForm.ground": _("The article on which the refusal rests; the person reads it."),
        "EraseForm.typed_name": _("Typed once more, so that nobody is erased by a slip."),
        "ConsentText.legal_basis": _("Law, article and point."),
        "ConsentText.retention": _("How long the data are kept, as people read it."),
    },
)
