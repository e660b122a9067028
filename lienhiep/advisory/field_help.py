"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "advisory",
    {
        "AdvisoryTask.kind": _(
            "Advice, critique and social appraisal are told apart in Decision 14/2014/QĐ-TTg; "
            "the report counts each."
        ),
        "AdvisoryTask.origin": _(
            "Asked for by the owner of the scheme, given by the province, or proposed by the "
            "Union (Decision 14/2014/QĐ-TTg)."
        ),
        "received_on": _("The day on which it reached the office."),
        "AdvisoryTask.due_on": _("As agreed in the contract or in the letter."),
        "AcceptForm.due_on": _("As agreed in the contract or in the letter."),
        "contract_number": _("As on the contract; empty where the task is given without one."),
        "contract_on": _("The date on the contract."),
        "planned_amount": _("The estimate, in đồng (Circular 11/2015/TT-BTC)."),
        "fund_source": _("The budget of the asking body, or that of the Union."),
        "AdvisoryTask.decision": _(
            "The decision that sets up the council, where it stands in the register."
        ),
        "decision": _("The decision in the register of documents, where it stands there."),
        "role": _("What the person or the body does in it."),
        "organisation": _("Choose it from the directory."),
        "person": _("Choose from the directory."),
        "CouncilInvitation.kind": _(
            "Of the People's Council, of the Fatherland Front, for an environmental impact "
            "assessment…"
        ),
        "inviter": _("Who sets up the council."),
        "invited_on": _("The day on which the invitation reached the office."),
        "document": _("The document in the register, where it stands there."),
        "DraftComment.kind": _("What is being drafted: a law, a resolution, a plan…"),
        "asker": _("Who sent the draft for comment."),
        "DraftComment.due_on": _("The day that the letter names."),
        "points": _("How many points of the draft the comment speaks of."),
        "comment_file": _("Signed, as it was sent."),
        "ScienceTask.kind": _("Topic, project or task (Law 93/2025/QH15)."),
        "ScienceTask.code": _("As in the decision; empty where it has none."),
        "level": _("Who approved it: State, ministry, province, grass roots."),
        "programme": _("Where the task belongs to a programme."),
        "head": _("Who answers for the science of it."),
        "aim": _("What is to be reached, and what will be handed over."),
        "budget": _("In đồng, all sources together, as approved."),
        "starts_on": _("By the decision or the contract."),
        "ends_on": _("By the decision or the contract."),
        "ScienceTask.due_on": _(
            "By the decision or the contract; extensions are recorded by a verb."
        ),
        "ExtendForm.due_on": _("As in the decision that gives more time."),
        "grade": _("As in the record of the acceptance."),
        "acceptance_file": _("Signed by the council."),
        "ProjectReport.reported_on": _("The date on the report to the donor."),
        "activities": _("How many were held in this time; never who came."),
        "spent": _("In đồng, in this time."),
        "ProjectReportForm.since": _("The first day that the report speaks of."),
        "ProjectReportForm.until": _(
            "The last day that the report speaks of; it counts by this day."
        ),
        "NameMemberForm.role": _(
            "A council has a chair, reviewers (ủy viên phản biện), members and a secretary."
        ),
        "present": _("Of the members of the council."),
        "agreed": _("Of those present; never more than they are."),
        "minutes": _("Signed by the chair and the secretary."),
        "report_file": _("Signed, as sent to the asking body."),
        "reply_file": _("Says what was taken up, what not, and why."),
        "answer": _("What became of this recommendation."),
        "AnswerForm.reason": _("As in the reply; needed where it was not taken up."),
        "amount": _("In đồng; a contract may be paid in several steps."),
        "interest": _(
            "An expert bound to the scheme does not review it (Decision 14/2014/QĐ-TTg asks "
            "for independence)."
        ),
        "paper": _("Signed by the expert, as one PDF file."),
        "words": _("In a few sentences; the whole paper is in the file."),
        "DelegateForm.role": _("What the delegate is in the council of the other body."),
        "position_taken": _("What the delegate said for the Union."),
        "Recommendation.text": _("One recommendation, in one or two sentences."),
    },
)
