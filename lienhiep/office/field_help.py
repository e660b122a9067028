"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "office",
    {
        "OfficialDocument.book": _(
            "Decides how the number runs on; secret documents have a register of their own "
            "(Decree 30/2020/NĐ-CP)."
        ),
        "OfficialDocument.kind": _(
            "One of the 29 kinds of Decree 30/2020/NĐ-CP, article 7, or a kind of the Party."
        ),
        "OfficialDocument.issuer": _("Who issued it, as at the head of the document."),
        "OfficialDocument.issued_on": _("As on the document, behind the place."),
        "OfficialDocument.received_on": _(
            "The day of the stamp ĐẾN (Decree 30/2020/NĐ-CP, article 22)."
        ),
        "OfficialDocument.due_on": _(
            "The day that the document itself names, or that of the rules of the office "
            "(Decree 30/2020/NĐ-CP, article 24)."
        ),
        "OfficialDocument.urgency": _(
            "As stamped: khẩn, thượng khẩn, hỏa tốc (Decree 30/2020/NĐ-CP, Appendix I)."
        ),
        "OfficialDocument.signer_name": _("The name under the signature, without titles."),
        "OfficialDocument.pages": _("Of the document without its appendices."),
        "OfficialDocument.copies": _(
            "How many were made, as in the register of outgoing documents (Decree "
            "30/2020/NĐ-CP, Appendix IV)."
        ),
        "OfficialDocument.origin": _(
            "Who stands behind it: the Party, the State, the province, an association."
        ),
        "OfficialDocument.subject_field": _("For searching; one word of the list."),
        "OfficialDocument.attachment": _("Appendices and what was sent along, as one file."),
        "NewDocumentForm.kind": _(
            "One of the 29 kinds of Decree 30/2020/NĐ-CP, article 7, or a kind of the Party."
        ),
        "DocumentKind.abbreviation": _(
            "As in Decree 30/2020/NĐ-CP, Appendix III; capitals matter: QyĐ, CTr, TTr."
        ),
        "DocumentKind.system": _(
            "The State (Decree 30/2020/NĐ-CP) or the Party (Guidance 36-HD/VPTW): each has "
            "its own form."
        ),
        "RegisterBook.kind": _("Decides who reads the documents in it."),
        "RegisterBook.direction": _(
            "Incoming and outgoing documents have their own registers (Decree 30/2020/NĐ-CP, "
            "Appendix IV)."
        ),
        "RegisterBook.runs_by": _(
            "State documents begin again with 01 each year; documents of the Party run "
            "through the term."
        ),
        "RegisterBook.is_active": _(
            "A register no longer in use takes no new document; what stands in it stays."
        ),
        "Receipt.acknowledgement_note": _(
            "How and by whom, where it was not acknowledged at the desk."
        ),
        "Dispatch.message": _("Stands in the mail and at the desk, above the document."),
        "DispatchForm.message": _("Stands in the mail and at the desk, above the document."),
        "DispatchForm.on": _("From this day on the days to acknowledge are counted."),
        "SignForm.on": _(
            "The date on the document; the number is given at latest the next working day "
            "(Decree 30/2020/NĐ-CP, article 15)."
        ),
        "signer_name": _("The name under the signature, without titles."),
        "signer_position": _(
            "With the authority to sign: TM., KT., TL., TUQ., Q. (Decree 30/2020/NĐ-CP, "
            "Appendix I)."
        ),
        "IssueForm.on": _(
            "Sent on the day it is signed, at latest the next working day (Decree "
            "30/2020/NĐ-CP, article 18)."
        ),
        "AssignForm.to": _("Answers for the handling (xử lý chính); one person."),
        "AssignForm.coordinating": _("Units or persons who help, parted by commas."),
        "AssignForm.due_on": _(
            "The day in the document, or the one the leader sets (Decree 30/2020/NĐ-CP, "
            "article 24)."
        ),
        "AssignForm.instruction": _("What the leader wrote: who leads, who helps, until when."),
        "ReadersForm.readers": _(
            "Nobody else reads a secret document, whatever their role (Law 29/2018/QH14)."
        ),
        "AskForm.due_on": _("A report that comes after this day is late."),
        "ReviewRequest.due_on": _("A report that comes after this day is late."),
        "HandledForm.outcome": _("What was answered or done; the number and symbol of the reply."),
        "BehalfForm.name": _("Who in the association said that it has arrived."),
        "report": _("Signed, as one PDF file."),
        "text": _("Where there is no file: the report itself."),
        "conclusion": _("As announced at the conference; it stands on the record of the review."),
        "missing_reason": _("Stands beside the associations that sent none."),
        "count": _("The numbers follow the last one given and are given to nobody else."),
        "ExplainForm.number": _("A number that no document bears; it stays void for ever."),
        "ExplainForm.year": _("The year in which the register ran."),
        "ResolutionReview.kind": _(
            "Midway (sơ kết) while the resolution is carried out, final (tổng kết) at its end."
        ),
        "ResolutionReview.document": _("The document that asks for the review."),
        "ResolutionReview.opened_on": _("From this day on associations see it at their desk."),
        "ResolutionReview.organisation": _("Bodies that lead the review together with the Union."),
        "organisation": _("Choose it from the directory."),
        "RegisterForm.first": _("Empty: from the first number of the year."),
        "RegisterForm.last": _("Empty: to the last number given."),
    },
)
