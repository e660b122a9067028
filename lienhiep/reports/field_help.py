"""What stands under the fields of the room where the label alone leaves a question."""

from django.utils.translation import gettext_lazy as _

from lienhiep.core.forms.explaining import explains

explains(
    "reports",
    {
        "area": _("The section of the report to which the task belongs."),
        "coordinating": _("Units that help, parted by commas."),
        "cost": _("In đồng, as estimated."),
        "funding": _("Budget, sponsors, income of the Union…"),
        "due_on": _("The month's last day where only a month is planned."),
        "lead_organisation": _("Where a body other than the office leads."),
        "product": _("What can be shown at the end: a report, a decision, a conference."),
        "plan": _("The plan of work in which the task stands."),
        "aims": _("As at the head of the plan."),
        "execution": _("Who does what, and how it is watched over."),
        "WorkPlan.year": _("One plan for each year."),
        "year": _("One plan for each year."),
        "value": _("The number to be reached in the year."),
        "heading": _("As it stands in the report."),
        "order": _("A small number stands further up."),
        "signer": _("Whose name stands under the report."),
        "signer_position": _(
            "With the authority to sign: TM., KT., TL. (Decree 30/2020/NĐ-CP, Appendix I)."
        ),
        "result": _("What came of it, with number and symbol of the evidence."),
        "Statement.code": _("The figure for which a number is stated."),
        "period_code": _("Such as 2022, 2022-H1, 2022-Q3."),
        "Statement.reason": _("Why it cannot be counted from the records."),
        "Statement.source": _("Where the number comes from: report, minutes, letter."),
        "stated_on": _("The day on which the number was stated."),
        "CompleteTaskForm.on": _("The day on which the product was there."),
        "ApprovePlanForm.on": _("The date on the decision or on the minutes."),
    },
)
